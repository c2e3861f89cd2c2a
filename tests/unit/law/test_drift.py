"""What a newer text does to what is cited is told for what it is: changed, renumbered, moved, repealed."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from crossborder.law import Register, RegisterError, load_register, parse_citations
from crossborder.law.drift import DriftEntry, DriftReport, find_drift, word_edits
from crossborder.law.importers import read_statute
from crossborder.law.lock import Lock, format_lock, load_lock, pin, with_text_dates
from crossborder.law.places import CitedPlace, places_by_target, targets_of
from crossborder.law.reports import drift_html, drift_json, drift_text
from crossborder.law.state import cited_index, index_record, lock_line, overdue, uncited, unpinned
from crossborder.law.text import StatuteText
from crossborder.law.updating import statute_of, update_structure

TODAY = dt.date(2026, 11, 24)
STATUTES = """\
[musterg]
country = "de"
sign = "§"
paragraph = "Abs."
title = { de = "Gesetz über Muster", pl = "Ustawa o wzorach" }
short = { de = "Mustergesetz", pl = "ustawa wzorcowa" }
abbreviation = { de = "MusterG", pl = "MusterG" }
official = "https://example.org/musterg/"
source = "example"
text_date = "2025-01-01"

[uwz]
country = "pl"
sign = "art."
paragraph = "ust."
title = { de = "Gesetz vom 5. Mai 2015 über Muster", pl = "Ustawa z dnia 5 maja 2015 r. o wzorach" }
short = { de = "Polnisches Mustergesetz", pl = "ustawa o wzorach" }
abbreviation = { de = "uwz", pl = "uwz" }
official = "https://example.org/uwz/"
source = "example"
text_date = "2024-01-16"
"""

OLD: dict[str, str | tuple[str, ...]] = {
    "1": "Muster sind von allen Stellen nach besten Kräften zu pflegen.",
    "2": (
        "(1) Die örtliche Stelle berät alle Personen, die Muster in Pflege haben. Sie hilft.",
        "(2) Die örtliche Stelle berichtet dem Land einmal in jedem Jahr.",
        "(3) Wer ein Muster beschädigt, ersetzt der Stelle den ganzen Schaden.",
    ),
    "3": "Über Streitigkeiten nach diesem Gesetz entscheidet das Gericht am Sitz der Stelle.",
    "4": (
        "(1) Das Land gibt der Stelle einen Zuschuss zu ihren Kosten.",
        "(2) Der Zuschuss wird in zwei gleichen Raten im Jahr gezahlt.",
        "(3) Er ist jährlich zum Ende des Monats März zu beantragen.",
    ),
    "5": "Dieses Gesetz gilt auch für Proben, soweit nichts anderes bestimmt ist.",
}
NEW: dict[str, str | tuple[str, ...]] = {
    "1": "Muster sind von allen Stellen nach besten Kräften zu schützen und zu pflegen.",
    "2": (
        "(1) Die örtliche Stelle berät alle Personen, die Muster in Pflege haben. Sie hilft.",
        "(2) Die Beratung ist für alle Personen ohne jede Gebühr zu leisten.",
        "(3) Die örtliche Stelle berichtet dem Land einmal in jedem Jahr.",
        "(4) Wer ein Muster beschädigt, ersetzt der Stelle den ganzen Schaden.",
    ),
    "3": "(weggefallen)",
    "4": "(weggefallen)",
    "5": "Dieses Gesetz gilt auch für Proben, soweit nichts anderes bestimmt ist.",
    "6": "Über Streitigkeiten nach diesem Gesetz entscheidet das Gericht am Sitz der Stelle.",
    "7": (
        "(1) Das Land gibt der Stelle einen Zuschuss zu ihren Kosten.",
        "(2) Der Zuschuss wird in zwei gleichen Raten im Jahr gezahlt.",
        "(3) Er ist jährlich bis zum Ende des Monats Mai zu beantragen.",
    ),
}


def xml(provisions: dict[str, str | tuple[str, ...]], date: str) -> str:
    norms = []
    for section, text in provisions.items():
        paragraphs = "".join(f"<P>{one}</P>" for one in ([text] if isinstance(text, str) else text))
        content = f"<textdaten><text><Content>{paragraphs}</Content></text></textdaten>"
        norms.append(f"<norm><metadaten><enbez>§ {section}</enbez></metadaten>{content}</norm>")
    head = "<norm><metadaten><jurabk>MusterG</jurabk></metadaten></norm>"
    return f'<dokumente builddate="{date}">{head}{"".join(norms)}</dokumente>'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "law"
    (folder / "pl").mkdir(parents=True)
    (folder / "statutes.toml").write_text(STATUTES, encoding="utf-8")
    (folder / "pl" / "uwz.toml").write_text('[provisions]\n"1" = { absatz = 2 }\n"3" = {}\n', encoding="utf-8")
    for name, provisions, date in (("old", OLD, "20250101"), ("new", NEW, "20260201")):
        (tmp_path / f"{name}.xml").write_text(xml(provisions, date), encoding="utf-8")
    register = load_register(folder)
    old = read_statute(tmp_path / "old.xml")
    statute = statute_of(old, register)
    assert statute is not None
    update_structure(statute, old, register).write(register)
    return tmp_path


@pytest.fixture
def register_(data: Path) -> Register:
    return load_register(data / "law")


def places(register: Register, text: str) -> list[CitedPlace]:
    return [
        CitedPlace("source/a.rst", line, "a", "Überschrift", "de", citation, ("E-A5-01",) if line == 1 else ())
        for line, citation in enumerate(parse_citations(text, register), 1)
    ]


def texts(data: Path) -> tuple[StatuteText, StatuteText]:
    return read_statute(data / "old.xml"), read_statute(data / "new.xml")


def drift(data: Path, register: Register, text: str, *, compare: bool = True) -> DriftReport:
    old, new = texts(data)
    cited = places(register, text)
    lock = pin(places_by_target(cited, register), register, {"musterg": old}, Lock(), TODAY)
    return find_drift("musterg", new, lock, cited, register, before=old if compare else None)


def one(report: DriftReport) -> DriftEntry:
    (entry,) = report.entries
    return entry


STATUS = [
    ("§ 1 MusterG", "changed", None),
    ("§ 2 MusterG", "changed", None),
    ("§ 2 Abs. 1 MusterG", "unchanged", None),
    ("§ 2 Abs. 1 S. 1 MusterG", "unchanged", None),
    ("§ 2 Abs. 2 MusterG", "renumbered", "§ 2 Abs. 3 MusterG"),
    ("§ 2 Abs. 3 MusterG", "renumbered", "§ 2 Abs. 4 MusterG"),
    ("§ 2 Abs. 4 MusterG", "inserted", None),
    ("§ 2 Abs. 9 MusterG", "not-pinned", None),
    ("§ 3 MusterG", "moved", "§ 6 MusterG"),
    ("§ 3 S. 1 MusterG", "moved", "§ 6 S. 1 MusterG"),
    ("§ 4 MusterG", "moved", "§ 7 MusterG"),
    ("§ 4 Abs. 2 MusterG", "moved", "§ 7 Abs. 2 MusterG"),
    ("§ 4 Abs. 3 MusterG", "repealed", None),
    ("§ 5 MusterG", "unchanged", None),
]


@pytest.mark.parametrize(("text", "status", "now"), STATUS, ids=[text for text, _, _ in STATUS])
def test_what_happened_is_told_for_what_it_is(
    data: Path, register_: Register, text: str, status: str, now: str | None
) -> None:
    entry = one(drift(data, register_, text))
    assert entry.status == status
    assert (entry.now.canonical(register_) if entry.now else None) == now
    assert entry.also_changed == (text == "§ 4 MusterG")


def test_an_inserted_absatz_is_told_with_those_that_it_shifts(data: Path, register_: Register) -> None:
    changes = one(drift(data, register_, "§ 2 MusterG")).parts
    told = [(change.status, change.path[0].number, change.now[0].number if change.now else None) for change in changes]
    assert told == [("renumbered", "2", "3"), ("renumbered", "3", "4"), ("inserted", "2", None)]


def test_a_change_is_shown_word_by_word(data: Path, register_: Register) -> None:
    edits = one(drift(data, register_, "§ 1 MusterG")).edits
    assert [edit for edit in edits if edit.kind != "same"] == [("added", "schützen und zu")]
    entry = one(drift(data, register_, "§ 1 MusterG", compare=False))
    assert not entry.edits
    assert entry.wording == NEW["1"]


def test_long_runs_without_change_are_shortened() -> None:
    words = " ".join(map(str, range(100)))
    edits = word_edits(f"{words} alt {words}", f"{words} neu {words}")
    assert [edit.kind for edit in edits] == ["same", "removed", "added", "same"]
    assert edits[0].text == "… 92 93 94 95 96 97 98 99"
    assert edits[-1].text == "0 1 2 3 4 5 6 7 …"


def test_an_older_text_that_was_not_pinned_is_told(data: Path, register_: Register) -> None:
    old, new = texts(data)
    cited = places(register_, "§ 1 MusterG")
    lock = pin(places_by_target(cited, register_), register_, {"musterg": old}, Lock(), TODAY)
    report = find_drift("musterg", new, lock, cited, register_, before=new)
    assert not report.before_matches
    assert "ältere Text" in drift_text([report], register_, "de")


def test_ranges_and_following_provisions_are_all_looked_at(register_: Register) -> None:
    def targets(text: str) -> list[str]:
        (citation,) = parse_citations(text, register_)
        return [target.canonical(register_) for target in targets_of(citation, register_)]

    assert targets("§§ 2 bis 4 MusterG") == ["§ 2 MusterG", "§ 3 MusterG", "§ 4 MusterG"]
    assert targets("§§ 2 f. MusterG") == ["§ 2 MusterG", "§ 3 MusterG"]
    assert targets("§ 2 Abs. 1 bis 3 MusterG") == ["§ 2 Abs. 1 MusterG", "§ 2 Abs. 2 MusterG", "§ 2 Abs. 3 MusterG"]
    assert targets("§ 2 Abs. 1 S. 1 bis 2 MusterG") == ["§ 2 Abs. 1 S. 1 MusterG", "§ 2 Abs. 1 S. 2 MusterG"]
    assert targets("§§ 8 bis 9 MusterG") == ["§ 8 MusterG", "§ 9 MusterG"]


def test_the_lock_is_written_and_read_back(data: Path, register_: Register) -> None:
    old, _ = texts(data)
    cited = places(register_, "§ 2 MusterG; § 99 MusterG; art. 1 ust. 2 uwz")
    targets = places_by_target(cited, register_)
    lock = pin(targets, register_, {"musterg": old}, Lock(), TODAY)
    file = data / "lock.toml"
    file.write_text(format_lock(lock, register_), encoding="utf-8")
    assert load_lock(file) == lock
    text = file.read_text(encoding="utf-8")
    assert "Stelle" not in text
    assert 'review_by = "2027-11-24"' in text
    assert lock.text_date("musterg") == "2025-01-01"
    assert lock.statutes["uwz"].structure_only == ("1",)
    assert list(lock.statutes["musterg"].provisions) == ["2"]
    assert lock_line(file, "uwz", "1") == next(
        number for number, line in enumerate(text.splitlines(), 1) if line == 'structure_only = ["1"]'
    )
    assert text.splitlines()[lock_line(file, "musterg", "2") - 1] == '[musterg.provisions."2"]'
    assert text.splitlines()[lock_line(file, "musterg") - 1] == "[musterg]"
    assert lock_line(file, "bgb") == 0


def test_pins_are_kept_while_cited_and_dropped_when_not(data: Path, register_: Register) -> None:
    old, _ = texts(data)
    first = places_by_target(places(register_, "§ 1 MusterG; § 2 MusterG; art. 1 uwz"), register_)
    lock = pin(first, register_, {"musterg": old}, Lock(), TODAY)
    second = places_by_target(places(register_, "§ 2 MusterG; § 3 MusterG; art. 1 uwz"), register_)
    assert [target.section for target in unpinned(second, lock, register_)] == ["3"]
    assert uncited(second, lock) == [("musterg", "1")]
    later = pin(second, register_, {}, lock, TODAY + dt.timedelta(days=100))
    assert later.statutes["musterg"].provisions == {"2": lock.statutes["musterg"].provisions["2"]}
    assert later.statutes["musterg"].structure_only == ("3",)
    assert later.statutes["musterg"].locked == later.statutes["uwz"].locked == TODAY.isoformat()
    assert unpinned(second, later, register_) == []


def test_text_dates_are_those_of_the_lock(data: Path, register_: Register) -> None:
    old, _ = texts(data)
    targets = places_by_target(places(register_, "§ 1 MusterG"), register_)
    lock = pin(targets, register_, {"musterg": replace(old, text_date="2025-07-07")}, Lock(), TODAY)
    dated = with_text_dates(register_, lock)
    assert dated.statute("musterg").text_date == "2025-07-07"
    assert dated.statute("uwz") == register_.statute("uwz")
    assert parse_citations("§ 1 MusterG", dated) == parse_citations("§ 1 MusterG", register_)


def test_a_lock_gets_old(data: Path, register_: Register) -> None:
    lock = pin(places_by_target(places(register_, "art. 1 uwz"), register_), register_, {}, Lock(), TODAY)
    assert overdue(lock, TODAY + dt.timedelta(days=365)) == []
    assert [one.key for one in overdue(lock, TODAY + dt.timedelta(days=366))] == ["uwz"]


HEAD = '[musterg]\ntext_date = ""\nlocked = ""\nsource = ""\n'
BROKEN = [
    "musterg = 1\n",
    '[musterg]\ntext_date = "x"\n',
    f'{HEAD}review_by = "soon"\n',
    f'{HEAD}review_by = "2027-01-01"\n[musterg.provisions."1"]\nwhole = "abc"\n',
    f'{HEAD}review_by = "2027-01-01"\n[musterg.provisions."1"]\n"Teil 3" = "{"0" * 64}"\n',
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_lock_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "lock.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError, match="is not as `manual law lock` writes it"):
        load_lock(file)


def test_without_a_lock_nothing_is_pinned(data: Path, register_: Register) -> None:
    lock = load_lock(data / "lock.toml")
    cited = places(register_, "§ 1 MusterG")
    _, new = texts(data)
    assert one(find_drift("musterg", new, lock, cited, register_)).status == "not-pinned"
    (row,) = cited_index(cited, lock, register_)
    assert row.pinned == "no"
    assert index_record([row], register_) == [
        {"statute": "musterg", "provision": "§ 1 MusterG", "count": 1, "pinned": "no", "places": ["source/a.rst:1"]}
    ]


def test_structure_is_compared_where_no_wording_is_pinned(data: Path, register_: Register) -> None:
    act = read_statute(Path(__file__).parent / "specimens" / "ustawa.html")
    statute = statute_of(act, register_)
    assert statute is not None
    assert statute.key == "uwz"
    cited = places(register_, "art. 1 uwz; art. 3 uwz")
    lock = pin(places_by_target(cited, register_), register_, {}, Lock(), TODAY)
    statuses = [entry.status for entry in find_drift("uwz", act, lock, cited, register_).entries]
    assert statuses == ["structure-changed", "repealed"]
    update_structure(statute, act, register_).write(register_)
    newer = load_register(data / "law")
    report = find_drift("uwz", act, lock, places(newer, "art. 1 uwz"), newer)
    assert [entry.status for entry in report.entries] == ["structure-unchanged"]
    assert newer.statute("uwz").text_date == "2024-01-16"


def test_an_import_says_what_it_changes_and_keeps_to_the_excerpt(data: Path, register_: Register) -> None:
    _, new = texts(data)
    update = update_structure(register_.statute("musterg"), new, register_)
    assert [(change.kind, change.section) for change in update.changes] == [
        ("changed", "2"),
        ("repealed", "3"),
        ("repealed", "4"),
        ("new", "6"),
        ("new", "7"),
    ]
    file = register_.file("musterg")
    file.write_text('excerpt = ["2-3"]\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    update_structure(register_.statute("musterg"), new, register_).write(register_)
    written = load_register(data / "law")
    assert list(written.provisions("musterg")) == ["2", "3"]
    assert written.statute("musterg").text_date == "2026-02-01"
    gone = update_structure(written.statute("musterg"), texts(data)[0], written).changes
    assert [(change.kind, change.section) for change in gone] == [("changed", "2"), ("changed", "3")]


def test_an_unknown_statute_is_not_taken_for_another(register_: Register) -> None:
    text = StatuteText("StGB", "Strafgesetzbuch", "", "", "", ())
    assert statute_of(text, register_) is None


@pytest.mark.parametrize("language", ["de", "pl", "en"])
def test_the_reports_say_all(data: Path, register_: Register, language: str) -> None:
    report = drift(data, register_, "§ 1 MusterG; § 2 MusterG; § 3 MusterG; § 4 MusterG; § 5 MusterG")
    text = drift_text([report], register_, language)
    assert "{+schützen und zu+}" in text
    assert "source/a.rst:1: [de] Überschrift (E-A5-01)" in text
    page = drift_html([report], register_, language)
    assert "<ins>schützen und zu</ins>" in page
    assert f'<html lang="{language}">' in page
    assert "<script" not in page
    assert "E-A5-01" in page
    for section in ("§ 1", "§ 2", "§ 3", "§ 4"):
        assert f"{section} MusterG" in text
    assert "\n§ 5 MusterG" not in text


def test_the_report_for_programs_holds_all_provisions(data: Path, register_: Register) -> None:
    (record,) = json.loads(drift_json([drift(data, register_, "§ 2 Abs. 2 MusterG; § 5 MusterG")], register_))
    assert (record["old_date"], record["new_date"], record["before_matches"]) == ("2025-01-01", "2026-02-01", True)
    first, second = record["provisions"]
    assert (first["provision"], first["status"], first["now"]) == (
        "§ 2 Abs. 2 MusterG",
        "renumbered",
        "§ 2 Abs. 3 MusterG",
    )
    assert first["places"][0]["elements"] == ["E-A5-01"]
    assert second["status"] == "unchanged"


def test_markup_in_a_heading_stays_text_in_the_page(data: Path, register_: Register) -> None:
    old, new = texts(data)
    (citation,) = parse_citations("§ 1 MusterG", register_)
    cited = [CitedPlace("a.rst", 1, "a", "<script>x</script>", "de", citation)]
    lock = pin(places_by_target(cited, register_), register_, {"musterg": old}, Lock(), TODAY)
    page = drift_html([find_drift("musterg", new, lock, cited, register_)], register_, "de")
    assert "<script>" not in page
