"""``manual law``: take official texts over, pin what is cited, find what has changed."""

from __future__ import annotations

import datetime as dt
import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from crossborder.cited_places import cited_places
from crossborder.errors import ManualError
from crossborder.law import load_register
from crossborder.law.drift import find_drift
from crossborder.law.importers import read_statute
from crossborder.law.lock import format_lock, load_lock, pin
from crossborder.law.places import places_by_target
from crossborder.law.reports import drift_html, drift_json, drift_text, target_text
from crossborder.law.state import cited_index, index_record
from crossborder.law.updating import statute_of, update_structure

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

    from crossborder.law import Register, Statute
    from crossborder.law.drift import DriftReport
    from crossborder.law.lock import Lock
    from crossborder.law.text import StatuteText
    from crossborder.law.updating import StructureUpdate
    from crossborder.project import Project

    Tasks = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name
    Words = Callable[[str], str]


def add_parser(subparsers: Tasks, _: Words) -> None:
    """Add ``law`` to the command."""
    parser = subparsers.add_parser("law", help=_("follow the law: import, pin, find what has changed"))
    tasks = parser.add_subparsers(required=True, metavar=_("TASK"), title=_("tasks"))
    _add_import(tasks, _)
    _add_lock(tasks, _)
    _add_drift(tasks, _)
    _add_index(tasks, _)


def _add_import(tasks: Tasks, _: Words) -> None:
    task = tasks.add_parser("import", help=_("take the structure of official texts over into data/law"))
    _add_files(task, _, "+")
    task.add_argument("--dry-run", action="store_true", help=_("only show what would change"))
    task.set_defaults(run=run_import, needs_project=True)


def _add_lock(tasks: Tasks, _: Words) -> None:
    task = tasks.add_parser("lock", help=_("pin the wording of each cited provision"))
    _add_files(task, _, "*")
    task.set_defaults(run=run_lock, needs_project=True)


def _add_drift(tasks: Tasks, _: Words) -> None:
    task = tasks.add_parser("drift", help=_("say which cited provisions a newer text changes, and who cites them"))
    _add_files(task, _, "+")
    task.add_argument(
        "--before", nargs="+", type=Path, default=[], help=_("older texts, to show the words that changed")
    )
    task.add_argument("--format", choices=("text", "json", "html"), default="text", help=_("form of the report"))
    task.add_argument("--output", type=Path, help=_("write the report to this file"))
    task.set_defaults(run=run_drift, needs_project=True)


def _add_index(tasks: Tasks, _: Words) -> None:
    task = tasks.add_parser("index", help=_("list what is cited, where, how often, and whether it is pinned"))
    task.add_argument("--format", choices=("text", "json"), default="text", help=_("form of the report"))
    task.set_defaults(run=run_index, needs_project=True)


def _add_files(task: argparse.ArgumentParser, _: Words, number: str) -> None:
    task.add_argument("files", nargs=number, type=Path, metavar=_("FILE"), help=_("official text: XML, HTML, Markdown"))
    task.add_argument("--statute", metavar=_("KEY"), help=_("which statute of the register the file is the text of"))


def run_import(options: argparse.Namespace) -> int:
    """Take structures over and show what changed; all files are read before anything is written."""
    _, register = options.words, _register(options.project)
    texts = _texts(options.files, register, options.statute)
    updates = [update_structure(statute, text, register) for statute, text in texts]
    for update in updates:
        _tell_update(update, _, options.lang)
        if not options.dry_run:
            update.write(register)
    return 0


def run_lock(options: argparse.Namespace) -> int:
    """Write the lock and say how much of it rests on wordings."""
    _, project = options.words, options.project
    register, old = _register(project), _lock(options.project)
    texts = {statute.key: text for statute, text in _texts(options.files, register, options.statute)}
    targets = places_by_target(cited_places(project, register), register)
    today = dt.datetime.now(dt.UTC).date()
    lock = pin(targets, register, texts, old, today)
    _lock_file(project).write_text(format_lock(lock, register), encoding="utf-8", newline="\n")
    wordings = sum(len(one.provisions) for one in lock.statutes.values())
    structures = sum(len(one.structure_only) for one in lock.statutes.values())
    print(_("Provisions pinned by wording: {count}").format(count=wordings))
    print(_("Provisions pinned by structure only: {count}").format(count=structures))
    return 0


def run_drift(options: argparse.Namespace) -> int:
    """Report what newer texts change; 1 if a cited provision needs a person."""
    project = options.project
    register, lock = _register(project), _lock(project)
    texts = _texts(options.files, register, options.statute)
    before = {statute.key: text for statute, text in _texts(options.before, register, options.statute)}
    places = cited_places(project, register)
    reports = [
        find_drift(statute.key, text, lock, places, register, before=before.get(statute.key)) for statute, text in texts
    ]
    report = _report(reports, register, options)
    if options.output:
        options.output.write_text(report, encoding="utf-8", newline="\n")
    else:
        print(report, end="")
    return int(any(report.drifted for report in reports))


def run_index(options: argparse.Namespace) -> int:
    """List what is cited."""
    _, project = options.words, options.project
    register, lock = _register(project), _lock(project)
    rows = cited_index(cited_places(project, register), lock, register)
    if options.format == "json":
        print(json.dumps(index_record(rows, register), ensure_ascii=False, indent=2))
        return 0
    language = "pl" if options.lang == "pl" else "de"
    for key, group in groupby(rows, key=lambda row: row.target.statute):
        print(f"{register.statute(key).title(language)} ({lock.text_date(key) or register.statute(key).text_date})")
        for row in group:
            name, pinned = target_text(row.target, register, language), _(_PINNED[row.pinned])
            print(f"  {name} – {_('times: {count}').format(count=len(row.places))} – {pinned}")
            for place in row.places:
                print(f"    {place.path}:{place.line} [{place.language}]")
    return 0


_PINNED = {"wording": "pinned", "structure": "structure only", "no": "not pinned"}


def _report(reports: list[DriftReport], register: Register, options: argparse.Namespace) -> str:
    if options.format == "json":
        return drift_json(reports, register)
    write = drift_html if options.format == "html" else drift_text
    return write(reports, register, options.lang)


def _tell_update(update: StructureUpdate, _: Words, language: str) -> None:
    statute = update.statute
    count = _("changes: {count}").format(count=len(update.changes))
    print(f"{statute.abbreviation(language)} ({update.text.text_date or '?'}): {count}")
    for change in update.changes:
        print(f"  {statute.sign} {change.section}: {_(_CHANGES[change.kind])} – {change.heading}".rstrip(" –"))


_CHANGES = {"new": "new", "changed": "structure changed", "repealed": "repealed", "gone": "no longer in the text"}


def _texts(files: Iterable[Path], register: Register, key: str | None) -> list[tuple[Statute, StatuteText]]:
    """Return each file's statute and text.

    :raises ManualError: if a file cannot be read or belongs to no statute of the register.
    """
    found = []
    for file in files:
        text = read_statute(file)
        statute = register.statutes.get(key) if key else statute_of(text, register)
        if statute is None:
            hint = "Add a table to data/law/statutes.toml, or say with --statute which statute it is."
            raise ManualError("The register has no statute “{name}”.", path=file, hint=hint, name=key or text.name)
        found.append((statute, text))
    return found


def _lock_file(project: Project) -> Path:
    return project.data / "law" / "lock.toml"


def _lock(project: Project) -> Lock:
    return load_lock(_lock_file(project))


def _register(project: Project) -> Register:
    return load_register(project.data / "law")
