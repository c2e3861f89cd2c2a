"""Bringing the translations to the pages as they read now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from crossborder.catalog.likeness import best_match
from crossborder.catalog.message import Catalog

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crossborder.catalog.message import Message

_FUZZY = frozenset({"fuzzy"})
_RENAMED = 0.3  #: share of texts in common from which on a new page is taken for an old one under a new name


@dataclass(frozen=True, slots=True)
class MergedPage:
    """A page's catalog after merging, and what became of its messages."""

    catalog: Catalog
    counts: Counter[str]  #: ``kept``, ``changed``, ``rescued``, ``new``
    dropped: tuple[Message, ...]  #: translations that the page does not need any more


def renamed_pages(old: Mapping[str, Catalog], pages: Mapping[str, Sequence[Message]]) -> dict[str, str]:
    """Return new name -> old name of the pages that seem to have been renamed: same texts, other name."""
    gone = [page for page in old if page not in pages]
    pairs = []
    for new in pages:
        if new in old:
            continue
        texts = {message.key for message in pages[new]}
        for candidate in gone:
            known = {message.key for message in old[candidate].messages}
            share = len(texts & known) / max(1, min(len(texts), len(known)))
            if share >= _RENAMED:
                pairs.append((len(texts & known), new, candidate))
    names: dict[str, str] = {}
    for _common, new, candidate in sorted(pairs, reverse=True):
        if new not in names and candidate not in names.values():
            names[new] = candidate
    return names


@dataclass(slots=True)
class PageMerger:
    """Merges one page.

    :param old: the page's catalog so far.
    :param elsewhere: translations of the same text that are to be had outside this page.
    :param minor: whether changes of the German text are corrections that leave the meaning alone.
    """

    old: Catalog
    elsewhere: Mapping[str, str]
    minor: bool = False
    _counts: Counter[str] = field(default_factory=Counter)
    _guessed: set[tuple[str | None, str]] = field(default_factory=set)

    def merge(self, page: Sequence[Message]) -> MergedPage:
        """Return the catalog for a page that holds the messages ``page``."""
        here = {message.key for message in page}
        loose = [message for message in self.old.messages if message.key not in here and message.filled]
        messages = tuple(self._one(message, loose) for message in page)
        catalog = Catalog(messages, self.old.path, comments=self.old.comments)
        return MergedPage(catalog, self._counts, tuple(self._dropped(messages)))

    def _one(self, message: Message, loose: Sequence[Message]) -> Message:
        known = self.old.by_key.get(message.key)
        if known is not None and known.filled:
            self._counts["kept"] += 1
            return replace(known, extracted=message.extracted)
        comments = known.comments if known else ()
        returned = next((one for one in loose if one.fuzzy and one.previous == message.msgid), None)
        certain = returned.msgstr if returned else self.elsewhere.get(message.msgid)
        if certain is not None and message.plural is None:
            self._counts["rescued"] += 1
            return replace(message, msgstrs=(certain,), comments=comments)
        guess = self._guess(message, loose)
        if guess is not None:
            self._counts["changed"] += 1
            return guess
        self._counts["new" if known is None else "kept"] += 1
        return replace(message, comments=comments)

    def _guess(self, message: Message, loose: Sequence[Message]) -> Message | None:
        """Return the message with the translation of the text that it has probably grown from."""
        candidates = {
            one.previous if one.fuzzy and one.previous else one.msgid: one
            for one in loose
            if one.key not in self._guessed and one.plural is None and message.plural is None
        }
        text = best_match(message.msgid, candidates)
        if text is None:
            return None
        one = candidates[text]
        self._guessed.add(one.key)
        sure = self.minor and not one.fuzzy
        return replace(
            message,
            msgstrs=one.msgstrs,
            comments=one.comments,
            flags=frozenset() if sure else _FUZZY,
            previous="" if sure else text,
        )

    def _dropped(self, messages: Iterable[Message]) -> Iterable[Message]:
        """Yield what was translated in the old catalog and does not stand in the new one."""
        stays = {(message.msgid, message.msgstr) for message in messages}
        for message in (*self.old.messages, *self.old.obsolete):
            if message.translated and (message.msgid, message.msgstr) not in stays:
                yield message
