"""Check a manual or PO files: read, run the rules, and remember what was found until something changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from crossborder.checks import engine, registry
from crossborder.checks.finding import Finding
from crossborder.checks.loading import translated_file
from crossborder.checks.model import Manual
from crossborder.errors import ManualError, UnreadableError
from crossborder.law import RegisterError, load_register
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crossborder.project import Project

_PACKAGE = Path(__file__).parent


def _inputs(project: Project) -> Iterator[Path]:
    """Yield the files on which the findings depend."""
    yield from project.source.rglob("*")
    yield from project.data.rglob("*")
    yield from project.locales.rglob("*.po")
    yield from (path for path in _PACKAGE.rglob("*") if path.suffix in {".py", ".po"})


def _fingerprint(project: Project, language: str) -> str:
    """Return what changes whenever the findings could: names, sizes and times of all inputs, language, and the day."""
    state = [language, str(dt.datetime.now(dt.UTC).date())]
    for path in sorted(_inputs(project)):
        status = path.stat()
        state.append(f"{path}\0{status.st_size}\0{status.st_mtime_ns}")
    return hashlib.sha256("\n".join(state).encode()).hexdigest()


def _remembered(memory: Path, fingerprint: str) -> list[Finding] | None:
    """Return the findings of the last run, if nothing has changed since."""
    try:
        content = json.loads(memory.read_text(encoding="utf-8"))
        return [Finding(**one) for one in content["findings"]] if content["fingerprint"] == fingerprint else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def check_manual(project: Project, language: str) -> list[Finding]:
    """Return what all rules find in a manual, said in ``language``.

    :raises UnreadableError: if something can't be read.
    """
    memory = project.build / ".work" / "check" / f"findings-{language}.json"
    fingerprint = _fingerprint(project, language)
    findings = _remembered(memory, fingerprint)
    if findings is None:
        from crossborder.reading import read_manual  # here, because Sphinx is slow to import and mostly not needed

        findings = engine.run(read_manual(project), list(registry.rules().values()), language)
        memory.parent.mkdir(parents=True, exist_ok=True)
        content = {"fingerprint": fingerprint, "findings": [asdict(finding) for finding in findings]}
        memory.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return findings


def po_files(paths: Iterable[Path]) -> list[Path]:
    """Return the PO files among ``paths`` and below those that are folders.

    :raises ManualError: if a path does not exist, or a folder holds none.
    """
    files: list[Path] = []
    for path in paths:
        found = sorted(path.rglob("*.po")) if path.is_dir() else [path]
        if not path.exists() or not found:
            raise ManualError("There is no PO file.", path=path, hint="Name a PO file, or a folder that holds some.")
        files += found
    return files


def _knowledge(project: Project | None) -> Manual:
    """Return a manual without pages, with the register and the terms that apply to its PO files."""
    if project is None:
        return Manual()
    try:
        register = load_register(project.data / "law")
    except RegisterError as error:
        raise ManualError("{reason}", path=error.path, line=error.line, reason=error.reason) from error
    return Manual(register=register, terms=load_terms(project.data / "terms.toml"))


def check_catalogs(paths: Sequence[Path], language: str, project: Project | None = None) -> list[Finding]:
    """Return what the rules find in PO files, said in ``language``.

    :param project: a manual whose register and terms apply.
    :raises UnreadableError: if a file can't be read.
    """
    files, problems = [], []
    for path in po_files(paths):
        try:
            files.append(translated_file(path, path.as_posix()))
        except ManualError as error:
            problems.append(error)
    if problems:
        raise UnreadableError(problems)
    rules = [rule for rule in registry.rules().values() if rule.subject in {"catalog", "passage", "waivers"}]
    return engine.run(replace(_knowledge(project), catalogs=files), rules, language)
