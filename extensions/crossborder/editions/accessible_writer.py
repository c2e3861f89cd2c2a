"""How our nodes become HTML for the accessible PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from typing_extensions import override

from crossborder.editions.html_writer import ManualHTMLTranslator, chapter_ids
from crossborder.editions.paper_tree import BUILDER

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx


class PaperTranslator(ManualHTMLTranslator):
    """The HTML of the web edition, with parts and chapters as a book has them."""

    @override
    def visit_start_of_file(self, node: Element) -> None:
        """Enter a page of the source; its first section is the place that links lead to."""
        self.docnames.append(node["docname"])

    @override
    def visit_title(self, node: nodes.title) -> None:
        """Write a title; that of the manual stands on the title page, that of a chapter has its id."""
        if isinstance(node.parent, nodes.section) and "start" in node.parent["classes"]:
            raise nodes.SkipNode
        super().visit_title(node)
        if isinstance(node.parent, nodes.section) and "chapter" in node.parent["classes"]:
            chapter = chapter_ids(self.builder.env).get(self.docnames[-1], "")
            self.body.append(f'<span class="chapter-id">{chapter}</span> ' if chapter else "")

    @override
    def visit_rubric(self, node: nodes.rubric) -> None:
        """Write a heading of our directives one level below the section it stands in."""
        if "heading-level" in node:
            node["heading-level"] = min(self.section_level + 1 + ("ws-section" in node["classes"]), 6)
        super().visit_rubric(node)


def setup(app: Sphinx) -> None:
    """Let the accessible edition be written by us."""
    app.set_translator(BUILDER, PaperTranslator)
