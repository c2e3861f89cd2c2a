"""Reading and writing PO files: the one place through which every PO file goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.catalog.encoding import decode
from crossborder.catalog.errors import CatalogError
from crossborder.catalog.message import Catalog
from crossborder.catalog.po_reader import Reader
from crossborder.catalog.po_writer import dump

if TYPE_CHECKING:
    from pathlib import Path

#: what programs write above the header of a file that has nothing there
_BOILERPLATE = re.compile(
    r"|.* translations? (template )?for .*|Translations template for .*|SOME DESCRIPTIVE TITLE\.?|, fuzzy"
    r"|Copyright \(C\) (YEAR|\d{4}) (ORGANIZATION|THE PACKAGE'S COPYRIGHT HOLDER)?.*"
    r"|This file is distributed under the same license as the .*|(FIRST AUTHOR|FULL NAME) <EMAIL@ADDRESS>.*"
)


def parse(data: bytes, path: Path | None = None) -> Catalog:
    """Return the PO file whose bytes are ``data``.

    :param path: file named in errors.
    :raises CatalogError: if the bytes are no PO file, with the line where that shows.
    """
    try:
        text, repaired = decode(data)
    except CatalogError as error:
        raise CatalogError(error.message, path=path, line=error.line, hint=error.hint) from error
    entries = list(Reader(path).messages(text))
    header = ""
    comments: tuple[str, ...] = ()
    if entries and not entries[0].msgid and entries[0].context is None:
        head = entries.pop(0)
        header = head.msgstr
        comments = tuple(line for line in head.comments if not _BOILERPLATE.fullmatch(line))
    for entry in entries:
        if not entry.msgid and entry.context is None:
            hint = "Delete the second one, from its msgid to its last line."
            raise CatalogError("The header stands twice in the file.", path=path, line=entry.line, hint=hint)
    return Catalog(
        messages=tuple(entry for entry in entries if not entry.obsolete),
        path=path,
        header=header,
        comments=comments,
        obsolete=tuple(entry for entry in entries if entry.obsolete),
        repaired=repaired,
    )


def read(path: Path) -> Catalog:
    """Return the PO file at ``path``.

    :raises CatalogError: if it can't be read.
    """
    try:
        return parse(path.read_bytes(), path)
    except OSError as error:
        raise CatalogError("The file can't be read: {reason}", path=path, reason=error.strerror) from error


def write(catalog: Catalog, path: Path, language: str) -> bool:
    """Write ``catalog`` to ``path`` in normal form and return whether that changed the file."""
    data = dump(catalog, language).encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.replace(path)
    return True


def normalise(path: Path, language: str) -> bool:
    """Bring the PO file at ``path`` into normal form and return whether that changed it.

    :raises CatalogError: if it can't be read; the file is then left as it is.
    """
    return write(read(path), path, language)
