"""The words in which German and Polish name the parts of a provision."""

from __future__ import annotations

from typing import Final

#: The levels below a section or article, from the widest to the narrowest, the same for every country.
LEVELS: Final = ("absatz", "unterabsatz", "satz", "halbsatz", "nummer", "buchstabe")

NBSP: Final = "\N{NO-BREAK SPACE}"

#: How each level is written in an edition; ``§`` replaces the first in the codes that count by it.
SHORT: Final[dict[str, dict[str, str]]] = {
    "de": {
        "absatz": "Abs.",
        "unterabsatz": "UAbs.",
        "satz": "S.",
        "halbsatz": "Hs.",
        "nummer": "Nr.",
        "buchstabe": "Buchst.",
    },
    "pl": {
        "absatz": "ust.",
        "unterabsatz": "akapit",
        "satz": "zd.",
        "halbsatz": "półzd.",
        "nummer": "pkt",
        "buchstabe": "lit.",
    },
}

_READ: Final[dict[str, str]] = {
    "absatz": "abs absatz absätze absatzes absätzen ust ustęp ustępu ustępy ustępie",
    "unterabsatz": "uabs unterabs unterabsatz unterabsätze unterabsatzes ak akapit akapitu akapity",
    "satz": "s satz sätze satzes zd zdanie zdania zdaniu",
    "halbsatz": "hs halbs halbsatz halbsätze halbsatzes półzd półzdanie półzdania",
    "nummer": "nr nrn nummer nummern pkt punkt punktu punkty punkcie",
    "buchstabe": "buchst buchstabe buchstaben lit litera litery literze",
}

#: Every word that names a level, in lower case and without its full stop.
LEVEL_WORDS: Final = {word: level for level, forms in _READ.items() for word in forms.split()}

ARTICLE_WORDS: Final = frozenset(("art", "artikel", "artikels", "artikeln", "artt", "artykuł", "artykułu", "artykuły"))
LIST_WORDS: Final = frozenset(("und", "u", "sowie", "i", "oraz"))
RANGE_WORDS: Final = frozenset(("bis", "do"))

_SUPERSCRIPTS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT_DIGITS: Final = frozenset(_SUPERSCRIPTS)
_LOWER: Final = str.maketrans(_SUPERSCRIPTS, "0123456789")
_RAISE: Final = str.maketrans("0123456789", _SUPERSCRIPTS)


def plain_number(number: str) -> str:
    """Return a number as data holds it: ``112¹`` becomes ``112^1``."""
    for position, sign in enumerate(number):
        if sign in SUPERSCRIPT_DIGITS:
            return f"{number[:position]}^{number[position:].translate(_LOWER)}"
    return number


def raised_number(number: str) -> str:
    """Return a number as a reader sees it: ``112^1`` becomes ``112¹``."""
    base, caret, rest = number.partition("^")
    return base + rest.translate(_RAISE) if caret else number
