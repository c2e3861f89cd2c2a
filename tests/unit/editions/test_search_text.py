"""The words of a text as the search index holds them."""

from __future__ import annotations

import pytest

from crossborder.editions.search.languages import ManualPolish
from crossborder.editions.search.text import citation_words, compound_parts, text_words

TERMS = ["Pflege", "Pflegekind", "Kind", "Kinder", "Hilfe", "Jugend", "Dienst", "Wohl", "Amt", "Gefährdung"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("§ 44 Abs. 2 SGB VIII", ["§44."]),
        ("§\N{NO-BREAK SPACE}37c SGB VIII", ["§37c."]),
        ("§§ 36–37c SGB VIII", ["§36.", "§37c."]),
        ("Art. 112¹ § 1 KRO", ["art112^1.", "§1."]),
        ("art. 112^1 KRO", ["art112^1."]),
        ("artykuł 42", ["art42."]),
        ("die Art 3 Kinder", ["art3."]),
        ("Partei 44 und 7 Start 8", []),
    ],
)
def test_a_provision_is_one_word(text: str, words: list[str]) -> None:
    assert list(citation_words(text)) == words


def test_ids_are_words() -> None:
    assert "t-b2-10" in text_words("Arbeitsblatt T-B2-10.")
    assert "t-b2-10" not in text_words("xT-B2-10")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Vollzeitpflege", {"pflege"}),
        ("Pflegekinderdienst", {"pflegekind", "pflege", "kinder", "kind", "dienst"}),
        ("Kindeswohlgefährdung", {"kind", "wohl", "gefährdung"}),
        ("Jugendhilfen", {"jugend", "hilfe"}),
        ("Pflege", set()),
        ("Pfleger", set()),
        ("Kindern", set()),
        ("Amtsgericht", set()),
    ],
)
def test_compounds_are_found_by_their_parts(word: str, parts: set[str]) -> None:
    assert compound_parts(TERMS)(word) >= parts
    if not parts:
        assert not compound_parts(TERMS)(word)


def test_polish_stems_have_no_signs() -> None:
    polish = ManualPolish({})
    assert {polish.stem(word) for word in ("rodzina", "rodziny", "Rodziną", "rodzinami")} == {"rodzin"}
    assert polish.stem("zastępczą") == "zastepcz"
    assert not polish.word_filter("oraz")
