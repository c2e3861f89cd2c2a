"""The pages for reviewers: what has changed, what was found, what was agreed; nothing in them can act."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from crossborder import cli
from crossborder.catalog import po
from crossborder.catalog.message import Catalog, Message
from crossborder.errors import ManualError
from crossborder.exchange.hand_out import hand_out
from crossborder.exchange.pages import word_diff
from crossborder.exchange.review import write_review
from crossborder.exchange.status import status, write_status
from crossborder.project import Project

if TYPE_CHECKING:
    from pathlib import Path

TERM = """
[[term]]
de = "Pflegekind"
pl = "dziecko w pieczy"
avoid_pl = []
definition_de = "-"
definition_pl = "-"
source = "-"
"""
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    (project.data / "law").mkdir(parents=True)
    (project.data / "law" / "statutes.toml").write_text("", encoding="utf-8")
    (project.data / "terms.toml").write_text(TERM, encoding="utf-8")
    messages = (
        Message("Das Pflegekind wohnt seit 3 Jahren hier.", ("Dziecko w pieczy mieszka tu od 4 lat.",)),
        Message("Hallo Welt.", (HOSTILE,)),
        Message("Noch offen.", ("",)),
    )
    po.write(Catalog(messages), project.catalogs("pl") / "teil" / "seite.po", "pl")
    return project


def review(project: Project, **options: str) -> str:
    index = write_review(project, "pl", **options)
    assert 'href="teil--seite.html"' in index.read_text(encoding="utf-8")
    return (index.parent / "teil--seite.html").read_text(encoding="utf-8")


def change(project: Project, old: str, new: str) -> None:
    path = project.catalogs("pl") / "teil" / "seite.po"
    catalog = po.read(path)
    messages = tuple(replace(one, msgstrs=(one.msgstr.replace(old, new),)) for one in catalog.messages)
    po.write(replace(catalog, messages=messages), path, "pl")


def test_review_shows_findings_terms_and_state_in_place(project: Project) -> None:
    page = review(project)
    assert "TRL004: W tekście źródłowym jest 3, w tłumaczeniu 4." in page
    assert '<span lang="de">Pflegekind</span> – dziecko w pieczy' in page
    assert '<span class="state">Jeszcze nieprzetłumaczone</span>' in page
    assert "<ins>" not in page


def test_nothing_in_a_review_can_act(project: Project) -> None:
    page = review(project)
    assert HOSTILE not in page
    assert "&lt;img src=x" in page
    assert "http" not in page.replace("http-equiv", "")


def test_changes_since_the_hand_out_are_marked_by_word(project: Project) -> None:
    name = hand_out(project, "pl").name
    change(project, "od 4 lat", "od 3 lat")
    page = review(project)
    assert f"Zmiany od {name}" in page
    assert "od <del>4</del> <ins>3</ins> lat." in page


def test_changes_since_a_revision_are_marked_by_word(project: Project) -> None:
    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(project.root), *identity, *arguments], check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "first")
    change(project, "od 4 lat", "od 3 lat")
    assert "od <del>4</del> <ins>3</ins> lat." in review(project, since="HEAD")
    with pytest.raises(ManualError, match="no revision"):
        write_review(project, "pl", since="--output=x")


@pytest.mark.parametrize("arguments", [["build", "review"], ["translate", "review"]])
def test_both_commands_write_the_same_pages(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    project.source.mkdir()
    (project.source / "conf.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(project.root)
    assert cli.main(["--lang", "pl", *arguments]) == 0
    index = project.build / "report" / "review-pl" / "index.html"
    assert capsys.readouterr().out == f"Zapisano: {index}\n"
    assert (index.parent / "teil--seite.html").read_text(encoding="utf-8") == review(project)
    assert cli.main(["--lang", "pl", "build", "review", "--language", "de"]) == 2


def test_an_unknown_page_is_said(project: Project) -> None:
    with pytest.raises(ManualError, match="no page nichts"):
        write_review(project, "pl", ["nichts"])


def test_words_of_a_diff_are_escaped() -> None:
    assert word_diff("a <b> c", "a <i> c") == "a <del>&lt;b&gt;</del> <ins>&lt;i&gt;</ins> c"


def test_status_is_a_page_and_data(project: Project) -> None:
    rows = status(project, "pl")
    page, data = write_status(project, "pl", rows)
    content = json.loads(data.read_text(encoding="utf-8"))
    assert content["pages"][0]["page"] == "teil/seite"
    assert (content["total"]["messages"], content["total"]["translated"], content["total"]["words_left"]) == (3, 2, 2)
    assert content["total"]["findings"] >= 2
    text = page.read_text(encoding="utf-8")
    assert '<progress max="100" value="81"' in text
    assert '<html lang="pl">' in text
