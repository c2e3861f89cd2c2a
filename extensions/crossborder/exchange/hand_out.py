"""``manual translate out``: one ZIP with all that a translator needs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markupsafe import Markup

from crossborder.catalog.po_writer import dump
from crossborder.catalog.statistics import page_statistics
from crossborder.catalog.update import read_catalogs
from crossborder.exchange import bases
from crossborder.exchange.pages import render
from crossborder.exchange.term_files import term_files
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from crossborder.project import Project

#: a preview page is of no use without the files that it loads
_PREVIEW = {".html", ".css", ".js", ".svg", ".png", ".jpg", ".webp", ".woff2", ".ico", ".json"}


@dataclass(frozen=True, slots=True)
class HandOut:
    """What was handed out."""

    path: Path  #: the ZIP
    name: str  #: by which the hand-in is known again
    pages: tuple[str, ...]  #: pages whose PO files need work
    messages: int  #: texts to translate or to look at
    words: int  #: German words in them
    preview: bool  #: whether a rendered preview is in it


def _work(project: Project, language: str, name: str, *, all_pages: bool) -> tuple[dict[str, bytes], int, int]:
    """Return the PO files that need work, and how many texts and words that is."""
    files: dict[str, bytes] = {}
    messages = left = 0
    for page, catalog in read_catalogs(project, language).items():
        state = page_statistics(page, project.catalogs(language) / f"{page}.po", catalog)
        if all_pages or state.translated < state.messages:
            files[page] = dump(catalog, language, {bases.FIELD: name}).encode()
            messages += state.messages - state.translated
            left += state.words_left
    return files, messages, left


def _page(guide: Path, language: str) -> str:
    """Return the guide, which is Markdown, as a page that opens with a double click."""
    text = MarkdownIt("commonmark", {"html": False}).enable("table").render(guide.read_text(encoding="utf-8"))
    return render("guide.html", language, title=words(language)("guide"), text=Markup(text))  # noqa: S704 - no HTML in it


def _preview(project: Project, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the web edition, if it has been built."""
    root = project.build / "html" / language
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix in _PREVIEW:
            yield path.relative_to(root).as_posix(), path.read_bytes()


def hand_out(project: Project, language: str, target: Path | None = None, *, all_pages: bool = False) -> HandOut:
    """Write one ZIP with the PO files that need work, the terms, a preview and the guide, and say what is in it.

    :param target: the ZIP to write (default: below ``build/translate``).
    :param all_pages: hand out finished pages too.
    :raises ManualError: if a PO file or the terms can't be read.
    """
    _ = words(language)
    name = bases.new_name(project, language)
    files, messages, left = _work(project, language, name, all_pages=all_pages)
    terms = term_files(project, language)
    guide = project.root / "docs" / f"translators.{language}.md"
    out = io.BytesIO()
    preview = list(_preview(project, language))
    with zipfile.ZipFile(out, "w") as archive:
        for page, data in files.items():
            bases.add_file(archive, f"PO/{page}.po", data)
        for file, data in terms.items():
            bases.add_file(archive, file, data)
        if guide.is_file():
            bases.add_file(archive, f"{_('guide')}.html", _page(guide, language).encode())
        for file, data in preview:
            bases.add_file(archive, f"{_('preview')}/{file}", data)
    path = target or project.build / "translate" / f"{language}-{name}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(out.getvalue())
    bases.keep(project, language, name, files)
    return HandOut(path, name, tuple(files), messages, left, preview=bool(preview))
