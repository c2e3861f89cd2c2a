"""Directives as they stand in a file, with the places of their options and rows.

The doctree says what a page is; it does not say where an option was written. This reads the lines of the file
for that, and knows no more of reStructuredText than it needs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DIRECTIVE = re.compile(r"(?P<indent> *)\.\. (?P<name>[a-z][\w-]*)::(?: +(?P<argument>.*))?$")
_OPTION = re.compile(r"(?P<indent> +):(?P<name>[^\s:`][^:`]*):(?!`)(?: +(?P<value>.*))?$")
_ROW = re.compile(r"(?P<aspect>.*\S) : (?P<relation>\S.*?)\s*$")
#: directives whose content is shown as it is
_VERBATIM = frozenset({"code", "code-block", "highlight", "literalinclude", "parsed-literal", "sourcecode"})


class Text(NamedTuple):
    """A text and where each of its lines begins."""

    text: str
    spots: tuple[tuple[int, int], ...]  #: line and column of each line of the text

    @property
    def line(self) -> int:
        """The line of the file where it begins."""
        return self.spots[0][0]

    @property
    def column(self) -> int:
        """The column where it begins."""
        return self.spots[0][1]

    @classmethod
    def at(cls, text: str, line: int, column: int) -> Text:
        """Return a text of one line."""
        return cls(text, ((line, column),))

    def and_then(self, other: Text) -> Text:
        """Return this text with another one below."""
        return Text(f"{self.text}\n{other.text}", self.spots + other.spots)


@dataclass(frozen=True)
class Row:
    """A row of a comparison."""

    aspect: str
    relation: str  #: empty if none is given
    line: int
    column: int
    relation_column: int
    fields: Mapping[str, Text] = field(default_factory=dict)  #: the sides, by name; a text holds all its lines


@dataclass(frozen=True)
class Directive:
    """A directive in a file."""

    name: str
    argument: str
    line: int  #: of its two dots
    column: int
    argument_column: int
    last: int  #: last line that belongs to it
    options: Mapping[str, Text]
    body: tuple[Text, ...]  #: the lines of its content, without indentation; empty lines are left out
    indent: int  #: of its content

    @cached_property
    def fields(self) -> dict[str, Text]:
        """The field list that its content is, as for ``:de:`` and ``:pl:`` of a legal basis."""
        return _fields(self.body, min((text.column for text in self.body), default=1))

    @cached_property
    def rows(self) -> list[Row]:
        """The rows that its content is, as for a comparison."""
        return list(_rows(self.body))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _fields(lines: Sequence[Text], column: int) -> dict[str, Text]:
    """Return the fields that begin at ``column``; the lines below a field belong to it."""
    fields: dict[str, Text] = {}
    name = ""
    for text in lines:
        found = _OPTION.fullmatch(" " + text.text) if text.column == column else None
        if found:
            name = found["name"]
            value = found["value"] or ""
            start = column + (found.start("value") - 1 if found["value"] else len(found[0].rstrip()) - 1)
            fields[name] = Text.at(value, text.line, start)
        elif name:
            fields[name] = fields[name].and_then(text)
    return fields


def _rows(body: Sequence[Text]) -> Iterator[Row]:
    column = min((text.column for text in body), default=1)
    heads = [index for index, text in enumerate(body) if text.column == column and not text.text.startswith(".. ")]
    for index, end in zip(heads, [*heads[1:], len(body)], strict=True):
        head, below = body[index], [text for text in body[index + 1 : end] if text.column > column]
        found = _ROW.fullmatch(head.text)
        aspect, relation = (found["aspect"], found["relation"]) if found else (head.text.strip(), "")
        at = head.column + (found.start("relation") if found else len(head.text.rstrip()))
        fields = _fields(below, min((text.column for text in below), default=1))
        yield Row(aspect, relation, head.line, head.column, at, fields)


def _content(lines: Sequence[str], first: int, indent: int) -> list[Text]:
    """Return the lines from index ``first`` that are indented deeper than ``indent``."""
    content = []
    for number in range(first, len(lines)):
        line = lines[number].rstrip()
        if line and _indent(line) <= indent:
            break
        if line:
            content.append(Text.at(line.lstrip(" "), number + 1, _indent(line) + 1))
    return content


def _split(content: Sequence[Text], first: int) -> tuple[dict[str, Text], tuple[Text, ...], list[Text]]:
    """Return the options, the content and the lines of the argument that go on below the first line."""
    options: list[Text] = []
    argument: list[Text] = []
    number = first
    for index, text in enumerate(content):
        if text.line != number:
            return _fields(options, options[0].column if options else 1), tuple(content[index:]), argument
        if options or _OPTION.fullmatch(" " + text.text):
            options.append(text)
        else:
            argument.append(text)
        number += 1
    return _fields(options, options[0].column if options else 1), (), argument


def _directive(lines: Sequence[str], index: int, found: re.Match[str]) -> Directive:
    content = _content(lines, index + 1, len(found["indent"]))
    options, body, more = _split(content, index + 2)
    argument = found["argument"] or ""
    return Directive(
        name=found["name"],
        argument="\n".join([argument, *(text.text for text in more)]).strip(),
        line=index + 1,
        column=len(found["indent"]) + 1,
        argument_column=found.start("argument") + 1 if argument else 0,
        last=content[-1].line if content else index + 1,
        options=options,
        body=body,
        indent=min((text.column for text in body), default=len(found["indent"]) + 4) - 1,
    )


def directives(lines: Sequence[str]) -> tuple[Directive, ...]:
    """Return the directives in a file, in order, those inside others too; not those in literal blocks."""
    found_directives = []
    verbatim = -1  # indentation of the text that introduced a literal block, while in it
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if verbatim >= 0 and _indent(line) > verbatim:
            continue
        found = _DIRECTIVE.match(line.rstrip())
        is_verbatim = found["name"] in _VERBATIM if found else line.rstrip().endswith("::")
        verbatim = _indent(line) if is_verbatim else -1
        if found and not is_verbatim:
            found_directives.append(_directive(lines, index, found))
    return tuple(found_directives)
