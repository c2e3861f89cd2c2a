"""``manual check``: whether the manual keeps what it promises, in sources, translations and data."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crossborder import __version__
from crossborder.checking import Checked, check_catalogs, check_manual
from crossborder.checks.report import Source, as_github, as_json, as_text, summary
from crossborder.errors import ManualError, UnreadableError
from crossborder.locale import LANGUAGES
from crossborder.project import Project, ProjectNotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crossborder.checks.finding import Finding

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


def run(options: argparse.Namespace) -> int:
    """Check, and return 0 if nothing was found, 1 if something was, 2 if something could not be read."""
    try:
        if options.reference or options.explain:
            return _explain(options)
        return _check(options)
    except UnreadableError as error:
        return tell_unreadable(error, options.words)


def tell_unreadable(error: UnreadableError, _: Callable[[str], str]) -> int:
    """Say on standard error what can't be read, a line each, and return the exit code."""
    for reason in error.reasons:
        print(reason.text(_), file=sys.stderr)
    return 2


def _explain(options: argparse.Namespace) -> int:
    from crossborder.checks.explain import explain, reference
    from crossborder.checks.registry import rules

    if options.reference:
        print(reference(rules()), end="")
        return 0
    rule = rules().get(options.explain.upper())
    if rule is None:
        raise _unknown(options.explain)
    print(explain(rule, options.words))
    return 0


def _unknown(code: str) -> ManualError:
    return ManualError("There is no rule “{code}”.", hint="All rules: docs/checks.md", code=code)


def _check(options: argparse.Namespace) -> int:
    if options.po:
        root, checked = Path.cwd(), _check_catalogs(options)
    else:
        project = Project.find()
        root, checked = project.root, check_manual(project, options.lang)
        checked = checked._replace(findings=_inside(checked.findings, options.paths, root))
    checked = _chosen(checked, _codes(options.select), _codes(options.ignore))
    _print(checked, root, options)
    if any(finding.code == UNREADABLE for finding in checked.findings):
        return 2
    return 1 if checked.findings else 0


def _check_catalogs(options: argparse.Namespace) -> Checked:
    from crossborder.checks.registry import rules

    try:
        project = Project.find()
    except ProjectNotFoundError:
        project = None
    return check_catalogs(options.paths, list(rules().values()), options.lang, project)


def _codes(words: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of an option that may be given as ``LAW,CMP`` or again and again."""
    return tuple(code.upper() for word in words for code in word.split(",") if code)


def _chosen(checked: Checked, select: tuple[str, ...], ignore: tuple[str, ...]) -> Checked:
    """Return what concerns the rules that begin with one of ``select`` (all, if it is empty) and none of ``ignore``."""
    for prefix in (*select, *ignore):
        if not any(code.startswith(prefix) for code in checked.rules):
            raise _unknown(prefix)
    codes = {code for code in checked.rules if code.startswith(select or "") and not code.startswith(ignore)}
    findings = [finding for finding in checked.findings if finding.code in codes]
    return Checked(findings, {code: said for code, said in checked.rules.items() if code in codes})


def _inside(findings: Sequence[Finding], paths: Sequence[Path], root: Path) -> list[Finding]:
    """Return the findings in ``paths`` and below; all, if none are given."""
    wanted = [path.resolve() for path in paths]
    for path in wanted:
        if not path.exists():
            raise ManualError("There is no such file.", path=path)
        if not path.is_relative_to(root) and not root.is_relative_to(path):
            hint = "PO files of another project are checked with: manual check --po PATH"
            raise ManualError("This file is not part of the manual in {root}.", path=path, hint=hint, root=root)
    if not wanted:
        return list(findings)
    places = [(finding, root / finding.path) for finding in findings]
    return [finding for finding, place in places if any(place.is_relative_to(path) for path in wanted)]


def _print(checked: Checked, root: Path, options: argparse.Namespace) -> None:
    _, findings = options.words, checked.findings
    if options.format == "json":
        print(as_json(findings))
    elif options.format == "sarif":
        from crossborder.checks.registry import rules
        from crossborder.checks.sarif import as_sarif

        print(as_sarif(findings, [rules()[code] for code in checked.rules], __version__, _))
    elif options.format == "github":
        print(as_github(findings), end="\n" if findings else "")
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        if findings:
            print(as_text(findings, Source(root), colour=colour), end="\n\n")
        print(summary(findings, checked.rules, _))
