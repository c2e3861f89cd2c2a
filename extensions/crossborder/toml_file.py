"""Read TOML files so that what is wrong in one is said with its line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from crossborder.errors import ManualError

if TYPE_CHECKING:
    from pathlib import Path

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def read_toml(path: Path) -> dict[str, Any]:
    """Return what the TOML file at ``path`` holds.

    :raises ManualError: if the file is missing, is not UTF-8 or is no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ManualError("The file can't be read: {reason}", path=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ManualError("The file is not saved as UTF-8.", path=path, line=line) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
        reason = _PLACE.sub("", str(error))
        raise ManualError("This is not TOML: {reason}", path=path, line=line, reason=reason) from error


def line_of(path: Path, text: str) -> int:
    """Return the line of the file at ``path`` that first holds ``text``, or 0."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 0)
