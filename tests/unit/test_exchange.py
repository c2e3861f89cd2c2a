"""Handing out and taking back: nothing is lost, nothing unsafe comes in, and the answer is in Polish."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from crossborder.catalog import po
from crossborder.catalog.errors import CatalogError
from crossborder.catalog.message import Catalog, Message
from crossborder.catalog.update import memory_path
from crossborder.errors import ManualError
from crossborder.exchange.hand_in import hand_in
from crossborder.exchange.hand_out import hand_out
from crossborder.exchange.term_files import export_terms
from crossborder.locale import words
from crossborder.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGE = "teil/seite"
TEXTS = {"Erster Absatz.": "", "Zweiter Absatz.": "Drugi akapit.", "Das Amt entscheidet in 7 Tagen.": ""}
TERM = """
[[term]]
de = "Pflegekind"
pl = "dziecko w pieczy zastępczej; dziecko przyjęte"
avoid_pl = ["dziecko pielęgnowane"]
definition_de = "Kind <6 & mehr"
definition_pl = "dziecko"
source = "-"
"""


def entered(project: Project, translations: Mapping[str, str], page: str = PAGE) -> None:
    """Let someone in the office enter translations."""
    path = project.catalogs("pl") / f"{page}.po"
    path.write_bytes(translated(path.read_bytes(), translations))


def translated(data: bytes, translations: Mapping[str, str]) -> bytes:
    """Return a PO file as a program saves it that knows nothing of our form."""
    text = data.decode()
    for msgid, msgstr in translations.items():
        before = f'msgid "{msgid}"\nmsgstr "'
        assert before in text
        head, _, tail = text.partition(before)
        text = head + before + msgstr + tail[tail.index('"\n') :]
    return text.encode()


def returned(path: Path, translations: Mapping[str, str], folder: Path) -> Path:
    """Return a ZIP in which a translator has filled in the page."""
    with zipfile.ZipFile(path) as archive:
        data = archive.read(f"PO/{PAGE}.po")
    back = folder / "oddane.zip"
    with zipfile.ZipFile(back, "w") as archive:
        archive.writestr(f"PO/{PAGE}.po", translated(data, translations).replace(b"\n", b"\r\n"))
        archive.writestr("terminy.csv", "x")
    return back


def msgstr(project: Project, msgid: str) -> str:
    return po.read(project.catalogs("pl") / f"{PAGE}.po").by_key[None, msgid].msgstr


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path / "manual")
    (project.data / "law").mkdir(parents=True)
    (project.data / "law" / "statutes.toml").write_text("", encoding="utf-8")
    (project.data / "terms.toml").write_text(TERM, encoding="utf-8")
    (project.root / "docs").mkdir()
    (project.root / "docs" / "translators.pl.md").write_text("# Poradnik\n\n<b>\n", encoding="utf-8")
    messages = tuple(Message(msgid, (text,)) for msgid, text in TEXTS.items())
    po.write(Catalog(messages), project.catalogs("pl") / f"{PAGE}.po", "pl")
    po.write(Catalog((Message("Fertig.", ("Gotowe.",)),)), project.catalogs("pl") / "fertig.po", "pl")
    return project


def test_zip_holds_what_needs_work_terms_and_guide(project: Project) -> None:
    out = hand_out(project, "pl")
    assert (out.pages, out.messages, out.words, out.preview) == ((PAGE,), 2, 8, False)
    with zipfile.ZipFile(out.path) as archive:
        assert set(archive.namelist()) == {f"PO/{PAGE}.po", "terminy.csv", "terminy.tbx", "PORADNIK.html"}
        rows = list(csv.reader(io.StringIO(archive.read("terminy.csv").decode("utf-8-sig")), delimiter=";"))
        guide = archive.read("PORADNIK.html").decode()
        tbx = ET.fromstring(archive.read("terminy.tbx"))  # noqa: S314 - written a line ago by ourselves
    assert rows[1][:3] == ["Pflegekind", "dziecko w pieczy zastępczej; dziecko przyjęte", "dziecko pielęgnowane"]
    assert '<html lang="pl">' in guide
    assert "<h1>Poradnik</h1>" in guide
    assert "&lt;b&gt;" in guide
    terms = [term.text for term in tbx.iter("term")]
    assert terms == ["Pflegekind", "dziecko w pieczy zastępczej", "dziecko przyjęte", "dziecko pielęgnowane"]


def test_terms_are_exported_as_they_are_handed_out(project: Project, tmp_path: Path) -> None:
    handed_out = zipfile.ZipFile(hand_out(project, "pl").path)
    written = export_terms(project, "pl", tmp_path / "terms")
    assert [path.name for path in written] == ["terminy.csv", "terminy.tbx"]
    assert all(path.read_bytes() == handed_out.read(path.name) for path in written)


@pytest.mark.parametrize("name", ["a/slownik.csv", "slownik.TBX"])
def test_a_file_is_written_in_the_form_that_its_name_ends_with(project: Project, tmp_path: Path, name: str) -> None:
    (path,) = export_terms(project, "pl", tmp_path / name)
    assert path == tmp_path / name
    assert path.read_bytes().startswith("\ufeffniemiecki;".encode() if name.endswith("csv") else b"<?xml")


def test_terms_that_can_not_be_written_are_said(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ManualError, match="in this form"):
        export_terms(project, "pl", tmp_path / "terms.xlsx")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ManualError, match="can be written here"):
        export_terms(project, "pl", tmp_path / "file")


def test_preview_goes_with_it_if_it_is_built(project: Project) -> None:
    page = project.build / "html" / "pl" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>", encoding="utf-8")
    out = hand_out(project, "pl")
    assert out.preview
    assert "podglad/index.html" in zipfile.ZipFile(out.path).namelist()


def test_each_hand_out_of_a_day_has_its_name(project: Project) -> None:
    names = [hand_out(project, "pl").name for _ in range(3)]
    assert names == [names[0], f"{names[0]}-2", f"{names[0]}-3"]


def test_what_comes_back_is_taken_and_answered_in_polish(project: Project, tmp_path: Path) -> None:
    back = returned(hand_out(project, "pl").path, {"Erster Absatz.": "Pierwszy akapit."}, tmp_path)
    result = hand_in(project, "pl", back)
    assert msgstr(project, "Erster Absatz.") == "Pierwszy akapit."
    assert result.clean
    lines = result.lines(words("pl"))
    assert lines[0] == "Dziękujemy! Przyjęte tłumaczenia: 1"
    assert any("CRLF" in line for line in lines)
    assert lines[-1] == "Wszystko jest w porządku."
    assert result.incoming.ignored == ["terminy.csv"]


def test_handing_in_twice_changes_nothing(project: Project, tmp_path: Path) -> None:
    back = returned(hand_out(project, "pl").path, {"Erster Absatz.": "Pierwszy akapit."}, tmp_path)
    hand_in(project, "pl", back)
    assert hand_in(project, "pl", back).written == ()


def test_work_of_others_stays_where_the_translator_changed_nothing(project: Project, tmp_path: Path) -> None:
    out = hand_out(project, "pl").path
    entered(project, {"Zweiter Absatz.": "Akapit drugi."})
    result = hand_in(project, "pl", returned(out, {"Erster Absatz.": "Pierwszy akapit."}, tmp_path))
    assert msgstr(project, "Zweiter Absatz.") == "Akapit drugi."
    assert msgstr(project, "Erster Absatz.") == "Pierwszy akapit."
    assert not result.merges[PAGE].conflicts


def test_two_translations_of_one_text_are_listed_and_both_kept(project: Project, tmp_path: Path) -> None:
    out = hand_out(project, "pl").path
    entered(project, {"Erster Absatz.": "Akapit jeden."})
    result = hand_in(project, "pl", returned(out, {"Erster Absatz.": "Pierwszy akapit."}, tmp_path))
    assert msgstr(project, "Erster Absatz.") == "Akapit jeden."
    assert "Pierwszy akapit." in memory_path(project, "pl").read_text(encoding="utf-8")
    said = "\n".join(result.lines(words("pl")))
    assert "zachowano: Akapit jeden." in said
    assert "oddano, w pamięci: Pierwszy akapit." in said
    assert not result.clean


def test_a_translator_may_improve_what_was_handed_out(project: Project, tmp_path: Path) -> None:
    back = returned(hand_out(project, "pl").path, {"Zweiter Absatz.": "Akapit drugi."}, tmp_path)
    hand_in(project, "pl", back)
    assert msgstr(project, "Zweiter Absatz.") == "Akapit drugi."


def test_without_the_base_only_gaps_are_filled(project: Project, tmp_path: Path) -> None:
    path = project.catalogs("pl") / f"{PAGE}.po"
    alone = tmp_path / "seite.po"
    changes = {"Erster Absatz.": "Pierwszy akapit.", "Zweiter Absatz.": "Akapit drugi."}
    alone.write_bytes(translated(path.read_bytes(), changes))
    result = hand_in(project, "pl", alone)
    assert msgstr(project, "Erster Absatz.") == "Pierwszy akapit."
    assert msgstr(project, "Zweiter Absatz.") == "Drugi akapit."
    assert [conflict.theirs for conflict in result.merges[PAGE].conflicts] == ["Akapit drugi."]


def test_a_text_that_changed_meanwhile_gets_the_translation_as_a_guess(project: Project, tmp_path: Path) -> None:
    out = hand_out(project, "pl").path
    path = project.catalogs("pl") / f"{PAGE}.po"
    catalog = po.read(path)
    new = "Das Amt entscheidet jetzt in 7 Tagen."
    changed = tuple(replace(m, msgid=new) if "7 Tagen" in m.msgid else m for m in catalog.messages)
    po.write(replace(catalog, messages=changed), path, "pl")
    hand_in(project, "pl", returned(out, {"Das Amt entscheidet in 7 Tagen.": "Urząd decyduje w 7 dni."}, tmp_path))
    message = po.read(path).by_key[None, new]
    assert (message.msgstr, message.fuzzy) == ("Urząd decyduje w 7 dni.", True)
    assert message.previous == "Das Amt entscheidet in 7 Tagen."


@pytest.mark.parametrize("attack", ["`x <javascript:alert(1)>`__", ".. include:: /etc/passwd", "<script>x</script>"])
def test_what_is_unsafe_is_not_taken(project: Project, tmp_path: Path, attack: str) -> None:
    result = hand_in(project, "pl", returned(hand_out(project, "pl").path, {"Erster Absatz.": attack}, tmp_path))
    assert msgstr(project, "Erster Absatz.") == ""
    assert "to tłumaczenie nie zostało przyjęte" in "\n".join(result.lines(words("pl")))


def test_what_is_unsafe_is_said_too_where_its_text_is_gone(project: Project, tmp_path: Path) -> None:
    alone = tmp_path / "seite.po"
    alone.write_text('msgid "Ganz anderer Absatz."\nmsgstr "`x <javascript:alert(1)>`__"\n', encoding="utf-8")
    result = hand_in(project, "pl", alone)
    assert [rejected.msgid for rejected in result.merges[PAGE].rejected] == ["Ganz anderer Absatz."]
    assert not memory_path(project, "pl").exists()


def test_a_mistake_is_taken_and_said_with_file_and_line(project: Project, tmp_path: Path) -> None:
    changes = {"Das Amt entscheidet in 7 Tagen.": "Urząd decyduje w 9 dni."}
    result = hand_in(project, "pl", returned(hand_out(project, "pl").path, changes, tmp_path))
    assert [(finding.code, finding.path) for finding in result.findings] == [("TRL004", f"{PAGE}.po")]
    lines = (project.catalogs("pl") / f"{PAGE}.po").read_text(encoding="utf-8").splitlines()
    assert "9 dni" in lines[result.findings[0].line - 1]


def test_comments_of_translators_come_along(project: Project, tmp_path: Path) -> None:
    path = project.catalogs("pl") / f"{PAGE}.po"
    alone = tmp_path / "seite.po"
    alone.write_text(path.read_text("utf-8").replace('msgid "Erster', '# Pytanie do MOPS\nmsgid "Erster'), "utf-8")
    hand_in(project, "pl", alone)
    assert "# Pytanie do MOPS\n" in path.read_text(encoding="utf-8")


def zip_of(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_a_zip_writes_nothing_but_the_pages_of_the_manual(project: Project, tmp_path: Path) -> None:
    valid = b'msgid "Fremd"\nmsgstr "Obcy"\n'
    members = {"../../evil.po": valid, "/etc/evil.po": valid, "PO/sphinx.po": valid, "x.mo": b"x", "conf.py": b"x"}
    result = hand_in(project, "pl", zip_of(tmp_path / "evil.zip", members))
    assert result.written == ()
    assert len(result.incoming.problems) == 3
    assert not list(tmp_path.rglob("evil.po"))


def test_broken_files_do_not_stop_the_others(project: Project, tmp_path: Path) -> None:
    good = translated((project.catalogs("pl") / f"{PAGE}.po").read_bytes(), {"Erster Absatz.": "Pierwszy akapit."})
    members = {f"PO/{PAGE}.po": good, "PO/fertig.po": b'msgid "a"\nmsgstr "b'}
    result = hand_in(project, "pl", zip_of(tmp_path / "back.zip", members))
    assert msgstr(project, "Erster Absatz.") == "Pierwszy akapit."
    assert "fertig.po:2: Tekst nie jest zamknięty" in "\n".join(result.lines(words("pl")))


def test_a_bomb_and_a_missing_file_are_said(project: Project, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.po", b"\0" * 60_000_000)
    with pytest.raises(CatalogError, match="more than any manual"):
        hand_in(project, "pl", bomb)
    with pytest.raises(CatalogError, match="no such file"):
        hand_in(project, "pl", tmp_path / "nothing.zip")
    (tmp_path / "no.zip").write_bytes(b"no zip")
    with pytest.raises(CatalogError, match="can't be read"):
        hand_in(project, "pl", tmp_path / "no.zip")


def test_something_that_holds_no_po_file_is_said(project: Project, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"x")
    with pytest.raises(CatalogError, match="no PO file in it"):
        hand_in(project, "pl", tmp_path / "letter.docx")
