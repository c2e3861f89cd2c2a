"""Citations where they stand: in the role ``:law:`` and in options that hold nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crossborder.law import Citation, CitationError

if TYPE_CHECKING:
    from crossborder.checks.model import Manual, Passage, Place


class Cited(NamedTuple):
    """A text that an author has marked as citations."""

    text: str
    passage: Passage
    start: int  #: offset in the passage
    citations: tuple[Citation, ...]  #: none if the text can't be read
    error: CitationError | None  #: why it can't be read

    def place(self, offset: int = 0) -> Place:
        """Return where the character at ``offset`` of the text stands."""
        return self.passage.place(self.start + offset)

    @property
    def provisions(self) -> set[tuple[str, str]]:
        """The statutes and provisions that are cited, of a range both ends."""
        found = {(citation.statute, citation.section) for citation in self.citations}
        return found | {(one.statute, one.last) for one in self.citations if one.last and not one.subdivisions}


def cited(passage: Passage, manual: Manual) -> tuple[Cited, ...]:
    """Return the citations of a passage, readable or not."""
    if passage.cites:
        return (_read(passage.raw, passage, 0, manual),)
    if ":law:" not in passage.raw:
        return ()
    laws = (role for role in passage.roles if role.name == "law")
    return tuple(_read(role.target, passage, role.target_start, manual) for role in laws)


def _read(text: str, passage: Passage, start: int, manual: Manual) -> Cited:
    plain = " ".join(text.split("\n"))
    read = manual.citations(plain)
    if isinstance(read, CitationError):
        return Cited(plain, passage, start, (), read)
    return Cited(plain, passage, start, read, None)


def first_readable(text: str, manual: Manual) -> str:
    """Return the longest beginning of ``text``, up to a few words, that is a citation; nothing if none is."""
    words = text.split(" ")
    for end in range(min(len(words), 12), 1, -1):
        beginning = " ".join(words[:end]).rstrip(".,;:)")
        read = manual.citations(" ".join(beginning.split()))
        if read and not isinstance(read, CitationError):
            return beginning
    return ""
