"""Handbooks that the manual names, each with what was read of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from crossborder.errors import ManualError
from crossborder.toml_file import line_of, read_toml

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook, guideline or set of recommendations."""

    key: str
    line: int  #: where the handbook begins in its file
    language: str  #: of the handbook: ``de`` or ``pl``
    title: str
    publisher: str
    year: str
    explanation: str  #: what it is, for the readers of the other language
    read_de: str  #: what was read of it and when, as the German edition says
    read_pl: str

    def read(self, language: str) -> str:
        """Return what was read of it, as an edition says."""
        return self.read_de if language == "de" else self.read_pl

    @property
    def empty(self) -> list[str]:
        """The names of the texts in which nothing stands."""
        return [name for name in TEXTS if not getattr(self, name).strip()]


#: what the file says of each handbook
TEXTS = tuple(field.name for field in fields(Handbook) if field.name not in {"key", "line"})


def _complaint(entry: object) -> str:
    """Return what is wrong with a handbook, as a msgid, or nothing."""
    if not isinstance(entry, dict):
        return "{key} is not a table."
    if set(entry) != set(TEXTS):
        return "{key} has these keys: {keys}."
    if not all(isinstance(text, str) for text in entry.values()):
        return "{key}: all values are texts, in quotation marks."
    return ""


def load_handbooks(path: Path) -> dict[str, Handbook]:
    """Return the handbooks of a file by key.

    :raises ManualError: if the file can't be read, or a handbook lacks something.
    """
    handbooks = {}
    for key, entry in read_toml(path).items():
        line = line_of(path, f"[{key}]")
        if complaint := _complaint(entry):
            raise ManualError(complaint, path=path, line=line, key=key, keys=", ".join(TEXTS))
        handbooks[key] = Handbook(key=key, line=line, **entry)
    return handbooks
