"""The command speaks three languages, finds its manual and never shows a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from crossborder import cli
from crossborder.commands import preview
from crossborder.project import Project


@pytest.fixture
def empty_manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A manual without any page, as the working folder."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "conf.py").write_text("extensions = ['crossborder']\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["--lang", "pl", "doctor"], {"LANG": "de_DE.UTF-8"}, "pl"),
        (["doctor"], {"LC_ALL": "de_AT.UTF-8", "LANG": "pl_PL.UTF-8"}, "de"),
        (["doctor"], {"LANG": "pl_PL"}, "pl"),
        (["doctor"], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["doctor"], {"LANG": "C"}, "en"),
        (["doctor"], {}, "en"),
    ],
)
def test_language_of_the_messages(
    arguments: list[str], environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cli.message_language(arguments) == expected


@pytest.mark.parametrize(("language", "word"), [("en", "usage:"), ("de", "Aufruf:"), ("pl", "użycie:")])
def test_help_is_in_the_language_asked_for(language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--lang", language, "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(word)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "invalid choice: 'bild'"), ("de", "'bild' gibt es nicht"), ("pl", "nie ma 'bild'")],
)
def test_unknown_command_is_explained(language: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--lang", language, "bild"])
    assert end.value.code == 2
    assert expected in capsys.readouterr().err


def test_no_manual_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["--lang", "de", "translate", "status"]) == 2
    assert capsys.readouterr().err.startswith("Hier liegt kein Handbuch.")


def test_manual_is_found_from_a_folder_below(empty_manual: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = empty_manual / "source" / "teil"
    below.mkdir()
    monkeypatch.chdir(below)
    assert Project.find().root == empty_manual.resolve()


def test_status_of_a_manual_without_translations(empty_manual: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--lang", "de", "translate", "status"]) == 0
    assert "Alle Seiten" in capsys.readouterr().out


def test_broken_catalog_ends_with_file_line_and_cure(empty_manual: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog = Project(empty_manual).catalogs("pl") / "index.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "Hallo\n', encoding="utf-8")
    assert cli.main(["--lang", "de", "translate", "status"]) == 2
    message = capsys.readouterr().err
    assert "index.po:1: " in message
    assert "Traceback" not in message


def test_preview_serves_each_language_and_links_the_other(empty_manual: Path) -> None:
    command = preview.command(Project(empty_manual), "pl", 8000)
    assert command[command.index("--port") + 1] == "8001"
    assert "crossborder_addresses.de=http://127.0.0.1:8000/" in command


def test_a_reader_that_has_seen_enough_gets_no_traceback() -> None:
    command = [sys.executable, "-c", "from crossborder.cli import main; raise SystemExit(main())", "check"]
    with subprocess.Popen([*command, "--reference"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
