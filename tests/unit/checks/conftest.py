"""The findings of all specimens, read once."""

from __future__ import annotations

import shutil

import pytest
from tests.unit.checks.specimens import (
    CATALOGS,
    HANDBOOKS,
    INDEX,
    PAGES,
    Expected,
    findings_of,
    without_marks,
    write_project,
)


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Expected]]:
    """Return the findings of all pages and catalogs by path."""
    pages = {name: without_marks(path.read_text(encoding="utf-8"))[0] for name, path in PAGES.items()}
    catalogs = {name: without_marks(path.read_text(encoding="utf-8"))[0] for name, path in CATALOGS.items()}
    project = write_project(tmp_path_factory.mktemp("manual"), {"index": INDEX, **pages}, catalogs)
    shutil.copy(HANDBOOKS, project.data)
    by_path: dict[str, list[Expected]] = {}
    for finding in findings_of(project):
        by_path.setdefault(finding.path, []).append(Expected(finding.line, finding.column, finding.code))
    return by_path
