"""Build the editions of the manual: each in a process of its own, side by side, published when finished."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossborder.editions.latex import CompileError, compile_pdf
from crossborder.publish import publish
from crossborder.sphinx_process import run_sphinx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from crossborder.errors import ManualError
    from crossborder.project import Project

    #: is told what a job does and how far it is, in per cent
    Tell = Callable[[str, int], None]

LANGUAGES = ("de", "pl")
NAME = "neue-loesung"


class BuildError(Exception):
    """An edition could not be built.

    :param reasons: what is wrong: lines as the tools print them, or errors that know their file and cure.
    :param log: where everything stands that the tools said.
    :param output: the output all the same, where one came out.
    """

    def __init__(self, reasons: Iterable[str | ManualError], log: Path, output: Path | None = None) -> None:
        super().__init__(log)
        self.reasons = tuple(reasons)
        self.log = log
        self.output = output


@dataclass(frozen=True, slots=True)
class Job:
    """One edition in one language."""

    edition: str  #: ``html``, ``pdf`` …
    language: str  #: ``de``, ``pl`` or, for what holds both, ``de+pl``
    target: Path  #: where the finished output is put
    make: Callable[[Job, Tell], Path]  #: builds and returns the output to publish


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended."""

    job: Job
    seconds: float
    error: BuildError | None = None

    @property
    def size(self) -> int:
        """Return the size of the output in bytes."""
        target = self.job.target
        files = target.rglob("*") if target.is_dir() else (target,)
        return sum(file.stat().st_size for file in files if file.is_file())


def _sphinx(project: Project, builder: str, job: Job, tell: Tell, *settings: str) -> Path:
    """Build with Sphinx into the job's folder below ``build/.work`` and return the output."""
    work = project.build / ".work" / f"{job.edition}-{job.language}"
    out = work / "out"
    run = run_sphinx(project, builder, job.language, out, work=work, settings=settings, tell=tell)
    if run.code:
        raise BuildError(run.reasons, run.log, out if run.finished else None)
    return out


def html_job(project: Project, language: str) -> Job:
    """Return the job that builds the web site in ``language``."""

    def make(job: Job, tell: Tell) -> Path:
        return _sphinx(project, "html", job, tell)

    return Job("html", language, project.build / "html" / language, make)


def pdf_job(project: Project, language: str) -> Job:
    """Return the job that builds the print edition in ``language`` through LuaLaTeX."""

    def make(job: Job, tell: Tell) -> Path:
        out = _sphinx(project, "latex", job, tell)
        tell("LuaLaTeX", 0)
        try:
            return compile_pdf(out)
        except CompileError as error:
            raise BuildError([error], error.log) from error

    return Job("pdf", language, project.build / "pdf" / f"{NAME}-{language}.pdf", make)


def _run(job: Job, tell: Tell, *, keep_going: bool) -> Outcome:
    start = time.monotonic()
    error = None
    try:
        finished = job.make(job, tell)
    except BuildError as problem:
        error, finished = problem, problem.output if keep_going else None
    if finished is not None:
        publish(finished, job.target)
    return Outcome(job, time.monotonic() - start, error)


def run_jobs(jobs: Sequence[Job], tell: Callable[[Job, str, int], None], *, keep_going: bool = False) -> list[Outcome]:
    """Build side by side, as many at a time as the machine has processors, and return how each ended.

    :param tell: is called with job, phase and percentage, from several threads.
    :param keep_going: publish an output although it came with warnings.
    """
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:

        def start(job: Job) -> Outcome:
            outcome = _run(job, lambda phase, percent: tell(job, phase, percent), keep_going=keep_going)
            tell(job, "", 100)
            return outcome

        return list(pool.map(start, jobs))
