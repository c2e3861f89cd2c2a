"""Read the content of a directive: fields, entries with an indented block below, and everything else.

Sphinx's parser could do it, as field lists inside definition lists; but it builds a state machine for each list, each
entry and each field, and a comparison would cost a third more than a plain table. Here only the texts are parsed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.statemachine import StringList

#: The marker of a field, which is no role: ``:text 4: label``.
_FIELD = re.compile(r":(?P<name>[^\s:`]+)(?: +(?P<argument>[^:`]*))?:(?: +|$)")

#: The first words of a text, as against a list, a comment or other markup.
_TEXT = re.compile(r"[^\W\d_]|[„“”\"§]|\*\*?\w|:[a-z-]+:`")

#: What looks like a text, but numbers a list.
_NUMBER = re.compile(r"\w+[.)](?:\s|$)")


class Piece(NamedTuple):
    """A field, an entry, or other text."""

    kind: str  #: ``field``, ``entry`` or ``other``
    head: str  #: name of the field, or line above the block
    argument: str  #: what stands behind the name of a field
    line: int  #: index of the first line
    block: StringList  #: what belongs to it, without its indentation
    start: int  #: index of the first line of the block


def pieces(content: StringList, start: int = 0) -> Iterator[Piece]:
    """Yield the parts of ``content``, whose first line has the index ``start``."""
    at = 0
    other: int | None = None
    while at < len(content):
        piece = _field(content, at) or _entry(content, at)
        if piece is None:
            other = at if other is None and content[at].strip() else other
            at += 1
            continue
        if other is not None:
            yield _other(content, other, at, start)
            other = None
        end = piece.start + len(piece.block)
        yield _stripped(piece._replace(line=piece.line + start, start=piece.start + start))
        at = end
    if other is not None:
        yield _other(content, other, at, start)


def is_plain(block: StringList) -> bool:
    """Tell whether ``block`` is one line that can only be a paragraph, which most texts are."""
    line = block[0] if len(block) == 1 else ""
    return bool(_TEXT.match(line)) and not _NUMBER.match(line) and not line.endswith("::")


def _field(content: StringList, at: int) -> Piece | None:
    match = _FIELD.match(content[at])
    if match is None:
        return None
    block, _, _ = content.get_indented(at, first_indent=match.end())
    return Piece("field", match["name"], match["argument"] or "", at, block, at)


def _entry(content: StringList, at: int) -> Piece | None:
    below = content[at + 1] if at + 1 < len(content) else ""
    if not below.startswith(" ") or not below.strip() or not _TEXT.match(content[at]):
        return None
    block, _, _ = content.get_indented(at + 1)
    return Piece("entry", content[at].rstrip(), "", at, block, at + 1)


def _other(content: StringList, at: int, end: int, start: int) -> Piece:
    return Piece("other", "", "", at + start, content[at:end], at + start)


def _stripped(piece: Piece) -> Piece:
    """Return ``piece`` without empty lines around its block."""
    filled = [index for index, line in enumerate(piece.block) if line.strip()]
    if not filled:
        return piece._replace(block=piece.block[:0])
    return piece._replace(block=piece.block[filled[0] : filled[-1] + 1], start=piece.start + filled[0])
