"""Read an official file, whatever its format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from crossborder.law.importers import eli, gii, legalize
from crossborder.law.importers.markup import UnreadableTextError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from crossborder.law.text import StatuteText

MAX_BYTES: Final = 64 * 1024 * 1024


class UnreadableFileError(Exception):
    """An official file cannot be read; says which, where and why."""

    def __init__(self, path: Path, reason: str, line: int = 0) -> None:
        super().__init__(path, reason, line)
        self.path = path
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}" if self.line else f"{self.path}: {self.reason}"


def read_statute(path: Path) -> StatuteText:
    """Read the XML of gesetze-im-internet.de, the HTML of the Sejm's ELI, or Markdown of the Legalize repositories.

    :raises UnreadableFileError: if the file is missing, too large, in a wrong encoding, or holds no statute.
    """
    text = _text(path)
    try:
        return _importer(text)(text, path.name)
    except UnreadableTextError as error:
        raise UnreadableFileError(path, error.reason, error.line) from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFileError(path, f"is larger than {MAX_BYTES // 1024 // 1024} MB")
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(path, f"is not UTF-8 at byte {error.start}") from error


def _importer(text: str) -> Callable[[str, str], StatuteText]:
    head = text[:4000]
    if "<dokumente" in head:
        return gii.read
    if head.startswith(("---\n", "---\r\n")):
        return legalize.read
    if "unit_arti" in text:
        return eli.read
    if "<html" in head.casefold():
        raise UnreadableTextError("is an HTML page without provisions, perhaps the error page of a server")
    raise UnreadableTextError("is no official text: neither gii XML, nor ELI HTML, nor Legalize Markdown")
