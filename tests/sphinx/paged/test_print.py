"""The print edition of a small book: its letters, heads, notes, index, forms, and what stops it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.sphinx.paged.conftest import new_book
from tests.sphinx.paged.pdfs import ROW, Pdf, index_order

from crossborder.editions.latex import CompileError, compile_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sphinx.manuals import Manual

pytestmark = [pytest.mark.latex, pytest.mark.xdist_group("latex")]


def one_page(folder: Path, text: str) -> Path:
    """Return the LaTeX source of a book with one chapter."""
    return new_book(folder, {"seite": f"Seite\n=====\n\n{text}\n"}).build("latex").app.outdir


def log_of(pdf: Pdf) -> str:
    return pdf.path.with_suffix(".log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "title", "tag"),
    [("de", "Muster – Ein Buch für Übungen", "de-DE"), ("pl", "Wzór – Książka do ćwiczeń", "pl-PL")],
)
def test_the_file_says_what_it_is(printed: dict[str, Pdf], language: str, title: str, tag: str) -> None:
    assert printed[language].title() == title
    assert printed[language].language() == tag


@pytest.mark.parametrize("language", ["de", "pl"])
def test_all_letters_are_there_as_text(printed: dict[str, Pdf], language: str) -> None:
    text = printed[language].words()
    for letters in ("ąęłśżźćńó", "ĄĘŁŚŻŹĆŃÓ", "äöüß", "ÄÖÜ", "☐ ☑ ✓ → ≈ ≠"):
        assert letters in text
    assert "Missing character" not in log_of(printed[language])
    # copied text and searches must find the hyphen of the keyboard
    assert not re.search("[\u2010\u00ad]", printed[language].text)


def test_title_page_names_both_titles_the_offices_and_the_date_of_the_law(printed: dict[str, Pdf]) -> None:
    first = printed["pl"].pages[0]
    for text in ("Wzór", "Muster", "Książka do ćwiczeń", "Urząd Köthen", "MOPS Śląskie", "1.2", "29 kwietnia 2026"):
        assert text in first


def test_bookmarks_have_parts_chapters_and_sections(printed: dict[str, Pdf]) -> None:
    bookmarks = printed["de"].bookmarks()
    assert (0, "A Grundlagen") in bookmarks
    assert (1, "A1 Öffentliche Träger") in bookmarks
    assert (2, "Die Lage") in bookmarks


def test_pages_have_running_heads_and_the_state_of_the_law(printed: dict[str, Pdf]) -> None:
    inside = [page for page in printed["de"].pages if "Fortsetzung der vorherigen Seite" in page]
    heads = {page.strip().splitlines()[0].strip() for page in inside}
    assert heads == {"A1 Öffentliche Träger", "Die Lage"}
    assert all("29. April 2026" in page for page in inside)


def test_the_head_of_a_table_returns_on_each_page_and_no_row_is_lost(printed: dict[str, Pdf]) -> None:
    pages = [page for page in printed["de"].pages if "Gesichtspunkt" in page]
    assert len(pages) > 1
    assert all(re.search(r"Aspekt\s+Deutschland\s+Polen", page) for page in pages)
    text = printed["de"].words()
    assert all(f"Ein zweiter Absatz {number}." in text for number in range(1, 26))


def test_notes_are_numbered_as_they_are_met_and_citations_print_no_address(printed: dict[str, Pdf]) -> None:
    pdf = printed["de"]
    notes = r"1\s+Die erste Note.*2\s+https://example.org/weg.*3\s+Die dritte Note"
    assert re.search(notes, pdf.text, re.DOTALL)
    assert "law.example" not in pdf.text
    assert "https://law.example/sgb8/44" in pdf.addresses()


@pytest.mark.parametrize("language", ["de", "pl"])
def test_the_index_follows_the_alphabet_of_its_language(printed: dict[str, Pdf], language: str) -> None:
    index, expected = printed[language].pages[-1], index_order(language)
    assert [word for word in re.findall(r"[^\W\d]+", index) if word in expected] == expected
    assert "Non-alphabetical" not in index


def test_a_sheet_has_lines_boxes_and_a_place_to_sign(printed: dict[str, Pdf]) -> None:
    sheet = next(page for page in printed["de"].pages if "T-A1-1" in page)
    for text in ("☐ Mutter", "☐ Vater", "☐ Das Kind weiß davon", "Fachkraft", "Termine"):
        assert text in re.sub(r" +", " ", sheet)


def test_a_chapter_of_sheets_begins_a_page_and_only_captions_are_numbered(tmp_path: Path) -> None:
    rows = ":table 2: Schritte\n\n      - wer\n      - wann\n\n"
    signatures = "".join(f"   :signature: {who}\n" for who in ("Eltern", "Pflegefamilie", "Fachkraft"))
    sheet = f".. worksheet:: Plan\n   :id: T-X1-1\n\n   {rows}{signatures}"
    table = f".. comparison:: Vergleich\n   :name: vgl-plan\n\n{ROW.format(number=1)}"
    text = f"Davor.\n\nWerkzeuge\n---------\n\n{sheet}\nDanach\n------\n\n{table}"
    pages = Pdf(compile_pdf(one_page(tmp_path, text))).pages
    before, sheet_page = (next(page for page in pages if word in page) for word in ("Davor.", "T-X1-1"))
    assert "Werkzeuge" not in before
    assert re.search(r"Werkzeuge\s+Plan", sheet_page)
    assert re.search(r"Eltern {10,}Pflegefamilie\n", sheet_page)
    assert re.search(r"\n *Fachkraft\n", sheet_page)
    assert any(re.search(r"Tab\. 1\s+Vergleich", page) for page in pages)


def test_the_lanes_of_a_case_stand_side_by_side(printed: dict[str, Pdf]) -> None:
    lines = printed["de"].text.splitlines()
    assert any(re.search(r"Deutschland\s+Polen", line) for line in lines)
    alone = next(line for line in lines if "Nur in Polen" in line)
    assert len(alone) - len(alone.lstrip()) > 40


def test_no_line_stands_out_of_its_column(printed: dict[str, Pdf]) -> None:
    widths = re.findall(r"Overfull \\hbox \(([\d.]+)pt", log_of(printed["de"]) + log_of(printed["pl"]))
    assert all(float(width) < 5 for width in widths)


def test_the_same_text_gives_the_same_bytes_in_any_folder(printed: dict[str, Pdf], tmp_path: Path) -> None:
    again = compile_pdf(new_book(tmp_path / "elsewhere").build("latex").app.outdir)
    assert again.read_bytes() == printed["de"].path.read_bytes()


def test_nothing_is_made_twice(book: Manual, printed: dict[str, Pdf]) -> None:
    before = printed["de"].path.stat().st_mtime_ns
    assert compile_pdf(book.build("latex").app.outdir) == printed["de"].path
    assert printed["de"].path.stat().st_mtime_ns == before


def test_a_row_taller_than_a_page_stops_the_build_and_is_named(tmp_path: Path) -> None:
    row = ROW.format(number=1).replace("Ein zweiter Absatz 1.", "\n\n         ".join(["Noch ein Absatz."] * 80))
    source = one_page(tmp_path, f".. comparison:: Zu lang\n   :name: vgl-zu\n\n{row}")
    with pytest.raises(CompileError, match=r"row is taller than a page.*Gesichtspunkt 1"):
        compile_pdf(source)


def test_a_sign_that_no_font_has_is_named(tmp_path: Path) -> None:
    with pytest.raises(CompileError, match=r"漢 \(U\+6F22\)"):
        compile_pdf(one_page(tmp_path, "Ein Zeichen 漢 ohne Schrift."))


def test_an_error_of_latex_is_named_with_its_log_and_can_be_cured(tmp_path: Path) -> None:
    source = one_page(tmp_path, ".. raw:: latex\n\n   \\unbekannt")
    with pytest.raises(CompileError, match="Undefined control sequence") as caught:
        compile_pdf(source)
    assert caught.value.log.name == "manual-de.log"
    page = next(source.glob("*.tex"))
    page.write_text(page.read_text(encoding="utf-8").replace("\\unbekannt", ""), encoding="utf-8")
    assert compile_pdf(source).stat().st_size > 10_000


def test_missing_programs_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CompileError, match="latexmk, lualatex, xindy") as caught:
        compile_pdf(tmp_path)
    assert "scripts/install-system-packages pdf" in caught.value.text(str)
