"""The rules over PO files: each finds what its own explanation calls wrong, and nothing in what it calls right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crossborder.catalog import po
from crossborder.checks.model import Manual, TranslatedFile
from crossborder.checks.registry import rules
from crossborder.terms import Term

if TYPE_CHECKING:
    from crossborder.checks.registry import Rule

OWN_EXAMPLES = {"TRL000", "TRL022", "TRL023", "TRL024", "SEC010", "SEC011"}
RULES = [rule for code, rule in rules().items() if rule.family in {"TRL", "TRM", "SEC"} and code not in OWN_EXAMPLES]
#: makes the language of the examples plain
GERMAN = 'msgid "Das ist der Text und das ist die Sprache, in der er für alle geschrieben ist."\nmsgstr ""\n\n'
TERMS = (
    Term("Pflegekind", "dziecko w pieczy zastępczej", ("dziecko pielęgnowane",), "", "", ""),
    Term("Pflegefamilie", "rodzina zastępcza", ("rodzina pielęgnacyjna",), "", "", ""),
)


def found(rule: Rule, text: str) -> list[str]:
    catalog = po.parse((GERMAN + text).encode(), Path("page.po"))
    file = TranslatedFile("page.po", "pl", text, catalog)
    return [problem.message for problem in rule.check(file, Manual(catalogs=(file,), terms=TERMS))]


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_finds_what_it_calls_wrong(rule: Rule) -> None:
    assert found(rule, rule.explanation.wrong)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code != "TRL001"], ids=lambda rule: rule.code)
def test_lets_stand_what_it_calls_right(rule: Rule) -> None:
    assert not found(rule, rule.explanation.right)
