"""Build the editions of the manual: each in a process of its own, side by side, published when finished."""

from __future__ import annotations

import os
import shutil
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from crossborder.archive import forget_dates, write_zip
from crossborder.editions.accessible import PaperError, build_accessible_pdf, build_worksheet_pdfs
from crossborder.editions.latex import CompileError, compile_pdf
from crossborder.editions.start_page import write_start_page
from crossborder.editions.synopsis import build_synopsis
from crossborder.editions.synopsis_paper import build_synopsis_pdf
from crossborder.publish import publish
from crossborder.sphinx_process import run_sphinx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from crossborder.errors import ManualError
    from crossborder.project import Project

    #: is told what a job does and how far it is, in per cent
    Tell = Callable[[str, int], None]

Given = ParamSpec("Given")
Made = TypeVar("Made")

LANGUAGES = ("de", "pl")
BOTH = "de+pl"
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


def _work(project: Project, edition: str, language: str) -> Path:
    return project.build / ".work" / f"{edition}-{language}"


def _sphinx(project: Project, builder: str, job: Job, tell: Tell) -> Path:
    """Build with Sphinx into the job's folder below ``build/.work`` and return the output."""
    work = _work(project, job.edition, job.language)
    out = work / "out"
    run = run_sphinx(project, builder, job.language, out, work=work, tell=tell)
    if run.code:
        raise BuildError(run.reasons, run.log, out if run.finished else None)
    return out


def _apart(make: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
    """Return what ``make`` makes in a process of its own, because threads of one process work one at a time."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(make, *given, **named).result()


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


def accessible_job(project: Project, language: str) -> Job:
    """Return the job that builds the accessible PDF in ``language``; it needs no TeX."""

    def make(job: Job, tell: Tell) -> Path:
        out = _sphinx(project, "accessible", job, tell)
        tell("WeasyPrint", 0)
        try:
            return _apart(build_accessible_pdf, out)
        except PaperError as error:
            raise BuildError([error], error.log) from error

    return Job("accessible", language, project.build / "pdf" / f"{NAME}-accessible-{language}.pdf", make)


def epub_job(project: Project, language: str) -> Job:
    """Return the job that builds the book for e-readers in ``language``."""

    def make(job: Job, tell: Tell) -> Path:
        # what an earlier build has left would go into the book
        shutil.rmtree(_work(project, job.edition, job.language) / "out", ignore_errors=True)
        return forget_dates(next(_sphinx(project, "epub", job, tell).glob("*.epub")))

    return Job("epub", language, project.build / "epub" / f"{NAME}-{language}.epub", make)


def synopsis_job(project: Project) -> Job:
    """Return the job that puts both finished web sites side by side."""

    def make(job: Job, _tell: Tell) -> Path:
        out = _work(project, job.edition, job.language) / "out"
        build_synopsis(project.build / "html", out)
        return out

    return Job("synopsis", BOTH, project.build / "html" / "synopsis", make)


def synopsis_pdf_job(project: Project) -> Job:
    """Return the job that makes the PDF with both languages side by side, of the texts of the accessible editions."""

    def make(job: Job, tell: Tell) -> Path:
        parts = [accessible_job(project, language) for language in LANGUAGES]
        outs = {part.language: _sphinx(project, "accessible", part, tell) for part in parts}
        tell("WeasyPrint", 0)
        try:
            return _apart(build_synopsis_pdf, outs, _work(project, job.edition, job.language) / "synopsis.pdf")
        except PaperError as error:
            raise BuildError([error], error.log) from error

    return Job("synopsis-pdf", BOTH, project.build / "pdf" / f"{NAME}-synopsis.pdf", make)


def worksheets_job(project: Project) -> Job:
    """Return the job that makes a PDF of each worksheet, of what the accessible editions have left."""

    def make(job: Job, _tell: Tell) -> Path:
        out = _work(project, job.edition, job.language) / "out"
        sources = {language: _work(project, "accessible", language) / "out" for language in LANGUAGES}
        try:
            _apart(build_worksheet_pdfs, sources, out)
        except PaperError as error:
            raise BuildError([error], error.log) from error
        return out

    return Job("worksheets", BOTH, project.build / "pdf" / "worksheets", make)


def zip_job(project: Project) -> Job:
    """Return the job that packs all web pages into one file, to be read without a network."""

    def make(job: Job, _tell: Tell) -> Path:
        packed = _work(project, job.edition, job.language) / f"{NAME}.zip"
        write_start_page(project.build / "html")
        return write_zip(project.build / "html", packed, NAME)

    return Job("zip", BOTH, project.build / f"{NAME}.zip", make)


def _run(job: Job, tell: Tell, *, keep_going: bool) -> Outcome:
    start = time.monotonic()
    error, finished = None, None
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
