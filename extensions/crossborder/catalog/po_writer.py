"""The one normal form of PO files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.catalog.po_comments import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from crossborder.catalog.message import Catalog, Message

#: perhaps a place between two sentences: a full stop after letters that are no abbreviation, a space; or a line end.
#: The sign stands first, so that a search runs from one to the next
_PAUSE = re.compile(
    r"[.!?…\n](?:(?<=\n)(?=.)"
    r"|(?<=[^\W\d_]{4}[.!?…])(?<!Buchst.)(?<!Halbs.)[)\]*`\"“”»]* (?=[(*`:\"„“«]*([^\W\d_])))",
    re.DOTALL,
)
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b"}
_ESCAPED |= {chr(code): f"\\{code:03o}" for code in (*range(32), 127) if chr(code) not in _ESCAPED}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')
#: flags that programs set by themselves when they believe that a text looks like code
_NOISE = re.compile(r"(no-)?(\w+-)+format|(no-)?wrap")
_PLURALS = {
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "de": "nplurals=2; plural=(n != 1);",
}


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences and lines of ``text``; joined they are the text."""
    start = 0
    for found in _PAUSE.finditer(text):
        if found[1] is None or found[1].isupper():
            yield text[start : found.end()]
            start = found.end()
    yield text[start:]


def _quote(text: str) -> str:
    return '"' + _TO_ESCAPE.sub(lambda found: _ESCAPED[found[0]], text) + '"'


def _field(keyword: str, text: str, prefix: str = "") -> Iterator[str]:
    """Yield the lines of one keyword with its text."""
    parts = list(_sentences(text))
    if len(parts) == 1:
        yield f"{prefix}{keyword} {_quote(text)}"
        return
    yield f'{prefix}{keyword} ""'
    for part in parts:
        yield prefix + _quote(part)


def _entry(message: Message) -> Iterator[str]:
    """Yield the lines of one entry."""
    for comment in unwrapped(message.comments):
        yield f"# {comment}".rstrip()
    for comment in unwrapped(message.extracted):
        yield f"#. {comment}".rstrip()
    flags = sorted(flag for flag in message.flags if not _NOISE.fullmatch(flag))
    if flags:
        yield "#, " + ", ".join(flags)
    prefix = "#~ " if message.obsolete else ""
    if message.previous and message.fuzzy:
        yield from _field("msgid", message.previous, "#~| " if message.obsolete else "#| ")
    if message.context is not None:
        yield from _field("msgctxt", message.context, prefix)
    yield from _field("msgid", message.msgid, prefix)
    if message.plural is None:
        yield from _field("msgstr", message.msgstr, prefix)
        return
    yield from _field("msgid_plural", message.plural, prefix)
    for number, text in enumerate(message.msgstrs):
        yield from _field(f"msgstr[{number}]", text, prefix)


def _header(catalog: Catalog, language: str, fields: Mapping[str, str]) -> Iterator[str]:
    for comment in catalog.comments:
        yield f"# {comment}".rstrip()
    yield from ('msgid ""', 'msgstr ""', f'"Language: {language}\\n"', '"MIME-Version: 1.0\\n"')
    yield from ('"Content-Type: text/plain; charset=UTF-8\\n"', '"Content-Transfer-Encoding: 8bit\\n"')
    if language in _PLURALS and any(message.plural is not None for message in catalog.messages):
        yield f'"Plural-Forms: {_PLURALS[language]}\\n"'
    for name, value in fields.items():
        yield f'"{name}: {value}\\n"'


def dump(catalog: Catalog, language: str, fields: Mapping[str, str] | None = None) -> str:
    """Return the normal form of ``catalog``, whose translations are in ``language``.

    :param fields: further fields of the header, for a file that leaves the manual.
    """
    blocks: list[Iterable[str]] = [_header(catalog, language, fields or {})]
    blocks += [_entry(message) for message in (*catalog.messages, *catalog.obsolete)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"
