"""The table of false friends: both editions from the data, nothing for translators, mistakes at their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from sphinx.errors import ConfigError
from tests.sphinx.manuals import HERE

from crossborder.errors import ManualError
from crossborder.false_friends import load_pairs
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sphinx.manuals import Manual

CAPTION = "Falsche Freunde"
PAGE = f"""Wörter
======

.. term-pairs:: {CAPTION}
   :name: vgl-woerter

Siehe :ref:`vgl-woerter`.

.. glossary-of-terms::
"""
DATA = HERE / "specimen" / "data"


@pytest.fixture
def words(manual: Manual) -> Manual:
    """Return a manual with the table and the glossary that it leads to."""
    manual.write({"index": PAGE})
    manual.translate("index", {CAPTION: "Fałszywi przyjaciele"})
    return manual


def test_each_edition_is_made_from_the_data(words: Manual) -> None:
    german, polish = words.build(language="de"), words.build(language="pl")
    assert german.warnings == polish.warnings == []
    assert "Alle suchen den Notausgang." in german.body("index")
    assert "Notausgang" not in polish.body("index")
    assert "Wszyscy szukają wyjścia awaryjnego." in polish.body("index")
    assert "Fałszywi przyjaciele" in polish.body("index")


def test_words_of_the_other_language_are_marked(words: Manual) -> None:
    german, polish = (words.build(language=language).body("index") for language in ("de", "pl"))
    assert '<span class="relation-sign">≠</span> <span lang="pl">plan ratunkowy</span>' in german
    assert '<em class="foreign"><span lang="pl">plan pomocy</span></em>, mit dem deutschen Wort' in german
    assert '<p class="aspect"><span lang="de">Hilfeplan</span></p>' in polish


def test_a_row_leads_to_the_law_and_to_the_glossary(words: Manual) -> None:
    built = words.build(language="pl")
    assert 'href="#term-hilfeplan"' in built.body("index")
    assert "§ 36 ust. 2" in built.body("index").replace("\N{NO-BREAK SPACE}", " ")
    citations = [item for item in built.app.env.domaindata["crossborder"]["items"]["index"] if item.kind == "citation"]
    assert [item.key.replace("\N{NO-BREAK SPACE}", " ") for item in citations] == ["§ 36 Abs. 2 SGB VIII"]


def test_only_the_caption_is_given_to_translators(words: Manual) -> None:
    template = words.build("gettext").app.outdir / "index.pot"
    with template.open("rb") as file:
        messages = [message.id for message in read_po(file) if message.id]
    assert messages == ["Wörter", CAPTION, "Siehe :ref:`vgl-woerter`."]


def test_a_change_of_the_data_is_seen(words: Manual) -> None:
    words.build()
    path = words.data / "false-friends.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Notausgang", "Ausgang"), encoding="utf-8")
    assert "Alle suchen den Ausgang." in words.build().body("index")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (('say_pl = "plan', 'says_pl = "plan'), "Pair 1 has exactly these keys"),
        (('term = "Hilfeplan"', 'term = "Hilfsplan"'), "data/terms.toml has no term “Hilfsplan”"),
        (('german_de = "Das', 'german_de = 1 # "Das'), "“german_de” has to be a text"),
        (('mixed_up_de = "Alle suchen den Notausgang."', 'mixed_up_de = " "'), "“mixed_up_de” has to be a text"),
    ],
)
def test_mistakes_are_said_with_file_and_line(tmp_path: Path, wrong: tuple[str, str], said: str) -> None:
    path = tmp_path / "false-friends.toml"
    text = (DATA / path.name).read_text(encoding="utf-8")
    assert text.count(wrong[0]) == 1
    path.write_text(text.replace(*wrong), encoding="utf-8")
    with pytest.raises(ManualError) as error:
        load_pairs(path, load_terms(DATA / "terms.toml"))
    told = error.value.text(lambda message: message)
    assert said in told
    assert f"{path.name}:2" in told.replace(", line ", ":")


def test_pairs_that_are_no_list_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "false-friends.toml"
    path.write_text("pair = 1\n", encoding="utf-8")
    with pytest.raises(ManualError, match="list of"):
        load_pairs(path, ())


def test_a_mistake_in_the_data_stops_the_build(words: Manual) -> None:
    (words.data / "false-friends.toml").unlink()
    with pytest.raises(ConfigError, match=r"false-friends\.toml"):
        words.build()
