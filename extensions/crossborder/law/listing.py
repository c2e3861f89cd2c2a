"""Several citations in one text, as a reader writes them: ``§§ 27, 33 SGB VIII; § 1666 BGB``."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from crossborder.law.citation import number_of, sign_of
from crossborder.law.wording import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossborder.law.citation import Citation
    from crossborder.law.register import Register


class Piece(NamedTuple):
    """A piece of text; with the citation that it links to, or a separator without one."""

    text: str
    citation: Citation | None


def display_list(citations: Sequence[Citation], language: str, register: Register) -> list[Piece]:
    """Return the pieces that the reader in ``language`` sees; joined they are the whole text.

    A statute is named once, after the last of its citations in a row.

    :raises KeyError: if the register does not hold a statute.
    """
    pieces: list[Piece] = []
    for _, group in groupby(citations, key=lambda citation: citation.statute):
        if pieces:
            pieces.append(Piece("; ", None))
        pieces += _of_one_statute(list(group), language, register)
    return pieces


def _of_one_statute(citations: list[Citation], language: str, register: Register) -> Iterator[Piece]:
    name = citations[-1].display(language, register).removeprefix(citations[-1].place(language, register))
    bare = len(citations) > 1 and all(_is_bare(citation) for citation in citations)
    statute = register.statute(citations[0].statute)
    for index, citation in enumerate(citations):
        text = citation.place(language, register)
        if bare:
            number = number_of(citation.section, exact=False)
            text = number if index else f"{sign_of(statute, language, many=True)}{NBSP}{number}"
        elif index and _continues(citations[index - 1], citation):
            text = text.rpartition(NBSP)[2]
        if index:
            yield Piece(", ", None)
        yield Piece(text + name if citation is citations[-1] else text, citation)


def _is_bare(citation: Citation) -> bool:
    return not (citation.subdivisions or citation.last or citation.following)


def _continues(before: Citation, citation: Citation) -> bool:
    """Whether only the lowest number differs: ``Abs. 1, 4``."""
    parts, others = citation.subdivisions, before.subdivisions
    return bool(
        parts
        and others
        and citation.section == before.section
        and parts[:-1] == others[:-1]
        and parts[-1].level == others[-1].level
        and not (citation.last or citation.following or before.last or before.following)
    )
