"""Dated facts: amounts, limits and deadlines, each written once, with its source and its validity."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crossborder.errors import ManualError
from crossborder.toml_file import line_of, read_toml

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure as both editions print it."""

    key: str
    value_de: str
    value_pl: str
    valid_from: dt.date
    review_by: dt.date  #: the day on which somebody has to look at the source again
    source_de: str = ""  #: citation or document, as the German edition names it
    source_pl: str = ""
    line: int = 0  #: where the fact begins in its file

    def value(self, language: Literal["de", "pl"]) -> str:
        """Return the figure as an edition prints it."""
        return self.value_de if language == "de" else self.value_pl

    def source(self, language: Literal["de", "pl"]) -> str:
        """Return where the figure comes from, as an edition names it."""
        return self.source_de if language == "de" else self.source_pl


_TEXTS = ("value_de", "value_pl", "source_de", "source_pl")
_DATES = ("valid_from", "review_by")
_REQUIRED = ("value_de", "value_pl", *_DATES)
_KEYS = (*_REQUIRED, "source_de", "source_pl")


def _complaint(entry: object) -> str:
    """Return what is wrong with a fact, as a msgid, or nothing."""
    if not isinstance(entry, dict):
        return "{key} is not a table."
    if not set(_REQUIRED) <= set(entry) <= set(_KEYS):
        return "{key} has these keys: {keys}."
    if not all(isinstance(entry.get(name, ""), str) for name in _TEXTS):
        return "{key}: values and sources are texts."
    if not all(type(entry[name]) is dt.date for name in _DATES):
        return "{key}: valid_from and review_by are dates, such as 2026-01-31 without quotation marks."
    return ""


def load_facts(path: Path) -> dict[str, Fact]:
    """Return the facts of a file by key.

    :raises ManualError: if the file can't be read, or a fact lacks something.
    """
    facts = {}
    for key, entry in read_toml(path).items():
        line = line_of(path, f"[{key}]")
        if complaint := _complaint(entry):
            raise ManualError(complaint, path=path, line=line, key=key, keys=", ".join(_KEYS))
        facts[key] = Fact(key=key, line=line, **entry)
    return facts
