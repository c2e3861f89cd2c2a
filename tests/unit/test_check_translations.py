"""The check of a branch from a translation platform: PO files only, and without findings."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PO = 'msgid ""\nmsgstr "Language: pl\\n"\n\nmsgid "Das Amt entscheidet in 7 Tagen."\nmsgstr "{}"\n'
PAGE = Path("locales/pl/LC_MESSAGES/seite.po")
GOOD, WRONG = PO.format("Urząd decyduje w 7 dni."), PO.format("Urząd decyduje w 9 dni.")


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with a page that is translated, on the branch that a platform pushes to."""
    (tmp_path / "scripts").mkdir()
    shutil.copy2(ROOT / "scripts" / "check-translations", tmp_path / "scripts")
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / ".gitignore").write_text(".venv\n", encoding="utf-8")
    (tmp_path / PAGE).parent.mkdir(parents=True)
    (tmp_path / PAGE).write_text(PO.format(""), encoding="utf-8")
    git(tmp_path, "init", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    git(tmp_path, "switch", "-c", "weblate")
    return tmp_path


def checked(repository: Path) -> subprocess.CompletedProcess[str]:
    """Commit what was changed, go back to the branch that is deployed, and check the other one from there."""
    git(repository, "add", "-A")
    git(repository, "commit", "-m", "translated")
    git(repository, "switch", "main")
    command = [str(repository / "scripts" / "check-translations"), "weblate"]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (WRONG, 1)])
def test_translations_are_checked(repository: Path, text: str, code: int) -> None:
    (repository / PAGE).write_text(text, encoding="utf-8")
    result = checked(repository)
    assert result.returncode == code
    assert ("TRL004" in result.stdout) is bool(code)


@pytest.mark.parametrize("path", ["scripts/check-translations", "source/conf.py", "locales/pl/x.py", "locales/pl/a.mo"])
def test_nothing_but_translations_comes_in(repository: Path, path: str) -> None:
    (repository / PAGE).write_text(GOOD, encoding="utf-8")
    (repository / path).parent.mkdir(exist_ok=True)
    (repository / path).write_text("exit 0\n", encoding="utf-8")
    result = checked(repository)
    assert result.returncode == 1
    assert result.stderr.splitlines()[1:] == [path]


def test_a_link_to_another_file_does_not_come_in(repository: Path) -> None:
    (repository / PAGE).unlink()
    (repository / PAGE).symlink_to("/etc/passwd")
    result = checked(repository)
    assert result.returncode == 1
    assert "root:" not in result.stdout + result.stderr


def test_a_page_may_not_disappear(repository: Path) -> None:
    (repository / PAGE).unlink()
    assert checked(repository).returncode == 1
