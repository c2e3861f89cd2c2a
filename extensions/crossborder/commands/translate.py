"""``manual translate``: keep the translations in step with the German text, and tell how far they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from crossborder.catalog.statistics import statistics
from crossborder.catalog.update import update

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


def _add_update(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("update", help=_("bring the PO files to the German text as it stands now"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation"))
    task.add_argument("--minor", action="store_true", help=_("the German text was only corrected: keep translations"))
    task.set_defaults(run=run_update, needs_project=True)


def _add_status(tasks: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    task = tasks.add_parser("status", help=_("tell how far each page is"))
    task.add_argument("--language", default="pl", choices=["pl"], help=_("language of the translation"))
    task.set_defaults(run=run_status, needs_project=True)


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
    """Print a table of all pages; 0 if all is translated, else 1."""
    pages = statistics(options.project, options.language)
    Console().print(_table(pages, options.words))
    return int(any(page.words_left for page in pages))
