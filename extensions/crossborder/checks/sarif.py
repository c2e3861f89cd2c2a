"""Findings in the Static Analysis Results Interchange Format, version 2.1.0."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crossborder.checks.finding import Finding
    from crossborder.checks.registry import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"


def _rule(rule: Rule, _: Callable[[str], str]) -> dict[str, Any]:
    explanation = rule.explanation
    reasons = "\n\n".join(_(reason) for reason in explanation.reasons)
    examples = f"{_('Wrong')}:\n\n{explanation.wrong}\n\n{_('Right')}:\n\n{explanation.right}"
    return {
        "id": rule.code,
        "shortDescription": {"text": _(explanation.summary)},
        "fullDescription": {"text": reasons},
        "help": {"text": f"{reasons}\n\n{examples}"},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.family]},
    }


def _location(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.path), "uriBaseId": _ROOT}}
    if finding.line:
        place["region"] = {"startLine": finding.line}
        if finding.column:
            place["region"]["startColumn"] = finding.column
    return {"physicalLocation": place}


def _result(finding: Finding, places: Mapping[str, int]) -> dict[str, Any]:
    text = "\n".join(part for part in (finding.message, finding.hint) if part)
    print_ = hashlib.sha256(f"{finding.code}\n{finding.path}\n{finding.message}".encode()).hexdigest()
    return {
        "ruleId": finding.code,
        "ruleIndex": places[finding.code],
        "level": finding.severity,
        "message": {"text": text},
        "locations": [_location(finding)],
        "partialFingerprints": {"finding/v1": print_},
    }


def as_sarif(findings: Sequence[Finding], rules: Sequence[Rule], version: str, _: Callable[[str], str]) -> str:
    """Return the findings of one run of ``rules`` as a SARIF log.

    :param version: of the tool.
    """
    places = {rule.code: place for place, rule in enumerate(rules)}
    driver = {"name": "manual check", "semanticVersion": version, "rules": [_rule(rule, _) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _("the folder of the manual")}}},
        "results": [_result(finding, places) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
