"""A small book, printed once in each language for all tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.sphinx.manuals import Manual, new_manual
from tests.sphinx.paged.pdfs import CONFIG, Pdf, pages_of_the_book

from crossborder.editions.latex import compile_pdf

if TYPE_CHECKING:
    from pathlib import Path


#: what of the chapter is translated
POLISH = {
    "Öffentliche Träger": "Podmioty publiczne",
    "Die Lage": "Położenie",
    "Ein Blatt zum Ausfüllen": "Karta do wypełnienia",
}


def new_book(folder: Path, pages: dict[str, str] | None = None) -> Manual:
    """Return a manual with the settings of a book that is printed."""
    manual = new_manual(folder)
    (manual.source / "a").mkdir()
    (manual.source / "conf.py").write_text(CONFIG, encoding="utf-8")
    manual.write(pages or pages_of_the_book())
    manual.translate("a/a1", POLISH)
    return manual


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Manual:
    """Return the small book."""
    return new_book(tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="session")
def printed(book: Manual) -> dict[str, Pdf]:
    """Return the print edition of the book in each language."""
    return {language: Pdf(compile_pdf(book.build("latex", language).app.outdir)) for language in ("de", "pl")}


@pytest.fixture(scope="session")
def outs(book: Manual) -> dict[str, Path]:
    """Return for each language what Sphinx has written for the accessible edition."""
    return {language: book.build("accessible", language).app.outdir for language in ("de", "pl")}


@pytest.fixture(scope="session")
def outs_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the same, built once more in another folder."""
    book = new_book(tmp_path_factory.mktemp("elsewhere"))
    return {language: book.build("accessible", language).app.outdir for language in ("de", "pl")}
