"""What is changed in the text for the print edition before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.latex.transforms import ShowUrlsTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

#: where a link to an official text keeps its address, so that Sphinx does not print it as a footnote
ADDRESS = "crossborder-address"


def ancestors(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield what ``node`` stands in, from the inside out."""
    while node.parent is not None:
        node = node.parent
        yield node


class HideCitedAddresses(SphinxPostTransform):
    """Keep the address of a cited provision out of the footnotes: the citation says it all on paper."""

    default_priority = ShowUrlsTransform.default_priority - 1
    formats = ("latex",)

    def run(self, **_kwargs: object) -> None:
        """Move the address of each citation into an attribute that only our writer reads."""
        for link in self.document.findall(nodes.reference):
            if ("law" in link["classes"] or isinstance(link.parent, nodes.term)) and "refuri" in link:
                link[ADDRESS] = link.attributes.pop("refuri")


class NumberFootnotes(SphinxPostTransform):
    """Number the footnotes of each page of the source in the order in which the reader meets them."""

    default_priority = ShowUrlsTransform.default_priority + 1
    formats = ("latex",)

    def run(self, **_kwargs: object) -> None:
        """Give footnotes and references to them their numbers."""
        found = self.document.findall(nodes.footnote)
        notes = {(note["docname"], name): note for note in found for name in note["ids"]}
        numbers: dict[tuple[str, str], str] = {}
        counts: dict[str, int] = {}
        for mark in self.document.findall(nodes.footnote_reference):
            docname = mark["docname"]
            key = (docname, mark["refid"])
            if key not in numbers:
                counts[docname] = counts.get(docname, 0) + 1
                numbers[key] = str(counts[docname])
                notes[key][0] = nodes.label("", numbers[key])
            mark.children = [nodes.Text(numbers[key])]


class PagesBehindStart(SphinxPostTransform):
    """Put the pages of the manual behind the start page instead of into the section that lists them."""

    default_priority = 1
    builders = ("latex", "accessible")

    def run(self, **_kwargs: object) -> None:
        """Move what the lists of contents of the start page have brought in to the end of it."""
        start = next(iter(self.document.findall(nodes.section)), None)
        if start is None:
            return
        for section in [node for node in start.children if isinstance(node, nodes.section)]:
            for pages in list(section.findall(_is_list_of_pages)):
                if any(parent is section for parent in ancestors(pages)):
                    pages.parent.remove(pages)
                    start.append(pages)


class PairSignatures(SphinxPostTransform):
    """Put the signatures of a worksheet side by side, two in a line."""

    default_priority = 1
    formats = ("latex",)

    def run(self, **_kwargs: object) -> None:
        """Put a container around each signature and, if there is one, the signature that follows it."""
        signatures = [box for box in self.document.findall(nodes.container) if "ws-signature" in box["classes"]]
        while signatures:
            first = signatures.pop(0)
            pair = nodes.container("", classes=["ws-signatures"])
            follower = first.next_node(descend=False, siblings=True)
            first.parent.replace(first, pair)  # replace_self would give the classes of the signature to the pair
            pair += first
            if signatures and signatures[0] is follower:
                follower.parent.remove(follower)
                pair += signatures.pop(0)


def _is_list_of_pages(node: nodes.Node) -> bool:
    return isinstance(node, nodes.compound) and any(isinstance(child, addnodes.start_of_file) for child in node)


def setup(app: Sphinx) -> None:
    """Register the changes."""
    for change in (PagesBehindStart, PairSignatures, HideCitedAddresses, NumberFootnotes):
        app.add_post_transform(change)
