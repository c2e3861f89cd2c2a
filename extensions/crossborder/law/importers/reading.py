"""Read an official file, whatever its format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from crossborder.errors import ManualError
from crossborder.law.importers import eli, gii, legalize
from crossborder.law.importers.markup import UnreadableTextError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crossborder.law.text import StatuteText

MAX_BYTES: Final = 64 * 1024 * 1024


class UnreadableFileError(ManualError):
    """An official file cannot be read; says which, where and why."""

    def __init__(self, path: Path, message: str, line: int = 0, **fields: object) -> None:
        super().__init__(message, path=path, line=line, hint="", **fields)

    def __str__(self) -> str:
        return self.text(str)


def read_statute(path: Path) -> StatuteText:
    """Read the XML of gesetze-im-internet.de, the HTML of the Sejm's ELI, or Markdown of Legalize or eli2md.

    :raises UnreadableFileError: if the file is missing, too large, in a wrong encoding, or holds no statute.
    """
    text = _text(path)
    try:
        return _importer(text)(text, path.name)
    except UnreadableTextError as error:
        raise UnreadableFileError(path, error.message, error.line, **error.fields) from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFileError(path, "The file is larger than {size} MB.", size=MAX_BYTES // 1024 // 1024)
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableFileError(path, "The file can't be read: {reason}", reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, "The file is not saved as UTF-8.") from error


def _importer(text: str) -> Callable[[str, str], StatuteText]:
    head = text[:4000]
    if "<dokumente" in head:
        return gii.read
    if head.startswith(("---\n", "---\r\n")):
        return legalize.read
    if "unit_arti" in text:
        return eli.read
    if "<html" in head.casefold():
        raise UnreadableTextError("This is an HTML page without provisions, perhaps the error page of a server.")
    raise UnreadableTextError("This is no official text: neither gii XML, nor ELI HTML, nor Legalize Markdown.")
