"""What a newer text of a statute changes in the provisions that the manual cites."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from crossborder.law.fingerprint import fingerprint, fingerprints, nearest, normalise
from crossborder.law.places import Target, places_by_target
from crossborder.law.text import structure_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from crossborder.law.lock import Lock
    from crossborder.law.places import CitedPlace
    from crossborder.law.register import Register
    from crossborder.law.text import Path, StatuteText

Status = Literal[
    "unchanged",
    "changed",
    "renumbered",  # the same wording stands elsewhere in the provision
    "moved",  # it stands in another provision
    "repealed",
    "inserted",  # of parts only: new beside what is cited
    "structure-unchanged",  # the wording is not pinned; the structure is as the register has it
    "structure-changed",
    "not-pinned",
]

#: Whoever cites a provision with one of these has nothing to do.
QUIET: Final = frozenset(("unchanged", "structure-unchanged"))

#: Shorter wordings stand in many places: that one is found elsewhere says nothing.
_TELLING_WORDS: Final = 6
_CONTEXT: Final = 8


class PartChange(NamedTuple):
    """What happened to a part of a cited provision."""

    status: Status
    path: Path
    now: Path | None = None


class Edit(NamedTuple):
    """A run of words: ``same``, ``removed`` or ``added``."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class DriftEntry:
    """What the newer text says about one cited provision or part."""

    target: Target
    status: Status
    places: tuple[CitedPlace, ...]
    now: Target | None = None  #: where it stands now, if it was renumbered or moved
    also_changed: bool = False  #: of a moved provision: whether part of its wording changed too
    parts: tuple[PartChange, ...] = ()
    edits: tuple[Edit, ...] = ()  #: the words that changed; never stored
    wording: str = ""  #: the new wording, where the old one was not at hand to compare with


@dataclass(frozen=True, slots=True)
class DriftReport:
    """All cited provisions of one statute against a newer text."""

    key: str
    old_date: str
    new_date: str
    source: str
    entries: tuple[DriftEntry, ...] = ()
    before_matches: bool = True  #: whether the older text given for comparison is the one that was pinned

    @property
    def drifted(self) -> tuple[DriftEntry, ...]:
        """The entries that need a person."""
        return tuple(entry for entry in self.entries if entry.status not in QUIET)


@dataclass(frozen=True)
class _Comparison:
    """A pinned statute and a newer text."""

    pinned: Mapping[str, Mapping[Path, str]]
    newer: Mapping[str, Mapping[Path, str]]
    text: StatuteText
    before: StatuteText | None
    where: Mapping[str, list[tuple[str, Path]]]

    def entry(self, target: Target, places: tuple[CitedPlace, ...]) -> DriftEntry:
        """Return what happened to a cited provision whose wording is pinned."""
        pins = self.pinned[target.section]
        path = nearest(target.path, pins)
        if not path and target.path and target.path[0].level in {"absatz", "nummer"}:
            known = target.path in self.newer.get(target.section, {})
            return DriftEntry(target, "inserted" if known else "not-pinned", places)
        status, now = self.status(target)
        if status == "repealed" and not target.path and (found := self.moved_in_parts(target)):
            return DriftEntry(target, "moved", places, found, also_changed=True)
        if status != "changed":
            return DriftEntry(target, status, places, now)
        old, new = _wording(self.before, target.section, path), _wording(self.text, target.section, path)
        edits = word_edits(old, new) if old else ()
        parts = self.parts(target.section, path)
        return DriftEntry(target, status, places, parts=parts, edits=edits, wording="" if old else new)

    def status(self, target: Target) -> tuple[Status, Target | None]:
        """Return what happened to a pinned part and where it stands now."""
        pins = self.pinned[target.section]
        path = nearest(target.path, pins)
        pin, newer = pins[path], self.newer.get(target.section, {})
        if newer.get(path) == pin:
            return "unchanged", None
        if found := self._found(pin, target, path):
            return ("renumbered" if found.section == target.section else "moved"), found
        if path not in newer or self._repealed(target.section, path):
            return "repealed", None
        return "changed", None

    def moved_in_parts(self, target: Target) -> Target | None:
        """Return the provision where at least half the parts of a vanished one stand now."""
        pins = self.pinned[target.section]
        length = min((len(path) for path in pins if path), default=0)
        parts = [pin for path, pin in pins.items() if path and len(path) == length]
        sections = Counter(section for pin in parts for section in {one for one, _ in self.where.get(pin, ())})
        sections.pop(target.section, None)
        best = sections.most_common(1)
        return Target(target.statute, best[0][0], ()) if best and best[0][1] * 2 >= len(parts) else None

    def parts(self, section: str, path: Path) -> tuple[PartChange, ...]:
        """Return what happened to the parts directly below a changed one."""
        old, newer = self.pinned[section], self.newer.get(section, {})
        changes = [self._part(Target(self.text.name, section, one)) for one in _below(path, old)]
        taken = {change.now or change.path for change in changes if change.status not in {"repealed", "moved"}}
        inserted = [PartChange("inserted", one) for one in _below(path, newer) if one not in taken]
        return tuple(change for change in [*changes, *inserted] if change.status != "unchanged")

    def _part(self, target: Target) -> PartChange:
        status, now = self.status(target)
        return PartChange(status, target.path, now.path if now and status == "renumbered" else None)

    def _found(self, pin: str, target: Target, path: Path) -> Target | None:
        """Return where a wording stands now, on the same level, in the same provision rather than elsewhere."""
        level = path[-1].level if path else ""
        places = [one for one in self.where.get(pin, ()) if (one[1][-1].level if one[1] else "") == level]
        places.sort(key=lambda one: one[0] != target.section)
        return Target(target.statute, *places[0]) if places else None

    def _repealed(self, section: str, path: Path) -> bool:
        provision = self.text.provision(section)
        if provision is None or provision.repealed:
            return True
        part = provision.paths().get(path)
        return part is not None and part.repealed


def find_drift(
    key: str,
    new: StatuteText,
    lock: Lock,
    places: Iterable[CitedPlace],
    register: Register,
    *,
    before: StatuteText | None = None,
) -> DriftReport:
    """Compare a newer text of the statute ``key`` with what is pinned of it.

    :param places: all passages of the manual that cite provisions
    :param before: the older text, for the words that changed; only the lock decides whether something did
    """
    statute = lock.statutes.get(key)
    pinned = statute.provisions if statute else {}
    newer = {one.section: fingerprints(one) for one in new.provisions}
    comparison = _Comparison(pinned, newer, new, before, _index(new))
    targets = places_by_target(places, register).items()
    entries = tuple(
        comparison.entry(target, tuple(cited))
        if target.section in pinned
        else DriftEntry(target, _structure_status(target, new, lock, register), tuple(cited))
        for target, cited in targets
        if target.statute == key
    )
    matches = before is None or _matches(before, pinned)
    return DriftReport(key, lock.text_date(key), new.text_date, new.source, entries, matches)


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return what changed between two wordings, word by word, long runs that did not change shortened."""
    before, after = normalise(old).split(), normalise(new).split()
    edits: list[Edit] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "equal":
            edits.append(Edit("same", _shortened(before[start:end], first=not edits, last=end == len(before))))
            continue
        if end > start:
            edits.append(Edit("removed", " ".join(before[start:end])))
        if to > from_:
            edits.append(Edit("added", " ".join(after[from_:to])))
    return tuple(edits)


def _structure_status(target: Target, new: StatuteText, lock: Lock, register: Register) -> Status:
    if not lock.pins(target.statute, target.section):
        return "not-pinned"
    known = register.provision(target.statute, target.section)
    text = new.provision(target.section)
    if text is None or text.repealed or known is None:
        return "repealed"
    same = known.same_structure(structure_of(target.statute, text, known.unknown))
    return "structure-unchanged" if same else "structure-changed"


def _wording(text: StatuteText | None, section: str, path: Path) -> str:
    provision = text.provision(section) if text else None
    if provision is None:
        return ""
    part = provision.paths().get(path)
    return part.wording if part else "" if path else provision.wording


def _index(text: StatuteText) -> dict[str, list[tuple[str, Path]]]:
    """Return where each wording stands that is long enough to be told from others."""
    found: dict[str, list[tuple[str, Path]]] = {}
    for provision in text.provisions:
        wordings = {path: part.wording for path, part in provision.paths().items()}
        for path, wording in {(): provision.wording, **wordings}.items():
            if len(wording.split()) >= _TELLING_WORDS:
                found.setdefault(fingerprint(wording), []).append((provision.section, path))
    return found


def _below(path: Path, paths: Iterable[Path]) -> list[Path]:
    below = [one for one in paths if len(one) > len(path) and one[: len(path)] == path]
    length = min(map(len, below), default=0)
    return [one for one in below if len(one) == length]


def _matches(before: StatuteText, pinned: Mapping[str, Mapping[Path, str]]) -> bool:
    known = {one.section: one for one in before.provisions}
    return all(section in known and fingerprints(known[section])[()] == pins[()] for section, pins in pinned.items())


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    if len(words) <= 2 * _CONTEXT:
        return " ".join(words)
    head = [] if first else words[:_CONTEXT]
    tail = [] if last else words[-_CONTEXT:]
    return " ".join([*head, "…", *tail])
