"""Findings as text, JSON, SARIF and annotations; the explanations, the page of all rules, and the words they need."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
from tests.unit.checks.sarif_schema import SCHEMA
from tests.unit.checks.specimens import REPOSITORY

from crossborder.checks.explain import explain, reference
from crossborder.checks.finding import Finding
from crossborder.checks.registry import rules
from crossborder.checks.report import Source, as_github, as_json, as_text, summary
from crossborder.checks.sarif import as_sarif
from crossborder.locale import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUMMARIES = {code: rule.explanation.summary for code, rule in rules().items()}
FINDINGS = [
    Finding("data/law/statutes.toml", 0, 0, "LAW007", "Alt.", severity="warning"),
    Finding("source/mit Leerzeichen.rst", 2, 6, "LAW005", "„§ 8a“ ist Text: so nicht, 100 %", ":law:`§ 8a`"),
    Finding("source/mit Leerzeichen.rst", 3, 131, "PRV005", "Adresse."),
]


def say(message: str) -> str:
    return message


@pytest.fixture
def source(tmp_path: Path) -> Source:
    page = tmp_path / "source" / "mit Leerzeichen.rst"
    page.parent.mkdir()
    page.write_text(f"Titel\nnach § 8a\n{'x' * 130}@{'y' * 90}\n", encoding="utf-8")
    return Source(tmp_path)


def test_text_shows_line_and_caret(source: Source) -> None:
    text = as_text(FINDINGS[1:2], source)
    assert text.split("\n") == [
        "source/mit Leerzeichen.rst:2:6 LAW005 „§ 8a“ ist Text: so nicht, 100 %",
        "  2 | nach § 8a",
        "    |      ^",
        "  → :law:`§ 8a`",
    ]
    assert nach_caret(text) == "§"


def nach_caret(text: str) -> str:
    """Return the sign above the caret."""
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if line.endswith("^"))
    return lines[at - 1][len(lines[at]) - 1]


def test_text_of_a_long_line_is_cut_around_the_caret(source: Source) -> None:
    text = as_text(FINDINGS[2:], source)
    assert nach_caret(text) == "@"
    assert max(map(len, text.split("\n"))) < 110
    assert text.count("…") == 2


def test_text_of_a_finding_without_line_is_one_line(source: Source) -> None:
    assert as_text(FINDINGS[:1], source) == "data/law/statutes.toml LAW007 Alt."


def test_colours_only_where_asked_for(source: Source) -> None:
    assert "\x1b" not in as_text(FINDINGS, source)
    assert "\x1b[1;33mLAW007" in as_text(FINDINGS, source, colour=True)


def test_summary_fits_on_a_screen() -> None:
    many = [Finding("a.rst", 1, 1, code, "x") for code in rules()]
    said = summary(many, SUMMARIES, say)
    assert len(said.split("\n")) <= 16
    assert "Errors: 3, warnings: 0, files: 2" in summary(FINDINGS[1:] + many[:1], SUMMARIES, say)
    assert summary([], SUMMARIES, words("de")).startswith("Keine Befunde")


def test_json_can_be_read_back() -> None:
    content = json.loads(as_json(FINDINGS))
    assert [Finding(**one) for one in content["findings"]] == FINDINGS


def test_annotations_of_github_are_escaped() -> None:
    assert as_github(FINDINGS[1:2]) == (
        "::error file=source/mit Leerzeichen.rst,line=2,col=6,title=LAW005::"
        "„§ 8a“ ist Text: so nicht, 100 %25%0A:law:`§ 8a`"
    )


@pytest.mark.parametrize("findings", [FINDINGS, []], ids=["some", "none"])
@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_sarif_is_valid(findings: list[Finding], language: str) -> None:
    log = json.loads(as_sarif(findings, list(rules().values()), "1.2.3", words(language)))
    jsonschema.Draft7Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_names_places() -> None:
    log = json.loads(as_sarif(FINDINGS, list(rules().values()), "1.2.3", say))
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    assert "region" not in places[0]
    assert places[1]["artifactLocation"]["uri"] == "source/mit%20Leerzeichen.rst"
    assert places[1]["region"] == {"startLine": 2, "startColumn": 6}


@pytest.mark.parametrize("code", rules())
def test_every_rule_is_explained_in_each_language(code: str) -> None:
    rule = rules()[code]
    said = {language: explain(rule, words(language)) for language in LANGUAGES}
    for text in (rule.explanation.summary, *rule.explanation.reasons):
        assert text in said["en"]
        assert text not in said["de"]
        assert text not in said["pl"]
    assert len(set(said.values())) == len(LANGUAGES)
    assert all(rule.explanation.wrong.split("\n")[0] in text for text in said.values())
    assert all(("waive: " + code in text) is (rule.family != "SEC") for text in said.values())


def test_the_page_of_all_rules_is_current() -> None:
    page = (REPOSITORY / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == reference(rules()), "manual check --reference > docs/checks.md"


def texts(tree: ast.AST) -> Iterator[str]:
    """Yield the texts in a part of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.value


def messages(tree: ast.Module) -> Iterator[str]:
    """Yield the texts that a module hands to ``Problem``, ``ManualError`` and ``_``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = {"Problem": 1, "_one_sided": 1, "ManualError": 0, "_": 0}.get(node.func.id)
            given = [*node.args[first : (first or 0) + 2], *(key.value for key in node.keywords if key.arg == "hint")]
            for part in given if first is not None else ():
                yield from texts(part)
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in {"message", "hint", "_HINT"}:
            yield from texts(node.value)


@pytest.mark.parametrize("language", ["de", "pl"])
def test_every_message_is_translated(language: str) -> None:
    package = REPOSITORY / "extensions" / "crossborder"
    modules = [*(package / "checks").glob("*.py"), package / "reading.py", package / "checking.py"]
    modules += [package / f"{name}.py" for name in ("terms", "facts", "toml_file", "commands/check")]
    said = {text for module in modules for text in messages(ast.parse(module.read_text(encoding="utf-8")))}
    plain = {text for text in said if not text.startswith((".. ", ":", "{", "manual "))}
    _ = words(language)
    assert len(plain) > 100
    assert sorted(text for text in plain if _(text) == text) == []
