"""The builder of the accessible edition: the whole manual as one HTML document, and each worksheet for itself.

WeasyPrint makes the PDF of them (``accessible``); how the pages look stands in ``paged/accessible.css``.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from docutils.utils import new_document
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.environment.adapters.indexentries import IndexEntries
from typing_extensions import override

from crossborder.domain import RECORD
from crossborder.editions import accessible_writer, paper_tree, title_page
from crossborder.editions.html import sorted_index
from crossborder.editions.html_writer import chapter_ids
from crossborder.editions.paper import WORKSHEETS, document, running_foot, write_if_changed
from crossborder.editions.paper_tree import BUILDER, EXTERNAL, IDS, pages_of, resolve
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from crossborder.editions.title_page import TitlePage

    Ids = Mapping[tuple[str, str], str]


class AccessibleBuilder(SingleFileHTMLBuilder):
    """Writes ``manual.html`` and a file for each worksheet."""

    name = BUILDER
    epilog = ""
    search = False
    add_permalinks = False

    @override
    def write_documents(self, _docnames: Set[str]) -> None:
        self.prepare_writing(self.env.all_docs.keys())
        tree = self.assemble_doctree()
        tree.settings = self.docsettings
        ids: Ids = tree[IDS]
        self.current_docname = self.config.root_doc
        self.secnumbers = {}
        self.fignumbers = self._figure_numbers(ids)
        self.imgpath = self.dlpath = self.imagedir
        self.post_process_images(tree)
        page = title_page.title_page(self.env)
        main = self._html(tree)
        parts = (
            running_foot(page.foot),
            _title(page),
            self._contents(tree),
            f"<main>{main}</main>",
            self._index(ids),
        )
        text = document(self.config.language, page.name, ", ".join(page.offices), "manual", "\n".join(parts))
        write_if_changed(Path(self.outdir, "manual.html"), text)
        for sheet in tree.findall(_is_worksheet):
            self._write_sheet(cast("nodes.container", sheet), page)

    @override
    def finish(self) -> None:
        self.copy_image_files()

    def _html(self, node: nodes.document) -> str:
        translator = cast("HTML5Translator", self.create_translator(node, self))
        node.walkabout(translator)
        return "".join(translator.fragment)

    def _figure_numbers(self, ids: Ids) -> dict[str, dict[str, tuple[int, ...]]]:
        """Return the numbers of figures and tables by their unique ids."""
        found: dict[str, dict[str, tuple[int, ...]]] = {}
        for page, kinds in self.env.toc_fignumbers.items():
            for kind, numbers in kinds.items():
                placed = {ids[page, name]: number for name, number in numbers.items() if (page, name) in ids}
                found.setdefault(kind, {}).update(placed)
        return found

    # -- contents and index

    def _contents(self, tree: nodes.document) -> str:
        """Return the table of contents: parts and their chapters; the style sheet adds the numbers of the pages."""
        chapters = chapter_ids(self.env)
        entries = []
        for page, node in pages_of(tree):
            kind = next((kind for kind in ("part", "chapter") if kind in node.get("classes", ())), "")
            if kind and isinstance(node, nodes.section):
                name = " ".join(filter(None, (chapters.get(page, ""), node[0].astext())))
                entries.append(f'<li class="toc-{kind}"><a href="#{node["ids"][0]}">{escape(name)}</a></li>')
        heading = words(self.config.language)("Contents")
        index = words(self.config.language)("Index")
        entries.append(f'<li class="toc-chapter"><a href="#index">{escape(index)}</a></li>')
        return f'<nav class="contents"><h2>{escape(heading)}</h2><ul>{"".join(entries)}</ul></nav>'

    def _index(self, ids: Ids) -> str:
        """Return the index in the order of the language; the style sheet adds the numbers of the pages."""
        language = self.config.language
        groups = []
        for letter, entries in sorted_index(IndexEntries(self.env).create_index(self), language):
            lines = "".join(_index_entry(entry, ids) for entry in entries)
            groups.append(f"<h3>{escape(letter)}</h3><ul>{lines}</ul>")
        heading = escape(words(language)("Index"))
        return f'<section class="chapter index" id="index"><h2>{heading}</h2>{"".join(groups)}</section>'

    # -- worksheets

    def _write_sheet(self, sheet: nodes.container, page: TitlePage) -> None:
        """Write what the PDF of a worksheet is made of: a block of HTML for each line of its form."""
        alone = sheet.deepcopy()
        for link in list(alone.findall(nodes.reference)):
            if not link.get("refuri", "").startswith(EXTERNAL):
                link.replace_self(nodes.inline("", link.astext()))
        form = next(node for node in alone.findall(nodes.container) if "ws-form" in node["classes"])
        blocks = [*(node for node in alone.children if node is not form), *form.children]
        content = {
            "key": sheet[RECORD]["key"],
            "title": next(iter(sheet.findall(nodes.rubric))).astext(),
            "manual": page.name,
            "author": ", ".join(page.offices),
            "foot": page.foot,
            "blocks": [self._block(block) for block in blocks],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1)
        write_if_changed(Path(self.outdir, WORKSHEETS, f"{content['key']}.json"), text)

    def _block(self, node: nodes.Node) -> str:
        alone = new_document("", self.docsettings)
        alone += node.deepcopy()
        return self._html(alone)


def _index_entry(entry: tuple[str, list[Any], list[Any]], ids: Ids) -> str:
    name, links, below = entry
    lines = "".join(_index_entry((inner, places, []), ids) for inner, places, *_ in below)
    return f"<li>{escape(name)}{_places(links, ids)}{f'<ul>{lines}</ul>' if lines else ''}</li>"


def _places(links: Iterable[tuple[str, str]], ids: Ids) -> str:
    targets = dict.fromkeys(resolve(address, ids) for _, address in links)
    return "".join(f' <a class="place-page" href="#{target}"></a>' for target in targets if target)


def _title(page: TitlePage) -> str:
    others = "".join(f"<p class='other-title'>{escape(title)}</p>" for title in page.others)
    offices = "".join(f"<p>{escape(office)}</p>" for office in page.offices)
    state = "".join(f"<p>{escape(line)}</p>" for line in page.state)
    return (
        f'<header class="title-page"><div class="titles"><h1>{escape(page.title)}</h1>{others}'
        f'<p class="subtitle">{escape(page.subtitle)}</p></div>'
        f'<div class="offices">{offices}</div><div class="state">{state}</div></header>'
    )


def _is_worksheet(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and "worksheet" in node["classes"] and RECORD in node.attributes


def setup(app: Sphinx) -> None:
    """Register builder, writer and the changes that the text needs."""
    app.add_builder(AccessibleBuilder)
    paper_tree.setup(app)
    accessible_writer.setup(app)
