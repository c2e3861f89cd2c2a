"""A message of a PO file, and the file as a whole, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crossborder.catalog.pair import Pair
from crossborder.catalog.tongue import language_of

if TYPE_CHECKING:
    from pathlib import Path

    from crossborder.catalog.errors import CatalogError


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a PO file."""

    msgid: str
    msgstrs: tuple[str, ...] = ("",)  #: one translation, or one for each plural form
    line: int = 0  #: 1-based line of ``msgid``
    msgstr_line: int = 0  #: 1-based line of ``msgstr``
    context: str | None = None  #: ``msgctxt``
    plural: str | None = None  #: ``msgid_plural``
    flags: frozenset[str] = frozenset()
    comments: tuple[str, ...] = ()  #: what translators wrote
    extracted: tuple[str, ...] = ()  #: where the text stands: ``section: …``, ``type: …``
    previous: str = ""  #: the msgid that a fuzzy translation was made for
    obsolete: bool = False

    @property
    def msgstr(self) -> str:
        """The translation, of a plural the first form."""
        return self.msgstrs[0]

    @property
    def key(self) -> tuple[str | None, str]:
        """What a message is found by."""
        return self.context, self.msgid

    @property
    def fuzzy(self) -> bool:
        """Whether the translation is a guess that a person still has to look at."""
        return "fuzzy" in self.flags

    @property
    def filled(self) -> bool:
        """Whether there is a translation, certain or not."""
        return all(text.strip() for text in self.msgstrs)

    @property
    def translated(self) -> bool:
        """Whether there is a translation that counts."""
        return self.filled and not self.fuzzy


@dataclass(frozen=True)
class Catalog:
    """A PO file: its messages in the order in which the page reads."""

    messages: tuple[Message, ...] = ()
    path: Path | None = None
    header: str = ""  #: the fields of the header, a line each
    comments: tuple[str, ...] = ()  #: what stands above the header
    obsolete: tuple[Message, ...] = ()
    repaired: tuple[str, ...] = ()  #: forms that :mod:`.encoding` repaired
    error: CatalogError | None = None  #: why the file could not be read; it has no messages then

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """What is translated, certain or fuzzy, each plural form for itself."""
        return tuple(pair for message in self.messages for pair in _pairs(message))

    @cached_property
    def marked_pairs(self) -> tuple[Pair, ...]:
        """Those of the pairs that are more than plain text."""
        return tuple(pair for pair in self.pairs if not pair.plain)

    @cached_property
    def prose_pairs(self) -> tuple[Pair, ...]:
        """Those of the pairs that are certain translations of prose."""
        return tuple(pair for pair in self.pairs if pair.certain and not pair.code)

    @cached_property
    def source_language(self) -> str:
        """The language of the msgids, or "" if it can't be told."""
        return language_of(message.msgid for message in self.messages)

    @cached_property
    def by_key(self) -> dict[tuple[str | None, str], Message]:
        """The messages by context and msgid; of several the first that is translated."""
        found: dict[tuple[str | None, str], Message] = {}
        for message in self.messages:
            known = found.get(message.key)
            if known is None or (message.translated and not known.translated):
                found[message.key] = message
        return found


def _pairs(message: Message) -> list[Pair]:
    if message.plural is None:
        return [Pair(message)] if message.filled else []
    sources = (message.msgid, *[message.plural] * (len(message.msgstrs) - 1))
    return [Pair(message, *texts) for texts in zip(sources, message.msgstrs, strict=True) if texts[1]]
