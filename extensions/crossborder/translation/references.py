"""References in a translated text: they keep what Sphinx knew of those in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterable

Reference = TypeVar("Reference", bound=nodes.Element)

_COUNTED = (nodes.footnote_reference, nodes.citation_reference, nodes.reference, nodes.target)
#: whether a reference shows a text of its own is for the translation to say
_OWN = frozenset({"refexplicit"})


def _key(reference: nodes.Element) -> tuple[str, str, str]:
    return reference["refdomain"], reference["reftype"], reference["reftarget"]


def carry_over(old: Iterable[nodes.Element], new: Iterable[nodes.Element]) -> None:
    """Give the cross-references among the elements ``new`` what those with the same target among ``old`` know."""
    known = {_key(one): one.attributes for one in old if isinstance(one, addnodes.pending_xref)}
    for reference in new if known else ():
        if isinstance(reference, addnodes.pending_xref):
            for name, value in known.get(_key(reference), {}).items():
                if name not in _OWN:
                    reference[name] = value


def counted(elements: Iterable[nodes.Element]) -> bool:
    """Tell whether there is a reference among ``elements`` that the document keeps count of."""
    return any(isinstance(one, _COUNTED) and _is_counted(one) for one in elements)


def _is_counted(node: nodes.Element) -> bool:
    return "refname" in node or "auto" in node


def _by_name(found: Iterable[Reference]) -> dict[str, list[Reference]]:
    names: dict[str, list[Reference]] = {}
    for node in found:
        if "refname" in node:
            names.setdefault(node["refname"], []).append(node)
    return names


def recount(document: nodes.document) -> None:
    """Let the document count its footnotes and named references again, in the order in which they stand now."""
    footnotes = list(document.findall(nodes.footnote_reference))
    document.autofootnote_refs = [reference for reference in footnotes if reference.get("auto") == 1]
    document.symbol_footnote_refs = [reference for reference in footnotes if reference.get("auto") == "*"]
    document.footnote_refs = _by_name(footnotes)
    document.citation_refs = _by_name(document.findall(nodes.citation_reference))
    document.refnames = _by_name(node for node in document.findall(nodes.Element) if isinstance(node, _COUNTED))
