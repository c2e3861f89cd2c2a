"""Check a manual or PO files: read, run the rules, and remember what was found until something changes.

What reads and checks is imported where it is needed: when nothing has changed, it is not needed at all.
"""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crossborder.checks.finding import Finding
from crossborder.errors import ManualError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crossborder.checks.registry import Rule
    from crossborder.project import Project

_PACKAGE = Path(__file__).parent


class Checked(NamedTuple):
    """What a run of all rules has given."""

    findings: list[Finding]
    rules: Mapping[str, str]  #: the rules by code, each with the sentence that says what it finds


def _inputs(project: Project) -> Iterator[Path]:
    """Yield the files on which the findings depend."""
    yield from project.source.rglob("*")
    yield from project.data.rglob("*")
    yield from project.locales.rglob("*.po")
    yield from (path for path in _PACKAGE.rglob("*") if path.suffix in {".py", ".po"})


def _fingerprint(project: Project, language: str) -> str:
    """Return what changes whenever the findings could: names, sizes and times of all inputs, language, and the day."""
    state = [language, str(dt.datetime.now(dt.UTC).date())]
    for path in sorted(map(str, _inputs(project))):
        status = Path(path).stat()
        state.append(f"{path}\0{status.st_size}\0{status.st_mtime_ns}")
    return hashlib.sha256("\n".join(state).encode()).hexdigest()


def _remembered(memory: Path, fingerprint: str) -> Checked | None:
    """Return what the last run has given, if nothing has changed since."""
    try:
        content = json.loads(memory.read_text(encoding="utf-8"))
        findings = [Finding(*one) for one in content["findings"]]
        return Checked(findings, content["rules"]) if content["fingerprint"] == fingerprint else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Keep Python from looking for garbage among the doctrees again and again: all of them are needed to the end."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _run(project: Project, language: str) -> Checked:
    from crossborder.checks import engine, registry
    from crossborder.reading import read_manual

    rules = registry.rules()
    with _without_garbage_collection():
        findings = engine.run(read_manual(project), list(rules.values()), language)
    return Checked(findings, {code: rule.explanation.summary for code, rule in rules.items()})


def check_manual(project: Project, language: str) -> Checked:
    """Return what all rules find in a manual, said in ``language``.

    :raises UnreadableError: if something can't be read.
    """
    memory = project.build / ".work" / "check" / f"findings-{language}.json"
    fingerprint = _fingerprint(project, language)
    checked = _remembered(memory, fingerprint)
    if checked is None:
        checked = _run(project, language)
        findings = [[getattr(finding, name) for name in Finding.__slots__] for finding in checked.findings]
        content = {"fingerprint": fingerprint, "findings": findings, "rules": checked.rules}
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return checked


def check_catalogs(
    paths: Sequence[Path], rules: Sequence[Rule], language: str, project: Project | None = None
) -> Checked:
    """Return what those of ``rules`` that need nothing else find in PO files, said in ``language``.

    :param project: a manual whose register and terms apply.
    :raises ManualError: if a path does not exist, or no file is named.
    """
    from crossborder.checks.po_files import FAMILIES, check_po_files, po_files
    from crossborder.law import load_register
    from crossborder.terms import load_terms

    for path in paths or [Path("*.po")]:
        if not path.exists():
            raise ManualError("There is no such file.", path=path, hint="Name PO files, or folders that hold some.")
        if not any(po_files([path])):
            raise ManualError("There is no PO file in this folder.", path=path)
    ran = [rule for rule in rules if rule.family in {*FAMILIES, "CHK"}]
    register = load_register(project.data / "law") if project else None
    terms = load_terms(project.data / "terms.toml") if project else ()
    findings = sorted(check_po_files(paths, rules=ran, say=language, terms=terms, register=register))
    return Checked(findings, {rule.code: rule.explanation.summary for rule in ran})
