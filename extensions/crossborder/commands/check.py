"""``manual check``: whether the manual keeps what it promises, in sources, translations and data."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crossborder import __version__
from crossborder.checking import check_catalogs, check_manual
from crossborder.checks.explain import explain, reference
from crossborder.checks.registry import UnknownRuleError, rule, rules, selected
from crossborder.checks.report import Source, as_github, as_json, as_text, summary
from crossborder.checks.sarif import as_sarif
from crossborder.errors import ManualError, UnreadableError
from crossborder.locale import LANGUAGES
from crossborder.project import Project, ProjectNotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crossborder.checks.finding import Finding
    from crossborder.checks.registry import Rule

#: the rule that finds PO files which can't be read
UNREADABLE = "TRL000"
FORMATS = ("text", "json", "sarif", "github")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    """Add ``check`` to the command."""
    parser = subparsers.add_parser("check", help=_("find what is wrong in text, translations and data"))
    parser.add_argument("paths", nargs="*", type=Path, metavar=_("PATH"), help=_("show findings in these files only"))
    parser.add_argument("--po", action="store_true", help=_("PATH names PO files, of this manual or any other"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=_("form of the findings"))
    code, codes = _("CODE"), _("CODES")
    chosen = _("only these rules, separated by commas; LAW stands for all rules LAW…")
    parser.add_argument("--select", action="append", default=[], metavar=codes, help=chosen)
    parser.add_argument("--ignore", action="append", default=[], metavar=codes, help=_("all rules but these"))
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("language of these messages"))
    parser.add_argument("--explain", metavar=code, help=_("say what a rule finds, why, and how to mend it"))
    parser.add_argument("--reference", action="store_true", help=_("write the page of all rules (docs/checks.md)"))
    parser.set_defaults(run=run, needs_project=False)


def _codes(words: Sequence[str]) -> list[str]:
    """Return the codes of an option that may be given as ``LAW,CMP`` or ``LAW CMP``."""
    return [code for word in words for code in word.split(",") if code]


def run(options: argparse.Namespace) -> int:
    """Check, and return 0 if nothing was found, 1 if something was, 2 if something could not be read."""
    _ = options.words
    try:
        if options.reference:
            print(reference(rules()), end="")
        elif options.explain:
            print(explain(rule(options.explain), _))
        else:
            return _check(options)
    except UnknownRuleError as error:
        hint = "All rules: docs/checks.md"
        raise ManualError("There is no rule “{code}”.", hint=hint, code=error) from error
    except UnreadableError as error:
        return tell_unreadable(error, _)
    return 0


def tell_unreadable(error: UnreadableError, _: Callable[[str], str]) -> int:
    """Say on standard error what can't be read, a line each, and return the exit code."""
    for reason in error.reasons:
        print(_relative(reason).text(_), file=sys.stderr)
    return 2


def _relative(error: ManualError) -> ManualError:
    """Name the file of an error as seen from here, if it lies below."""
    if error.path is not None and error.path.is_relative_to(Path.cwd()):
        error.path = error.path.relative_to(Path.cwd())
    return error


def _check(options: argparse.Namespace) -> int:
    ran = selected(_codes(options.select), _codes(options.ignore))
    codes = {one.code for one in ran}
    if options.po:
        root = Path.cwd()
        findings = check_catalogs(options.paths, ran, options.lang, _project_here())
    else:
        project = Project.find()
        root = project.root
        found = _inside(check_manual(project, options.lang), options.paths, root)
        findings = [finding for finding in found if finding.code in codes]
    _print(findings, ran, root, options)
    if any(finding.code == UNREADABLE for finding in findings):
        return 2
    return 1 if findings else 0


def _project_here() -> Project | None:
    try:
        return Project.find()
    except ProjectNotFoundError:
        return None


def _inside(findings: Sequence[Finding], paths: Sequence[Path], root: Path) -> list[Finding]:
    """Return the findings in ``paths`` and below; all, if none are given."""
    wanted = [path.resolve() for path in paths]
    for path in wanted:
        if not path.exists():
            raise ManualError("There is no such file.", path=path)
    if not wanted:
        return list(findings)
    places = [(finding, root / finding.path) for finding in findings]
    return [finding for finding, place in places if any(place.is_relative_to(path) for path in wanted)]


def _print(findings: Sequence[Finding], ran: Sequence[Rule], root: Path, options: argparse.Namespace) -> None:
    _ = options.words
    if options.format == "json":
        print(as_json(findings))
    elif options.format == "sarif":
        print(as_sarif(findings, ran, __version__, _))
    elif options.format == "github":
        print(as_github(findings), end="\n" if findings else "")
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        if findings:
            print(as_text(findings, Source(root), colour=colour), end="\n\n")
        print(summary(findings, {one.code: one for one in ran}, _))
