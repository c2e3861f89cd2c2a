"""How the lock stands to what the manual cites."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossborder.law.places import places_by_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from crossborder.law.lock import Lock, LockedStatute
    from crossborder.law.places import CitedPlace, Target
    from crossborder.law.register import Register


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A cited provision: where it is cited and how it is pinned."""

    target: Target
    places: tuple[CitedPlace, ...]
    pinned: str  #: ``wording``, ``structure`` or ``no``


def cited_index(places: Iterable[CitedPlace], lock: Lock, register: Register) -> list[IndexRow]:
    """Return every cited provision or part, in the order of the statutes."""
    found = places_by_target(places, register)
    return [IndexRow(target, tuple(cited), _pinned(target, lock)) for target, cited in found.items()]


def unpinned(targets: Iterable[Target], lock: Lock, register: Register) -> list[Target]:
    """Return what is cited and exists, but is not pinned, neither by wording nor by structure."""
    known = (target for target in targets if register.provision(target.statute, target.section))
    return [target for target in known if not lock.pins(target.statute, target.section)]


def uncited(targets: Iterable[Target], lock: Lock) -> list[tuple[str, str]]:
    """Return statute and section of what is pinned, but no longer cited."""
    cited = {(target.statute, target.section) for target in targets}
    pinned = ((key, section) for key, statute in lock.statutes.items() for section in statute.sections)
    return [pair for pair in pinned if pair not in cited]


def overdue(lock: Lock, today: dt.date) -> list[LockedStatute]:
    """Return the statutes that someone should have looked at again before ``today``."""
    return [one for one in lock.statutes.values() if dt.date.fromisoformat(one.review_by) < today]


def lock_line(file: Path, key: str, section: str = "") -> int:
    """Return the line of ``lock.toml`` where a statute or a provision is pinned; 0 if it is not."""
    lines = file.read_text(encoding="utf-8").splitlines()
    head = f"[{key}]"
    if head not in lines:
        return 0
    first = lines.index(head)
    table = f"[{key}.provisions.{json.dumps(section)}]"
    if section and table in lines:
        return lines.index(table) + 1
    listed = range(first, len(lines))
    only = next((number for number in listed if lines[number].startswith("structure_only")), first)
    return (only if section else first) + 1


def index_record(rows: Sequence[IndexRow], register: Register) -> list[Mapping[str, object]]:
    """Return the rows as plain data for a program."""
    return [
        {
            "statute": row.target.statute,
            "provision": row.target.canonical(register),
            "count": len(row.places),
            "pinned": row.pinned,
            "places": [f"{place.path}:{place.line}" for place in row.places],
        }
        for row in rows
    ]


def _pinned(target: Target, lock: Lock) -> str:
    statute = lock.statutes.get(target.statute)
    if statute and target.section in statute.provisions:
        return "wording"
    return "structure" if statute and target.section in statute.structure_only else "no"
