"""The structure of a provision: which subdivisions it has. Numbers and headings, never wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from crossborder.errors import ManualError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from crossborder.law.citation import Subdivision

_KEYS: Final = frozenset(("heading", "repealed", "omitted", "absatz", "satz", "nummer", "buchstabe", "repealed_parts"))

#: Levels that no structure counts.
NEVER_KNOWN: Final = frozenset(("unterabsatz", "halbsatz"))


class RegisterError(ManualError):
    """A file of data/law cannot be read, or what stands in it is wrong.

    :param message: English msgid, with ``{name}`` fields for ``fields``
    """

    def __init__(self, path: Path, message: str, line: int = 0, **fields: object) -> None:
        super().__init__(message, path=path, line=line, hint="", **fields)

    @property
    def reason(self) -> str:
        """What is wrong, in English."""
        return self.message.format(**self.fields)

    def __str__(self) -> str:
        return self.text(str)


class WrongValueError(ValueError):
    """A value in a table does not say what it should; ``message`` is a msgid with the field ``{value}``."""

    def __init__(self, message: str, value: object) -> None:
        super().__init__(message.format(where="", value=value))
        self.message = message
        self.value = value


@dataclass(frozen=True, slots=True)
class Provision:
    """A section or article and its parts.

    Parts are keyed by where they stand: the Absatz (``0`` where there is none), a full stop, the Nummer.
    A key absent from ``saetze`` is unknown; absent from ``nummern`` or ``buchstaben`` it means: there are none.
    """

    statute: str
    section: str
    heading: str = ""
    repealed: bool = False
    omitted: bool = False  #: stands in the act, but only to amend another one
    unknown: frozenset[str] = NEVER_KNOWN  #: levels on which the structure says nothing
    absaetze: tuple[str, ...] = ()
    saetze: Mapping[str, int] = field(default_factory=dict)
    nummern: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    buchstaben: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    repealed_parts: frozenset[str] = frozenset()

    def has(self, absatz: str, nummer: str, part: Subdivision) -> bool:
        """Whether ``part`` exists below these; True where nobody knows."""
        place = absatz or "0"
        if part.level == "absatz":
            return part.number in self.absaetze
        if part.level == "satz":
            count = self.saetze.get(place)
            return count is None or (part.number.isdecimal() and 1 <= int(part.number) <= count)
        if part.level == "nummer":
            return part.number in self.nummern.get(place, ())
        below = f"{place}.{nummer}" if nummer else place
        return part.number in self.buchstaben.get(below, ())

    def same_structure(self, other: Provision) -> bool:
        """Whether ``other`` has the same parts, on the levels that this structure knows."""
        known = (
            ("absatz", self.absaetze, other.absaetze),
            ("nummer", self.nummern, other.nummern),
            ("buchstabe", self.buchstaben, other.buchstaben),
        )
        same = all(level in self.unknown or mine == its for level, mine, its in known)
        return same and (self.repealed, self.repealed_parts) == (other.repealed, other.repealed_parts)

    def numbers_at(self, path: tuple[Subdivision, ...]) -> tuple[str, ...]:
        """Return the numbers of the parts that stand beside the last part of ``path``, itself included."""
        absatz = next((part.number for part in path if part.level == "absatz"), "")
        nummer = next((part.number for part in path if part.level == "nummer"), "")
        place, level = absatz or "0", path[-1].level
        if level == "absatz":
            return self.absaetze
        if level == "satz":
            return tuple(str(number + 1) for number in range(self.saetze.get(place, 0)))
        if level == "nummer":
            return self.nummern.get(place, ())
        return self.buchstaben.get(f"{place}.{nummer}" if nummer else place, ())

    def is_repealed(self, absatz: str, nummer: str) -> bool:
        """Whether this Absatz, or this Nummer of it, is repealed."""
        return (f"{absatz or '0'}.{nummer}" if nummer else absatz) in self.repealed_parts


def read_provision(
    statute: str, section: str, table: object, file: Path, unknown: frozenset[str] = NEVER_KNOWN
) -> Provision:
    """Read one provision from its TOML table.

    :raises RegisterError: if the table does not describe a provision.
    """
    where = f"[provisions] {section}"
    if not isinstance(table, dict) or not table.keys() <= _KEYS:
        message = "{where} must be a table with some of: {keys}"
        raise RegisterError(file, message, line_of(file, section), where=where, keys=", ".join(sorted(_KEYS)))
    try:
        return Provision(
            statute=statute,
            section=section,
            heading=_typed(table, "heading", str, ""),
            repealed=_typed(table, "repealed", bool, default=False),
            omitted=_typed(table, "omitted", bool, default=False),
            unknown=unknown | NEVER_KNOWN,
            absaetze=numbers(table.get("absatz", 0)),
            saetze={key: _count(value) for key, value in _typed(table, "satz", dict, {}).items()},
            nummern={key: numbers(value) for key, value in _typed(table, "nummer", dict, {}).items()},
            buchstaben={key: letters(value) for key, value in _typed(table, "buchstabe", dict, {}).items()},
            repealed_parts=frozenset(_typed(table, "repealed_parts", list, [])),
        )
    except WrongValueError as error:
        line = line_of(file, section)
        raise RegisterError(file, error.message, line, where=where, value=error.value) from error


def line_of(file: Path, section: str) -> int:
    """Return the line on which a provision stands in its file; 0 if it cannot be found."""
    key = f'"{section}" '
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.startswith(key)), 0)


def numbers(value: object) -> tuple[str, ...]:
    """Return the numbers that a count (``3``) or a list (``["1", "1a", "2"]``) stands for.

    :raises WrongValueError: if it is neither.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return tuple(str(number) for number in range(1, value + 1))
    if isinstance(value, list) and all(isinstance(number, str) for number in value):
        return tuple(value)
    raise WrongValueError("{where}: “{value}” is neither a count nor a list of numbers", value)


def letters(value: object) -> tuple[str, ...]:
    """Return the letters that a count (``3``: a, b, c) or a list stands for.

    :raises WrongValueError: if it is neither.
    """
    if isinstance(value, int) and 0 < value <= 26:
        return tuple("abcdefghijklmnopqrstuvwxyz"[:value])
    return numbers(value)


def _count(value: object) -> int:
    if isinstance(value, int) and value > 0:
        return value
    raise WrongValueError("{where}: “{value}” is no number of sentences", value)


def _typed(table: Mapping[str, Any], key: str, kind: type, default: object) -> Any:
    value = table.get(key, default)
    if not isinstance(value, kind):
        raise WrongValueError("{where}: {value} is of the wrong type", key)
    return value
