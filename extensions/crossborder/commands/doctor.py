"""``manual doctor``: say what is missing on this machine, and the command that installs it."""

from __future__ import annotations

import platform
import subprocess
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

#: the groups of system packages as scripts/install-system-packages names them
GROUPS = ("pdf", "accessible", "browser")
PACKAGES = ("sphinx", "docutils", "furo", "weasyprint", "babel", "snowballstemmer")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    """Add ``doctor`` to the command."""
    parser = subparsers.add_parser("doctor", help=_("say what is missing on this machine, and how to install it"))
    parser.set_defaults(run=run, needs_project=True)


def missing_packages(script: Path, group: str) -> str:
    """Return what the set-up script says is missing for ``group``, or '' where nothing is."""
    answer = subprocess.run(  # noqa: S603 - our own script
        [str(script), "--check", group], capture_output=True, text=True, check=False
    )
    return answer.stderr.strip() if answer.returncode else ""


def run(options: argparse.Namespace) -> int:
    """Print what is there and what is missing; 0 if nothing is."""
    _, script = options.words, options.project.root / "scripts" / "install-system-packages"
    purposes = {
        "pdf": _("print PDF through LuaLaTeX"),
        "accessible": _("accessible PDF"),
        "browser": _("tests in a browser"),
    }
    print(f"Python {platform.python_version()}")
    for package in PACKAGES:
        print(f"{package} {version(package)}")
    complaints = {group: missing_packages(script, group) for group in GROUPS}
    for group, complaint in complaints.items():
        print(f"{purposes[group]}: " + (_("something is missing") if complaint else _("everything is there")))
        if complaint:
            print("  " + complaint.replace("\n", "\n  "))
    return int(any(complaints.values()))
