"""The inline markup of one message, read by docutils' own parser, without running any role or directive."""

from __future__ import annotations

import re
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.languages import get_language
from docutils.parsers import rst
from docutils.parsers.rst import states
from docutils.utils import Reporter, unescape

if TYPE_CHECKING:
    from docutils.frontend import Values

#: a text without any of these has no inline markup and needs no parser; a colon counts only with a sign behind it
_SIGNS = re.compile(r"[*`|_\\@:](?:(?<!:)|(?=\S))")
_TITLED = re.compile(r"(.+?)\s*(?<!\x00)<([^<]*?)>", re.DOTALL)
#: a text without any of these, and without two full stops at its beginning, can neither act nor lead anywhere
_SUSPECT = re.compile(r"[<&`*|_\\@#\[\]{}~\x00-\x1f\x7f\x85\u2028-\u202e\u2066-\u2069:](?:(?<!:)|(?=\S))")
_EXPLICIT = re.compile(r"\s*\.\.(?!\.)")


#: roles whose content is text that a translator translates; the one without a name is the default role
TEXT_ROLES = frozenset(
    {
        "",
        "abbr",
        "abbreviation",
        "command",
        "de",
        "dfn",
        "emphasis",
        "file",
        "guilabel",
        "index",
        "kbd",
        "literal",
        "pl",
    }
    | {"menuselection", "program", "samp", "strong", "sub", "subscript", "sup", "superscript", "t", "title"}
    | {"title-reference"}
)
#: roles that say which language a word is in; a translation has more of them or fewer
LANGUAGE_ROLES = frozenset({"de", "en", "pl"})


class Mark(NamedTuple):
    """One piece of inline markup."""

    kind: str  #: ``role link named footnote citation substitution literal emphasis strong anchor problem``
    name: str  #: name of a role, else empty
    target: str  #: what it leads to or stands for
    text: str  #: what the reader sees, as far as the message says it
    raw: str  #: as it is written


class Markup(NamedTuple):
    """A message taken apart."""

    marks: tuple[Mark, ...]
    text: str  #: what the reader sees; roles without a text of their own show their target
    prose: str  #: the same without literals, citations, formulas and addresses


class _Inliner(states.Inliner):
    """Docutils' parser of inline markup, which leaves roles as they are written."""

    def interpreted(self, rawsource: str, text: str, role: str, _lineno: int) -> tuple[list[Any], list[Any]]:
        """Return what is written in place of a node; no role is ever called."""
        return [_role(rawsource, text, role or "")], []

    def implicit_inline(self, text: str, lineno: int) -> list[nodes.Text]:
        """Look for bare addresses only where there is a sign of one: the search for them is slow."""
        if ":" in text or "@" in text:
            return super().implicit_inline(text, lineno)
        return [nodes.Text(text)] if text else []


@cache
def _settings() -> Values:
    settings = get_default_settings(rst.Parser)
    settings.raw_enabled = False
    settings.file_insertion_enabled = False
    settings.report_level = settings.halt_level = Reporter.SEVERE_LEVEL + 1
    return settings


@cache
def _inliner() -> _Inliner:
    plain, inliner = states.Inliner(), _Inliner()
    plain.init_customizations(_settings())  # builds its patterns from what its own class says, not a subclass
    vars(inliner).update(vars(plain))
    return inliner


@cache
def _reporter() -> Reporter:
    return Reporter("message", Reporter.SEVERE_LEVEL + 1, Reporter.SEVERE_LEVEL + 1, stream=False)


def _parse(text: str) -> list[nodes.Text | nodes.Element | Mark]:
    inliner, reporter = _inliner(), _reporter()
    document = nodes.document(_settings(), reporter)
    memo = SimpleNamespace(document=document, reporter=reporter, language=get_language("en", reporter))
    found, _messages = inliner.parse(text, 1, memo, document)
    return cast("list[nodes.Text | nodes.Element | Mark]", found)


def squeeze(text: str) -> str:
    """Return ``text`` with every run of white space, no-break spaces too, as one space."""
    return " ".join(text.split())


def _role(raw: str, content: str, name: str) -> Mark:
    titled = _TITLED.fullmatch(content)
    title, target = (titled[1], titled[2]) if titled else ("", content)
    if "\x00" in content:
        title, target = unescape(title), unescape(target)
    return Mark("role", name, squeeze(target), squeeze(title), raw)


def _reference(node: nodes.reference) -> Mark:
    text = node.astext()
    if "refuri" in node:
        return Mark("link", "", node["refuri"], text, node.rawsource)
    return Mark("named", "", node.get("refname", ""), text, node.rawsource)


_KINDS: dict[type[nodes.Node], str] = {
    nodes.literal: "literal",
    nodes.emphasis: "emphasis",
    nodes.strong: "strong",
    nodes.footnote_reference: "footnote",
    nodes.citation_reference: "citation",
    nodes.substitution_reference: "substitution",
    nodes.target: "anchor",
    nodes.problematic: "problem",
}


def _mark(node: nodes.Element) -> Mark | None:
    if isinstance(node, nodes.reference):
        return _reference(node)
    if isinstance(node, nodes.target) and ("refuri" in node or "refname" in node):
        return None  # the name that an embedded address or alias also defines
    kind = _KINDS.get(type(node))
    if kind is None:
        return None
    text = node.astext()
    target = node.get("refname") or text
    if kind == "footnote":
        target = {1: "#", "*": "*"}.get(node.get("auto"), "") + (node.get("refname") or "")
    return Mark(kind, "", target, text, node.rawsource)


def has_markup(text: str) -> bool:
    """Tell whether ``text`` has any sign of inline markup, so that a parser has to look at it."""
    return bool(_SIGNS.search(text))


def harmless(text: str) -> bool:
    """Tell at once whether ``text`` is plain: nothing in it can be markup, act or hide."""
    return not _SUSPECT.search(text) and not _EXPLICIT.match(text)


def read_markup(text: str, *, plain: bool = False) -> Markup:
    """Return the inline markup of ``text``; text without any sign of markup is not parsed.

    :param plain: it is known to have none.
    """
    if plain or not has_markup(text):
        return Markup((), text, text)
    marks: list[Mark] = []
    shown: list[str] = []
    prose: list[str] = []
    for node in _parse(text):
        if isinstance(node, nodes.Text):
            shown.append(node.astext())
            prose.append(shown[-1])
            continue
        mark = node if isinstance(node, Mark) else _mark(node)
        if mark is not None:
            marks.append(mark)
            shown.append(mark.text or mark.target)
            prose.append(_prose(mark))
    return Markup(tuple(marks), "".join(shown), "".join(prose))


def _prose(mark: Mark) -> str:
    if mark.kind in {"emphasis", "strong"}:
        return mark.text
    if mark.kind == "role":
        return mark.target if mark.name in TEXT_ROLES or (mark.name == "term" and not mark.text) else mark.text
    if mark.kind in {"link", "named"} and mark.text != mark.target:
        return mark.text
    return ""
