"""Run rules over a manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.checks import registry
from crossborder.checks.finding import Finding
from crossborder.checks.model import WaiverUse
from crossborder.checks.waivers import waivers
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossborder.checks.model import Manual, Problem, Waiver
    from crossborder.checks.registry import Rule


def _problems(rule: Rule, manual: Manual) -> Iterator[Problem]:
    """Yield what one rule has to say about all that it looks at."""
    if rule.subject == "manual":
        yield from rule.check(manual)
    elif rule.subject == "document":
        for document in manual.documents:
            yield from rule.check(document, manual)
    elif rule.subject == "catalog":
        for file in manual.catalogs:
            yield from rule.check(file, manual)
    elif rule.subject == "passage":
        for passage in manual.passages_with(rule.needs):
            yield from rule.check(passage, manual)


def _said(value: object, language: str) -> object:
    say = getattr(value, "message", None)
    return say(language) if callable(say) else value


def _finding(rule: Rule, problem: Problem, language: str) -> Finding:
    _ = words(language)
    values = {name: _said(value, language) for name, value in problem.values.items()}
    return Finding(
        path=problem.place.path,
        line=problem.place.line,
        column=problem.place.column,
        code=rule.code,
        message=_(problem.message).format(**values),
        hint=_(problem.hint).format(**values) if problem.hint else "",
        severity=rule.severity,
    )


def _waived(finding: Finding, by_path: dict[str, list[Waiver]]) -> Waiver | None:
    """Return the waiver that lets a finding stand; nothing lets unsafe markup stand."""
    if finding.code.startswith(registry.UNWAIVABLE):
        return None
    for waiver in by_path.get(finding.path, ()):
        if waiver.code == finding.code and waiver.place.line <= finding.line <= waiver.last:
            return waiver
    return None


def run(manual: Manual, rules: Sequence[Rule], language: str = "en") -> list[Finding]:
    """Return what ``rules`` find in ``manual``, said in ``language``, in the order of files and lines.

    Findings that a waiver lets stand are left out; waivers that nothing needs are found in turn.
    """
    found = {_finding(rule, problem, language) for rule in rules for problem in _problems(rule, manual)}
    all_waivers = waivers(manual)
    by_path: dict[str, list[Waiver]] = {}
    for waiver in all_waivers:
        by_path.setdefault(waiver.place.path, []).append(waiver)
    let_stand = {finding: _waived(finding, by_path) for finding in found}
    use = WaiverUse(
        all_waivers,
        frozenset(waiver for waiver in let_stand.values() if waiver),
        rules,
        registry.rules(),
    )
    about_waivers = {
        _finding(rule, problem, language) for rule in rules if rule.subject == "waivers" for problem in rule.check(use)
    }
    return sorted(about_waivers.union(finding for finding, waiver in let_stand.items() if not waiver))
