"""The update: catalogs follow the German text, and no translator's work is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crossborder.catalog.errors import CatalogError
from crossborder.catalog.statistics import statistics
from crossborder.catalog.update import memory_path
from crossborder.locale import words

if TYPE_CHECKING:
    from tests.unit.catalog.conftest import Manual

LONG = "Das Jugendamt entscheidet innerhalb von sieben Tagen über den Antrag der Eltern."
CHANGED = "Das Jugendamt entscheidet innerhalb von sieben Tagen über den schriftlichen Antrag der Eltern."
OTHER_NUMBER = "Das Jugendamt entscheidet innerhalb von neun Tagen über den Antrag der Eltern."
DENIED = "Das Jugendamt entscheidet nicht innerhalb von sieben Tagen über den Antrag der Eltern."
POLISH = "Jugendamt rozpatruje wniosek rodziców w ciągu siedmiu dni."


@pytest.fixture
def translated(manual: Manual) -> Manual:
    manual.index("teil/seite")
    manual.write("teil/seite", LONG, "Zweiter Absatz.", "Dritter Absatz über :term:`Kind`.")
    manual.update()
    manual.translate("teil/seite", {LONG: POLISH, "Zweiter Absatz.": "Drugi akapit.", "Seite": "Strona"})
    return manual


def test_catalogs_lie_like_the_pages_and_read_like_them(manual: Manual) -> None:
    manual.index("teil/seite")
    manual.write("teil/seite", "Eins.", "Unten\n-----", "Zwei.")
    report = manual.update()
    assert report.added == ("index", "teil/seite")
    messages = manual.catalog("teil/seite").messages
    assert [message.msgid for message in messages] == ["Seite", "Eins.", "Unten", "Zwei."]
    assert messages[3].extracted == ("sekcja: Seite › Unten", "rodzaj: akapit")
    assert messages[2].extracted == ("sekcja: Seite", "rodzaj: nagłówek")


def test_twice_changes_nothing(translated: Manual) -> None:
    translated.update()
    report = translated.update()
    assert report.current
    assert report.written == ()
    assert report.kept == report.messages


def test_a_changed_text_becomes_fuzzy_and_says_what_it_was(translated: Manual) -> None:
    translated.write("teil/seite", CHANGED, "Zweiter Absatz.")
    report = translated.update()
    message = translated.message("teil/seite", CHANGED)
    assert (report.changed, message.fuzzy, message.msgstr, message.previous) == (1, True, POLISH, LONG)


@pytest.mark.parametrize("text", [OTHER_NUMBER, DENIED])
def test_no_guess_where_a_number_or_a_negation_differs(translated: Manual, text: str) -> None:
    translated.write("teil/seite", text, "Zweiter Absatz.")
    translated.update()
    assert not translated.message("teil/seite", text).filled


def test_no_guess_where_a_citation_differs(manual: Manual) -> None:
    before = "Darüber entscheidet das Jugendamt im Einzelfall, :emphasis:`Quelle`, nach :sup:`a`."
    manual.index("seite")
    manual.write("seite", before)
    manual.update()
    manual.translate("seite", {before: "O tym decyduje urząd, :emphasis:`źródło`, według :sup:`a`."})
    after = before.replace(":sup:`a`", ":sup:`b`")
    manual.write("seite", after)
    manual.update()
    assert not manual.message("seite", after).filled


def test_no_guess_from_another_page(translated: Manual) -> None:
    translated.index("teil/seite", "neu")
    translated.write("neu", CHANGED)
    translated.update()
    assert not translated.message("neu", CHANGED).filled


def test_the_old_text_brings_its_translation_back(translated: Manual) -> None:
    translated.write("teil/seite", CHANGED)
    translated.update()
    translated.write("teil/seite", LONG)
    translated.update()
    message = translated.message("teil/seite", LONG)
    assert (message.msgstr, message.fuzzy, message.previous) == (POLISH, False, "")


def test_a_correction_keeps_translations_as_they_are(translated: Manual) -> None:
    translated.write("teil/seite", CHANGED)
    translated.update(minor=True)
    message = translated.message("teil/seite", CHANGED)
    assert (message.msgstr, message.fuzzy, message.previous) == (POLISH, False, "")


def test_a_renamed_page_keeps_its_translations(translated: Manual) -> None:
    (translated.project.source / "teil/seite.rst").rename(translated.project.source / "umbenannt.rst")
    translated.index("umbenannt")
    report = translated.update()
    assert report.renamed == (("teil/seite", "umbenannt"),)
    assert report.added == report.removed == ()
    assert translated.message("umbenannt", LONG).msgstr == POLISH
    assert not translated.path("teil/seite").exists()
    assert not translated.path("teil/seite").parent.exists()


def test_a_moved_paragraph_keeps_its_translation(translated: Manual) -> None:
    translated.index("teil/seite", "neu")
    translated.write("teil/seite", "Zweiter Absatz.")
    translated.write("neu", LONG)
    report = translated.update()
    assert report.rescued == 1
    message = translated.message("neu", LONG)
    assert (message.msgstr, message.fuzzy) == (POLISH, False)


def test_two_pages_that_disagree_give_nothing_to_a_third(translated: Manual) -> None:
    translated.index("teil/seite", "andere")
    translated.write("andere", LONG)
    translated.update()
    translated.translate("andere", {LONG: "Urząd decyduje inaczej w ciągu siedmiu dni."})
    translated.index("teil/seite", "andere", "dritte")
    translated.write("dritte", LONG)
    translated.update()
    assert not translated.message("dritte", LONG).filled


def test_dropped_translations_go_to_the_memory_and_come_back(translated: Manual) -> None:
    text = translated.project.source / "teil/seite.rst"
    whole = text.read_text(encoding="utf-8")
    translated.write("teil/seite", "Ganz anderer Text.")
    report = translated.update()
    assert report.dropped == 2
    assert POLISH in memory_path(translated.project, "pl").read_text(encoding="utf-8")
    text.write_text(whole, encoding="utf-8")
    assert translated.update().rescued == 2
    assert translated.message("teil/seite", "Zweiter Absatz.").msgstr == "Drugi akapit."


def test_a_removed_page_leaves_its_work_in_the_memory(translated: Manual) -> None:
    (translated.project.source / "teil/seite.rst").unlink()
    translated.index()
    report = translated.update()
    assert report.removed == ("teil/seite",)
    assert not translated.path("teil/seite").exists()
    assert "Drugi akapit." in memory_path(translated.project, "pl").read_text(encoding="utf-8")


def test_comments_of_translators_stay(translated: Manual) -> None:
    path = translated.path("teil/seite")
    before = path.read_text(encoding="utf-8")
    marked = before.replace('msgid "Zweiter', '# Ustalone z MOPS.\nmsgid "Zweiter').replace("#. sekcja: Seite\n", "", 1)
    path.write_text("# Tłumaczyła: A. K.\n" + marked, encoding="utf-8")
    translated.update()
    after = path.read_text(encoding="utf-8")
    assert "# Ustalone z MOPS.\n" in after
    assert after.startswith("# Tłumaczyła: A. K.\n")


def test_a_broken_catalog_changes_nothing(translated: Manual) -> None:
    path = translated.path("teil/seite")
    broken = path.read_text(encoding="utf-8").replace('"Drugi akapit."', '"Drugi akapit.')
    path.write_text(broken, encoding="utf-8")
    translated.write("teil/seite", "Neu.")
    with pytest.raises(CatalogError) as caught:
        translated.update()
    assert path.read_text(encoding="utf-8") == broken
    said = caught.value.text(words("pl"))
    assert f"{path}:{broken[: broken.index('Drugi')].count(chr(10)) + 1}: Tekst nie jest zamknięty" in said


def test_a_source_that_sphinx_cannot_read_is_said(manual: Manual) -> None:
    manual.index()
    (manual.project.source / "conf.py").write_text("raise RuntimeError('no')\n", encoding="utf-8")
    with pytest.raises(CatalogError, match="Sphinx could not read the source"):
        manual.update()


def test_statistics_count_what_is_left(translated: Manual) -> None:
    page = next(page for page in statistics(translated.project, "pl") if page.page == "teil/seite")
    assert (page.messages, page.translated, page.fuzzy) == (4, 3, 0)
    assert (page.words, page.words_left) == (len(LONG.split()) + 2 + 4 + 1, 4)
    assert page.percent == 100 * (page.words - 4) // page.words


def test_report_speaks_polish(translated: Manual) -> None:
    translated.write("teil/seite", CHANGED, "Zweiter Absatz.")
    lines = translated.update().lines(words("pl"))
    assert "Zmieniony tekst niemiecki, tłumaczenie do sprawdzenia: 1" in lines
