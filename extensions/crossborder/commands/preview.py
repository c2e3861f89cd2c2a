"""``manual preview``: the web site in both languages, built again at each change."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from crossborder.building import LANGUAGES
from crossborder.sphinx_process import build_environment

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from crossborder.project import Project

HOST = "127.0.0.1"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser], _: Callable[[str], str]) -> None:
    """Add ``preview`` to the command."""
    parser = subparsers.add_parser("preview", help=_("show the web site and build it again at each change"))
    parser.add_argument("--port", type=int, default=8000, help=_("port of the German edition; the Polish has the next"))
    parser.set_defaults(run=run, needs_project=True)


def addresses(port: int) -> dict[str, str]:
    """Return the address of each language's edition, from ``port`` upwards."""
    return {language: f"http://{HOST}:{port + place}/" for place, language in enumerate(LANGUAGES)}


def command(project: Project, language: str, port: int) -> list[str]:
    """Return the command that serves one language; its switcher leads to the other server."""
    work = project.build / ".work" / f"preview-{language}"
    words = [sys.executable, "-m", "sphinx_autobuild", str(project.source), str(work / "out")]
    words += [
        "--host",
        HOST,
        "--port",
        str(port + LANGUAGES.index(language)),
        "-q",
        "-d",
        str(work / "doctrees"),
    ]
    words += ["-D", f"language={language}"]
    words += [word for code, url in addresses(port).items() for word in ("-D", f"crossborder_addresses.{code}={url}")]
    for folder in (project.locales, project.data):
        words += ["--watch", str(folder)]
    return [*words, "--re-ignore", r"\.mo$"]


def run(options: argparse.Namespace) -> int:
    """Serve both languages until the user stops it."""
    project, _ = options.project, options.words
    for language, address in addresses(options.port).items():
        print(f"{language}  {address}", flush=True)
    print(_("Stop with Ctrl-C."), flush=True)
    environment = build_environment(project)
    servers = [
        subprocess.Popen(command(project, language, options.port), env=environment)  # noqa: S603 - own words
        for language in LANGUAGES
    ]
    try:
        return max(server.wait() for server in servers)
    finally:
        for server in servers:
            server.terminate()
