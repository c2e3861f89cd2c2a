"""Inline markup of a text as its author wrote it, by offset."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

_ROLE = re.compile(r":(?P<name>[a-z][\w.:+-]*):`(?P<content>(?:\\.|[^`\\])*)`", re.DOTALL)
_TITLED = re.compile(r"(?P<title>.*?)(?P<gap>\s*)<(?P<target>[^<>]*)>\s*", re.DOTALL)
_LITERAL = re.compile(r"``.+?``(?!`)", re.DOTALL)
_LINK = re.compile(r"`(?:\\.|[^`\\])*?<(?P<url>[^<>]*)>`__?", re.DOTALL)
_URL = re.compile(r"\b(?:https?|ftp)://[^\s<>`\"]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"“”«»)]*\s+(?=[A-ZÄÖÜĄĆĘŁŃÓŚŹŻ„:*])")


class Role(NamedTuple):
    """A role in a text: ``:law:`dort <§ 8a SGB VIII>```."""

    name: str
    title: str  #: what the reader sees, if the author says it
    target: str  #: what the role is about
    start: int  #: offset of the first colon
    end: int  #: offset after the last backquote
    target_start: int  #: offset of the target


def roles(raw: str) -> tuple[Role, ...]:
    """Return the roles in a text, in order; what stands in literals is none."""
    if "`" not in raw:
        return ()
    literals = [found.span() for found in _LITERAL.finditer(raw)]
    found_roles = []
    for found in _ROLE.finditer(raw):
        if any(start <= found.start() < end for start, end in literals):
            continue
        content, begin = found["content"], found.start("content")
        titled = _TITLED.fullmatch(content)
        title, target = (titled["title"], titled["target"]) if titled else ("", content)
        offset = titled.start("target") if titled else 0
        found_roles.append(Role(found["name"], title, target, found.start(), found.end(), begin + offset))
    return tuple(found_roles)


def blank(text: str) -> str:
    """Return a text of the same length that holds nothing but blanks and line ends."""
    return re.sub(r"[^\n]", " ", text)


def flat(raw: str) -> str:
    """Return a text on one line, as a message holds it."""
    return " ".join(raw.split())


def prose(raw: str) -> str:
    """Return a text with roles, literals and addresses blanked out, as long as it was."""
    if "`" in raw:
        raw = _LITERAL.sub(lambda found: blank(found[0]), raw)
        raw = _ROLE.sub(lambda found: blank(found[0]), raw)
        raw = _LINK.sub(lambda found: found[0].replace(found["url"], blank(found["url"])), raw)
    return _URL.sub(lambda found: blank(found[0]), raw) if "://" in raw else raw


def sentences(raw: str) -> list[tuple[int, int]]:
    """Return begin and end of each sentence of a text.

    A full stop ends a sentence where a capital letter, a role or an emphasis follows it; the short forms of
    the law (``Abs. 2``, ``art. 5``) are followed by a number and so end none.
    """
    bounds = [0, *(found.end() for found in _SENTENCE_END.finditer(raw)), len(raw)]
    return list(itertools.pairwise(bounds))
