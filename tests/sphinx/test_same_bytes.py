"""Two clones of one commit give the same bytes, whatever the edition; the print PDF has its test in ``paged``."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.sphinx.paged.conftest import new_book
from tests.sphinx.paged.pdfs import pages_of_the_book

from crossborder import building
from crossborder.project import Project

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("latex")

COMMIT = ["-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", "x"]


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)


def build_all(project: Project) -> dict[str, bytes]:
    """Build every edition but the print PDF, those last that are made of others; return the files."""
    single = [make(project, code) for make in (building.html_job, building.accessible_job) for code in ("de", "pl")]
    compound = (building.synopsis_job, building.synopsis_pdf_job, building.worksheets_job)
    for jobs in (
        [*single, building.epub_job(project, "pl")],
        [make(project) for make in compound],
        [building.zip_job(project)],
    ):
        outcomes = building.run_jobs(jobs, lambda *_: None)
        assert [reason for outcome in outcomes if outcome.error for reason in outcome.error.reasons] == []
    files = [path for path in project.build.rglob("*") if path.is_file() and ".work" not in path.parts]
    return {str(path.relative_to(project.build)): path.read_bytes() for path in files}


def test_two_clones_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    pages = {name: text.replace("§ 1 SGB VIII", "§ 44 SGB VIII") for name, text in pages_of_the_book(rows=2).items()}
    book = new_book(tmp_path / "book", pages).folder
    with (book / "source" / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('copyright = "2026"\n')
    git(book, "init", "-q")
    git(book, "add", "-A")
    git(book, *COMMIT)
    git(tmp_path, "clone", "-q", str(book), "another")
    first, second = (build_all(Project(folder)) for folder in (book, tmp_path / "another"))
    assert {name.rpartition(".")[2] for name in first} >= {"html", "js", "css", "pdf", "epub", "zip"}
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
