"""Read files for the checks, so that what is wrong with one is said with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.catalog import po
from crossborder.catalog.encoding import decode
from crossborder.checks.model import TranslatedFile
from crossborder.errors import ManualError

if TYPE_CHECKING:
    from pathlib import Path

_LANGUAGE = re.compile(r"^Language: *([a-z]+)", re.MULTILINE)


def text_of(path: Path) -> str:
    """Return the text of a file.

    :raises ManualError: if the file is missing or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ManualError("The file can't be read: {reason}", path=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ManualError("The file is not saved as UTF-8.", path=path, line=line) from error


def translated_file(path: Path, shown: str, language: str = "") -> TranslatedFile:
    """Return a PO file.

    :param shown: how findings name the file.
    :param language: of the translation; if it is not given, the header says it, and else it is Polish.
    :raises CatalogError: if it can't be read.
    """
    catalog = po.read(path)
    said = _LANGUAGE.search(catalog.header)
    text, _repaired = decode(path.read_bytes())
    return TranslatedFile(shown, language or (said[1] if said else "pl"), text, catalog)
