"""Each mistake that an author can make: the line, the kind and the words of the warning."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from crossborder.problems import Problem

if TYPE_CHECKING:
    from tests.sphinx.manuals import Manual

HEAD = "Seite\n=====\n\n"  # what stands before each case: its first line is the fourth of the file

BASIS = """\
.. legal-basis:: Frage?
   :de: {de}
   :pl: {pl}
   :relation: {relation}

   :de: {german}
   :pl: {polish}
"""
GOOD = {
    "de": "§ 27 SGB VIII",
    "pl": "art. 35 uwrspz",
    "relation": "similar",
    "german": "Ein Text.",
    "polish": "Noch einer.",
}
PRACTICE = """\
.. practice:: Titel
   :id: {id}
   :kind: {kind}
   :direction: both
   :origin: law
   :de: {de}
   :pl: none
   :status-de: allowed
   :status-pl: open

   :problem: a
   :action: b
   :who: c
   :preconditions: d
   {effort}
"""
FORM = """\
.. worksheet:: Titel
   :id: T-1

   :purpose: Zweck
   {field}
"""

CASES = {
    "unknown statute": (":law:`§ 3 XYZ`", 4, "unknown-statute", "„XYZ“"),
    "unreadable": (":law:`§ SGB VIII`", 4, "unreadable-citation", "Zeichen 3"),
    "no such section": (":law:`§ 99 SGB VIII`", 4, "missing-provision", "§ 99 SGB VIII"),
    "no such subdivision": (":law:`§ 44 Abs. 9 SGB VIII`", 4, "missing-provision", "Abs. 9"),
    "third line of a paragraph": (
        "Eine Zeile,\nnoch eine,\nhier :law:`§ 99 SGB VIII`.",
        6,
        "missing-provision",
        "§ 99",
    ),
    "in a list in a table": (
        ".. list-table::\n\n   * - a\n     - b :law:`§ 99 SGB VIII`",
        7,
        "missing-provision",
        "§ 99",
    ),
    "text for two provisions": (":law:`Text <§§ 27, 36 SGB VIII>`", 4, "unreadable-citation", "nur zu einer"),
    "unknown fact": ("Die Frist: :fact:`nix`", 4, "unknown-fact", "„nix“"),
    "unknown handbook": (":handbook:`none-1999`", 4, "unknown-handbook", "none-1999"),
    "unknown mark": (":mark:`lawful`", 4, "unknown-mark", "recommendation"),
    "bad relation": (BASIS.format(**GOOD | {"relation": "same"}), 7, "bad-relation", "only-de"),
    "no relation": (BASIS.format(**GOOD).replace("   :relation: similar\n", ""), 4, "bad-relation", "equivalent"),
    "option with a bad citation": (BASIS.format(**GOOD | {"pl": "art. 99 uwrspz"}), 6, "missing-provision", "art. 99"),
    "side missing": (BASIS.format(**GOOD).replace("   :pl: Noch einer.\n", ""), 4, "missing-side", ":pl:"),
    "side with a dash": (BASIS.format(**GOOD | {"polish": "–"}), 4, "missing-side", "Polen"),
    "side too many": (BASIS.format(**GOOD | {"relation": "only-de"}), 10, "unexpected-side", ":pl:"),
    "side without law": (BASIS.format(**GOOD).replace("   :pl: art. 35 uwrspz\n", ""), 4, "missing-law", ":pl:"),
    "unknown field": (BASIS.format(**GOOD) + "   :at: Österreich\n", 11, "bad-field", ":note:"),
    "field twice": (BASIS.format(**GOOD) + "   :pl: Und noch einer.\n", 11, "bad-field", "zweimal"),
    "text between the fields": (BASIS.format(**GOOD) + "\n   Freier Text.\n", 12, "bad-content", "nur Felder"),
    "comparison without rows": (".. comparison:: Titel\n\n   Text", 4, "bad-content", "Aspekt : Verhältnis"),
    "comparison without content": (".. comparison:: Titel", 4, "bad-content", "Aspekt : Verhältnis"),
    "text between rows": (
        ".. comparison:: T\n\n   A : similar\n      :de: a\n      :pl: b\n\n   Text",
        10,
        "bad-content",
        "Aspekt : Verhältnis",
    ),
    "row without relation": (".. comparison:: T\n\n   A\n      :de: a\n      :pl: b", 6, "bad-relation", "similar"),
    "row without side": (".. comparison:: T\n\n   A : different\n      :de: a", 6, "missing-side", ":pl:"),
    "row with a side too many": (
        ".. comparison:: T\n\n   A : only-pl\n      :de: a\n      :pl: b",
        7,
        "unexpected-side",
        ":de:",
    ),
    "row with an unknown field": (
        ".. comparison:: T\n\n   A : similar\n      :de: a\n      :pl: b\n      :us: c",
        9,
        "bad-field",
        ":transfer:",
    ),
    "row with text": (
        ".. comparison:: T\n\n   A : similar\n      Text.\n\n      :de: a\n      :pl: b",
        7,
        "bad-content",
        "nur Felder",
    ),
    "unknown office": (".. gap:: rathaus\n\n   Was fehlt.", 4, "bad-option", "jugendamt"),
    "empty gap": (".. gap:: mops", 4, "bad-content", "was fehlt"),
    "practice without id": (
        PRACTICE.format(id="", kind="form", de="none", effort=":effort: e"),
        4,
        "bad-option",
        ":id:",
    ),
    "practice of unknown kind": (
        PRACTICE.format(id="E-1", kind="idea", de="none", effort=":effort: e"),
        6,
        "bad-option",
        "agreement",
    ),
    "practice without law": (
        PRACTICE.format(id="E-1", kind="form", de="", effort=":effort: e"),
        9,
        "bad-option",
        "none",
    ),
    "practice with a bad citation": (
        PRACTICE.format(id="E-1", kind="form", de="§ 98 SGB VIII", effort=":effort: e"),
        9,
        "missing-provision",
        "§ 98",
    ),
    "practice without a field": (
        PRACTICE.format(id="E-1", kind="form", de="none", effort=""),
        4,
        "bad-field",
        ":effort:",
    ),
    "worksheet without form": (FORM.format(field=""), 4, "bad-content", "keine Felder"),
    "worksheet with an unknown field": (
        FORM.format(field=":colour: rot\n   :text: Name"),
        8,
        "bad-field",
        ":signature:",
    ),
    "worksheet with an empty field": (FORM.format(field=":text:"), 8, "bad-field", "leer"),
    "worksheet with a bad number": (FORM.format(field=":text 99: Name"), 8, "bad-field", "von 1 bis 40"),
    "choice without options": (FORM.format(field=":choice: Amt"), 8, "bad-field", "Liste"),
    "table without columns": (FORM.format(field=":table 3: Termine"), 8, "bad-field", "Liste"),
    "worksheet with loose text": (FORM.format(field=":text: Name\n\n   Loser Text."), 10, "bad-content", "nur Felder"),
    "vignette without case": (".. vignette:: Titel\n\n   Text.", 4, "bad-option", "data/cases.toml"),
    "vignette of an unknown child": (".. vignette:: Titel\n   :case: otto\n\n   Text.", 5, "bad-option", "mila"),
    "moment without lanes": (
        ".. vignette:: Titel\n   :case: mila\n\n   Jetzt\n      :de-who: jemand",
        7,
        "missing-side",
        ":pl:",
    ),
    "moment with text": (
        ".. vignette:: Titel\n   :case: mila\n\n   Jetzt\n      Text.\n\n      :de: a",
        8,
        "bad-content",
        "nur Felder",
    ),
    "picture without levels": (".. system-map:: Titel\n\n   Text.", 4, "bad-content", "Ebene"),
    "picture with an unknown field": (".. system-map:: Titel\n\n   A\n      :cz: a", 7, "bad-field", ":de-arrow:"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_at_its_line(manual: Manual, case: str) -> None:
    text, line, kind, words = CASES[case]
    manual.write({"index": HEAD + text})
    warnings = [warning for warning in manual.build("dummy").warnings if f"[crossborder.{kind}]" in warning]
    assert [warning.partition(": ")[0] for warning in warnings] == [f"index.rst:{line}"]
    assert words.replace(" ", "\N{NO-BREAK SPACE}") in warnings[0] or words in warnings[0]


def test_the_cases_cover_each_kind_of_problem() -> None:
    assert {problem.value for problem in Problem} - {case[2] for case in CASES.values()} == {"duplicate-id"}


def test_a_mistake_in_an_included_file_is_told_there(manual: Manual) -> None:
    manual.write({"index": f"{HEAD}.. include:: teil.txt\n"})
    (manual.source / "teil.txt").write_text(
        f"Ein Absatz.\n\n{BASIS.format(**GOOD | {'pl': 'art. 99 uwrspz'})}", encoding="utf-8"
    )
    told = manual.build("dummy").warnings
    assert [warning.partition(": ")[0].rpartition("/")[2] for warning in told] == ["teil.txt:5"]


@pytest.mark.parametrize("parallel", [0, 2])
def test_an_id_given_twice_is_told_once_at_the_later_place(manual: Manual, parallel: int) -> None:
    sheet = FORM.format(field=":text: Name")
    manual.write({f"seite{number}": HEAD + sheet for number in range(3)})
    told = sorted(warning for warning in manual.build(parallel=parallel).warnings)
    assert [warning.partition(": ")[0] for warning in told] == ["seite1.rst:4", "seite2.rst:4"]
    assert all("T-1" in warning and "seite0.rst, Zeile 4" in warning for warning in told)


def test_references_to_nothing_are_told(manual: Manual) -> None:
    manual.write({"index": f"{HEAD}:worksheet:`T-9` und :practice:`E-9`"})
    told = manual.build().warnings
    assert [warning.rpartition("[")[2] for warning in told] == ["ref.worksheet]", "ref.practice]"]


def test_messages_are_in_the_language_of_the_edition(manual: Manual) -> None:
    manual.write({"index": f"{HEAD}:mark:`x`"})
    assert "Nie ma oznaczenia" in manual.build("dummy", "pl").warnings[0]


def test_a_mistake_stops_a_strict_build(manual: Manual) -> None:
    manual.write({"index": f"{HEAD}:law:`§ 99 SGB VIII`"})
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-W",
        "-q",
        "-b",
        "dummy",
        str(manual.source),
        str(manual.folder / "out"),
    ]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
    manual.write({"index": f"{HEAD}:law:`§ 44 SGB VIII`"})
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("facts.toml", "[a\n", "facts.toml"),
        ("law/statutes.toml", "[a\n", "statutes.toml:1"),
        ("law/pl/kro.toml", "[a\n", "kro.toml:1"),
        ("cases.toml", "[a\n", "cases.toml"),
        ("cases.toml", "[a]\ntitle_de = 'A'\n", r"cases.toml: \[a\] needs title_de, title_pl"),
        ("facts.toml", "a = 1\n", r"facts.toml: \[a\] needs value_de, value_pl"),
        ("handbooks.toml", "[a]\n", r"handbooks.toml:1: a has these keys: language, title"),
        ("abbreviations.toml", "[a]\n", r"abbreviations.toml: \[a\] needs language, name, explanation"),
    ],
)
def test_a_broken_data_file_is_named(manual: Manual, name: str, text: str, words: str) -> None:
    manual.write({"index": f"{HEAD}{dedent(CASES['vignette of an unknown child'][0])}"})
    (manual.data / name).write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=words) as caught:
        manual.build("dummy")
    assert type(caught.value).__name__ == "ConfigError"
