"""Pack files into a ZIP file that is the same, byte for byte, whenever its files are."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: the earliest date that a ZIP file can hold
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def write_zip(folder: Path, target: Path, name: str) -> Path:
    """Write the files of ``folder`` into ``target``, below a folder called ``name`` there, and return ``target``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    named = ((f"{name}/{path.relative_to(folder).as_posix()}", path.read_bytes()) for path in paths)
    _write(target, ((member, zipfile.ZIP_DEFLATED, content) for member, content in named))
    return target


def forget_dates(path: Path) -> Path:
    """Write a ZIP file anew with its members as they are, but for the dates of their files, and return ``path``."""
    with zipfile.ZipFile(path) as archive:
        members = [(entry.filename, entry.compress_type, archive.read(entry)) for entry in archive.infolist()]
    _write(path, members)
    return path


def _write(target: Path, members: Iterable[tuple[str, int, bytes]]) -> None:
    """Write members, each with its name, its kind of compression and its content."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, compression, content in members:
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type = compression
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
