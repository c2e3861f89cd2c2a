"""Pairs of words that look alike and mean different things: a German word, and the Polish one it is mistaken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from crossborder.errors import ManualError
from crossborder.toml_file import line_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from crossborder.terms import Term

Language = Literal["de", "pl"]
#: what is said of a pair, each in both languages
Text = Literal["german", "polish", "mixed_up", "say"]

_TEXTS = (f"{text}_{language}" for text in get_args(Text) for language in get_args(Language))
_KEYS = ("de", "pl", "term", "law_de", "law_pl", *_TEXTS)
#: what may be left empty: the Polish word is often none of the law
_MAY_BE_EMPTY = ("law_pl",)


@dataclass(frozen=True, slots=True)
class WordPair:
    """A pair. Its texts may hold roles, such as ``:pl:`` for a word of the other language."""

    de: str  #: the German word
    pl: str  #: the Polish word that it is mistaken for
    term: Term  #: what was agreed to say
    law_de: str  #: citations for the German word
    law_pl: str  #: citations for the Polish word or for what stands in its place; may be empty
    german_de: str  #: what the German word means, for the German edition; likewise the others
    german_pl: str
    polish_de: str  #: what the Polish word means
    polish_pl: str
    mixed_up_de: str  #: what happens if one is taken for the other
    mixed_up_pl: str
    say_de: str  #: what to say instead
    say_pl: str

    def text(self, what: Text, language: Language) -> str:
        """Return one of the texts, for an edition."""
        return str(getattr(self, f"{what}_{language}"))


def _pair(entry: object, path: Path, number: int, terms: dict[str, Term]) -> WordPair:
    named = entry.get("de", "") if isinstance(entry, dict) else ""
    place = line_of(path, f'de = "{named}"') if named else 0
    if not isinstance(entry, dict) or set(entry) != set(_KEYS):
        message = "Pair {number} has exactly these keys: {keys}."
        raise ManualError(message, path=path, line=place, number=number, keys=", ".join(_KEYS))
    for key, text in entry.items():
        if not isinstance(text, str) or not (text.strip() or key in _MAY_BE_EMPTY):
            raise ManualError("Pair {number}: “{key}” has to be a text.", path=path, line=place, number=number, key=key)
    term = terms.get(entry["term"])
    if term is None:
        message = "Pair {number}: data/terms.toml has no term “{term}”."
        raise ManualError(message, path=path, line=place, number=number, term=entry["term"])
    return WordPair(**{**entry, "term": term})


def load_pairs(path: Path, terms: Sequence[Term]) -> tuple[WordPair, ...]:
    """Return the pairs of a file in its order.

    :raises ManualError: if the file can't be read, or a pair lacks something or names a term that is not in ``terms``.
    """
    entries = read_toml(path).get("pair", [])
    if not isinstance(entries, list):
        raise ManualError("The pairs are a list of [[pair]] tables.", path=path)
    known = {term.de: term for term in terms}
    return tuple(_pair(entry, path, number, known) for number, entry in enumerate(entries, 1))
