"""Where the parts of a manual lie on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class ProjectNotFoundError(Exception):
    """No manual was found at or above a folder."""


@dataclass(frozen=True, slots=True)
class Project:
    """A manual: its root folder and the folders below it."""

    root: Path

    @property
    def source(self) -> Path:
        """The German text, with ``conf.py``."""
        return self.root / "source"

    @property
    def locales(self) -> Path:
        """The folder that holds a folder for each language of translation."""
        return self.root / "locales"

    @property
    def data(self) -> Path:
        """What the manual knows, as TOML."""
        return self.root / "data"

    @property
    def build(self) -> Path:
        """All output; never committed."""
        return self.root / "build"

    def catalogs(self, language: str) -> Path:
        """Return the folder of the PO files of ``language``."""
        return self.locales / language / "LC_MESSAGES"

    @classmethod
    def find(cls, start: Path | None = None) -> Project:
        """Return the manual whose folder is ``start`` (default: the working folder) or one above it.

        :raises ProjectNotFoundError: if no folder from there upwards has ``source/conf.py``.
        """
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / "source" / "conf.py").is_file():
                return cls(folder)
        raise ProjectNotFoundError(here)
