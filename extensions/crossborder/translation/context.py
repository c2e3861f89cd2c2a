"""Beside each page's template, where on the page its messages stand: headings above them and kind of text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import extract_messages

from crossborder.catalog.extract import SIDECAR

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: kinds of text by the node that holds it, or by a node around it; msgids of the extension's own words
_KINDS: dict[type[nodes.Node], str] = {
    nodes.title: "heading",
    nodes.caption: "caption",
    nodes.term: "term",
    nodes.rubric: "heading",
    nodes.image: "picture description",
    nodes.literal_block: "literal text",
    nodes.meta: "search engine text",
    addnodes.toctree: "table of contents",
    nodes.footnote: "footnote",
    nodes.entry: "table cell",
    nodes.definition: "definition",
    nodes.list_item: "list item",
    nodes.field_body: "field",
    nodes.field_name: "field name",
    nodes.line: "line",
}


def _kind(node: nodes.Element) -> str:
    around: nodes.Node | None = node
    while around is not None and not isinstance(around, nodes.section):
        for kind, name in _KINDS.items():
            if isinstance(around, kind):
                return _title_kind(around) if isinstance(around, nodes.title) else name
        around = around.parent
    return "paragraph"


def _title_kind(title: nodes.title) -> str:
    return "heading" if isinstance(title.parent, nodes.section | nodes.document) else "title of a box"


def _section_path(node: nodes.Element) -> list[str]:
    """Return the headings above a node, the highest first, without its own."""
    path = []
    around = node.parent.parent if isinstance(node, nodes.title) else node.parent
    while around is not None:
        if isinstance(around, nodes.section):
            path.append(around[0].astext())
        around = around.parent
    return path[::-1]


def write_context(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write where the messages of a page stand; only when messages are taken out."""
    if app.builder.name != "gettext":
        return
    rows = [(msgid, _section_path(node), _kind(node)) for node, msgid in extract_messages(doctree)]
    path = Path(app.outdir, docname + SIDECAR)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Write context whenever the gettext builder runs."""
    app.connect("doctree-resolved", write_context)
