"""Where the manual cites a provision, and which provisions that concerns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from crossborder.law.citation import Citation
from crossborder.law.missing import order_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crossborder.law.register import Register
    from crossborder.law.text import Path


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A passage of the manual that cites a provision."""

    path: str  #: file as seen from the project's root
    line: int
    docname: str
    heading: str  #: in the language of the passage
    language: str  #: ``de`` or ``pl``
    citation: Citation
    element_ids: tuple[str, ...] = ()  #: practice elements and worksheets in which the passage stands


class Target(NamedTuple):
    """A provision, or a part of it, that is cited."""

    statute: str
    section: str
    path: Path

    @property
    def order(self) -> tuple[object, ...]:
        """A key that sorts targets as they stand in the statute."""
        numbers = tuple((order_key(part.number), part.number) for part in self.path)
        return (self.statute, order_key(self.section), numbers)

    def canonical(self, register: Register) -> str:
        """Return the target as data and messages write it."""
        return Citation(self.statute, self.section, self.path).canonical(register)


def targets_of(citation: Citation, register: Register) -> list[Target]:
    """Return what a citation means: each section of a range, each subdivision of one; of ``ff.`` the next one too."""
    statute, path = citation.statute, citation.subdivisions
    if citation.last is None and not citation.following:
        return [Target(statute, citation.section, path)]
    if not path:
        known = list(register.provisions(statute))
        sections = _span(known, citation.section, citation.last, citation.following)
        return [Target(statute, section, ()) for section in sections]
    provision = register.provision(statute, citation.section)
    siblings = provision.numbers_at(path) if provision else ()
    numbers = _span(siblings, path[-1].number, citation.last, citation.following)
    above, level = path[:-1], path[-1].level
    return [Target(statute, citation.section, (*above, type(path[-1])(level, number))) for number in numbers]


def places_by_target(places: Iterable[CitedPlace], register: Register) -> dict[Target, list[CitedPlace]]:
    """Return the places of each target, in the order of the statutes."""
    found: dict[Target, list[CitedPlace]] = {}
    for place in places:
        for target in targets_of(place.citation, register):
            found.setdefault(target, []).append(place)
    return dict(sorted(found.items(), key=lambda item: item[0].order))


def _span(known: Sequence[str], first: str, last: str | None, following: str) -> list[str]:
    """Return ``first`` and what stands up to ``last``, as far as it is known."""
    if first not in known:
        return [first] if last is None else [first, last]
    rest = known[known.index(first) + 1 :]
    if last is None:
        return [first, *rest[: 1 if following else 0]]
    end = order_key(last)
    return [first, *takewhile(lambda number: order_key(number) <= end, rest)]
