"""Pack a folder into a ZIP file that is the same, byte for byte, whenever its files are."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: the earliest date that a ZIP file can hold
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def write_zip(folder: Path, target: Path, name: str) -> Path:
    """Write the files of ``folder`` into ``target``, below a folder called ``name`` there, and return ``target``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", _NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return target
