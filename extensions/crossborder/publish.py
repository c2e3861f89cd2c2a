"""Replace an output only by a finished one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def publish(finished: Path, target: Path) -> Path:
    """Put a copy of the file or folder ``finished`` in the place of ``target`` and return ``target``.

    The copy is made beside the target and renamed, so that a reader never finds half an output
    and an interrupted copy leaves the old one in place.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_name(f".{target.name}.new")
    old = target.with_name(f".{target.name}.old")
    _remove(new)
    _remove(old)
    if finished.is_dir():
        shutil.copytree(finished, new)
    else:
        shutil.copy2(finished, new)
    if target.exists():
        target.rename(old)
    new.rename(target)
    _remove(old)
    return target
