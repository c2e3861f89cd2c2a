"""Check a manual or PO files: read, run the rules, and remember what was found until something changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from crossborder.checks import engine, registry
from crossborder.checks.finding import Finding
from crossborder.checks.po_files import FAMILIES, check_po_files
from crossborder.errors import ManualError
from crossborder.law import load_register
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossborder.checks.registry import Rule
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


def check_catalogs(
    paths: Sequence[Path], rules: Sequence[Rule], language: str, project: Project | None = None
) -> list[Finding]:
    """Return what those of ``rules`` that need nothing else find in PO files, said in ``language``.

    :param project: a manual whose register and terms apply.
    :raises ManualError: if a path does not exist, or no file is named.
    """
    for path in paths or [Path("*.po")]:
        if not path.exists():
            raise ManualError("There is no such file.", path=path, hint="Name PO files, or folders that hold some.")
    ran = [rule for rule in rules if rule.family in {*FAMILIES, "CHK"}]
    if project is None:
        return sorted(check_po_files(paths, rules=ran, say=language))
    register = load_register(project.data / "law")
    terms = load_terms(project.data / "terms.toml")
    return sorted(check_po_files(paths, rules=ran, say=language, terms=terms, register=register))
