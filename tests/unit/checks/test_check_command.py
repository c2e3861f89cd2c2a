"""``manual check`` as a person calls it: exit codes, choices, and one clear line for what can't be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.unit.checks.specimens import REPOSITORY, write_project

from crossborder import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLEAN = """.. _start:

Anfang
======

Das Jugendamt schätzt die Gefahr ein (:law:`§ 8a SGB VIII`).

.. law-index::
"""
PAGE = "source/index.rst"
HALF_TABLE = f"{CLEAN}\n+------+-----+\n| Wer  | Wann\n"
CUT_PO = 'msgid ""\nmsgstr "Language: pl\\n"\n\nmsgid "Text"\nmsgstr "Tek'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a manual without findings, which is the working folder."""
    write_project(tmp_path, {"index": CLEAN}, {})
    statutes = tmp_path / "data" / "law" / "statutes.toml"
    lines = [line for line in statutes.read_text(encoding="utf-8").split("\n") if "waive:" not in line]
    statutes.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_clean(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--ignore", "TRL", "--lang", "de"]) == 0
    assert capsys.readouterr().out.startswith("Keine Befunde")


def test_findings(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, PAGE, CLEAN.replace("Das Jugend", "Nach § 42 SGB VIII: Das Jugend"))
    assert cli.main(["check", "--ignore", "TRL", "--lang", "pl"]) == 1
    out = capsys.readouterr().out
    assert "source/index.rst:6:6 LAW005 „§ 42 SGB VIII” przytoczono bez roli :law:." in out
    assert "  → :law:`§ 42 SGB VIII`" in out


def test_findings_are_remembered_until_something_changes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (CLEAN, CLEAN, CLEAN.replace("Das", "Nach § 42 SGB VIII das"), CLEAN):
        write(root, PAGE, text)
        assert cli.main(["check", "--select", "LAW005", "--lang", "en"]) == (text is not CLEAN)


def test_choice_of_rules_and_paths(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, PAGE, CLEAN.replace("Das Jugend", "Nach § 42 SGB VIII, 44051401359: Das Jugend"))
    check = ["check", "--format", "json", "--lang", "en"]

    def codes(*arguments: str) -> list[str]:
        cli.main([*check, *arguments])
        return [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]]

    assert codes("--select", "LAW,PRV") == ["LAW005", "PRV001"]
    assert codes("--select", "LAW", "--select", "PRV", "--ignore", "PRV001") == ["LAW005"]
    assert codes("--select", "LAW", "data") == []
    assert codes("--select", "LAW", "source") == ["LAW005"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--explain", "LAW099"], "Die Regel „LAW099“ gibt es nicht."),
        (["--select", "XYZ"], "Die Regel „XYZ“ gibt es nicht."),
        (["no-such-file.rst"], "Diese Datei gibt es nicht."),
        ([str(REPOSITORY / "README.md")], "Diese Datei gehört nicht zum Handbuch in "),
        (["--po"], "Diese Datei gibt es nicht."),
        (["--po", "data"], "In diesem Ordner ist keine PO-Datei."),
    ],
)
def test_calls_that_can_not_run(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert cli.main(["--lang", "de", "check", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_explanations_need_no_manual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "--explain", "law005", "--lang", "pl"]) == 0
    assert capsys.readouterr().out.startswith("LAW005 (błąd): Przepis przytoczono zwykłym tekstem.")


def test_po_files_need_no_manual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "a.po", 'msgid ""\nmsgstr "Language: pl\\n"\n\nmsgid "Ein **Wort**."\nmsgstr "Słowo."\n')
    assert cli.main(["check", "--po", "a.po", "--lang", "en"]) == 1
    write(tmp_path, "a.po", CUT_PO)
    assert cli.main(["check", "--po", "a.po", "--lang", "en"]) == 2
    assert "a.po:5" in capsys.readouterr().out


def broken(path: str, text: str) -> Callable[[Path], None]:
    return lambda root: write(root, path, text)


BROKEN = {
    "terms": (broken("data/terms.toml", '[[term]\nde = "x"\n'), "data/terms.toml:1: Das ist kein TOML: Am Ende"),
    "half a term": (broken("data/terms.toml", '[[term]]\nde = "x"\n'), "data/terms.toml:2: Begriff 1 hat genau"),
    "facts": (broken("data/facts.toml", "[a]\nvalue_de = 3\n"), "data/facts.toml:1: a hat diese Schlüssel"),
    "handbooks": (broken("data/handbooks.toml", "[a]\nyear = 3\n"), "data/handbooks.toml:1: a hat diese Schlüssel"),
    "words": (broken("data/words.toml", "[judging]\nde = 3\n"), "data/words.toml:1: judging muss"),
    "plan": (broken("data/chapter-plan.toml", 'chapter = "("\n'), "data/chapter-plan.toml: Ein Plan hat"),
    "statutes": (broken("data/law/statutes.toml", "[sgb8]\ncountry = \n"), "data/law/statutes.toml:2: "),
    "provisions": (lambda root: (root / "data/law/de/bgb.toml").unlink(), "data/law/de/bgb.toml"),
    "no terms": (
        lambda root: (root / "data/terms.toml").unlink(),
        "data/terms.toml: Die Datei lässt sich nicht lesen: Es",
    ),
    "encoding": (
        lambda root: (root / PAGE).write_bytes(CLEAN.replace("Das", "Für").encode("latin-1")),
        f"{PAGE}:6: Die Datei ist nicht als UTF-8 gespeichert.",
    ),
    "half a table": (broken(PAGE, HALF_TABLE), f"{PAGE}:11: Diese Tabelle ist nicht vollständig"),
    "directive": (
        broken(PAGE, CLEAN + "\n.. vergleich:: X\n"),
        f"{PAGE}:10: Die Direktive „vergleich“ gibt es nicht.",
    ),
    "role": (broken(PAGE, CLEAN + "\nEin :gesetz:`§ 1`.\n"), f"{PAGE}:10: Die Rolle „gesetz“ gibt es nicht."),
    "cut catalog": (broken("locales/pl/LC_MESSAGES/index.po", CUT_PO), "locales/pl/LC_MESSAGES/index.po:5: "),
    "conf.py": (
        broken("source/conf.py", "extensions = [\n"),
        "source/conf.py:1: Python kann diese Zeile nicht ausführen: SyntaxError: '[' was never closed",
    ),
    "conf.py runs into a mistake": (
        broken("source/conf.py", "import math\n\nmath.sqrt('x')\n"),
        "source/conf.py:3: Python kann diese Zeile nicht ausführen: TypeError: must be real number",
    ),
    "no such extension": (broken("source/conf.py", "extensions = ['none']\n"), "Sphinx kann das Handbuch nicht lesen"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_can_not_be_read_is_said_in_one_line(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    breaks, said = BROKEN[name]
    breaks(root)
    assert cli.main(["--lang", "de", "check"]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(said)
    assert "Traceback" not in told.err + told.out
    assert len([line for line in told.err.split("\n") if line and not line.startswith("  ")]) == 1


def test_all_that_can_not_be_read_is_said_at_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("terms", "cut catalog", "encoding"):
        BROKEN[name][0](root)
    assert cli.main(["--lang", "pl", "check"]) == 2
    lines = [line for line in capsys.readouterr().err.split("\n") if line and not line.startswith("  ")]
    assert [line.split(":")[0] for line in lines] == [
        "data/terms.toml",
        "locales/pl/LC_MESSAGES/index.po",
        "source/index.rst",
    ]
    assert "To nie jest TOML" in lines[0]


def test_the_repository_is_a_manual() -> None:
    assert (REPOSITORY / "source" / "conf.py").is_file()
