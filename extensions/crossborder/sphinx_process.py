"""Run Sphinx in a process of its own.

One process has one language: Sphinx keeps translations of its own words for the whole process.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from crossborder.project import Project

_PROGRESS = re.compile(r"^(?P<phase>[^\[]+?)\.\.\. *\[ *(?P<percent>\d+)%\]")
#: Sphinx reports a crash under this heading; the line before its end names the error
_REPORT, _REPORT_END = "Versions", "The full traceback has been saved in"
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass(frozen=True, slots=True)
class SphinxRun:
    """How a run of Sphinx ended."""

    code: int  #: exit code: 0 clean, 1 finished with warnings, 2 not finished
    warnings: tuple[str, ...]  #: each warning as Sphinx prints it: path, line, text
    log: Path  #: everything that Sphinx said

    @property
    def finished(self) -> bool:
        """Whether Sphinx came to its end, with warnings or without."""
        return self.code in {0, 1}

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is to be mended: the warnings, or in a line why Sphinx stopped; the log has the rest."""
        if self.finished or _REPORT not in self.warnings:
            return self.warnings
        end = next((place for place, line in enumerate(self.warnings) if line.startswith(_REPORT_END)), 0)
        return (*self.warnings[: self.warnings.index(_REPORT)], self.warnings[end - 1].strip())


def source_date(project: Project) -> str | None:
    """Return the time of the last commit in seconds since 1970, or None outside a repository."""
    command = ["git", "-C", str(project.root), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - fixed words
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip() or None


def build_environment(project: Project) -> dict[str, str]:
    """Return the environment in which two builds of one commit give the same bytes."""
    environment = dict(os.environ)
    environment["PYTHONHASHSEED"] = "0"
    if "SOURCE_DATE_EPOCH" not in environment and (date := source_date(project)):
        environment["SOURCE_DATE_EPOCH"] = date
    return environment


def _tell_progress(lines: Iterable[str], tell: Callable[[str, int], None]) -> list[str]:
    """Hand each percentage that Sphinx prints to ``tell`` and return all lines."""
    kept = []
    for raw in lines:
        line = _COLOURS.sub("", raw).rstrip()
        kept.append(line)
        if found := _PROGRESS.match(line):
            tell(found["phase"], int(found["percent"]))
    return kept


def run_sphinx(
    project: Project,
    builder: str,
    language: str,
    out: Path,
    *,
    work: Path,
    jobs: int = 1,
    settings: Iterable[str] = (),
    tell: Callable[[str, int], None] = lambda _phase, _percent: None,
) -> SphinxRun:
    """Build the manual with Sphinx, nitpicky, and return how it ended.

    :param out: folder for the output; Sphinx builds into it incrementally.
    :param work: folder for the doctrees, the list of warnings and the log of this build.
    :param jobs: number of processes.
    :param settings: ``name=value`` pairs that override conf.py.
    :param tell: is called with phase and percentage while Sphinx works.
    """
    work.mkdir(parents=True, exist_ok=True)
    warnings, log = work / "warnings.txt", work / "log.txt"
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-n", "-W", "--keep-going", "--no-color"]
    command += [
        "-j",
        str(jobs),
        "-d",
        str(work / "doctrees"),
        "-w",
        str(warnings),
        "-D",
        f"language={language}",
    ]
    command += [word for setting in settings for word in ("-D", setting)]
    command += [str(project.source), str(out)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and words
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=build_environment(project),
        cwd=project.root,
    ) as process:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        lines = _tell_progress(process.stdout, tell)
    log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = warnings.read_text(encoding="utf-8").splitlines() if warnings.exists() else []
    return SphinxRun(process.returncode, tuple(_COLOURS.sub("", line) for line in found if line.strip()), log)
