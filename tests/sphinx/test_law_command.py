"""``manual law`` on a small manual in two languages: what is cited is found, pinned, and compared with a newer text."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest
from tests.sphinx.manuals import Manual, new_manual

from crossborder.cli import main

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """\
Pflege
======

Erlaubnis
---------

Die Erlaubnis regelt :law:`§ 44 Abs. 2 SGB VIII`.

.. practice:: Gespräch
   :id: E-A5-01
   :kind: meeting
   :direction: de-to-pl
   :origin: law
   :de: § 44 SGB VIII
   :pl: none
   :status-de: allowed
   :status-pl: open

   :problem: Niemand spricht.
   :action: Alle sprechen.
   :who: Alle
   :preconditions: keine
   :effort: wenig
"""

OLD = ("(1) Wer ein Kind pflegt, braucht eine Erlaubnis.", "(2) Die Erlaubnis ist zu versagen, wenn das Kind leidet.")
NEW = (OLD[0], "(2) Die Erlaubnis kann stets versagt werden, wenn das Kind leidet.")


def xml(paragraphs: tuple[str, ...], date: str) -> str:
    content = "".join(f"<P>{paragraph}</P>" for paragraph in paragraphs)
    norm = (
        f"<norm><metadaten><enbez>§ 44</enbez><titel>Erlaubnis</titel></metadaten><textdaten><text><Content>{content}"
    )
    head = "<norm><metadaten><jurabk>Muster</jurabk></metadaten></norm>"
    return f'<dokumente builddate="{date}">{head}{norm}</Content></text></textdaten></norm></dokumente>'


@pytest.fixture
def manual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Manual:
    manual = new_manual(tmp_path, {"pflege": PAGE})
    manual.translate("pflege", {"Erlaubnis": "Zezwolenie", "Pflege": "Piecza"})
    (tmp_path / "old.xml").write_text(xml(OLD, "20260101"), encoding="utf-8")
    (tmp_path / "new.xml").write_text(xml(NEW, "20260601"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return manual


def law(*words: str) -> int:
    return main(["--lang", "de", "law", *words])


def test_the_way_of_a_year(manual: Manual, capsys: pytest.CaptureFixture[str]) -> None:
    assert law("index") == 0
    assert "nicht festgehalten" in capsys.readouterr().out

    assert law("import", "--statute", "sgb8", "old.xml") == 0
    assert "SGB VIII (2026-01-01)" in capsys.readouterr().out

    assert law("lock", "--statute", "sgb8", "old.xml") == 0
    assert "Wortlaut: 1" in capsys.readouterr().out
    lock = (manual.data / "law" / "lock.toml").read_text(encoding="utf-8")
    assert "Erlaubnis" not in lock
    assert list(tomllib.loads(lock)["sgb8"]["provisions"]) == ["44"]

    assert law("drift", "--statute", "sgb8", "old.xml") == 0
    capsys.readouterr()
    assert (
        law("drift", "--statute", "sgb8", "--before", "old.xml", "--format", "json", "--output", "r.json", "new.xml")
        == 1
    )
    (report,) = json.loads((manual.folder / "r.json").read_text(encoding="utf-8"))
    whole, part = report["provisions"]
    assert (whole["provision"], part["provision"]) == ("§ 44 SGB VIII", "§ 44 Abs. 2 SGB VIII")
    assert {place["heading"] for place in part["places"]} == {"Erlaubnis", "Zezwolenie"}
    assert {place["language"] for place in part["places"]} == {"de", "pl"}
    assert {tuple(place["elements"]) for place in whole["places"]} == {("E-A5-01",)}
    assert {place["line"] for place in part["places"] if place["language"] == "de"} == {7}
    assert [edit["kind"] for edit in part["edits"]] == ["same", "removed", "added", "same"]

    assert law("drift", "--statute", "sgb8", "--format", "html", "new.xml") == 1
    assert "E-A5-01" in capsys.readouterr().out

    assert law("index", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["provision"], row["count"], row["pinned"]) for row in rows] == [
        ("§ 44 SGB VIII", 2, "wording"),
        ("§ 44 Abs. 2 SGB VIII", 2, "wording"),
    ]


def test_a_dry_run_writes_nothing(manual: Manual) -> None:
    before = {path: path.read_bytes() for path in manual.data.rglob("*.toml")}
    assert law("import", "--dry-run", "--statute", "sgb8", "new.xml") == 0
    assert before == {path: path.read_bytes() for path in manual.data.rglob("*.toml")}


def test_a_bad_file_changes_nothing(manual: Manual, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in manual.data.rglob("*.toml")}
    (manual.folder / "error.xml").write_text("<html>502</html>", encoding="utf-8")
    assert law("import", "--statute", "sgb8", "new.xml", "error.xml") == 2
    assert "error.xml" in capsys.readouterr().err
    assert law("import", "new.xml") == 2
    told = capsys.readouterr().err
    assert "new.xml" in told
    assert "Muster" in told
    assert before == {path: path.read_bytes() for path in manual.data.rglob("*.toml")}
