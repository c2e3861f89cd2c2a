"""The real manual is clean, and each of many ways to break it is found at the very place.

All mutations are made at once, in a copy; marks such as ``⟦LAW001⟧`` in what they write say what is to be found there.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from crossborder.checks import engine
from crossborder.checks.registry import rules
from crossborder.project import Project
from crossborder.reading import read_manual

if TYPE_CHECKING:
    from crossborder.checks.finding import Finding

REPOSITORY = Path(__file__).parents[2]
MARK = re.compile(r"⟦(?P<code>[A-Z]{3}\d{3})#(?P<number>\d+)⟧")
#: families whose findings do not depend on how far the translation is
OWN = ("LAW", "CMP", "DOC", "FCT", "PRV", "CHK")
ROW = r"\n   \S[^\n]* : (?:similar|different)\n      :de:[^\n]*\n      :pl:[^\n]*\n(?:      :transfer:[^\n]*\n)?"


class Mutation(NamedTuple):
    """A way to break a file: what is looked for, and what takes its place."""

    file: str  #: pattern of its path
    find: str  #: regular expression, which has to match
    write: str
    which: int = 1  #: which match is meant, from 1


def inserted(file: str, label: str, text: str) -> Mutation:
    """Return the mutation that adds a paragraph before a label."""
    return Mutation(file, rf"\n\.\. _{label}:\n", f"\n{text}\n\n.. _{label}:\n")


A1, A2, A5 = "source/*/a1-*.rst", "source/*/a2-*.rst", "source/*/a5-*.rst"
B1, B2, B3 = "source/*/b1-*.rst", "source/*/b2-*.rst", "source/*/b3-*.rst"
FACTS, HANDBOOKS, STATUTES = "data/facts.toml", "data/handbooks.toml", "data/law/statutes.toml"
PO = "locales/pl/LC_MESSAGES/*/a5-*.po"
WORDS = " ".join(["Wort"] * 61)

MUTATIONS = (
    # LAW
    Mutation(A5, r":law:`(§ \d+ Abs\. \d) SGB VIII`", r":law:`\1 ⟦LAW001⟧SGB XXX`"),
    Mutation(A5, r"\n   :de: (§ 37a S\. 1) SGB VIII;", r"\n   :de: \1 ⟦LAW001⟧SGB 18;"),
    Mutation(A2, r":law:`(art\. \d+) ust\. \d+ uwrspz`", r":law:`\1 ust. ⟦LAW002⟧drei uwrspz`"),
    Mutation(B1, r":law:`(§ 8a) Abs\. \d SGB VIII`", r":law:`\1 Abs. 2⟦LAW002⟧`"),
    Mutation(A5, r":law:`(§ 4) Abs\. 2 SGB VIII`", r":law:`⟦LAW003⟧\1 Abs. 7 SGB VIII`"),
    Mutation(A5, r":law:`art\. 190 ust\. 1 uwrspz`", ":law:`⟦LAW003⟧art. 190 ust. 9 uwrspz`", 2),
    Mutation(B2, r"\n   :pl: art\. 12a ust\. 1 uppd;", r"\n   :pl: ⟦LAW003⟧art. 912a uppd;"),
    inserted(A2, "a2-aim", "Früher galt :law:`⟦LAW004⟧art. 46 uwrspz`."),
    inserted(A1, "a1-aim", "Nach ⟦LAW005⟧§ 8a SGB VIII wird die Gefahr eingeschätzt."),
    Mutation(B1, r":law:`(§ 8b Abs\. 1 SGB VIII)`", r"⟦LAW005⟧\1"),
    Mutation(PO, r'msgstr "(?=[^"]*:law:)', 'msgstr "⟦LAW005⟧§ 8a SGB VIII. '),
    Mutation(B3, r":law:`§ (36 Abs\. \d[^`]* SGB VIII)`", r":law:`⟦LAW006⟧Art. \1`"),
    Mutation(A2, r":law:`art\. (\d+) ust\. (\d+) (uwrspz)`", r":law:`⟦LAW006⟧§ \1 ust. \2 \3`", 3),
    Mutation(STATUTES, r"\n# waive: LAW007 [^\n]*\n\[uwrspz\]", "\n⟦LAW007⟧[uwrspz]"),
    Mutation(A5, r"(\n   :note: )(In beiden Ländern)", r" Dazu (:law:`⟦LAW008⟧§ 1632 Abs. 4 BGB`).\1\2"),
    Mutation(
        A5,
        r"(\.\. legal-basis::[^\n]*\n   :name: rb-a5-planung\n(?:   :\w+: [^\n]*\n)+\n   :de: )",
        r"\1:law:`⟦LAW008⟧§ 79 Abs. 1 SGB VIII` gilt. ",
    ),
    Mutation(PO, r'(msgstr ")((?:[^"\\]|\\.)*:law:`art\. 5a ust\. 3 udpp`)', r"\1⟦LAW009⟧:law:`§ 1 KKG` i \2"),
    # CMP
    Mutation(A5, ROW, "\n   ⟦CMP001⟧Ohne deutsche Seite : similar\n      :pl: so, :law:`art. 3 uwrspz`\n", 4),
    Mutation(B1, r"\n   (Adressat) : different\n", r"\n   \1 : ⟦CMP002⟧anders\n"),
    Mutation(B2, r"(rb-b2-frist(?:\n   :\w+: [^\n]*)*)\n   :relation: \w+", r"\1\n   :relation: ⟦CMP002⟧gleich"),
    Mutation(A5, r"\n   (Anerkennung des Trägers) : \w+\n", r"\n   \1 : ⟦CMP003⟧only-pl\n"),
    Mutation(A5, r"\n      :de: Ein entsprechender Schutz[^\n]*", "\n      :de: ⟦CMP004⟧geschützt"),
    Mutation(A1, r"\n\.\. _a1-transfer:\n", "\n⟦CMP005⟧.. comparison:: Kurz\n   :name: vgl-a1-x\n\n"
             "   Nur dies : similar\n      :de: so, :law:`§ 8a SGB VIII`\n      :pl: so, :law:`art. 3 uwrspz`\n\n"
             ".. _a1-transfer:\n"),
    Mutation(A5, r"\n   Typische Leistungen : similar", "\n   ⟦CMP006⟧Leitender Grundsatz : similar"),
    Mutation(A5, r"(\n      :de: )(Anerkannte freie Träger sind frühzeitig)", r"\1⟦CMP007⟧Besser: \2"),
    Mutation(A5, r"(\n      :pl: )(Beratender Rat)",
             r"\1⟦CMP008⟧⟦DOC004⟧" + "Beratung im Team " * 70 + r"\2"),
    # DOC
    Mutation(B3, r"\n\.\. _b3-warning:\n\n[^\n]*\n-+\n", "\n"),
    Mutation(B3, r"\.\. _b3:\n\n", ".. _b3:\n\n⟦DOC001⟧"),
    Mutation(B2, r"(\.\. _b2-tools:\n\n)Werkzeuge\n-+", r"\1⟦DOC001⟧Hilfsmittel\n-----------"),
    inserted(A2, "a2-germany", "⟦DOC002⟧Ohne Marke\n----------\n\nText."),
    inserted(A1, "a1-germany", ".. _a1-drei:\n\n⟦DOC003⟧3 Wege\n------\n\nText."),
    inserted(B1, "b1-aim", f"⟦DOC004⟧{WORDS}."),
    inserted(B1, "b1-germany", "⟦DOC005⟧.. figure:: bild.svg\n\n   Eine Unterschrift"),
    inserted(B2, "b2-aim", "⟦DOC006⟧+------+--------+\n| Wer  | Wann   |\n+------+--------+"),
    inserted(B2, "b2-germany", "Das steht ⟦DOC007⟧:ref:`hier <a1>`."),
    Mutation("source/b-*/index.rst", r"\n   b9-[^\n]*", ""),
    Mutation("source/*/b9-*.rst", r"\A", "⟦DOC008⟧"),
    Mutation(B1, r":term:`Kindeswohlgefährdung`", ":term:`⟦DOC009⟧Kindswohlgefahr`"),
    Mutation(B1, r"\n\.\. vignette:: Mila[^\n]*\n   :name: [^\n]*\n   :case: mila", "\n⟦DOC010⟧.. vignette:: Mila"),
    inserted(B3, "b3-aim", "⟦DOC010⟧.. admonition:: Fallbeispiel: Mila\n\n   Mila schreit."),
    Mutation(B1, r":worksheet:`T-B1-1`", ":worksheet:`⟦DOC011⟧T-B1-91`"),
    inserted(A5, "a5-warning", ".. worksheet:: Noch ein Blatt\n   :id: ⟦DOC012⟧T-A5-1\n\n   :purpose: Verwechseln."),
    inserted(A1, "a1-poland", "⟦DOC013⟧Das ist *wichtig."),
    # FCT
    inserted(B3, "b3-germany", "Höchstens :fact:`⟦FCT001⟧families-per-coordinate`."),
    Mutation(FACTS, r"\n\[families-per-coordinator\]\n((?:\w+ = [^\n]*\n)*?)review_by = [^\n]*",
             r"\n⟦FCT002⟧[families-per-coordinator]\n\1review_by = 2025-01-01"),
    Mutation(FACTS, r"\n\[children-per-family-home\]\n((?:\w+ = [^\n]*\n)*?)source_de = [^\n]*",
             r'\n⟦FCT003⟧[children-per-family-home]\n\1source_de = ""'),
    inserted(A2, "a2-poland", "Die Familie erhält ⟦FCT004⟧1517 zł im Monat."),
    inserted(A5, "a5-poland", "Im Amt arbeiten ⟦FCT005⟧130 Mitarbeiter*innen, ⟦FCT005⟧40 % davon im Außendienst."),
    inserted(B1, "b1-poland", "Das Gericht antwortet ⟦FCT006⟧innerhalb von 14 Tagen."),
    Mutation(B1, r":handbook:`lvr-lwl-2020`", ":handbook:`⟦FCT007⟧lvr-lwl-2002`"),
    Mutation(HANDBOOKS, r"\n\[q4c-2007\]\n((?:\w+ = [^\n]*\n)*?)read_pl = [^\n]*",
             r'\n⟦FCT008⟧[q4c-2007]\n\1read_pl = ""'),
    Mutation(HANDBOOKS, r"\n\[nik-2024\](\n(?:\w+ = [^\n]*\n)+)", r"\n[nik-2024]\1\n⟦FCT009⟧[nik-2014]\1"),
    # PRV
    inserted(A1, "a1-questions", "Das Kind hat die Nummer ⟦PRV001⟧44051401359."),
    inserted(A2, "a2-questions", "Die Steuer-ID lautet ⟦PRV002⟧86095742719."),
    inserted(A5, "a5-questions", "Versicherungsnummer ⟦PRV003⟧15 070649 C 103."),
    inserted(B1, "b1-questions", "Rufen Sie ⟦PRV004⟧03493 / 341 000 an."),
    inserted(B2, "b2-questions", "Schreiben Sie an ⟦PRV005⟧anna.muster@example.org."),
    inserted(B3, "b3-questions", "Die Familie wohnt in der ⟦PRV006⟧Lindenstraße 12."),
    inserted(A1, "a1-law", "Das Kind, ⟦PRV007⟧geboren am 12.03.2015, wartet."),
    Mutation(PO, r'(msgstr ")(?=[^"\\]+\.")', r"\1⟦PRV005⟧anna.muster@example.org. ", 5),
    # CHK
    inserted(A2, "a2-law", "⟦CHK001⟧.. waive: DOC004 Der Absatz gibt einen Satz des Gesetzes wieder.\n\nKurz."),
    inserted(A5, "a5-gaps", f"⟦CHK002⟧.. waive: DOC004\n\n{WORDS}."),
    inserted(B1, "b1-gaps", "⟦CHK003⟧.. waive: DOC999 Diese Regel gibt es nicht.\n\nText."),
)  # fmt: skip


def copy_of_the_manual(root: Path) -> Project:
    for folder in ("source", "data", "locales"):
        shutil.copytree(REPOSITORY / folder, root / folder, ignore=shutil.ignore_patterns("*.mo"))
    return Project(root)


def mutate(root: Path, number: int, mutation: Mutation) -> None:
    """Break a file and number the marks, so that each can be told to which mutation it belongs."""
    (path,) = root.glob(mutation.file)
    text = path.read_text(encoding="utf-8")
    found = list(re.finditer(mutation.find, text))
    assert len(found) >= mutation.which, f"{path.name} holds nothing like {mutation.find}"
    match = found[mutation.which - 1]
    marked = re.sub(r"⟦([A-Z]{3}\d{3})⟧", rf"⟦\1#{number}⟧", match.expand(mutation.write))
    path.write_text(text[: match.start()] + marked + text[match.end() :], encoding="utf-8")


def take_marks_out(root: Path) -> dict[int, set[tuple[str, int, int, str]]]:
    """Return for each mutation the findings that it expects: path, line, column, code."""
    expected: dict[int, set[tuple[str, int, int, str]]] = {}
    for path in (*root.rglob("*.rst"), *root.rglob("*.po"), *root.rglob("*.toml")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, 1):
            taken = 0
            for found in MARK.finditer(line):
                place = (path.relative_to(root).as_posix(), number, found.start() - taken + 1, found["code"])
                expected.setdefault(int(found["number"]), set()).add(place)
                taken += len(found[0])
            lines[number - 1] = MARK.sub("", line)
        path.write_text("\n".join(lines), encoding="utf-8")
    return expected


def own_findings(project: Project) -> list[Finding]:
    own = [rule for rule in rules().values() if rule.family in OWN]
    return engine.run(read_manual(project), own)


class Broken(NamedTuple):
    """The manual with all its mutations."""

    found: set[tuple[str, int, int, str]]
    expected: dict[int, set[tuple[str, int, int, str]]]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    project = copy_of_the_manual(tmp_path_factory.mktemp("broken"))
    for number, mutation in enumerate(MUTATIONS):
        mutate(project.root, number, mutation)
    expected = take_marks_out(project.root)
    return Broken({(one.path, one.line, one.column, one.code) for one in own_findings(project)}, expected)


def test_the_untouched_manual_has_no_findings(tmp_path: Path) -> None:
    assert [f"{one.path}:{one.line}: {one.message}" for one in own_findings(copy_of_the_manual(tmp_path))] == []


@pytest.mark.parametrize("number", range(len(MUTATIONS)), ids=str)
def test_each_mutation_is_found_at_its_place(number: int, broken: Broken) -> None:
    assert broken.expected.get(number, set()) <= broken.found


def test_nothing_else_is_found(broken: Broken) -> None:
    expected = {place for places in broken.expected.values() for place in places}
    # a citation that a mutation leads to another provision is not pinned either
    assert {place for place in broken.found - expected if place[3] != "LAW011"} == set()
    assert len(broken.expected) >= 40


def test_a_manual_without_list_of_sources(tmp_path: Path) -> None:
    project = copy_of_the_manual(tmp_path)
    mutate(project.root, 0, Mutation("source/*/rechtsquellen.rst", r"\.\. law-index::", "Es gibt keine Liste."))
    first = next(one for one in own_findings(project) if one.code == "LAW010")
    line = (project.root / first.path).read_text(encoding="utf-8").split("\n")[first.line - 1]
    assert re.match(r"(§|art\.|Art\.)", line[first.column - 1 :])
