"""A small manual whose pages say themselves what is to be found in them.

Where a finding is expected, a page holds its code in double brackets: ``nach ⟦LAW005⟧§ 8a SGB VIII``. The marks are
taken out before the page is read, and their places are the places of the findings.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crossborder.checks import engine
from crossborder.checks.registry import rules
from crossborder.project import Project
from crossborder.reading import read_manual

if TYPE_CHECKING:
    from crossborder.checks.finding import Finding

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[2]
PAGES = {path.stem: path for path in sorted((HERE / "pages").glob("*.rst"))}
CATALOGS = {path.stem: path for path in sorted((HERE / "catalogs").glob("*.po"))}
HANDBOOKS = REPOSITORY / "tests" / "sphinx" / "specimen" / "data" / "handbooks.toml"
MARK = re.compile(r"⟦([A-Z]{3}\d{3})⟧")
INDEX = """.. _start:

Anfang
======

.. toctree::
   :glob:

   *

.. glossary-of-terms::

.. law-index::
"""


class Expected(NamedTuple):
    """A finding that a page says is in it."""

    line: int
    column: int
    code: str


def without_marks(marked: str) -> tuple[str, list[Expected]]:
    """Return a text without its marks, and what they expect, in order."""
    lines, expected = [], []
    for number, line in enumerate(marked.split("\n"), 1):
        taken = 0
        for found in MARK.finditer(line):
            expected.append(Expected(number, found.start() - taken + 1, found[1]))
            taken += len(found[0])
        lines.append(MARK.sub("", line))
    return "\n".join(lines), sorted(expected)


def write_project(root: Path, pages: dict[str, str], catalogs: dict[str, str]) -> Project:
    """Write a manual with ``pages`` and ``catalogs`` and the data of the real one, except what is said of its texts."""
    source, locales = root / "source", root / "locales" / "pl" / "LC_MESSAGES"
    source.mkdir(parents=True)
    locales.mkdir(parents=True)
    shutil.copytree(REPOSITORY / "data", root / "data", ignore=shutil.ignore_patterns("lock.toml", "handbooks.toml"))
    (source / "conf.py").write_text("language = 'de'\nextensions = ['crossborder']\n", encoding="utf-8")
    (source / "bild.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    for name, text in pages.items():
        (source / f"{name}.rst").write_text(text, encoding="utf-8")
    for name, text in catalogs.items():
        (locales / f"{name}.po").write_text(text, encoding="utf-8")
    return Project(root)


def findings_of(project: Project) -> list[Finding]:
    """Return what all rules find in a manual."""
    return engine.run(read_manual(project), list(rules().values()))
