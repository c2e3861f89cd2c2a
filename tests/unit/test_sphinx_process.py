"""What a run of Sphinx says about itself."""

from pathlib import Path

import pytest

from crossborder.project import Project
from crossborder.sphinx_process import SphinxRun, build_environment, run_sphinx


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "conf.py").write_text("", encoding="utf-8")
    (tmp_path / "source" / "index.rst").write_text("Titel\n=====\n\nText.\n", encoding="utf-8")
    return Project(tmp_path)


def run(project: Project, phases: list[tuple[str, int]] | None = None) -> SphinxRun:
    told = [] if phases is None else phases
    return run_sphinx(
        project, "text", "de", project.build / "out", work=project.build / "work", tell=lambda *what: told.append(what)
    )


def test_a_clean_run_reports_progress_and_nothing_else(project: Project) -> None:
    phases: list[tuple[str, int]] = []
    ended = run(project, phases)
    assert (ended.code, ended.warnings, ended.reasons) == (0, (), ())
    assert ("reading sources", 100) in phases
    assert (project.build / "out" / "index.txt").is_file()


def test_warnings_name_file_and_line(project: Project) -> None:
    (project.source / "index.rst").write_text("Titel\n=====\n\n:ref:`fehlt`\n", encoding="utf-8")
    ended = run(project)
    assert ended.finished
    assert ended.code == 1
    assert [line for line in ended.reasons if "index.rst:4: WARNING" in line]


def test_a_crash_is_told_in_a_line(project: Project) -> None:
    (project.source / "conf.py").write_text("extensions = ['broken']\nimport sys; sys.path.insert(0, '.')\n")
    (project.source / "broken.py").write_text("def setup(app):\n    raise KeyError('Schlüssel')\n")
    (project.root / "broken.py").write_text("def setup(app):\n    raise KeyError('Schlüssel')\n")
    ended = run(project)
    assert not ended.finished
    assert "KeyError: 'Schlüssel'" in ended.reasons[-1]
    assert not [line for line in ended.reasons if "File " in line or "Traceback" in line]
    assert "KeyError" in ended.log.read_text(encoding="utf-8")


def test_a_mistake_in_conf_is_told_as_sphinx_tells_it(project: Project) -> None:
    (project.source / "conf.py").write_text("extensions = [\n")
    ended = run(project)
    assert not ended.finished
    assert any("conf.py" in line for line in ended.reasons)


def test_a_given_date_is_kept(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build_environment(project)["SOURCE_DATE_EPOCH"] == "86400"
