"""The grammar of PO files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from crossborder.catalog.errors import CatalogError
from crossborder.catalog.message import Message
from crossborder.catalog.po_comments import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_QUOTED = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"\s*')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?)\s*(?=\")")
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}

_UNCLOSED = "A text is not closed. It stands between two quotation marks; one inside it is written {written}."
_UNKNOWN = "This line is no part of a PO file: {text}"
_RETURN = "Take the copy that was handed out last and enter the translation again, or mend this line by hand."


def _unescape_one(found: re.Match[str]) -> str:
    code = found[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _ESCAPES.get(code, code)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_unescape_one, text) if "\\" in text else text


@dataclass(slots=True)
class _Draft:
    """A message while its lines are being read."""

    line: int = 0
    msgstr_line: int = 0
    texts: dict[str, list[str]] = field(default_factory=dict)
    current: list[str] | None = None
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    previous: list[str] = field(default_factory=list)
    in_previous_msgid: bool = False
    obsolete: bool = False

    def text(self, keyword: str) -> str | None:
        """Return the text that follows ``keyword``, or None if the keyword is not there."""
        return None if keyword not in self.texts else "".join(self.texts[keyword])

    def finish(self) -> Message:
        """Return the message."""
        strings = sorted(key for key in self.texts if key.startswith("msgstr"))
        return Message(
            msgid=self.text("msgid") or "",
            msgstrs=tuple("".join(self.texts[key]) for key in strings),
            line=self.line,
            msgstr_line=self.msgstr_line,
            context=self.text("msgctxt"),
            plural=self.text("msgid_plural"),
            flags=frozenset(self.flags),
            comments=tuple(self.comments),
            extracted=tuple(self.extracted),
            previous="".join(self.previous),
            obsolete=self.obsolete,
        )


class Reader:
    """Reads the lines of one PO file into messages.

    :param path: file named in errors.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.line = 0
        self.draft = _Draft()

    def messages(self, text: str) -> Iterator[Message]:
        """Yield the messages of ``text``, the header first.

        :raises CatalogError: at the first line that can't be read.
        """
        for self.line, raw in enumerate(text.split("\n"), 1):
            line = raw.strip(" \t\f\v")
            obsolete = line.startswith("#~")
            if obsolete:
                line = line[2:].lstrip()
                if line.startswith("|"):
                    line = "#" + line
            if line and self._begins_entry(line):
                yield from self._close()
            if line:
                self.draft.obsolete |= obsolete
                self._take(line)
        yield from self._close(last=True)

    def _begins_entry(self, line: str) -> bool:
        """Tell whether ``line`` can't belong to the entry before it."""
        return self.draft.msgstr_line > 0 and (line[0] == "#" or line.startswith(("msgid", "msgctxt")))

    def _close(self, *, last: bool = False) -> Iterator[Message]:
        draft, self.draft = self.draft, _Draft()
        if draft.msgstr_line:
            self._recover_previous(draft)
            yield draft.finish()
        elif draft.texts:
            self._fail("This msgid has no msgstr.", line=draft.line or self.line)
        elif not last:
            self.draft = draft

    def _take(self, line: str) -> None:
        if line[0] == '"':
            self._continue(line)
        elif line[0] == "#":
            self._comment(line)
        else:
            self._keyword(line)

    def _keyword(self, line: str) -> None:
        found = _KEYWORD.match(line)
        if not found:
            self._fail(_UNKNOWN, text=line[:60])
        keyword = found[1]
        texts = self.draft.texts
        if keyword == "msgid" and "msgid" in texts:
            self._fail("This msgid has no msgstr.", line=self.draft.line)
        if keyword in texts or (keyword.startswith("msgstr") and "msgid" not in texts):
            self._fail("{keyword} stands in the wrong place.", keyword=keyword)
        if keyword == "msgid":
            self.draft.line = self.line
        elif keyword.startswith("msgstr"):
            self.draft.msgstr_line = self.draft.msgstr_line or self.line
        self.draft.current = texts[keyword] = []
        self._continue(line[found.end() :])

    def _continue(self, line: str) -> None:
        if self.draft.current is None:
            self._fail(_UNKNOWN, text=line[:60])
        self.draft.current.append(self._unquote(line))

    def _unquote(self, line: str) -> str:
        found = _QUOTED.fullmatch(line)
        if not found:
            self._fail(_UNCLOSED, written=r"\"")
        return _unescape(found[1])

    def _comment(self, line: str) -> None:
        draft, kind, rest = self.draft, line[1:2], line[2:].strip()
        if kind == ",":
            draft.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
        elif kind == ".":
            draft.extracted.append(rest)
        elif kind == "|":
            self._previous(rest, draft)
        elif kind != ":":
            draft.comments.append(line[1:].strip())

    def _recover_previous(self, draft: _Draft) -> None:
        """Find the previous msgid again where Babel has made a comment of it, and wrapped that."""
        if any(line.startswith("| ") for line in draft.comments):
            lines = unwrapped(draft.comments)
            draft.comments = [line for line in lines if not line.startswith("| ")]
            for line in lines:
                if line.startswith("| "):
                    self._previous(line[2:], draft)

    def _previous(self, rest: str, draft: _Draft) -> None:
        found = _KEYWORD.match(rest)
        if found:
            draft.in_previous_msgid = found[1] == "msgid"
            rest = rest[found.end() :]
        if draft.in_previous_msgid:
            draft.previous.append(self._unquote(rest))

    def _fail(self, message: str, *, line: int = 0, **fields: object) -> NoReturn:
        raise CatalogError(message, path=self.path, line=line or self.line, hint=_RETURN, **fields)
