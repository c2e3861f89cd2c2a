"""What the writers of generated lists need: the records in the order of the book, links, lines, tables."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref

from crossborder.authoring.parts import generated, line_of_ours
from crossborder.domain import PLACE, domain_of
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from crossborder.domain import CrossborderDomain, Item

    Inlines = Sequence[nodes.Node]


class page_number(nodes.Inline, nodes.TextElement):  # noqa: N801 -- docutils finds visitors by the name of the class
    """The page of a place, in print. A node of ours because no standard node is a page number."""


class Lister:
    """What the writers of lists need: the records in the order of the book, and links to their places."""

    def __init__(self, env: BuildEnvironment, docname: str, level: int) -> None:
        self.env = env
        self.docname = docname
        self.language: str = env.config.language
        self.level = level

    @cached_property
    def words(self) -> Callable[[str], str]:
        """The function that says an English message in the language of the page."""
        return words(self.language)

    @property
    def domain(self) -> CrossborderDomain:
        """Where the records and the data are."""
        return domain_of(self.env)

    @cached_property
    def pages(self) -> dict[str, int]:
        """The page names in the order of the book."""
        order: dict[str, int] = {}
        waiting = [self.env.config.root_doc]
        while waiting:
            docname = waiting.pop()
            if docname not in order:
                order[docname] = len(order)
                waiting += reversed(self.env.toctree_includes.get(docname, []))
        return order

    def items(self, *kinds: str) -> list[Item]:
        """Return the records of ``kinds`` in the order of the book."""
        return sorted(self.domain.items(*kinds), key=lambda item: self.pages.get(item.docname, len(self.pages)))

    def chapter(self, docname: str) -> str:
        """Return the title of a page."""
        return self.env.titles[docname].astext()

    def heading(self, text: str) -> nodes.rubric:
        """Return a heading inside the list."""
        return nodes.rubric(text, text, translatable=False, **{"heading-level": self.level})

    def link(self, item: Item, text: str) -> list[nodes.Node]:
        """Return a link to the place of ``item``, in print with the page number."""
        reference = pending_xref(
            "",
            nodes.inline("", text, classes=["place"]),
            refdomain="crossborder",
            reftype=PLACE,
            reftarget=f"{item.docname}#{item.anchor}",
            refexplicit=True,
            refdoc=self.docname,
        )
        page = page_number("", self.words("p."), target=f"{item.docname}:{item.anchor or ':doc'}")
        return [reference, page]

    def places(self, items: Iterable[Item]) -> nodes.paragraph:
        """Return the places of ``items``, each once: chapter by chapter, with a link for each section."""
        chapters: dict[str, dict[str, Item]] = defaultdict(dict)
        for item in items:
            chapters[item.docname].setdefault(item.anchor, item)
        shown: list[nodes.Node] = []
        for docname, sections in chapters.items():
            shown += [nodes.Text(" · ")] if shown else []
            shown += self._chapter_places(self.chapter(docname), sections.values())
        return line_of_ours(shown, "places")

    def _chapter_places(self, chapter: str, items: Iterable[Item]) -> list[nodes.Node]:
        """Return the places in a chapter, whose name stands before them once."""
        whole = [item for item in items if not item.anchor]
        shown: list[nodes.Node] = [*self.link(whole[0], chapter)] if whole else [nodes.Text(chapter)]
        for number, item in enumerate(item for item in items if item.anchor):
            shown += [nodes.Text("; " if number else ": "), *self.link(item, item.title)]
        return shown

    def bullets(self, rows: Iterable[Sequence[nodes.Node]], *classes: str) -> nodes.bullet_list:
        """Return a list of lines."""
        entries = (nodes.list_item("", line_of_ours(row)) for row in rows)
        return nodes.bullet_list("", *entries, bullet="-", classes=list(classes))

    def definitions(
        self, rows: Iterable[tuple[Sequence[nodes.Node], Sequence[nodes.Node]]], *classes: str
    ) -> nodes.definition_list:
        """Return a list of terms and what belongs to them."""
        entries = [
            nodes.definition_list_item(
                "", nodes.term("", "", *term, translatable=False), nodes.definition("", *definition)
            )
            for term, definition in rows
        ]
        return nodes.definition_list("", *entries, classes=list(classes))

    def table(
        self, heads: Mapping[str, int], rows: Iterable[Sequence[Sequence[nodes.Node]]], *classes: str
    ) -> nodes.table:
        """Return a table: ``heads`` with their widths in percent, the first column names its row."""
        group = nodes.tgroup("", cols=len(heads))
        for number, width in enumerate(heads.values()):
            stub = {"stub": 1} if number == 0 else {}
            group += nodes.colspec("", colwidth=width, **stub)
        group += nodes.thead("", nodes.row("", *(nodes.entry("", generated(head)) for head in heads)))
        body = nodes.tbody("")
        for row in rows:
            body += nodes.row("", *(nodes.entry("", line_of_ours(cell)) for cell in row))
        group += body
        return nodes.table("", group, classes=["list", "longtable", "colwidths-given", *classes])
