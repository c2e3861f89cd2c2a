"""Findings as text for a terminal, as JSON, and as annotations of GitHub."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from crossborder.checks.finding import Finding

    Words = Callable[[str], str]

#: letters of a source line that are shown around the place
_WIDTH = 96
_BEFORE = 40
#: how many kinds of findings the summary lists, so that it stays on one screen
_KINDS = 12
_COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "place": "\x1b[1m", "": "\x1b[0m"}


class Source:
    """The lines of the files that findings are in, each file read once.

    :param root: folder that the paths of findings begin from.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lines: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str:
        """Return a line of a file; nothing if there is none."""
        if path not in self._lines:
            file = self.root / path
            text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
            self._lines[path] = text.splitlines()
        lines = self._lines[path]
        return lines[number - 1] if 0 < number <= len(lines) else ""


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """Return the part of a line around ``column``, and where that column is in it."""
    start = max(0, column - 1 - _BEFORE) if len(line) > _WIDTH else 0
    part = line[start : start + _WIDTH].replace("\t", " ")
    before = "…" if start else ""
    after = "…" if len(line) > start + _WIDTH else ""
    return before + part + after, column - start + len(before)


def _painted(text: str, kind: str, *, colour: bool) -> str:
    return f"{_COLOURS[kind]}{text}{_COLOURS['']}" if colour else text


def as_text(findings: Sequence[Finding], source: Source, *, colour: bool = False) -> str:
    """Return each finding with its source line, a caret below the place, and the hint."""
    blocks = []
    for finding in findings:
        place = ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part)
        head = f"{_painted(place, 'place', colour=colour)} {_painted(finding.code, finding.severity, colour=colour)}"
        block = [f"{head} {finding.message}"]
        line = source.line(finding.path, finding.line)
        if line.strip():
            text, column = _excerpt(line, max(finding.column, 1))
            gutter = " " * len(str(finding.line))
            block += [f"  {finding.line} | {text}", f"  {gutter} | {' ' * (column - 1)}^"]
        if finding.hint:
            block.append(f"  → {finding.hint}")
        blocks.append("\n".join(block))
    return "\n\n".join(blocks)


def summary(findings: Sequence[Finding], rules: Mapping[str, str], _: Words) -> str:
    """Return how many findings there are of each kind, the most frequent first.

    :param rules: the rules that have run, by code, each with the sentence that says what it finds.
    """
    if not findings:
        return _("No findings. Rules: {rules}").format(rules=len(rules))
    severities = Counter(finding.severity for finding in findings)
    files = len({finding.path for finding in findings})
    head = _("Errors: {errors}, warnings: {warnings}, files: {files}")
    lines = [head.format(errors=severities["error"], warnings=severities["warning"], files=files)]
    codes = Counter(finding.code for finding in findings).most_common()
    width = len(str(codes[0][1]))
    for code, number in codes[:_KINDS]:
        said = _(rules[code])
        lines.append(f"  {number:>{width}}  {code}  {said}")
    if len(codes) > _KINDS:
        lines.append("  " + _("and further kinds: {kinds}").format(kinds=len(codes) - _KINDS))
    lines.append(_("Why, and how to mend it: {command}").format(command=f"manual check --explain {codes[0][0]}"))
    return "\n".join(lines)


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON object, with a number for its form."""
    keys = ("code", "severity", "path", "line", "column", "message", "hint")
    listed = [{key: getattr(finding, key) for key in keys} for finding in findings]
    return json.dumps({"version": 1, "findings": listed}, ensure_ascii=False, indent=2)


def _escaped(text: str, *, attribute: bool = False) -> str:
    signs = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({":": "%3A", ",": "%2C"} if attribute else {})
    return "".join(signs.get(sign, sign) for sign in text)


def as_github(findings: Sequence[Finding]) -> str:
    """Return the findings as commands by which GitHub Actions marks the lines of a change."""
    lines = []
    for finding in findings:
        where = {"file": finding.path, "line": finding.line, "col": finding.column, "title": finding.code}
        attributes = ",".join(f"{key}={_escaped(str(value), attribute=True)}" for key, value in where.items() if value)
        text = "\n".join(part for part in (finding.message, finding.hint) if part)
        lines.append(f"::{finding.severity} {attributes}::{_escaped(text)}")
    return "\n".join(lines)
