"""``manual build``: which editions it makes, what its table says, and which options go with what."""

from pathlib import Path

import pytest

from crossborder import cli
from crossborder.building import Job, Outcome
from crossborder.commands import build

ALL = [
    ("html", "de", "build/html/de"),
    ("html", "pl", "build/html/pl"),
    ("pdf", "de", "build/pdf/neue-loesung-de.pdf"),
    ("pdf", "pl", "build/pdf/neue-loesung-pl.pdf"),
    ("accessible", "de", "build/pdf/neue-loesung-accessible-de.pdf"),
    ("accessible", "pl", "build/pdf/neue-loesung-accessible-pl.pdf"),
    ("epub", "de", "build/epub/neue-loesung-de.epub"),
    ("epub", "pl", "build/epub/neue-loesung-pl.epub"),
    ("synopsis", "de+pl", "build/html/synopsis"),
    ("synopsis-pdf", "de+pl", "build/pdf/neue-loesung-synopsis.pdf"),
    ("worksheets", "de+pl", "build/pdf/worksheets"),
    ("zip", "de+pl", "build/neue-loesung.zip"),
]


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a manual whose editions are made at once."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "conf.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def make(jobs: list[Job], *_: object, **__: object) -> list[Outcome]:
        for job in jobs:
            (job.target / "x" if "." not in job.target.name else job.target).parent.mkdir(parents=True, exist_ok=True)
        return [Outcome(job, 1.0) for job in jobs]

    monkeypatch.setattr(build, "run_jobs", make)
    return tmp_path


def rows(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, ...]]:
    lines = capsys.readouterr().out.splitlines()
    table = next(place for place, line in enumerate(lines) if line.startswith("Edition"))
    return [tuple(line.split()[:3]) for line in lines[table + 1 :] if len(line.split()) > 4 and "MB" in line]


def test_all_editions_are_in_the_table(manual: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--lang", "en", "build", "all", "--draft"]) == 0
    assert rows(capsys) == ALL


@pytest.mark.parametrize(
    ("arguments", "editions"),
    [
        (["synopsis"], {"html", "synopsis", "synopsis-pdf"}),
        (["worksheets"], {"accessible", "worksheets"}),
        (["all", "--language", "pl"], {"html", "pdf", "accessible", "epub"}),
        (["pdf", "--accessible"], {"accessible"}),
    ],
)
def test_an_edition_is_made_with_what_it_needs(
    manual: Path, arguments: list[str], editions: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--lang", "en", "build", *arguments, "--draft"]) == 0
    assert {row[0] for row in rows(capsys)} == editions


@pytest.mark.parametrize(
    ("language", "arguments", "answer"),
    [
        ("en", ["synopsis", "--language", "de"], "The edition synopsis is made of both languages"),
        ("de", ["synopsis", "--language", "de"], "Die Ausgabe synopsis besteht aus beiden Sprachen"),
        ("pl", ["worksheets", "--language", "pl"], "Wydanie worksheets powstaje z obu języków"),
        ("de", ["html", "--accessible"], "--accessible gehört zum PDF"),
    ],
)
def test_an_option_that_does_not_go_with_an_edition_is_refused_with_the_command_that_was_meant(
    manual: Path, language: str, arguments: list[str], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--lang", language, "build", *arguments, "--draft"]) == 2
    captured = capsys.readouterr()
    assert answer in captured.err
    assert "manual build pdf --accessible" in captured.err or "manual build html --language de" in captured.err
    assert not (manual / "build").exists()
