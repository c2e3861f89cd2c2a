"""Waivers: a sentence beside a text by which a finding may stand, and which says why.

In the source a comment before the block that it concerns; in a PO file a comment of the message, in a data
file a comment above the table::

    .. waive: FCT004 The amount is part of the vignette, nobody is paid it.

    # waive: TRL004 The Polish sentence needs no number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.checks.model import Place, Waiver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossborder.checks.model import DataFile, Document, Manual, TranslatedFile

_IN_SOURCE = re.compile(r"(?P<indent> *)\.\. waive: *(?P<code>\S*) *(?P<reason>.*)$")
_IN_DATA = re.compile(r"# *waive: *(?P<code>\S*) *(?P<reason>.*)$")
_IN_CATALOG = re.compile(r"waive: *(?P<code>\S*) *(?P<reason>.*)$")
#: what stands before the block that it belongs to: labels, comments, index entries
_PREAMBLE = re.compile(r" *\.\. (?:_[^:]+:|[a-z]+:(?!:)|index::|\S.*(?<!:)$)")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end_of_block(lines: Sequence[str], index: int, indent: int) -> int:
    """Return the index after the block that begins at ``index``."""
    paragraph = not lines[index].lstrip().startswith("..")
    for number in range(index + 1, len(lines)):
        line = lines[number]
        if line.strip() and (_indent(line) < indent or (_indent(line) == indent and not paragraph)):
            return number
        if not line.strip():
            paragraph = False
    return len(lines)


def _reach(lines: Sequence[str], index: int, indent: int) -> int:
    """Return the last line (1-based) of the block that follows the waiver at ``index``."""
    number = _end_of_block(lines, index, indent)
    while number < len(lines) and _PREAMBLE.match(lines[number]) and _indent(lines[number]) == indent:
        number = _end_of_block(lines, number, indent)
    if number < len(lines) and _indent(lines[number]) == indent:
        return _end_of_block(lines, number, indent)
    return number


def _in_document(document: Document) -> Iterator[Waiver]:
    lines = document.lines
    for index, line in enumerate(lines):
        found = _IN_SOURCE.match(line)
        if found:
            indent = len(found["indent"])
            end = _end_of_block(lines, index, indent)
            reason = " ".join([found["reason"], *(part.strip() for part in lines[index + 1 : end])]).strip()
            place = document.place(index + 1, indent + 1)
            yield Waiver(place, found["code"], reason, _reach(lines, index, indent))


def _in_catalog(file: TranslatedFile) -> Iterator[Waiver]:
    """Yield the waivers of a PO file; each holds for its message, whose comments begin above its msgid."""
    for message in file.catalog.messages:
        for comment in message.comments:
            found = _IN_CATALOG.match(comment)
            if found:
                line = _line_above(file.lines, message.line, comment)
                last = file.place(message, len(message.msgstr)).line
                yield Waiver(Place(file.path, line, 1), found["code"], found["reason"].strip(), last)


def _line_above(lines: Sequence[str], line: int, comment: str) -> int:
    for number in range(line, 0, -1):
        if lines[number - 1].startswith("#") and comment in lines[number - 1]:
            return number
    return line


def _in_data(file: DataFile) -> Iterator[Waiver]:
    """Yield the waivers of a TOML file; each holds for the table that follows it."""
    lines = file.text.splitlines()
    for index, line in enumerate(lines):
        found = _IN_DATA.match(line)
        if found:
            tables = [number for number, other in enumerate(lines, 1) if other.startswith("[") and number > index]
            last = tables[1] - 1 if len(tables) > 1 else len(lines)
            yield Waiver(Place(file.path, index + 1, 1), found["code"], found["reason"].strip(), last)


def waivers(manual: Manual) -> list[Waiver]:
    """Return the waivers that stand in documents, PO files and data."""
    return [
        *(waiver for document in manual.documents for waiver in _in_document(document)),
        *(waiver for file in manual.catalogs for waiver in _in_catalog(file)),
        *(waiver for file in manual.data for waiver in _in_data(file)),
    ]
