"""This manual, built for tests in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sphinx.manuals import ROOT

from crossborder.building import run_jobs
from crossborder.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from crossborder.building import Job


def this_manual(folder: Path) -> Project:
    """Return a project with the texts and data of this manual whose output goes to ``folder``."""
    project = Project(folder)
    for name in ("source", "locales", "data"):
        (project.root / name).symlink_to(ROOT / name)
    return project


def build(jobs: Sequence[Job]) -> None:
    """Run ``jobs``, none of which may fail."""
    assert [outcome for outcome in run_jobs(jobs, lambda *_: None, keep_going=True) if outcome.error] == []
