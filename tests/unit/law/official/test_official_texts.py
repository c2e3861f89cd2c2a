"""The official texts beside the checkout: all import, and their structure is the one in the data."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crossborder.law import Register, parse_citations
from crossborder.law.drift import find_drift
from crossborder.law.importers import read_statute
from crossborder.law.lock import Lock, pin
from crossborder.law.places import CitedPlace, places_by_target
from crossborder.law.text import structure_of
from crossborder.law.updating import statute_of, update_structure

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[4]
KEYS = ("sgb8", "kkg", "advermig", "bgb", "famfg")


@pytest.fixture(scope="module")
def converter() -> ModuleType:
    spec = spec_from_file_location("convert_law_structures", ROOT / "scripts" / "convert_law_structures.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("key", KEYS)
def test_the_importer_finds_the_structure_that_is_known(
    official_texts: Path, converter: ModuleType, register: Register, key: str
) -> None:
    text = read_statute(official_texts / "de" / "xml" / f"{key}.xml")
    found = {one.section: structure_of(key, one) for one in text.provisions}
    table = tomllib.loads((official_texts / "de" / "STRUCTURE.toml").read_text(encoding="utf-8"))[key]
    for section, known in table["provisions"].items():
        assert found[section] == converter.german(key, section, known)
    statute = statute_of(text, register)
    assert statute is not None
    assert statute.key == key
    assert (text.text_date, text.stand) == (table["xml_date"], table["stand"])
    assert update_structure(statute, text, register).changes == ()


@pytest.mark.parametrize("country", ["de", "pl"])
def test_the_data_hold_what_the_structures_say(
    official_texts: Path, converter: ModuleType, register: Register, country: str
) -> None:
    read = converter.german if country == "de" else converter.polish
    for key, table in tomllib.loads((official_texts / country / "STRUCTURE.toml").read_text(encoding="utf-8")).items():
        for section, one in converter.sections(table["provisions"]).items():
            held = register.provision(key, section)
            assert held is not None
            assert held.same_structure(read(key, section, one)), (key, section)


def test_drift_finds_what_the_amendment_of_april_2026_touched(official_texts: Path, register: Register) -> None:
    folder = official_texts / "de" / "xml"
    old, new = read_statute(folder / "sgb8-2026-04-01.xml"), read_statute(folder / "sgb8.xml")
    repealed = {section for section, one in register.provisions("sgb8").items() if one.repealed}
    sections = [section for section in register.provisions("sgb8") if section not in repealed]
    cited = [
        CitedPlace(f"source/{section}.rst", 1, section, "", "de", citation)
        for section in sections
        for citation in parse_citations(f"§ {section} SGB VIII", register)
    ]
    cited += [
        CitedPlace("source/a.rst", 1, "a", "", "de", one) for one in parse_citations("§ 64 Abs. 2 SGB VIII", register)
    ]
    targets = places_by_target(cited, register)
    lock = pin(targets, register, {"sgb8": old}, Lock(), dt.date(2026, 11, 24))
    report = find_drift("sgb8", new, lock, cited, register, before=old)
    (entry,) = report.drifted
    assert (entry.target.section, entry.target.path, entry.status) == ("64", (), "changed")
    assert [place.docname for place in entry.places] == ["64"]
    assert [(part.status, part.path[0].number) for part in entry.parts] == [("inserted", "2d")]
    assert not [edit for edit in entry.edits if edit.kind == "removed"]
    assert (report.old_date, report.new_date) == ("2026-04-01", "2026-04-28")
