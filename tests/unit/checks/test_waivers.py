"""Waivers: what they let stand, how far they reach, and what is said of those that nothing needs."""

from __future__ import annotations

import pytest
from docutils.core import publish_doctree

from crossborder.catalog import po
from crossborder.checks import engine
from crossborder.checks.model import Document, Manual, TranslatedFile
from crossborder.checks.registry import Explanation, UnknownRuleError, rules, selected
from crossborder.checks.waivers import waivers


def document(text: str) -> Document:
    return Document("page", "source/page.rst", text, publish_doctree(text))


@pytest.mark.parametrize(
    ("text", "last_covered"),
    [
        (".. waive: DOC007 good reason\n\nOne\ntwo\n\nthree\n", "two"),
        (".. waive: DOC007 good\n   reason\n\n.. _label:\n\nHeading\n-------\n\nText\n", "-------"),
        (".. waive: DOC007 good reason\n\n.. note::\n\n   One\n\n   two\n\nThree\n", "two"),
        ("* item\n\n  .. waive: DOC007 good reason\n\n  One\n  two\n\n* Three\n", "two"),
        (".. waive: DOC007 good reason\n.. waive: DOC004 other reason\n\nOne\n\nTwo\n", "One"),
    ],
)
def test_a_waiver_holds_for_the_block_after_it(text: str, last_covered: str) -> None:
    page = document(text)
    first = waivers(Manual([page]))[0]
    covered = [line for line in page.lines[first.place.line - 1 : first.last] if line.strip()]
    assert covered[-1].strip() == last_covered
    assert first.reason == "good reason"


def test_a_waiver_in_a_po_file_holds_for_its_message() -> None:
    text = '# waive: TRL004 no number needed\nmsgid "7 Tage"\nmsgstr ""\n"tydzień "\n"cały"'
    file = TranslatedFile("locales/a.po", "pl", text, po.parse(text.encode()))
    (waiver,) = waivers(Manual(catalogs=[file]))
    assert (waiver.code, waiver.reason, waiver.place.line, waiver.last) == (
        "TRL004",
        "no number needed",
        1,
        5,
    )


def test_waivers_that_nothing_needs_are_found() -> None:
    page = document(".. waive: CHK002 a good reason\n\nText\n\n.. waive: XYZ999 another reason\n\nText\n")
    found = engine.run(Manual([page]), selected(["CHK"]))
    assert [(finding.line, finding.code) for finding in found] == [(1, "CHK001"), (5, "CHK003")]


def test_an_unused_waiver_is_judged_only_when_its_rule_has_run() -> None:
    page = document(".. waive: CHK002 a good reason\n\nText\n")
    assert engine.run(Manual([page]), selected(["CHK001"])) == []


def test_rules_are_selected_by_the_beginning_of_their_code() -> None:
    assert [rule.code for rule in selected(["chk"], ["CHK003"])] == ["CHK001", "CHK002"]
    with pytest.raises(UnknownRuleError):
        selected(["ABC"])


def test_an_explanation_needs_reasons_and_both_examples() -> None:
    with pytest.raises(ValueError, match="wrong and a right example"):
        Explanation.of("Only a summary.")


def test_every_rule_explains_itself() -> None:
    for rule in rules().values():
        assert rule.explanation.reasons
        assert rule.explanation.wrong != rule.explanation.right
