"""The order of words in German and Polish."""

from __future__ import annotations

import pytest

from crossborder.alphabet import initial, sort_key

POLISH = list("aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż")


def test_polish_letters_follow_the_polish_alphabet() -> None:
    assert sorted(POLISH[1::2] + POLISH[::2], key=sort_key("pl")) == POLISH


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "pl",
            ["cło", "ćma", "dom", "lato", "łąka", "łódź", "most", "sąd", "siła", "środa", "zadanie", "źródło", "żal"],
        ),
        ("de", ["Abend", "Ärger", "Art", "Masse", "Maße", "Mast", "Ofen", "öffnen", "oft", "Übergang", "Umgang"]),
    ],
)
def test_words_stand_as_in_a_dictionary(language: str, words: list[str]) -> None:
    assert sorted(words[1::2] + words[::2], key=sort_key(language)) == words


@pytest.mark.parametrize(
    ("word", "language", "letter"),
    [
        ("Ärger", "de", "A"),
        ("Łódź", "de", "L"),
        ("Łódź", "pl", "Ł"),
        ("Ärger", "pl", "A"),
        ("żal", "pl", "Ż"),
        ("§ 44", "de", "#"),
    ],
)
def test_an_index_puts_words_below_the_letters_of_its_language(word: str, language: str, letter: str) -> None:
    assert initial(word, language) == letter
