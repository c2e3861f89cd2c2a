"""``manual translate``: keep the translations in step with the German text, and tell how far they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from crossborder.catalog.statistics import statistics
from crossborder.catalog.update import update
from crossborder.exchange.hand_in import hand_in
from crossborder.exchange.hand_out import hand_out
from crossborder.exchange.review import write_review
from crossborder.exchange.status import status, write_status
from crossborder.exchange.term_files import export_terms
from crossborder.locale import words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from crossborder.catalog.statistics import PageStatistics


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    """Add ``translate`` and its subcommands to the command."""
    parser = subparsers.add_parser("translate", help=_("keep the translations in step and tell how far they are"))
    tasks = parser.add_subparsers(required=True, metavar=_("TASK"), title=_("tasks"))
    _add_update(tasks, _)
    _add_status(tasks, _)
    _add_out(tasks, _)
    _add_in(tasks, _)
    _add_review(tasks, _)
    _add_export_terms(tasks, _)


def _add_update(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("update", help=_("bring the PO files to the German text as it stands now"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation"))
    task.add_argument("--minor", action="store_true", help=_("the German text was only corrected: keep translations"))
    task.set_defaults(run=run_update, needs_project=True)


def _add_status(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("status", help=_("tell how far each page is"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation"))
    task.add_argument(
        "--html", action="store_true", help=_("write it as a page below build/report, with JSON beside it")
    )
    task.add_argument("--json", action="store_true", help=_("print it as JSON"))
    task.set_defaults(run=run_status, needs_project=True)


def _add_out(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("out", help=_("write one ZIP with all that a translator needs"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation"))
    task.add_argument("--all", action="store_true", help=_("hand out finished pages too"))
    task.add_argument("--to", type=Path, metavar=_("FILE"), help=_("the ZIP to write"))
    task.set_defaults(run=run_out, needs_project=True)


def _add_in(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("in", help=_("take a ZIP, a folder or a PO file back, check it and answer"))
    task.add_argument("file", type=Path, metavar=_("FILE"), help=_("what the translator has sent"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation and the answer"))
    task.set_defaults(run=run_in, needs_project=True)


def _add_review(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("review", help=_("write German and Polish side by side, with changes and findings"))
    task.add_argument("pages", nargs="*", metavar=_("PAGE"), help=_("only these pages"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation"))
    task.add_argument(
        "--since", default="", metavar="REVISION", help=_("compare with a git revision, not the hand-out")
    )
    task.set_defaults(run=run_review, needs_project=True)


def _add_export_terms(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("export-terms", help=_("write the agreed terms as CSV and TBX"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation"))
    where = _("a folder, or a file that ends in .csv or .tbx (default: build/translate)")
    task.add_argument("--to", type=Path, metavar=_("PATH"), help=where)
    task.set_defaults(run=run_export_terms, needs_project=True)


def run_export_terms(options: argparse.Namespace) -> int:
    """Write the terms and say where they are."""
    for path in export_terms(options.project, options.language, options.to or options.project.build / "translate"):
        print(options.words("Written: {path}").format(path=path))
    return 0


def run_review(options: argparse.Namespace) -> int:
    """Write the review pages and say where they are."""
    path = write_review(options.project, options.language, options.pages, since=options.since, say=options.lang)
    print(options.words("Written: {path}").format(path=path))
    return 0


def run_out(options: argparse.Namespace) -> int:
    """Write the ZIP and say what is in it."""
    _ = options.words
    out = hand_out(options.project, options.language, options.to, all_pages=options.all)
    print(_("Written: {path}").format(path=out.path))
    text = _("Pages: {pages}, texts to translate: {messages}, words: {words}")
    print(text.format(pages=len(out.pages), messages=out.messages, words=out.words))
    if not out.preview:
        print(_("Without a preview, because the web site has not been built."))
    return 0


def run_in(options: argparse.Namespace) -> int:
    """Take a hand-in and answer in the translator's language; 0 if there is nothing to mend, else 1."""
    result = hand_in(options.project, options.language, options.file)
    print("\n".join(result.lines(words(options.language))))
    return 0 if result.clean else 1


def run_update(options: argparse.Namespace) -> int:
    """Update the PO files and say what was done."""
    _ = options.words
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(_("reading the German text"), total=100)
        report = update(
            options.project,
            options.language,
            minor=options.minor,
            tell=lambda phase, percent: progress.update(bar, description=phase, completed=percent),
        )
    print("\n".join(report.lines(_)))
    return 0


def _table(pages: Iterable[PageStatistics], _: Callable[[str], str]) -> Table:
    table = Table(_("Page"), box=None, pad_edge=False, show_footer=True)
    names = (_("Messages"), _("Translated"), _("Fuzzy"), _("Words"), _("Words left"), "%")
    rows = [(page.messages, page.translated, page.fuzzy, page.words, page.words_left, page.percent) for page in pages]
    totals = [sum(column) for column in zip(*rows, strict=True)] or [0] * len(names)
    totals[-1] = 100 if not totals[3] else 100 * (totals[3] - totals[4]) // totals[3]
    table.columns[0].footer = _("All pages")
    for name, total in zip(names, totals, strict=True):
        table.add_column(name, justify="right", footer=str(total))
    for page, row in zip(pages, rows, strict=True):
        table.add_row(page.page, *map(str, row))
    return table


def run_status(options: argparse.Namespace) -> int:
    """Print a table of all pages, or write it as a page or as data; 0 if all is translated, else 1."""
    pages = statistics(options.project, options.language)
    if options.html or options.json:
        rows = status(options.project, options.language)
        page, data = write_status(options.project, options.language, rows, options.lang)
        text = options.words("Written: {path}").format(path=page)
        print(data.read_text(encoding="utf-8") if options.json else text, end="" if options.json else "\n")
    else:
        Console().print(_table(pages, options.words))
    return int(any(page.words_left for page in pages))
