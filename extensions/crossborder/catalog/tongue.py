"""Small words of German, English and Polish by which a language is told, and what is left of it is found."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
#: words that stand in almost every sentence of a language and hardly ever in the others
_SMALL = {
    "de": "der die das den dem des ein eine einen einem einer und oder nicht ist sind wird werden wurde mit für von "
    "auf bei nach aus auch wenn dass sich als wie im zum zur über unter durch kann können muss soll sollen hat haben",
    "en": "the a an and or not is are was be been with for of to from by that this it if when which can will should "
    "must has have you your we our its as on at",
    "pl": "i oraz lub albo nie jest są być z ze w we na do od dla przez przy po za o że się który która które jak gdy "
    "jeśli jeżeli może można należy tego tej ten ta to jego jej ich",
}
SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_ENOUGH = 100  #: number of texts after which the language of a file is clear


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def language_of(texts: Iterable[str]) -> str:
    """Return the language (``de``, ``en``, ``pl``) that ``texts`` are written in, or "" if it can't be told."""
    found = Counter(word for text in islice(texts, _ENOUGH) for word in words_of(text))
    counts = Counter({language: sum(found[word] for word in small) for language, small in SMALL_WORDS.items()})
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or ranked[0][1] < 1.5 * ranked[1][1]:
        return ""
    return ranked[0][0]
