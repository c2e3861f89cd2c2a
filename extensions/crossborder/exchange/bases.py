"""What was handed out, and when: the common ground on which a hand-in is merged, message by message."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

from crossborder.catalog import po

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from crossborder.catalog.message import Catalog
    from crossborder.project import Project

#: the line in the header of a PO file by which it is known again
FIELD = "X-Handed-Out"
_NAME = re.compile(r"\d{4}-\d\d-\d\d(?:-\d+)?")
#: every file in a ZIP gets this time, so that the same content gives the same bytes
_TIME = (2000, 1, 1, 0, 0, 0)


def folder(project: Project, language: str) -> Path:
    """Return where the bases of a language stand."""
    return project.locales / language / "handed-out"


def add_file(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file to an archive, compressed and without the time of day."""
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


def new_name(project: Project, language: str, today: dt.date | None = None) -> str:
    """Return a name for a hand-out: the day, and a number from the second of the day on."""
    day = (today or dt.datetime.now(dt.UTC).date()).isoformat()
    taken = {path.stem for path in folder(project, language).glob("*.zip")}
    names = (day, *(f"{day}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def keep(project: Project, language: str, name: str, files: Mapping[str, bytes]) -> Path:
    """Keep the PO files of a hand-out (page -> bytes) as the base for the hand-in, and return the path."""
    path = folder(project, language) / f"{name}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for page, data in sorted(files.items()):
            add_file(archive, f"{page}.po", data)
    path.write_bytes(out.getvalue())
    return path


def name_in(catalog: Catalog) -> str:
    """Return the name of the hand-out that a catalog comes from, or "" if it does not say."""
    for line in catalog.header.splitlines():
        field, _, value = line.partition(":")
        if field.strip() == FIELD and _NAME.fullmatch(value.strip()):
            return value.strip()
    return ""


def base_of(project: Project, language: str, page: str, catalog: Catalog) -> Catalog | None:
    """Return the catalog of ``page`` as it was handed out, or None if that is not known."""
    path = folder(project, language) / f"{name_in(catalog)}.zip"
    if not path.is_file():
        return None
    with zipfile.ZipFile(path) as archive:
        if f"{page}.po" not in archive.namelist():
            return None
        return po.parse(archive.read(f"{page}.po"), path)
