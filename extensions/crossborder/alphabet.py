"""The order of words in the dictionaries of each language."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    #: what to sort by: the letters first, then what tells words of the same letters apart
    Key = tuple[tuple[tuple[int, str], ...], str]

#: letters that Polish puts after the letter that they are drawn from
_POLISH = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
#: letters that Unicode does not take apart into a plain one and its sign
_WHOLE = str.maketrans("łđø", "ldo")


def _polish(letter: str) -> tuple[int, str]:
    return (_POLISH.find(letter), "") if letter in _POLISH else (len(_POLISH), letter)


def _german(letter: str) -> tuple[int, str]:
    return (0, letter)


def _letters(word: str, language: str) -> str:
    """Return ``word`` in lower case, with those signs only that count as letters of their own."""
    kept = []
    for letter in word.casefold():
        if language == "pl" and letter in _POLISH:
            kept.append(letter)
        else:
            plain = unicodedata.normalize("NFKD", letter.translate(_WHOLE))
            kept += [sign for sign in plain if not unicodedata.combining(sign)]
    return "".join(kept)


@cache
def sort_key(language: str) -> Callable[[str], Key]:
    """Return the key by which words of ``language`` are sorted.

    German follows DIN 5007-1 (ä as a, ß as ss), Polish has ą, ć, ę, ł, ń, ó, ś, ź, ż as letters of their own,
    any other language is sorted as German is.
    """
    place = _polish if language == "pl" else _german

    def key(word: str) -> Key:
        return tuple(place(letter) for letter in _letters(word, language)), word

    return key


def initial(word: str, language: str) -> str:
    """Return the letter below which ``word`` stands in an index, or the sign itself where it begins with none."""
    first = _letters(word, language)[:1].upper()
    return first if first.isalpha() else "#"
