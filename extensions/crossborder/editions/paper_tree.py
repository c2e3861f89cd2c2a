"""What is changed in the text before it becomes one HTML document for the accessible PDF.

Sphinx puts the pages of the manual into one document, in which ids may stand twice and footnotes stand at the end
of a page of the source; readers of a PDF need links that lead to one place, and notes at the foot of the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

from crossborder.editions.paper import OPTION_OF
from crossborder.editions.worksheets import html_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx

#: the builder of the accessible PDF
BUILDER = "accessible"

#: how Sphinx writes the address of a page, and of a place in a page, before ids are made unique
PAGE = "#document-"

#: where an assembled document keeps, for each page and id of the source, the id that became of it
IDS = "paper-ids"

EXTERNAL = ("http://", "https://")


def pages_of(tree: nodes.document) -> Iterator[tuple[str, nodes.Element]]:
    """Yield each element of an assembled document with the name of the page of the source that it comes from."""

    def walk(node: nodes.Element, page: str) -> Iterator[tuple[str, nodes.Element]]:
        page = node["docname"] if isinstance(node, addnodes.start_of_file) else page
        yield page, node
        for child in list(node.children):
            if isinstance(child, nodes.Element):
                yield from walk(child, page)

    return walk(tree, tree["docname"])


def anchor(page: str, name: str) -> str:
    """Return the id, unique in the document, of what is called ``name`` in a page of the source."""
    return f"{nodes.make_id(page)}--{name}"


class BookParts(SphinxPostTransform):
    """Say of each section what it is in a book: the start, a part, a chapter."""

    builders = (BUILDER,)
    default_priority = 910

    @override
    def run(self, **kwargs: Any) -> None:
        for node in [self.document, *self.document.findall(addnodes.start_of_file)]:
            section = next((child for child in node.children if isinstance(child, nodes.section)), None)
            if section is not None:
                inner = any(section.findall(addnodes.start_of_file))
                section["classes"].append("start" if node is self.document else "part" if inner else "chapter")


class PlainTables(SphinxPostTransform):
    """Take away the boxes that the theme of the web edition puts around tables."""

    builders = (BUILDER,)
    default_priority = 915

    @override
    def run(self, **kwargs: Any) -> None:
        for box in list(self.document.findall(nodes.container)):
            if "table-wrapper" in box["classes"]:
                box.replace_self(box.children)


class PlainLinks(SphinxPostTransform):
    """Leave in a link nothing but its text: an element inside it would not be tagged as part of the link."""

    builders = (BUILDER,)
    default_priority = 920

    @override
    def run(self, **kwargs: Any) -> None:
        for link in self.document.findall(nodes.reference):
            if not any(link.findall(nodes.image)):
                link.children = [nodes.Text(link.astext())]


class NotesAtTheFoot(SphinxPostTransform):
    """Put each footnote into the place where it is referred to, and behind each link its address as a footnote."""

    builders = (BUILDER,)
    default_priority = 930

    @override
    def run(self, **kwargs: Any) -> None:
        found = list(pages_of(self.document))
        notes = {(page, name): node for page, node in found if isinstance(node, nodes.footnote) for name in node["ids"]}
        for page, node in found:
            if isinstance(node, nodes.footnote_reference):
                _close_up(node)
                node.replace_self(_note(*_contents(notes[page, node["refid"]])))
            elif isinstance(node, nodes.reference) and _shows_address(node):
                place = node.parent.index(node) + 1
                node.parent.insert(place, _note(nodes.Text(node["refuri"])))
        for note in notes.values():
            note.parent.remove(note)


def _close_up(reference: nodes.footnote_reference) -> None:
    """Take away the space before a reference to a footnote."""
    place = reference.parent.index(reference)
    before = reference.parent[place - 1] if place else None
    if isinstance(before, nodes.Text):
        reference.parent[place - 1] = nodes.Text(before.rstrip())


def _note(*children: nodes.Node) -> nodes.inline:
    return nodes.inline("", "", *children, classes=["footnote"])


def _contents(note: nodes.Element) -> list[nodes.Node]:
    """Return what a footnote says, on one line."""
    inlines: list[nodes.Node] = []
    for paragraph in note.findall(nodes.paragraph):
        inlines += [*([nodes.Text(" ")] if inlines else []), *(child.deepcopy() for child in paragraph.children)]
    for text in [text for inline in inlines for text in inline.findall(nodes.Text)]:
        if text.parent is not None:
            text.parent.replace(text, nodes.Text(re.sub(r"\s+", " ", text)))
    return inlines


def _shows_address(link: nodes.reference) -> bool:
    """Whether paper must show where a link leads; citations and the heads of lists say it in words."""
    address = link.get("refuri", "")
    said = "law" in link["classes"] or isinstance(link.parent, nodes.term | nodes.footnote)
    return address.startswith(EXTERNAL) and not said and link.astext() != address


class UniqueIds(SphinxPostTransform):
    """Give each place one id that no other place has, and let the links lead there."""

    builders = (BUILDER,)
    default_priority = 940

    @override
    def run(self, **kwargs: Any) -> None:
        found = list(pages_of(self.document))
        ids: dict[tuple[str, str], str] = {}
        for page, node in found:
            if node.get("ids"):
                unique = anchor(page, node["ids"][0])
                ids |= {(page, name): unique for name in node["ids"]}
                node["ids"] = [unique]
                if isinstance(node, nodes.section):
                    ids.setdefault((page, ""), unique)
        for page, node in found:
            if isinstance(node, nodes.reference):
                _redirect(node, page, ids)
        self.document[IDS] = ids


def _redirect(link: nodes.reference, page: str, ids: Mapping[tuple[str, str], str]) -> None:
    if "refid" in link:
        link["refid"] = ids.get((page, link["refid"]), link["refid"])
    elif link.get("refuri", "").startswith(PAGE):
        if target := resolve(link["refuri"], ids):
            link["refuri"] = f"#{target}"
        else:
            link.replace_self(nodes.inline("", link.astext()))


def resolve(address: str, ids: Mapping[tuple[str, str], str]) -> str:
    """Return the unique id of what Sphinx calls ``#document-page#name`` or ``#document-page``.

    It is empty for a page that no table of contents lists, and that is therefore not in the book.
    """
    page, _, name = address.removeprefix(PAGE).partition("#")
    return ids.get((page, name), "")


class NamedControls(SphinxPostTransform):
    """Give each control of a form the name that a screen reader says, which in a PDF is its title."""

    builders = (BUILDER,)
    default_priority = 905  # the controls are there

    @override
    def run(self, **kwargs: Any) -> None:
        for field in self.document.findall(nodes.container):
            if "ws-field" in field["classes"]:
                labels = [tag for tag in field.findall(html_tag) if tag["tag"] in {"label", "legend"}]
                for control in [tag for tag in field.findall(html_tag) if tag["tag"] in {"input", "textarea"}]:
                    control["attributes"]["title"] = _name(control, labels)


def _name(control: html_tag, labels: list[html_tag]) -> str:
    """Return what a control is called: the label it has or stands in, behind the legend of its group."""
    if "aria-label" in control["attributes"]:
        return str(control["attributes"]["aria-label"])
    if len(labels) == 1:
        return labels[0].astext().strip()
    legend = next(label.astext().strip() for label in labels if label["tag"] == "legend")
    own = next(label.astext().strip() for label in labels if control in label.children)
    return f"{legend}{OPTION_OF}{own}"


def setup(app: Sphinx) -> None:
    """Register the changes."""
    for change in (NamedControls, BookParts, PlainTables, PlainLinks, NotesAtTheFoot, UniqueIds):
        app.add_post_transform(change)
