"""The guide for translators: what its examples call wrong is found, and what they call right is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from crossborder.checks.po_files import check_po_files
from crossborder.law import load_register
from crossborder.terms import load_terms

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "translators.pl.md").read_text(encoding="utf-8")
HEAD = "| po niemiecku | źle | dobrze |"
#: no program can tell what the law demands
ONLY_A_PERSON = "soll"


class Example(NamedTuple):
    german: str
    wrong: str
    right: str


def examples() -> list[Example]:
    rows = re.findall(rf"^{re.escape(HEAD)}\n\|---\|---\|---\|\n(.+)$", GUIDE, re.MULTILINE)
    return [Example(*re.findall(r"``(.+?)`` (?=\|)", row)) for row in rows]


def found(folder: Path, german: str, polish: str) -> list[str]:
    quoted = [text.replace('"', '\\"') for text in (german, polish)]
    path = folder / "page.po"
    context = 'msgid "Das ist der Text und das ist die Sprache, in der er für alle geschrieben ist."\nmsgstr ""\n\n'
    path.write_text(context + 'msgid "{}"\nmsgstr "{}"\n'.format(*quoted), encoding="utf-8")
    terms, register = load_terms(ROOT / "data" / "terms.toml"), load_register(ROOT / "data" / "law")
    findings = check_po_files([path], language="pl", terms=terms, register=register)
    return [finding.code for finding in findings if finding.code != "TRL001"]


def test_there_are_ten() -> None:
    assert len(examples()) == GUIDE.count(HEAD) == 10


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.german[:40])
def test_example_is_true(example: Example, tmp_path: Path) -> None:
    assert found(tmp_path, example.german, example.right) == []
    assert bool(found(tmp_path, example.german, example.wrong)) is (ONLY_A_PERSON not in example.german)


def test_no_word_of_the_guide_needs_a_command_line() -> None:
    assert not re.search(r"\b(git|commit|branch|repozytorium|\.venv|terminal\w*)\b", GUIDE)
