"""What the rules say of themselves: one rule for the terminal, all of them as a page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from crossborder.checks.registry import UNWAIVABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from crossborder.checks.registry import Rule

_FAMILIES = {
    "LAW": "Citations and the law behind them",
    "CMP": "Comparisons and legal bases",
    "TRL": "Translations",
    "TRM": "Terms",
    "DOC": "Pages, headings, links and figures",
    "FCT": "Facts, amounts and deadlines",
    "PRV": "Personal data",
    "SEC": "Unsafe markup in translations",
    "CHK": "Waivers",
}


def explain(rule: Rule, _: Callable[[str], str]) -> str:
    """Return the explanation of a rule for the terminal."""
    explanation = rule.explanation
    severities = {"error": _("error"), "warning": _("warning")}
    parts = [f"{rule.code} ({severities[rule.severity]}): {_(explanation.summary)}"]
    parts += [_(reason) for reason in explanation.reasons]
    for name, example in ((_("Wrong"), explanation.wrong), (_("Right"), explanation.right)):
        parts.append(f"{name}:\n\n" + "\n".join(f"    {line}".rstrip() for line in example.splitlines()))
    parts.append(_how_to_waive(rule, _))
    return "\n\n".join(parts)


def _how_to_waive(rule: Rule, _: Callable[[str], str]) -> str:
    if rule.family == UNWAIVABLE:
        return _("Nobody can waive this rule.")
    where = _("If a finding may stand, say so where it stands, with the reason:")
    return f"{where}\n\n    .. waive: {rule.code} …      (.rst)\n    # waive: {rule.code} …       (.po, .toml)"


def reference(rules: Mapping[str, Rule]) -> str:
    """Return the page of all rules, in Markdown."""
    lines = [
        "# Checks",
        "",
        "Made from the code by `manual check --reference`; do not edit it. `manual check --explain CODE` says the same",
        "in German, Polish or English. How to add a rule: docs/architecture.md.",
        "",
        "A finding may stand where a person has said why. In a page a comment before the block, in a PO file a comment",
        "of the message, in a data file a comment above the table: `.. waive: CODE reason`, `# waive: CODE reason`.",
        f"Nobody can waive a rule of the family {UNWAIVABLE}.",
    ]
    for family, members in groupby(rules.values(), key=lambda rule: rule.family):
        lines += ["", f"## {family}: {_FAMILIES[family]}"]
        for rule in members:
            lines += _entry(rule)
    return "\n".join(lines) + "\n"


def _entry(rule: Rule) -> list[str]:
    explanation = rule.explanation
    severity = "" if rule.severity == "error" else " (warning)"
    lines = ["", f"### {rule.code}{severity}", "", explanation.summary]
    for reason in explanation.reasons:
        lines += ["", reason]
    for name, example in (("Wrong", explanation.wrong), ("Right", explanation.right)):
        lines += ["", f"{name}:", "", "```", *example.splitlines(), "```"]
    return lines
