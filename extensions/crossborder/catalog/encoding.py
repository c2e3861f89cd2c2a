"""Bytes of a PO file as text; byte order marks, UTF-16, old character sets and line ends are repaired."""

from __future__ import annotations

import codecs
import re

from crossborder.catalog.errors import CatalogError

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
#: the msgid of every repair that `decode` reports, with the field ``{form}``
REPAIRED = "The file was saved as {form}; it was read, and will be written as UTF-8 with plain line ends."


def _without_mark(data: bytes) -> tuple[str, str]:
    """Return the text of bytes without a byte order mark, and its form where that is not UTF-8."""
    if b"\x00" in data[:64]:
        order = "utf-16-be" if data.startswith(b"\x00") else "utf-16-le"
        return data.decode(order), "UTF-16"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        named = _CHARSET.search(data)
        charset = named[1].decode("ascii") if named else "utf-8"
        return data.decode(charset), charset


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return text with plain line ends, and the forms that had to be repaired to get it.

    :raises CatalogError: if the bytes are in no character set that can be told.
    """
    forms: list[str] = []
    try:
        for mark, charset, form in _MARKS:
            if data.startswith(mark):
                text = data[len(mark) :].decode(charset)
                forms.append(form)
                break
        else:
            text, form = _without_mark(data)
            forms += [form] if form else []
    except (UnicodeDecodeError, LookupError) as error:
        line = data.count(b"\n", 0, getattr(error, "start", 0)) + 1
        hint = "Save the file as UTF-8 (in Poedit: Catalog, Properties, Charset)."
        raise CatalogError("These letters are in no known character set.", line=line, hint=hint) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        forms.append("CRLF")
    return text, tuple(forms)
