"""The ``manual`` command."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from typing import TYPE_CHECKING

from crossborder import __version__, commands
from crossborder.errors import ManualError
from crossborder.locale import LANGUAGES, words
from crossborder.project import Project, ProjectNotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence


def message_language(arguments: Sequence[str]) -> str:
    """Return the language of the command's messages: ``--lang``, else the locale's, else English."""
    first = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    first.add_argument("--lang", choices=LANGUAGES)
    known, _rest = first.parse_known_args([word for word in arguments if word not in {"-h", "--help"}])
    if known.lang:
        return str(known.lang)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if code := os.environ.get(name):
            language = locale.normalize(code)[:2].lower()
            return language if language in LANGUAGES else "en"
    return "en"


def build_parser(language: str, arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the command, its help in ``language``; with the subcommand that ``arguments`` call."""
    _ = words(language)
    # argparse says its own words through its module's ``_``; there is no public way to set their language.
    vars(argparse)["_"] = _
    parser = argparse.ArgumentParser(
        prog="manual",
        description=_("Builds, checks and translates the manual."),
        epilog=_("`manual COMMAND --help` explains a command."),
    )
    version = f"%(prog)s {__version__}"
    parser.add_argument("--version", action="version", version=version, help=_("show the version and exit"))
    parser.add_argument("--lang", choices=LANGUAGES, default=language, help=_("language of these messages"))
    subparsers = parser.add_subparsers(required=True, metavar=_("COMMAND"), title=_("commands"))
    for command in commands.called(arguments):
        command.add_parser(subparsers, _)
    return parser


def _run(options: argparse.Namespace) -> int:
    """Run the subcommand and return its exit code when all that it printed has been read."""
    if options.needs_project:
        options.project = Project.find()
    code = int(options.run(options))
    sys.stdout.flush()
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 well, 1 something to mend, 2 could not run."""
    arguments = sys.argv[1:] if arguments is None else arguments
    language = message_language(arguments)
    _ = words(language)
    options = build_parser(language, arguments).parse_args(arguments)
    options.words = _
    try:
        return _run(options)
    except ProjectNotFoundError:
        hint = _("Change to the folder of the manual: the one that holds source/conf.py.")
        print(_("There is no manual here."), hint, file=sys.stderr)
    except ManualError as error:
        print(error.text(_), file=sys.stderr)
    except BrokenPipeError:  # whoever reads the output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(_("Stopped; finished outputs are untouched."), file=sys.stderr)
        return 130
    return 2
