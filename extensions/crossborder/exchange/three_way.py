"""The merge of what was handed out, what came back and what has changed meanwhile, message by message."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from crossborder.catalog.gate import refusals
from crossborder.catalog.likeness import best_match
from crossborder.catalog.pair import Pair
from crossborder.catalog.po_comments import unwrapped

if TYPE_CHECKING:
    from crossborder.catalog.fault import Fault
    from crossborder.catalog.message import Catalog, Message


@dataclass(frozen=True, slots=True)
class Conflict:
    """A text that two people have translated differently; the manual keeps its own."""

    msgid: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A translation that could act in a reader's browser or read files; it is not taken."""

    msgid: str
    theirs: str
    code: str
    fault: Fault


@dataclass(slots=True)
class Merge:
    """What became of one page."""

    catalog: Catalog
    taken: list[str] = field(default_factory=list)  #: texts whose translation came in
    guessed: list[str] = field(default_factory=list)  #: texts changed meanwhile; what came in is a guess for them
    conflicts: list[Conflict] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    left_over: list[Message] = field(default_factory=list)  #: translations of texts that are gone meanwhile


def _state(message: Message | None) -> tuple[tuple[str, ...], bool] | None:
    return None if message is None or not message.filled else (message.msgstrs, message.fuzzy)


def _unsafe(message: Message) -> Rejected | None:
    for code, fault in refusals(Pair(message)):
        if code.startswith("SEC"):
            return Rejected(message.msgid, message.msgstr, code, fault)
    return None


def _with_comments(ours: Message, theirs: Message) -> Message:
    known = unwrapped(ours.comments)
    new = tuple(comment for comment in unwrapped(theirs.comments) if comment not in known)
    return replace(ours, comments=ours.comments + new)


class _PageMerge:
    def __init__(self, ours: Catalog, theirs: Catalog, base: Catalog | None) -> None:
        self.ours = ours
        self.theirs = theirs
        self.base = base
        self.result = Merge(ours)

    def run(self) -> Merge:
        here = self.ours.by_key
        loose = {m.msgid: m for m in self.theirs.messages if m.key not in here and m.filled and self._changed(m)}
        messages = tuple(self._one(message, loose) for message in self.ours.messages)
        self.result.catalog = replace(self.ours, messages=messages)
        for message in loose.values():
            self._left_over(message)
        return self.result

    def _left_over(self, message: Message) -> None:
        """Note what became of a translation whose text is gone."""
        rejected = _unsafe(message)
        if rejected:
            self.result.rejected.append(rejected)
        else:
            self.result.left_over.append(message)

    def _changed(self, theirs: Message) -> bool:
        """Tell whether a translator has touched a message, as far as what was handed out is known."""
        base = self.base.by_key.get(theirs.key) if self.base else None
        return base is None or _state(base) != _state(theirs)

    def _one(self, ours: Message, loose: dict[str, Message]) -> Message:
        theirs = self.theirs.by_key.get(ours.key)
        if theirs is None:
            return self._guess(ours, loose)
        ours = _with_comments(ours, theirs)
        if not theirs.filled or _state(theirs) == _state(ours) or not self._changed(theirs):
            return ours
        rejected = _unsafe(theirs)
        if rejected:
            self.result.rejected.append(rejected)
            return ours
        base = self.base.by_key.get(ours.key) if self.base else None
        untouched = not ours.filled or (base is not None and _state(base) == _state(ours))
        if untouched or (ours.fuzzy and not theirs.fuzzy and self.base is None):
            self.result.taken.append(ours.msgid)
            return replace(ours, msgstrs=theirs.msgstrs, flags=theirs.flags, previous=theirs.previous)
        if ours.msgstrs != theirs.msgstrs:
            self.result.conflicts.append(Conflict(ours.msgid, ours.msgstr, theirs.msgstr))
        return ours

    def _guess(self, ours: Message, loose: dict[str, Message]) -> Message:
        """Use what came in for a text that has changed meanwhile, as a guess."""
        if ours.filled or ours.plural is not None:
            return ours
        text = best_match(ours.msgid, loose)
        if text is None or _unsafe(loose[text]):
            return ours
        self.result.guessed.append(ours.msgid)
        return replace(ours, msgstrs=loose[text].msgstrs, flags=frozenset({"fuzzy"}), previous=text)


def merge_page(ours: Catalog, theirs: Catalog, base: Catalog | None) -> Merge:
    """Return a page's catalog with what came in, and what became of every translation.

    :param ours: the catalog as it stands now.
    :param theirs: the catalog as it came back.
    :param base: the catalog as it was handed out; without it only gaps are filled, and all else is a conflict.
    """
    return _PageMerge(ours, theirs, base).run()
