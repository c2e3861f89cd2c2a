"""The landscape PDF with both languages side by side: conformance, completeness, alignment, equal bytes."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import lxml.html
import pikepdf
import pytest
from tests.sphinx.paged.pdfs import Pdf, complaints, tags

from crossborder.editions.alignment import blocks
from crossborder.editions.synopsis_paper import build_synopsis_pdf, synopsis_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("latex")

NOTICE = "Ten fragment nie ma tekstu polskiego."


@pytest.fixture(scope="session")
def synopsis(outs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    """Return the synopsis of the book."""
    return Pdf(build_synopsis_pdf(outs, tmp_path_factory.mktemp("synopsis") / "synopsis.pdf"))


def letters(text: str) -> str:
    """Return the letters of ``text``: lines, hyphens, spaces and the numbers of notes differ."""
    return re.sub(r"[\W\d_]+", "", text).casefold()


def texts(out: Path) -> Iterator[str]:
    """Yield what each block of an edition says."""
    whole: Any = lxml.html.document_fromstring((out / "manual.html").read_text(encoding="utf-8"))
    for block in whole.find(".//main").iter(
        "p", "dt", "li", "label", "legend", "caption", "h2", "h3", "h4", "h5", "h6"
    ):
        if not blocks(block) and "untranslated" not in block.get("class", ""):
            for note in block.find_class("footnote"):
                note.drop_tree()
            yield letters(block.text_content())


def running_text(pdf: Pdf) -> str:
    """Return the letters of all pages without their heads and feet."""
    area = ["-x", "0", "-y", "68", "-W", "842", "-H", "466"]
    run = subprocess.run(["pdftotext", "-raw", *area, str(pdf.path), "-"], capture_output=True, check=True)
    return letters(run.stdout.decode())


def page_with(pdf: Pdf, text: str) -> str:
    return next(page for page in pdf.pages[3:] if text in page)


def test_it_conforms_and_says_what_it_is(synopsis: Pdf) -> None:
    assert complaints(synopsis.path) == []
    assert synopsis.title() == "Muster – Ein Buch für Übungen / Wzór – Książka do ćwiczeń"
    assert synopsis.language() == "de"
    with pikepdf.open(synopsis.path) as pdf:
        assert all(leaf.MediaBox[2] > leaf.MediaBox[3] for leaf in pdf.pages)


@pytest.mark.parametrize(("language", "least"), [("de", 150), ("pl", 40)])
def test_the_text_of_both_languages_is_complete(
    synopsis: Pdf, outs: dict[str, Path], language: str, least: int
) -> None:
    wanted, found = list(texts(outs[language])), running_text(synopsis)
    assert len(wanted) > least
    assert [text for text in wanted if text not in found] == []


def test_partners_begin_on_one_line_of_one_page(synopsis: Pdf) -> None:
    assert re.search(r"Öffentliche Träger\s+Podmioty publiczne", page_with(synopsis, "A1"))
    assert re.search(r"Die Lage\s+Położenie\n", page_with(synopsis, "Polnische Zeichen"))
    assert re.search(r"Ein Blatt zum Ausfüllen\s+Karta do wypełnienia", page_with(synopsis, "Karta do"))


def test_a_block_without_partner_is_shown_as_such(synopsis: Pdf) -> None:
    assert re.search(rf"Eine Bemerkung\.\s+{NOTICE}", synopsis.text)
    assert "Polnische Zeichen" in synopsis.text
    assert synopsis.text.count("Eine Bemerkung.") == 1


def test_a_row_of_a_table_stands_in_german_and_then_in_polish(outs: dict[str, Path]) -> None:
    german, polish = ((outs[language] / "manual.html").read_text(encoding="utf-8") for language in ("de", "pl"))
    polish = polish.replace("Gesichtspunkt 3", "Aspekt trzeci")
    body: Any = lxml.html.document_fromstring(synopsis_document(german, polish))
    table = body.find_class("comparison")[0]
    rows = [(row.get("lang"), row.text_content().split()[:2]) for row in table.iter("tr")]
    place = rows.index(("de", ["Gesichtspunkt", "3"]))
    assert rows[place + 1][0] == "pl"
    assert [language for language, _ in rows] == ["de", "pl"] * (len(rows) // 2)


def test_columns_have_their_language_and_headings_are_tagged(synopsis: Pdf) -> None:
    with pikepdf.open(synopsis.path) as pdf:
        found = list(tags(pdf))
    assert {"de", "pl"} <= {str(tag.Lang) for tag in found if "/Lang" in tag and tag.S == "/Div"}
    kinds = {str(tag.S) for tag in found}
    assert {"/H1", "/H2", "/H3", "/H4", "/L", "/LI", "/Table", "/TH", "/Link"} <= kinds
    assert "/Form" not in kinds, "a form is shown here; it is filled in in the PDF of its worksheet"


def test_bookmarks_running_heads_and_contents_have_both_languages(synopsis: Pdf) -> None:
    assert (1, "A1 Öffentliche Träger · A1 Podmioty publiczne") in synopsis.bookmarks()
    assert (2, "Die Lage · Położenie") in synopsis.bookmarks()
    entry = re.search(r"A1 Öffentliche Träger\s+(\d+)\s+A1 Podmioty publiczne\s+(\d+)", synopsis.pages[1])
    assert entry
    assert entry[1] == entry[2]
    assert "Podmioty publiczne" in synopsis.pages[int(entry[1]) - 1]
    after = synopsis.pages[int(entry[1])]
    assert re.match(r"\s*A1 Öffentliche Träger\s+A1 Podmioty publiczne", after)
    assert re.search(rf"\b{int(entry[1]) + 1}\s", after.strip().splitlines()[-2] + "\n")


def test_each_language_has_an_index_in_its_order(synopsis: Pdf) -> None:
    assert [page.split()[0] for page in synopsis.pages if re.match(r"\s*(Stichwortverzeichnis|Indeks)", page)] == [
        "Stichwortverzeichnis",
        "Indeks",
    ]


def test_the_same_text_gives_the_same_bytes_in_any_folder(
    synopsis: Pdf, outs_elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    again = build_synopsis_pdf(outs_elsewhere, tmp_path / "again.pdf")
    assert again.read_bytes() == synopsis.path.read_bytes()
