"""The words of a text as the search index holds them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_WORD = re.compile(r"\w+")
_ID = re.compile(r"\b[^\W\d_]-[^\W\d_]\d+-\d+\b")
_NUMBER = r"\d+[^\W\d_]{0,2}(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^\d+)?"
_CITED = re.compile(
    rf"(§+|\b(?:art|artikel|artykuł\w*|paragraf\w*)\b\.?)\s*({_NUMBER})(?:\s*[–-]\s*({_NUMBER}))?", re.IGNORECASE
)
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")

#: the shortest word that a compound is taken apart by, and what may stand between two parts or at the end
_SHORTEST = 4
_BETWEEN = re.compile(r"^(?:s|n|en|es)(?=\w{4})")
_ENDINGS = ("", "e", "n", "en", "s", "es", "er", "ern")


def plain_number(number: str) -> str:
    """Return the number of a provision as it is searched: ``112¹`` is ``112^1``."""
    return _RAISED.sub(lambda raised: "^" + unicodedata.normalize("NFKC", raised[0]), number.lower())


def citation_words(text: str) -> Iterator[str]:
    """Yield each provision in ``text`` as one word: ``§44.``, ``art112^1.``; of a range both ends.

    The point at the end keeps § 4 from being found as a part of § 44.
    """
    for sign, first, last in _CITED.findall(text):
        written = "§" if sign[0] in "§pP" else "art"
        yield from (f"{written}{plain_number(number)}." for number in (first, last) if number)


def text_words(text: str) -> list[str]:
    """Return the words of ``text``, with provisions and with the ids of worksheets and practice elements."""
    return [*_WORD.findall(text), *(found.lower() for found in _ID.findall(text)), *citation_words(text)]


def compound_parts(vocabulary: Iterable[str]) -> Callable[[str], frozenset[str]]:
    """Return the function that finds in a German word the words of ``vocabulary`` that it begins or ends with.

    What is left between them is taken apart as well: *Pflegekinderdienst* has *pflege*, *kinder* and *dienst*.
    """
    known = frozenset(word for word in (word.lower() for word in vocabulary) if len(word) >= _SHORTEST)

    @cache
    def parts(word: str) -> frozenset[str]:
        found: set[str] = set()
        for cut in range(2, len(word) - 1):
            first, last = word[:cut], word[cut:]
            if first in known and last not in _ENDINGS:
                found |= {first} | rest(_BETWEEN.sub("", last))
            if base := uninflected(last):
                found |= {base} | rest(first)
        return frozenset(found)

    def uninflected(word: str) -> str:
        bases = (word.removesuffix(ending) for ending in _ENDINGS)
        return next((base for base in bases if base in known), "")

    def rest(word: str) -> frozenset[str]:
        return parts(word) | (frozenset({word}) & known)

    return lambda word: parts(word.lower())
