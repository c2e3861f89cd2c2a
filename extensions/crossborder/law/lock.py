"""The lock: which wording of each cited provision the manual was written against."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from crossborder.law.fingerprint import fingerprints, read_path, write_path
from crossborder.law.missing import order_key
from crossborder.law.register import read_toml
from crossborder.law.structure import RegisterError, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path as File

    from crossborder.law.places import Target
    from crossborder.law.register import Register, Statute
    from crossborder.law.text import Path, StatuteText

#: How long a lock may stand before someone looks at the law again.
REVIEW_AFTER: Final = dt.timedelta(days=365)

_HEADER: Final = """\
# The provisions that the manual cites, pinned by `manual law lock`; not to be edited by hand.
# A SHA-256 of the normalised wording of each provision and of its parts; the wording itself is not kept.
# structure_only: provisions whose official text was not at hand; only their structure was checked.
"""
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class LockedStatute:
    """What is pinned of one statute."""

    key: str
    text_date: str  #: ISO date of the text
    locked: str  #: ISO date on which it was pinned
    review_by: str  #: ISO date by which someone has to look again
    source: str
    provisions: Mapping[str, Mapping[Path, str]] = field(default_factory=dict)
    structure_only: tuple[str, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """All pinned provisions, in order."""
        return tuple(sorted({*self.provisions, *self.structure_only}, key=order_key))


@dataclass(frozen=True, slots=True)
class Lock:
    """All that is pinned."""

    statutes: Mapping[str, LockedStatute] = field(default_factory=dict)

    def pins(self, key: str, section: str) -> bool:
        """Whether a provision is pinned, by its wording or by its structure only."""
        statute = self.statutes.get(key)
        return statute is not None and (section in statute.provisions or section in statute.structure_only)

    def text_date(self, key: str) -> str:
        """Return the date of the text against which a statute is pinned; empty where nothing is."""
        statute = self.statutes.get(key)
        return statute.text_date if statute else ""


def load_lock(file: File) -> Lock:
    """Read ``lock.toml``; without one nothing is pinned.

    :raises RegisterError: if it cannot be read.
    """
    if not file.exists():
        return Lock()
    return Lock({key: _statute(key, table, file) for key, table in read_toml(file).items()})


def with_text_dates(register: Register, lock: Lock) -> Register:
    """Return the register with the dates of the texts that the manual was written against, where they are pinned."""
    dates = {key: lock.text_date(key) for key in register.statutes}
    statutes = {
        key: replace(statute, text_date=dates[key] or statute.text_date) for key, statute in register.statutes.items()
    }
    return replace(register, statutes=statutes)


def format_lock(lock: Lock, register: Register) -> str:
    """Return the text of ``lock.toml``."""
    order = [key for key in register.statutes if key in lock.statutes]
    return _HEADER + "".join(_table(lock.statutes[key], register.statute(key)) for key in order)


def pin(
    targets: Iterable[Target], register: Register, texts: Mapping[str, StatuteText], old: Lock, today: dt.date
) -> Lock:
    """Pin what is cited: from its text where there is one, else as it was pinned, else by structure only.

    :param texts: official texts at hand, by the key of their statute
    :param old: the lock so far; what is no longer cited is left out
    """
    cited: dict[str, set[str]] = {}
    for target in targets:
        if register.provision(target.statute, target.section):
            cited.setdefault(target.statute, set()).add(target.section)
    return Lock({key: _pinned(register.statute(key), cited[key], texts.get(key), old, today) for key in cited})


def _pinned(statute: Statute, sections: set[str], text: StatuteText | None, old: Lock, today: dt.date) -> LockedStatute:
    before = old.statutes.get(statute.key)
    ordered = sorted(sections, key=order_key)
    if text is not None:
        known = {one.section: one for one in text.provisions}
        provisions = {section: fingerprints(known[section]) for section in ordered if section in known}
        new = _dated(statute.key, text.text_date or statute.text_date, text.source, today)
        rest = tuple(section for section in ordered if section not in known)
        return replace(new, provisions=provisions, structure_only=rest)
    kept = {one: before.provisions[one] for one in ordered if before and one in before.provisions}
    rest = tuple(section for section in ordered if section not in kept)
    fresh = before is None or not (kept or set(rest) <= set(before.structure_only))
    new = _dated(statute.key, statute.text_date, statute.source, today) if before is None or fresh else before
    return replace(new, provisions=kept, structure_only=rest)


def _dated(key: str, text_date: str, source: str, today: dt.date) -> LockedStatute:
    return LockedStatute(key, text_date, today.isoformat(), (today + REVIEW_AFTER).isoformat(), source)


def _table(one: LockedStatute, statute: Statute) -> str:
    lines = [f"\n[{one.key}]"]
    fields = ("text_date", "locked", "review_by", "source")
    lines += [f"{name} = {json.dumps(getattr(one, name), ensure_ascii=False)}" for name in fields]
    if one.structure_only:
        lines.append(f"structure_only = {json.dumps(list(one.structure_only))}")
    for section in one.provisions:
        lines += ["", f"[{one.key}.provisions.{json.dumps(section)}]"]
        pins = one.provisions[section].items()
        lines += [f'{json.dumps(write_path(path, statute), ensure_ascii=False)} = "{pin}"' for path, pin in pins]
    return "\n".join(lines) + "\n"


def _statute(key: str, table: object, file: File) -> LockedStatute:
    try:
        return _read_statute(key, table)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        message = "[{key}] is not as `manual law lock` writes it: {reason}"
        raise RegisterError(file, message, line_of(file, key), key=key, reason=error) from error


def _read_statute(key: str, table: Any) -> LockedStatute:
    texts = {name: _text(table, name) for name in ("text_date", "locked", "review_by", "source")}
    dt.date.fromisoformat(texts["review_by"])
    provisions = {section: _pins(pins) for section, pins in table.get("provisions", {}).items()}
    return LockedStatute(key, **texts, provisions=provisions, structure_only=tuple(table.get("structure_only", [])))


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _pins(pins: Mapping[str, str]) -> dict[Path, str]:
    for pin_ in pins.values():
        if not _SHA256.fullmatch(pin_):
            raise ValueError(pin_)
    return {read_path(place): pin_ for place, pin_ in pins.items()}
