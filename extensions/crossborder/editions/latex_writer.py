"""How the print edition writes our nodes as LaTeX; how they look stands in ``tex/crossborder.sty``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels
from sphinx.writers.latex import LaTeXTranslator

from crossborder.authoring.lister import page_number
from crossborder.editions import latex_transforms
from crossborder.editions.latex_transforms import ADDRESS, ancestors
from crossborder.editions.title_page import title_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element
    from sphinx.application import Sphinx

#: labels by which parts and chapters say what they are called: ``teil-b``, ``b3``
_IDS = {"part": re.compile(r"[a-z]+-([a-z])"), "chapter": re.compile(r"([a-z]\d{1,2})")}

#: classes of paragraphs that have a look of their own
_LINES = {
    "side-name",
    "relation",
    "aspect",
    "no-counterpart",
    "practice-line",
    "ws-id",
    "vignette-label",
    "lane-country",
    "map-name",
    "map-country",
}

#: classes of field lists that are set as two columns
_FIELDS = {"practice-fields", "ws-about"}

#: what is written behind the label of a field of a form: a line to write on, as long as this at least
_BLANKS = {"ws-text": "5cm", "ws-date": "3.5cm"}

#: the class of a field with a number of lines to write on below its label
_WRITING_LINES = re.compile(r"ws-lines-(\d+)")


#: what is written before a section that begins with a box: a worksheet begins a page, others need some room
_ROOMS = {
    "worksheet": r"\clearpage",
    "vignette": r"\crossborderroom{16}",
    "practice": r"\crossborderroom{14}",
}

#: kinds of boxes, for admonitions with these classes
_BOXES = ("legal-basis", "gap", "vignette", "practice", "worksheet")


class PrintTranslator(LaTeXTranslator):
    """Sphinx's LaTeX, with chapter ids, boxes by kind, and tables that break between rows."""

    def astext(self) -> str:
        """Return the document; its date is not that of the build, so that nothing changes from day to day."""
        self.elements["date"] = self.elements["contentsname"] = ""
        self.elements["preamble"] += self._title_page()
        return super().astext()

    def _title_page(self) -> str:
        """Return what the title page, the foot of each page and the properties of the PDF say."""
        ours = title_page(self.builder.env)
        texts = {
            "owntitle": [ours.title],
            "othertitle": ours.others,
            "subtitle": [ours.subtitle],
            "offices": ours.offices,
            "state": ours.state,
            "foot": [ours.foot],
            "pdftitle": [ours.name],
            "pdfauthor": [", ".join(ours.offices)],
        }
        lines = (f"\\renewcommand{{\\crossborder{name}}}{{{self._lines(parts)}}}\n" for name, parts in texts.items())
        return "\n" + "".join(lines)

    def _lines(self, parts: Iterable[str]) -> str:
        return r"\\".join(self.escape(part) for part in parts)

    # -- parts and chapters

    def visit_section(self, node: Element) -> None:
        """Enter a section; the room for what it begins with is there, so that its title does not stand alone.

        A page of the source that has no pages below it is a chapter, not a part;
        the sections of the start page are a preface on one page.
        """
        self.body += [f"\n{room}\n" for kind, room in _ROOMS.items() if kind in _first_classes(node)]
        super().visit_section(node)
        if self._command(0) != "part" or any(node.findall(addnodes.start_of_file)):
            return
        self.sectionlevel += 2 if len(self.curfilestack) == 1 else 1
        node["lowered"] = True

    def depart_section(self, node: Element) -> None:
        """Leave a section."""
        super().depart_section(node)
        if node.get("lowered"):
            self.sectionlevel = self.top_sectionlevel - 1

    def _command(self, below: int) -> str:
        """Return LaTeX's name for a section ``below`` levels under the present one."""
        return self.sectionnames[min(self.sectionlevel + below, len(self.sectionnames) - 1)]

    def visit_rubric(self, node: nodes.rubric) -> None:
        """Write a heading of our directives one level below the section it stands in."""
        follower = node.next_node(nodes.container, descend=False, siblings=True)
        if follower is not None and "ws-table" in follower["classes"]:
            self.body.append("\n\\crossborderroom{12}\n")
        if "heading-level" in node:
            node["heading-level"] = self.sectionlevel + 2 - self.top_sectionlevel + ("ws-section" in node["classes"])
        super().visit_rubric(node)

    def visit_title(self, node: Element) -> None:
        """Write a title; that of a chapter with its id."""
        kind = self._command(0)
        if isinstance(node.parent, nodes.section) and kind in _IDS and not self.this_is_the_title:
            found = (_IDS[kind].fullmatch(name) for name in node.parent["ids"])
            name = next((match[1].upper() for match in found if match), "")
            self.body.append(f"\\crossborder{kind}{{{name}}}\n")
        super().visit_title(node)

    # -- boxes

    def open_box(self, kind: str, title: str | None = None) -> None:
        """Begin a box; without ``title`` the title node that follows writes it."""
        self.body.append(f"\n\\begin{{crossborderbox}}{{{kind}}}" + (f"{{{title}}}\n" if title is not None else ""))
        self.no_latex_floats += 1

    def close_box(self, _node: Element) -> None:
        """End a box."""
        self.body.append("\\end{crossborderbox}\n")
        self.no_latex_floats -= 1

    def visit_admonition(self, node: Element) -> None:
        """Begin the box of an admonition that has a title of its own."""
        self.open_box(next((kind for kind in _BOXES if kind in node["classes"]), "note"))

    def depart_admonition(self, node: Element) -> None:
        """End the box of an admonition."""
        self.close_box(node)

    # -- lines and tables

    def visit_paragraph(self, node: Element) -> None:
        """Begin a paragraph, in its own look where it has one; places that cite a provision are page numbers."""
        if "places" in node["classes"]:
            self._write_places(node)
            raise nodes.SkipNode
        kinds = [kind for kind in node["classes"] if kind in _LINES]
        self.context.append("\\par\\crossborderlineend}" * len(kinds))
        self.body += [f"\n{{\\csname crossborderline@{kind}\\endcsname " for kind in kinds]
        super().visit_paragraph(node)

    def _write_places(self, node: Element) -> None:
        pages = list(node.findall(page_number))
        labels = ",".join(self.idescape(page["target"]) for page in pages)
        self.body.append(f"\n\\crossborderplaces{{{self.encode(pages[0].astext())}}}{{{labels}}}\n")

    def depart_paragraph(self, node: Element) -> None:
        """End a paragraph; the label of a form's field has the line to write on behind it."""
        if node.parent[-1] is node:
            blanks = [length for kind, length in _BLANKS.items() if kind in node.parent["classes"]]
            self.body += [f"\\crossborderblank{{{length}}}" for length in blanks]
        super().depart_paragraph(node)
        self.body.append(self.context.pop())

    def depart_container(self, node: Element) -> None:
        """End a container; a field of a form has its lines to write on there."""
        found = [match[1] for name in node["classes"] if (match := _WRITING_LINES.fullmatch(name))]
        self.body += [f"\n\\crossborderlines{{{count}}}" for count in found]
        super().depart_container(node)

    def visit_field_list(self, node: Element) -> None:
        """Begin a list of names and texts, side by side where it is one of ours."""
        if _FIELDS.isdisjoint(node["classes"]):
            super().visit_field_list(node)
        else:
            self.body.append("\n\\begin{crossborderfields}\n")

    def depart_field_list(self, node: Element) -> None:
        """End a list of names and texts."""
        if _FIELDS.isdisjoint(node["classes"]):
            super().depart_field_list(node)
        else:
            self.body.append("\\end{crossborderfields}\n")

    def visit_table(self, node: Element) -> None:
        """Begin a table; it breaks between rows unless it stands in a box or in another table."""
        super().visit_table(node)
        inside = (nodes.Admonition, nodes.table, nodes.figure, nodes.topic, nodes.footnote)
        if self.table is not None and not any(isinstance(parent, inside) for parent in ancestors(node)):
            self.table.classes.append("longtable")
        kind = "crossborderemptyrows" if "ws-rows" in node["classes"] else "crossborderplaintable"
        has_caption = isinstance(node[0], nodes.title)
        self.context.append("" if has_caption else f"\\end{{{kind}}}\n")
        self.body.append("" if has_caption else f"\n\\begin{{{kind}}}")

    def depart_table(self, node: Element) -> None:
        """End a table."""
        super().depart_table(node)
        self.body.append(self.context.pop())

    def visit_entry(self, node: Element) -> None:
        """Begin a cell.

        Sphinx makes each cell as narrow as its text, which our columns of fixed width do not need,
        and which fails for cells with lists; it is kept for merged cells, which rest on it.
        """
        super().visit_entry(node)
        table = self.table
        cell = table.cell() if table is not None else None
        if table is None or cell is None or cell.width > 1 or cell.height > 1 or "longtable" not in table.classes:
            return
        body = self.bodystack[-1]
        for place in range(len(body) - 1, max(len(body) - 3, -1), -1):
            if body[place].startswith("\\begin{varwidth}"):
                del body[place]
                self.context[-1] = self.context[-1].replace("\\end{varwidth}", "")

    # -- links

    def visit_reference(self, node: Element) -> None:
        """Begin a link; one to an official text keeps the colour of the text."""
        if ADDRESS in node:
            self.body.append(f"\\crossbordercitation{{{self.encode_uri(node[ADDRESS])}}}{{")
            self.context.append("}")
            return
        super().visit_reference(node)
        if any("place" in inline["classes"] for inline in node.findall(nodes.inline)):
            self.context[-1] = "}}}"  # the page number stands behind the link already


def _first_classes(section: Element) -> list[str]:
    """Return the classes of what follows the title of a section."""
    texts = (child for child in section.children if not isinstance(child, nodes.title | nodes.target))
    first = next(texts, None)
    return list(first["classes"]) if isinstance(first, nodes.Element) else []


def _write_named_boxes() -> None:
    """Let Sphinx's own admonitions, whose titles are words of Sphinx, be boxes of their kinds."""
    for kind, label in admonitionlabels.items():

        def visit(translator: PrintTranslator, _node: Element, kind: str = kind, label: str = label) -> None:
            translator.open_box(kind, str(label))

        setattr(PrintTranslator, f"visit_{kind}", visit)
        setattr(PrintTranslator, f"depart_{kind}", PrintTranslator.close_box)


_write_named_boxes()


def setup(app: Sphinx) -> None:
    """Let the print edition be written by us."""
    app.set_translator("latex", PrintTranslator)
    latex_transforms.setup(app)
