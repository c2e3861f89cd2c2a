"""Provisions in the search index: each leads to the places that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

from crossborder.domain import RECORD, domain_of
from crossborder.editions.html_writer import WEB_BUILDERS
from crossborder.editions.search.text import plain_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.law import Statute


class _Place(NamedTuple):
    """Where a page cites a provision."""

    anchor: str
    main: str  #: Sphinx's word for an entry that comes before others


class CitationEntries(SphinxPostTransform):
    """Add an entry for each provision that the page cites, to the search index only.

    Index entries are collected for the printed index when a page is read; these come later, so they never get there.
    """

    builders = WEB_BUILDERS
    default_priority = 600

    @override
    def run(self, **_kwargs: Any) -> None:
        language = self.config.language
        statutes = domain_of(self.env).register.statutes
        places: dict[str, _Place] = {}
        for node in self.document.findall(nodes.Element):
            record = node.attributes.get(RECORD, {})
            if record.get("kind") != "citation":
                continue
            place = _place(node)
            for entry in _entries(statutes[record["statute"]], record["section"], language):
                if entry not in places or (place.main and not places[entry].main):
                    places[entry] = place
        if places:
            rows = [("single", entry, place.anchor, place.main, None) for entry, place in places.items()]
            self.document.append(addnodes.index(entries=rows))


def _entries(statute: Statute, section: str, language: str) -> Iterator[str]:
    """Yield the entries of a provision; ``query.js`` makes the same of what is typed."""
    sign = "§" if statute.sign == "§" else "art"
    number = plain_number(section)
    yield f"⟨{sign} {number}⟩"
    yield f"⟨{sign} {number} {statute.abbreviation(language).lower()}⟩"


def _place(node: nodes.Element) -> _Place:
    """Return the box, table or section around a citation; a legal basis comes first."""
    around = node.parent
    while around.parent is not None and not around["ids"]:
        around = around.parent
    is_top = isinstance(around, nodes.section) and isinstance(around.parent, nodes.document)
    anchor = around["ids"][0] if around["ids"] and not is_top else ""
    return _Place(anchor, "main" if "legal-basis" in around["classes"] else "")
