"""The agreed terms, German and Polish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crossborder.errors import ManualError
from crossborder.toml_file import line_of, read_toml

if TYPE_CHECKING:
    from pathlib import Path

_KEYS = ("de", "pl", "avoid_pl", "definition_de", "definition_pl", "source")
_NOTE = re.compile(r"\s*\([^()]*\)")
_SLUG = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it is called in the other country's language."""

    de: str  #: a note in brackets says which system it belongs to
    pl: str  #: accepted renderings, separated by semicolons, the preferred one first; notes in brackets
    avoid_pl: tuple[str, ...]  #: renderings that mislead, of this term only
    definition_de: str
    definition_pl: str
    source: str  #: provisions and documents that the pair rests on
    line: int = 0  #: where the term begins in its file

    @property
    def key(self) -> str:
        """A name for links, made from the German term."""
        return re.sub(r"[^a-z0-9]+", "-", self.de.lower().translate(_SLUG)).strip("-")

    @property
    def german(self) -> str:
        """The German term without its note."""
        return _NOTE.sub("", self.de)

    @property
    def renderings(self) -> tuple[str, ...]:
        """The accepted Polish terms without their notes, the preferred one first."""
        return tuple(_NOTE.sub("", part).strip() for part in self.pl.split(";"))

    def name(self, language: Literal["de", "pl"]) -> str:
        """Return the term as the glossary of an edition lists it."""
        return self.de if language == "de" else self.pl

    def definition(self, language: Literal["de", "pl"]) -> str:
        """Return the definition for an edition."""
        return self.definition_de if language == "de" else self.definition_pl


def _term(entry: object, path: Path, number: int) -> Term:
    named = entry.get("de", "") if isinstance(entry, dict) else ""
    place = line_of(path, f'de = "{named}"') if named else 0
    if not isinstance(entry, dict) or set(entry) != set(_KEYS):
        message = "Term {number} has exactly these keys: {keys}."
        raise ManualError(message, path=path, line=place, number=number, keys=", ".join(_KEYS))
    avoid = entry["avoid_pl"]
    texts = [entry[key] for key in _KEYS if key != "avoid_pl"]
    if not isinstance(avoid, list) or not all(isinstance(text, str) for text in (*texts, *avoid)):
        message = "Term {number} holds something that is not a text."
        raise ManualError(message, path=path, line=place, number=number)
    return Term(**{**entry, "avoid_pl": tuple(avoid)}, line=place)


def load_terms(path: Path) -> tuple[Term, ...]:
    """Return the terms of a file in its order.

    :raises ManualError: if the file can't be read, or a term lacks something.
    """
    entries = read_toml(path).get("term", [])
    if not isinstance(entries, list):
        raise ManualError("The terms are a list of [[term]] tables.", path=path)
    return tuple(_term(entry, path, number) for number, entry in enumerate(entries, 1))
