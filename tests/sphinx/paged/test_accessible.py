"""The accessible PDF of a small book: conformance, tags, contents, notes, index, forms, equal bytes."""

from __future__ import annotations

import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest
from tests.sphinx.paged.pdfs import Pdf, complaints, index_order, tags

from crossborder.editions.accessible import PaperError, build_accessible_pdf, build_worksheet_pdfs, write_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.sphinx.manuals import Manual

pytestmark = pytest.mark.xdist_group("latex")

WIDGET = "/Widget"


def fields(path: Path) -> list[dict[str, str]]:
    """Return kind, name and spoken name of each control."""
    with pikepdf.open(path) as pdf:
        widgets = [note for leaf in pdf.pages for note in leaf.get("/Annots", []) if note.Subtype == WIDGET]
        return [{key: str(widget.get(key, "")) for key in ("/FT", "/T", "/TU")} for widget in widgets]


@pytest.fixture(scope="session")
def accessible(outs: dict[str, Path]) -> dict[str, Pdf]:
    """Return the accessible edition in each language."""
    return {language: Pdf(build_accessible_pdf(out)) for language, out in outs.items()}


@pytest.fixture(scope="session")
def sheets(outs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the PDFs of the worksheet by the folder they stand in."""
    made = build_worksheet_pdfs(outs, tmp_path_factory.mktemp("sheets"))
    return {path.parent.name: path for path in made}


@pytest.mark.parametrize("language", ["de", "pl"])
def test_it_conforms_and_says_what_it_is(accessible: dict[str, Pdf], language: str) -> None:
    assert complaints(accessible[language].path) == []
    assert accessible[language].language() == language
    assert (
        accessible[language].title()
        == {
            "de": "Muster – Ein Buch für Übungen",
            "pl": "Wzór – Książka do ćwiczeń",
        }[language]
    )


def test_the_check_finds_what_is_wrong(accessible: dict[str, Pdf], tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(accessible["de"].path) as pdf:
        del pdf.Root.Lang
        pdf.save(spoilt)
    assert complaints(spoilt)


def test_headings_lists_tables_and_foreign_words_are_tagged(accessible: dict[str, Pdf]) -> None:
    with pikepdf.open(accessible["de"].path) as pdf:
        found = list(tags(pdf))
        kinds = [str(tag.S) for tag in found]
        scopes = {str(tag.A.Scope) for tag in found if tag.S == "/TH"}
        languages = {str(tag.Lang) for tag in found if "/Lang" in tag}
    levels = [int(kind[2]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert {"/L", "/LI", "/Table", "/TR", "/TD", "/Link", "/Form", "/Caption"} <= set(kinds)
    assert scopes == {"/Row", "/Column"}
    assert "pl" in languages


def test_links_are_named_and_lead_to_the_official_text(accessible: dict[str, Pdf]) -> None:
    assert "https://law.example/sgb8/44" in accessible["de"].addresses()
    with pikepdf.open(accessible["de"].path) as pdf:
        links = [note for leaf in pdf.pages for note in leaf.get("/Annots", []) if note.Subtype == "/Link"]
        names = {str(link.Contents) for link in links}
    assert any("Kinder- und Jugendhilfe" in name for name in names)
    assert not any(name.startswith("#") for name in names)


def test_the_contents_name_the_page_of_each_chapter(accessible: dict[str, Pdf]) -> None:
    pages = accessible["de"].pages
    contents = next(text for text in pages if text.strip().startswith("Inhalt"))
    for name in ("A1 Öffentliche Träger", "Wörter", "Stichwortverzeichnis"):
        entry = re.search(rf"{name}[ .]+(\d+)", contents)
        assert entry
        top = "\n".join(pages[int(entry[1]) - 1].strip().splitlines()[:12])
        assert name.removeprefix("A1 ") in top


def test_bookmarks_have_parts_chapters_and_sections(accessible: dict[str, Pdf]) -> None:
    bookmarks = accessible["de"].bookmarks()
    assert (0, "Grundlagen") in bookmarks
    assert (1, "A1 Öffentliche Träger") in bookmarks
    assert (2, "Die Lage") in bookmarks


def test_running_heads_page_numbers_and_repeated_heads(accessible: dict[str, Pdf]) -> None:
    pages = [text for text in accessible["de"].pages if "Gesichtspunkt" in text]
    assert len(pages) > 1
    assert all(re.search(r"Aspekt\s+Deutschland\s+Polen", text) for text in pages)
    assert re.match(r"\s*A1 Öffentliche Träger\s+Die Lage", pages[1])
    assert re.search(r"29\. April 2026.*\d+\s*$", pages[1])


def test_notes_stand_at_the_foot_of_their_page(accessible: dict[str, Pdf]) -> None:
    text = next(text for text in accessible["de"].pages if "example.org" in text)
    notes = r"1\s*Die erste Note, mit § 1 SGB VIII\.\s+2\s*https://example\.org/weg\s+3\s*Die dritte Note"
    assert re.search(notes, text.replace("\N{NO-BREAK SPACE}", " "))
    assert "law.example" not in accessible["de"].text


def test_copied_text_has_all_letters_and_plain_hyphens(accessible: dict[str, Pdf]) -> None:
    for pdf in accessible.values():
        for letters in ("ąęłśżźćńó", "ĄĘŁŚŻŹĆŃÓ", "äöüß", "ÄÖÜ"):
            assert letters in pdf.text
        assert not re.search("[\u2010\ufb00-\ufb06]", pdf.text)


@pytest.mark.parametrize("language", ["de", "pl"])
def test_the_index_follows_the_alphabet_of_its_language(accessible: dict[str, Pdf], language: str) -> None:
    expected = index_order(language)
    assert [word for word in re.findall(r"[^\W\d]+", accessible[language].pages[-1]) if word in expected] == expected


def test_controls_have_names_and_buttons_of_a_choice_are_one_field(accessible: dict[str, Pdf]) -> None:
    spoken = [field["/TU"] for field in fields(accessible["de"].path)]
    assert spoken == [
        "Name des Kindes",
        "Was ist geschehen?",
        "Tag",
        "Das Kind weiß davon",
        "Wer kommt mit?: Mutter",
        "Wer kommt mit?: Vater",
        "Tag, Zeile 1",
        "Ort, Zeile 1",
        "Tag, Zeile 2",
        "Ort, Zeile 2",
    ]
    with pikepdf.open(accessible["de"].path) as pdf:
        group = next(field for field in pdf.Root.AcroForm.Fields if "/Kids" in field)
        assert len(group.Kids) == 2
        assert group.TU == "Wer kommt mit?"
        assert not any("/T" in kid for kid in group.Kids)


def test_each_sheet_is_a_pdf_of_its_own_in_each_language_and_in_both(sheets: dict[str, Path]) -> None:
    assert set(sheets) == {"de", "pl", "de-pl"}
    assert {path.name for path in sheets.values()} == {"T-A1-1.pdf"}
    assert [complaint for path in sheets.values() for complaint in complaints(path)] == []
    assert Pdf(sheets["de"]).title() == "T-A1-1 Ein Blatt zum Ausfüllen"


def test_facing_halves_show_each_line_twice_and_are_filled_in_apart(sheets: dict[str, Path]) -> None:
    lines = Pdf(sheets["de-pl"]).text.splitlines()
    assert any(re.search(r"Ein Blatt zum Ausfüllen\s+Karta do wypełnienia", line) for line in lines)
    names = [field["/T"] for field in fields(sheets["de-pl"]) if field["/T"]]
    assert len(names) == len(set(names)) == 16
    with pikepdf.open(sheets["de-pl"]) as pdf:
        width, height = (pdf.pages[0].MediaBox[place] for place in (2, 3))
        assert width > height
        assert "pl" in {str(tag.Lang) for tag in tags(pdf) if "/Lang" in tag}


def test_the_same_text_gives_the_same_bytes_in_any_folder(
    accessible: dict[str, Pdf], sheets: dict[str, Path], outs_elsewhere: dict[str, Path], tmp_path: Path
) -> None:
    assert build_accessible_pdf(outs_elsewhere["de"]).read_bytes() == accessible["de"].path.read_bytes()
    for path in build_worksheet_pdfs(outs_elsewhere, tmp_path / "sheets"):
        assert path.read_bytes() == sheets[path.parent.name].read_bytes()


def test_nothing_is_made_twice(book: Manual, accessible: dict[str, Pdf]) -> None:
    before = accessible["de"].path.stat().st_mtime_ns
    assert build_accessible_pdf(book.build("accessible").app.outdir) == accessible["de"].path
    assert accessible["de"].path.stat().st_mtime_ns == before


def test_a_defect_is_an_error_and_leaves_no_pdf(tmp_path: Path) -> None:
    text = '<html lang="de"><head><title>T</title></head><body><a href="#nirgends">Weg</a></body></html>'
    with pytest.raises(PaperError, match="nirgends") as caught:
        write_pdf(text, tmp_path / "t.pdf", base=tmp_path)
    assert "nirgends" in caught.value.log.read_text(encoding="utf-8")
    assert not (tmp_path / "t.pdf").exists()


class NoPango:
    """Makes the import of WeasyPrint fail as it does without its libraries."""

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: object = None) -> None:
        if name == "weasyprint":
            message = "cannot load library 'libpango-1.0-0'"
            raise OSError(message)


def test_a_missing_library_is_named_with_its_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    with pytest.raises(PaperError, match="libpango") as caught:
        write_pdf("", tmp_path / "t.pdf", base=tmp_path)
    assert "scripts/install-system-packages accessible" in caught.value.text(str)


@pytest.mark.parametrize("style", ["accessible.css", "synopsis.css"])
def test_a_row_taller_than_a_page_goes_on_overleaf_and_loses_nothing(tmp_path: Path, style: str) -> None:
    sentences = [f"Dies ist Satz {number} von achtzig." for number in range(80)]
    text = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    row = f"<table><tr><th scope='row'>Kopf</th><td>{text}</td><td>{text}</td></tr></table>"
    pair = f"<div class='pair'><div class='column'>{text}</div><div class='column'>{text}</div></div>"
    page = f"<html lang='de'><head><title>T</title></head><body><h1>T</h1>{row}{pair}</body></html>"
    pdf = Pdf(write_pdf(page, tmp_path / "t.pdf", base=tmp_path, style=style))
    assert len(pdf.pages) > 2
    assert [sentence for sentence in sentences if pdf.words().count(sentence) != 4] == []
