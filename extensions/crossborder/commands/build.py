"""``manual build``: make the editions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from crossborder.building import (
    LANGUAGES,
    accessible_job,
    epub_job,
    html_job,
    pdf_job,
    run_jobs,
    synopsis_job,
    synopsis_pdf_job,
    worksheets_job,
    zip_job,
)
from crossborder.catalog.memory import SOURCE
from crossborder.checking import check_manual
from crossborder.checks.report import Source, as_text
from crossborder.commands.check import tell_unreadable
from crossborder.editions.start_page import write_start_page
from crossborder.errors import ManualError, UnreadableError
from crossborder.exchange.review import write_review

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from crossborder.building import Job, Outcome
    from crossborder.project import Project

#: editions of one language each, built side by side
SINGLE: dict[str, Callable[[Project, str], Job]] = {
    "html": html_job,
    "pdf": pdf_job,
    "accessible": accessible_job,
    "epub": epub_job,
}
#: editions of both languages that are made of finished ones, and those
COMPOUND: dict[str, tuple[tuple[Callable[[Project], Job], ...], str]] = {
    "synopsis": ((synopsis_job, synopsis_pdf_job), "html"),
    "worksheets": ((worksheets_job,), "accessible"),
    "zip": ((zip_job,), "html"),
}
WHAT = ("html", "pdf", "synopsis", "worksheets", "epub", "zip", "review", "all")


def _refuse_what_makes_no_sense(options: argparse.Namespace) -> None:
    """Say of options that go with other editions which command is meant.

    :raises ManualError: if there are any.
    """
    what = options.what
    if options.language and what in COMPOUND:
        raise ManualError(
            "The edition {what} is made of both languages; --language {language} does not go with it.",
            hint="manual build {what}, or for one language: manual build {part} --language {language}",
            what=what,
            language=options.language,
            part=_of_one_language(what),
        )
    if options.accessible and what != "pdf":
        raise ManualError(
            "--accessible belongs to the PDF; it does not go with {what}.",
            hint="manual build pdf --accessible",
            what=what,
        )


def _of_one_language(what: str) -> str:
    """Return what stands behind ``manual build`` for the editions that ``what`` is made of."""
    needed = COMPOUND[what][1]
    return "pdf --accessible" if needed == "accessible" else needed


def _editions(options: argparse.Namespace) -> tuple[list[str], list[str]]:
    """Return the editions to build: those of one language, and those that are made of them."""
    if options.what == "all":
        return list(SINGLE), [] if options.language else list(COMPOUND)
    if options.what in COMPOUND:
        return [COMPOUND[options.what][1]], [options.what]
    return ["accessible" if options.accessible else options.what], []


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    """Add ``build`` to the command."""
    parser = subparsers.add_parser("build", help=_("build web site and PDF"))
    parser.add_argument("what", nargs="?", choices=WHAT, default="all", help=_("edition (default: all)"))
    parser.add_argument("--language", choices=LANGUAGES, help=_("only this language"))
    parser.add_argument("--accessible", action="store_true", help=_("of the PDF, the accessible edition (PDF/UA)"))
    parser.add_argument("--draft", action="store_true", help=_("publish in spite of errors and warnings"))
    parser.set_defaults(run=run, needs_project=True)


class _Board:
    """Shows what each job does: a bar a job on a terminal, a line when it starts and ends elsewhere."""

    def __init__(self, jobs: Sequence[Job], _: Callable[[str], str]) -> None:
        self._words = _
        self._console = Console()
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        self.progress = Progress(*columns, console=self._console, disable=not self._console.is_terminal)
        self._tasks = {job: self.progress.add_task(_name(job), total=100) for job in jobs}
        self._phases: dict[Job, str] = {}

    def tell(self, job: Job, phase: str, percent: int) -> None:
        """Show that ``job`` is in ``phase`` at ``percent``; no phase means that it has ended."""
        shown = f"{_name(job)}  {phase}".rstrip()
        self.progress.update(self._tasks[job], description=shown, completed=percent)
        if not self._console.is_terminal and self._phases.get(job) != phase:
            self._phases[job] = phase
            print(shown if phase else f"{shown}  {self._words('ended')}", flush=True)


def _name(job: Job) -> str:
    return f"{job.edition} {job.language}"


def _size(number: int) -> str:
    return f"{number / 1_000_000:.1f} MB"


def _table(project: Project, outcomes: Sequence[Outcome], _: Callable[[str], str]) -> Table:
    """Return the table that says what was built, where it is, how large it is and how long it took."""
    table = Table(_("Edition"), _("Language"), _("Where"), box=None, pad_edge=False)
    table.add_column(_("Size"), justify="right")
    table.add_column(_("Seconds"), justify="right")
    for outcome in outcomes:
        job = outcome.job
        where = job.target.relative_to(project.root).as_posix() if not outcome.error else _("not built")
        size = _size(outcome.size) if not outcome.error else "–"
        table.add_row(job.edition, job.language, where, size, f"{outcome.seconds:.1f}")
    return table


def _explain(project: Project, outcome: Outcome, _: Callable[[str], str]) -> None:
    """Say on standard error why a job has failed."""
    error = outcome.error
    if error is None:
        return
    head = _("{edition} {language} was not published; the earlier one, if there was one, is untouched:")
    print(head.format(edition=outcome.job.edition, language=outcome.job.language), file=sys.stderr)
    for reason in error.reasons:
        text = reason.text(_) if isinstance(reason, ManualError) else reason
        print("  " + text.replace(f"{project.root}/", ""), file=sys.stderr)
    print(_("All messages: {path}").format(path=error.log.relative_to(project.root)), file=sys.stderr)


def _say_where_to_look(project: Project, _: Callable[[str], str]) -> None:
    """Name the page to open first, and the folder of the PDFs."""
    start, pdf = project.build / "html" / "index.html", project.build / "pdf"
    for text, path in ((_("Web site: open {path}"), start), (_("PDF: see {path}"), pdf)):
        if path.exists():
            print(text.format(path=path))


def _errors_stop_it(project: Project, language: str, _: Callable[[str], str]) -> int:
    """Run the checks; show the errors that they find, and return the exit code, 0 if there are none."""
    try:
        errors = [finding for finding in check_manual(project, language).findings if finding.severity == "error"]
    except UnreadableError as error:
        return tell_unreadable(error, _)
    if errors:
        print(as_text(errors, Source(project.root)), file=sys.stderr, end="\n\n")
        print(_("Nothing was built, because of these errors; a draft is built all the same: --draft"), file=sys.stderr)
    return int(bool(errors))


def _build(jobs: Sequence[Job], options: argparse.Namespace) -> list[Outcome]:
    board = _Board(jobs, options.words)
    with board.progress:
        return run_jobs(jobs, board.tell, keep_going=options.draft)


def _review(options: argparse.Namespace) -> int:
    """Write the pages for reviewers, which show errors and are not stopped by them."""
    if options.language == SOURCE:
        raise ManualError("Only a translation is reviewed, not the source text.", hint="manual build review")
    for language in LANGUAGES:
        if language != SOURCE:
            path = write_review(options.project, language, say=options.lang)
            print(options.words("Written: {path}").format(path=path))
    return 0


def run(options: argparse.Namespace) -> int:
    """Build what was asked for; 0 if all of it was published, else 1; 2 if the manual can't be read."""
    project, _ = options.project, options.words
    _refuse_what_makes_no_sense(options)
    if options.what == "review":
        return _review(options)
    if not options.draft and (code := _errors_stop_it(project, options.lang, _)):
        return code
    singles, compounds = _editions(options)
    languages = (options.language,) if options.language and not compounds else LANGUAGES
    outcomes = _build([SINGLE[name](project, code) for name in singles for code in languages], options)
    broken = {outcome.job.edition for outcome in outcomes if outcome.error}
    for makers, needed in map(COMPOUND.__getitem__, compounds):
        if needed not in broken:
            outcomes += _build([make(project) for make in makers], options)
    if "html" in singles and (project.build / "html" / "de" / "index.html").exists():
        write_start_page(project.build / "html")
    Console().print(_table(project, outcomes, _))
    for outcome in outcomes:
        _explain(project, outcome, _)
    _say_where_to_look(project, _)
    return int(any(outcome.error for outcome in outcomes))
