"""Rules that look at a manual as a whole: data, tables of contents, the list of sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.unit.checks.specimens import CATALOGS, PAGES, write_project

from crossborder.checks import engine
from crossborder.checks.registry import rules, selected
from crossborder.law.lock import Lock
from crossborder.reading import read_manual

if TYPE_CHECKING:
    from pathlib import Path

    from crossborder.checks.finding import Finding
    from crossborder.checks.model import Manual

WHOLE = {"LAW007", "LAW010", "LAW011", "LAW012", "LAW013", "DOC008", "FCT002", "FCT003", "FCT008", "FCT009"}
OWN = {"LAW", "CMP", "DOC", "FCT", "PRV", "CHK"}
INDEX = """.. _start:

Anfang
======

Es gilt :law:`§ 8a SGB VIII` und, soweit die Stadt zuständig ist,
:law:`art. 76 uwrspz`. So rät es das :handbook:`named`.
"""
LOCK = """[sgb8]
text_date = "2026-04-28"
locked = "2026-05-01"
review_by = "2027-05-01"
source = "sgb8.xml"
structure_only = ["9", "27"]
"""
FACTS = """[old]
value_de = "3"
value_pl = "3"
valid_from = 2020-01-01
review_by = 2021-01-01
source_de = "Gesetz"
source_pl = "ustawa"

[without-source]
value_de = "3"
value_pl = "3"
valid_from = 2020-01-01
review_by = 2099-01-01
source_de = "Gesetz"
"""
HANDBOOK = """[{key}]
language = "de"
title = "Handbuch"
publisher = "Amt"
year = "2011"
explanation = "podręcznik"
read_de = "Kapitel 1"
read_pl = "{read}"
"""


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Manual:
    project = write_project(
        tmp_path_factory.mktemp("whole"), {"index": INDEX, "lost": ".. _lost:\n\nSeite\n=====\n\nText.\n"}, {}
    )
    (project.data / "facts.toml").write_text(FACTS, encoding="utf-8")
    handbooks = HANDBOOK.format(key="named", read=" ") + HANDBOOK.format(key="forgotten", read="rozdział 1")
    (project.data / "handbooks.toml").write_text(handbooks, encoding="utf-8")
    (project.data / "law" / "lock.toml").write_text(LOCK, encoding="utf-8")
    statutes = project.data / "law" / "statutes.toml"
    lines = [line for line in statutes.read_text(encoding="utf-8").split("\n") if "waive:" not in line]
    statutes.write_text("\n".join(lines), encoding="utf-8")
    return read_manual(project)


PAGE = """.. index::
   single: Kind; Schutz

.. _page:

Seite
=====

Das Jugendamt
hilft.

.. toctree::
   :caption: Teile
"""
CATALOG = """msgid "Seite"
msgstr "Strona"

msgid "Das Jugendamt half."
msgstr "Jugendamt pomógł."

msgid "Das Jugendamt hilft."
msgstr "Jugendamt pomaga."

msgid "Kind"
msgstr "dziecko"

msgid "Schutz"
msgstr "ochrona"

msgid "Teile"
msgstr "Części"
"""


def found(manual: Manual, code: str, today: dt.date) -> list[Finding]:
    return engine.run(replace(manual, today=today), selected([code]))


def line_of(manual: Manual, file: str, text: str) -> int:
    data = next(data for data in manual.data if data.path.endswith(file))
    return data.text.split("\n").index(text) + 1


def test_a_text_of_the_law_grows_old(manual: Manual) -> None:
    (finding,) = found(manual, "LAW007", dt.date(2026, 11, 24))
    assert finding.path == "data/law/statutes.toml"
    assert finding.line == line_of(manual, "statutes.toml", "[uwrspz]")
    assert found(manual, "LAW007", dt.date(2025, 7, 1)) == []


def test_a_provision_that_is_cited_but_not_pinned(manual: Manual) -> None:
    places = [(one.path, one.line, one.column) for one in found(manual, "LAW011", dt.date(2026, 11, 24))]
    assert places == [("source/index.rst", 6, 15), ("source/index.rst", 7, 7)]
    assert engine.run(replace(manual, lock=Lock()), selected(["LAW011", "LAW012"])) == []


def test_a_pin_that_no_page_cites(manual: Manual) -> None:
    findings = found(manual, "LAW012", dt.date(2026, 11, 24))
    assert {one.message[:2] for one in findings} == {"9 ", "27"}
    assert {one.line for one in findings} == {line_of(manual, "lock.toml", "[sgb8]")}


def test_a_pin_that_is_due(manual: Manual) -> None:
    (finding,) = found(manual, "LAW013", dt.date(2027, 5, 2))
    assert (finding.path, finding.line) == ("data/law/lock.toml", line_of(manual, "lock.toml", "[sgb8]"))
    assert found(manual, "LAW013", dt.date(2027, 5, 1)) == []


def test_a_manual_without_list_of_sources(manual: Manual) -> None:
    (finding,) = found(manual, "LAW010", dt.date(2026, 11, 24))
    assert (finding.path, finding.line, finding.column) == ("source/index.rst", 6, 15)


def test_a_page_that_no_toctree_names(manual: Manual) -> None:
    (finding,) = found(manual, "DOC008", dt.date(2026, 11, 24))
    assert (finding.path, finding.line, finding.column) == ("source/lost.rst", 1, 1)


def test_a_fact_past_its_review(manual: Manual) -> None:
    (finding,) = found(manual, "FCT002", dt.date(2021, 1, 2))
    assert (finding.path, finding.line) == ("data/facts.toml", line_of(manual, "facts.toml", "[old]"))
    assert found(manual, "FCT002", dt.date(2021, 1, 1)) == []


def test_a_fact_without_source(manual: Manual) -> None:
    (finding,) = found(manual, "FCT003", dt.date(2026, 11, 24))
    assert (finding.path, finding.line) == ("data/facts.toml", line_of(manual, "facts.toml", "[without-source]"))


def test_a_handbook_with_an_empty_field(manual: Manual) -> None:
    (finding,) = found(manual, "FCT008", dt.date(2026, 11, 24))
    assert (finding.path, finding.line) == ("data/handbooks.toml", line_of(manual, "handbooks.toml", "[named]"))
    assert "read_pl" in finding.message


def test_a_handbook_that_no_page_names(manual: Manual) -> None:
    (finding,) = found(manual, "FCT009", dt.date(2026, 11, 24))
    assert (finding.path, finding.line) == ("data/handbooks.toml", line_of(manual, "handbooks.toml", "[forgotten]"))


def test_every_rule_has_a_specimen() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (*PAGES.values(), *CATALOGS.values())]
    shown = {code for code in rules() if any(f"⟦{code}⟧" in text for text in texts)}
    own = {code for code, rule in rules().items() if rule.family in OWN}
    assert shown | WHOLE >= own
    silent = {name.removesuffix("-silent").upper() for name in (*PAGES, *CATALOGS) if name.endswith("-silent")}
    assert silent | WHOLE >= own


def test_a_message_whose_text_has_changed_on_the_page(tmp_path: Path) -> None:
    manual = read_manual(write_project(tmp_path, {"index": INDEX, "page": PAGE}, {"page": CATALOG}))
    (finding,) = found(manual, "TRL024", dt.date(2026, 11, 24))
    assert finding.path == "locales/pl/LC_MESSAGES/page.po"
    (catalog,) = manual.catalogs
    assert catalog.text.split("\n")[finding.line - 1] == 'msgid "Das Jugendamt half."'
