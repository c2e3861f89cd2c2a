"""Pages that stand alone: they need no network, no script to be read, and print."""

from __future__ import annotations

from bisect import bisect_right
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from crossborder.checks.po_files import check_po_files
from crossborder.law import load_register
from crossborder.locale import words
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crossborder.catalog.message import Message
    from crossborder.checks.finding import Finding
    from crossborder.project import Project

#: findings that only repeat what a page shows of its progress anyway
STATE = frozenset({"TRL001", "TRL002", "TRL003"})


@cache
def _templates() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, language: str, **values: Any) -> str:
    """Return a page in ``language``."""
    return _templates().get_template(template).render(language=language, _=words(language), **values)


def write(path: Path, text: str) -> Path:
    """Write a page and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def findings_of(project: Project, language: str, paths: Iterable[Path]) -> dict[Path, list[Finding]]:
    """Return what the checks find in PO files of the manual, beyond their progress."""
    terms, register = load_terms(project.data / "terms.toml"), load_register(project.data / "law")
    return {
        path: [
            finding
            for finding in check_po_files([path], say=language, language=language, terms=terms, register=register)
            if finding.code not in STATE
        ]
        for path in paths
    }


def by_message(messages: Sequence[Message], findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """Return the findings by the index of the message that they concern."""
    starts = [message.line for message in messages]
    found: dict[int, list[Finding]] = {}
    for finding in findings:
        found.setdefault(bisect_right(starts, finding.line) - 1, []).append(finding)
    return found


def _pieces(old: str, new: str) -> Iterator[str]:
    before, after = old.split(" "), new.split(" ")
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = escape(" ".join(before[start:end])), escape(" ".join(after[begin:stop]))
        if kind == "equal":
            yield come
            continue
        if gone:
            yield f"<del>{gone}</del>"
        if come:
            yield f"<ins>{come}</ins>"


def word_diff(old: str, new: str) -> Markup:
    """Return ``new`` as HTML, with the words marked that are not in ``old``, and those that are gone."""
    return Markup(" ".join(_pieces(old, new)))  # noqa: S704 - each piece is escaped where it is made
