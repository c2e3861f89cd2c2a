"""Which part of a citation does not exist, as far as the register knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from crossborder.law.wording import SHORT, raised_number
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossborder.law.citation import Citation, Subdivision
    from crossborder.law.register import Statute
    from crossborder.law.structure import Provision

_MESSAGES: Final = {
    "statute": "The register knows no statute “{part}”.",
    "provision": "{part} is not in the register of provisions.",
    "subdivision": "{part} does not exist in {section}.",
    "ambiguous": "{section} has several paragraphs: say in which one {part} stands.",
    "repealed": "{part} is repealed.",
    "omitted": "{part} only amends other acts and cannot be cited.",
    "range": "The range ends at {part}, before it begins.",
}

_PART: Final = re.compile(r"([0-9]+)([a-z]*)")


@dataclass(frozen=True, slots=True)
class Missing:
    """What cannot be cited: ``kind`` is a key of the messages, ``part`` the part in the words of its law."""

    kind: str
    part: str
    section: str = ""

    def message(self, language: str) -> str:
        """Say it in ``language``."""
        return words(language)(_MESSAGES[self.kind]).format(part=self.part, section=self.section)

    def __str__(self) -> str:
        return self.message("en")


def find_missing(citation: Citation, provisions: Mapping[str, Provision], statute: Statute) -> Missing | None:
    """Return the first part of a citation that does not exist or is repealed, or None."""
    provision = provisions.get(citation.section)
    name = _named(citation.section, statute)
    found = _missing_provision(provision, name)
    if found or provision is None:
        return found
    for parts in _paths(citation):
        found = _missing_part(parts, provision, statute)
        if found:
            return found
    return _missing_end(citation, provisions, statute)


def order_key(number: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts the numbers of provisions: 9, 36, 36a, 37, 112, 112^1, 112^1a, 113."""
    return tuple((int(digits), letters) for digits, letters in _PART.findall(number))


def _paths(citation: Citation) -> list[tuple[Subdivision, ...]]:
    parts = citation.subdivisions
    if citation.last is None or not parts:
        return [parts]
    return [parts, (*parts[:-1], replace(parts[-1], number=citation.last))]


def _missing_provision(provision: Provision | None, name: str) -> Missing | None:
    if provision is None:
        return Missing("provision", name)
    if provision.repealed:
        return Missing("repealed", name)
    return Missing("omitted", name) if provision.omitted else None


def _missing_end(citation: Citation, provisions: Mapping[str, Provision], statute: Statute) -> Missing | None:
    if citation.last is None:
        return None
    first = citation.subdivisions[-1].number if citation.subdivisions else citation.section
    if order_key(citation.last) < order_key(first) or citation.last == first:
        return Missing("range", raised_number(citation.last))
    if citation.subdivisions:
        return None
    return _missing_provision(provisions.get(citation.last), _named(citation.last, statute))


def _missing_part(parts: tuple[Subdivision, ...], provision: Provision, statute: Statute) -> Missing | None:
    """Go down from the Absatz to the letter, as far as the structure knows."""
    absatz = nummer = ""
    name = _named(provision.section, statute)
    trail: list[str] = []
    for part in parts:
        said = f"{_word(part.level, statute)} {raised_number(part.number)}"
        trail.append(said)
        if part.level in provision.unknown:
            continue
        if part.level == "absatz":
            absatz = part.number
        elif not absatz and provision.absaetze:
            return Missing("ambiguous", said, name)
        if not provision.has(absatz, nummer, part):
            return Missing("subdivision", said, name)
        nummer = part.number if part.level == "nummer" else nummer
        if part.level in {"absatz", "nummer"} and provision.is_repealed(absatz, nummer):
            return Missing("repealed", _named(provision.section, statute, *trail))
    return None


def _named(section: str, statute: Statute, *parts: str) -> str:
    sign = "§" if statute.sign == "§" else "art." if statute.country == "pl" else "Art."
    name = statute.abbreviation("pl" if statute.country == "pl" else "de")
    return " ".join((sign, raised_number(section), *parts, name))


def _word(level: str, statute: Statute) -> str:
    if level == "absatz" and statute.paragraph == "§":
        return "§"
    return SHORT["pl" if statute.country == "pl" else "de"][level]
