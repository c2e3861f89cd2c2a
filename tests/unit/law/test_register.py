"""The register says what exists; what is wrong in its files is told with file and line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crossborder.law import Register, RegisterError, load_register, parse_citations
from crossborder.law.store import format_provisions, set_fields
from crossborder.locale import words

DATA = Path(__file__).parents[3] / "data" / "law"

STATUTE = """\
[sgb8]
country = "de"
sign = "§"
paragraph = "Abs."
title = { de = "Sozialgesetzbuch VIII", pl = "Kodeks socjalny VIII" }
short = { de = "SGB VIII", pl = "SGB VIII" }
abbreviation = { de = "SGB VIII", pl = "SGB VIII" }
official = "https://example.org/"
source = "example"
"""

MISSING = [
    ("§ 44 Abs. 4 SGB VIII", None),
    ("§ 44 Abs. 5 SGB VIII", "Abs. 5 does not exist in § 44 SGB VIII."),
    ("§ 999 SGB VIII", "§ 999 SGB VIII is not in the register of provisions."),
    ("§ 67 SGB VIII", "§ 67 SGB VIII is repealed."),
    ("§ 16 Abs. 5 SGB VIII", "§ 16 Abs. 5 SGB VIII is repealed."),
    ("§ 10 Abs. 6 SGB VIII", "Abs. 6 does not exist in § 10 SGB VIII."),
    ("§ 10 Abs. 7 SGB VIII", None),
    ("§ 27 Abs. 2a SGB VIII", None),
    ("§ 33 S. 2 SGB VIII", None),
    ("§ 33 S. 3 SGB VIII", "S. 3 does not exist in § 33 SGB VIII."),
    ("§ 33 Abs. 1 SGB VIII", "Abs. 1 does not exist in § 33 SGB VIII."),
    ("§ 8a Abs. 4 S. 3 SGB VIII", None),
    ("§ 8a Abs. 4 S. 4 SGB VIII", "S. 4 does not exist in § 8a SGB VIII."),
    ("§ 44 Abs. 1 S. 2 Nr. 6 SGB VIII", None),
    ("§ 44 Abs. 1 Nr. 7 SGB VIII", "Nr. 7 does not exist in § 44 SGB VIII."),
    ("§ 44 Nr. 6 SGB VIII", "§ 44 SGB VIII has several paragraphs: say in which one Nr. 6 stands."),
    ("§ 24 Abs. 1 Nr. 2 Buchst. c SGB VIII", None),
    ("§ 24 Abs. 1 Nr. 2 Buchst. d SGB VIII", "Buchst. d does not exist in § 24 SGB VIII."),
    ("§ 36 Abs. 1 S. 2 Hs. 7 SGB VIII", None),
    ("§§ 36 bis 37c SGB VIII", None),
    ("§§ 36 bis 37d SGB VIII", "§ 37d SGB VIII is not in the register of provisions."),
    ("§§ 37 bis 36 SGB VIII", "The range ends at 36, before it begins."),
    ("§ 36 Abs. 1 bis 9 SGB VIII", "Abs. 9 does not exist in § 36 SGB VIII."),
    ("art. 42 ust. 5a uwrspz", None),
    ("art. 42 ust. 1 pkt 5 lit. c uwrspz", "lit. c does not exist in art. 42 uwrspz."),
    ("art. 42 ust. 1 zd. 9 uwrspz", None),
    ("art. 46 uwrspz", "art. 46 uwrspz is repealed."),
    ("art. 19 ust. 1 pkt 4 uwrspz", "art. 19 ust. 1 pkt 4 uwrspz is repealed."),
    ("art. 205 uwrspz", "art. 205 uwrspz only amends other acts and cannot be cited."),
    ("art. 112^1 § 4 KRO", "§ 4 does not exist in art. 112¹ KRO."),
    ("art. 109 § 2 pkt 5 KRO", None),
    ("Art. 82 Abs. 99 Brüssel-IIb-VO", None),
    ("Art. 6 Abs. 2 S. 2 GG", None),
]


@pytest.mark.parametrize(("text", "reason"), MISSING, ids=[text for text, _ in MISSING])
def test_what_does_not_exist_is_told(register: Register, text: str, reason: str | None) -> None:
    (citation,) = parse_citations(text, register)
    missing = register.missing(citation)
    assert (str(missing) if missing else None) == reason
    if missing:
        assert missing.message("de") != missing.message("pl") != missing.message("en")


@pytest.mark.parametrize("key", tomllib.loads((DATA / "statutes.toml").read_text(encoding="utf-8")))
def test_every_statute_of_the_manual_can_be_cited(register: Register, key: str) -> None:
    statute = register.statute(key)
    provisions = register.provisions(key)
    assert provisions
    for section, provision in provisions.items():
        sign = "§" if statute.sign == "§" else "art."
        for name in set(statute.abbreviations.values()):
            (citation,) = parse_citations(f"{sign} {section} {name}", register)
            assert (citation.statute, citation.section) == (key, section)
        known = provision.repealed or provision.omitted
        assert (register.missing(citation) is not None) == known


def test_a_statute_has_many_names(register: Register) -> None:
    for name in ("uwrspz", "UWRSPZ", "u.w.r.s.p.z.", "ustawy o wspieraniu rodziny  i systemie pieczy zastępczej"):
        found = register.find(name)
        assert found is not None
        assert found.key == "uwrspz"
    assert register.find("SGB XX") is None
    assert register.provision("sgb8", "999") is None


def write(folder: Path, statutes: str, provisions: str | None = None) -> Path:
    (folder / "statutes.toml").write_text(statutes, encoding="utf-8")
    if provisions is not None:
        (folder / "de").mkdir()
        (folder / "de" / "sgb8.toml").write_text(provisions, encoding="utf-8")
    return folder


WRONG_STATUTES = [
    ("[sgb8\n", "not TOML", 1),
    (STATUTE.replace('"de"\n', '"fr"\n', 1), "country must be one of", 0),
    (STATUTE.replace('sign = "§"', 'sign = "%"'), "no way to cite", 0),
    (STATUTE.replace('paragraph = "Abs."', 'paragraph = "§"'), "no way to cite", 0),
    (STATUTE.replace("source", "sources"), "needs source", 0),
    (STATUTE.replace(', pl = "Kodeks socjalny VIII"', ""), "needs pl", 0),
    (STATUTE + 'aliases = ["a", 3]\n', "aliases must be", 0),
    (STATUTE + STATUTE.replace("[sgb8]", "[other]"), "names both", 0),
    ("sgb8 = 1\n", "must be a table", 0),
]


@pytest.mark.parametrize(("text", "reason", "line"), WRONG_STATUTES, ids=[reason for _, reason, _ in WRONG_STATUTES])
def test_wrong_statutes_are_told(tmp_path: Path, text: str, reason: str, line: int) -> None:
    with pytest.raises(RegisterError, match=reason) as caught:
        load_register(write(tmp_path, text))
    assert caught.value.path == tmp_path / "statutes.toml"
    assert caught.value.text(words("de")) != caught.value.text(words("pl")) != str(caught.value)
    assert caught.value.line == line


WRONG_PROVISIONS = [
    ('[provisions]\n"1" = { absatz = "x" }\n', "neither a count nor a list", 2),
    ('[provisions]\n"1" = {}\n"2" = { absaetze = 3 }\n', "must be a table with", 3),
    ('[provisions]\n"1" = { satz = { "1" = 0 } }\n', "no number of sentences", 2),
    ('[provisions]\n"1" = { repealed = "yes" }\n', "repealed is of the wrong type", 2),
    ('[provisions]\n"1" = 4\n', "must be a table with", 2),
    ("", r"\[provisions\] is missing", 0),
    ('unknown = ["sentence"]\n[provisions]\n', "unknown must list", 0),
]


@pytest.mark.parametrize(
    ("text", "reason", "line"), WRONG_PROVISIONS, ids=[reason for _, reason, _ in WRONG_PROVISIONS]
)
def test_wrong_provisions_are_told(tmp_path: Path, text: str, reason: str, line: int) -> None:
    register = load_register(write(tmp_path, STATUTE, text))
    with pytest.raises(RegisterError, match=reason) as caught:
        register.provisions("sgb8")
    assert (caught.value.path, caught.value.line) == (tmp_path / "de" / "sgb8.toml", line)
    assert caught.value.text(words("de")) != caught.value.text(words("pl")) != str(caught.value)


def test_a_missing_or_unreadable_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"statutes\.toml: The file can't be read: No such file"):
        load_register(tmp_path)
    (tmp_path / "statutes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(RegisterError, match="not saved as UTF-8"):
        load_register(tmp_path)


def test_what_is_written_is_read_back(register: Register, tmp_path: Path) -> None:
    provisions = register.provisions("sgb8")
    folder = write(tmp_path, STATUTE, format_provisions("SGB VIII", "a test", provisions.values()))
    assert load_register(folder).provisions("sgb8") == provisions


def test_setting_a_field_leaves_the_rest_alone(tmp_path: Path) -> None:
    other = STATUTE.replace("sgb8", "other").replace('"SGB VIII"', '"Other"')
    file = write(tmp_path, f"# head\n\n{STATUTE}\n{other}") / "statutes.toml"
    set_fields(file, "sgb8", {"text_date": "2026-04-28", "source": "„neu“"})
    text = file.read_text(encoding="utf-8")
    changed = STATUTE.replace('source = "example"', 'source = "„neu“"')
    assert text == f'# head\n\n{changed}text_date = "2026-04-28"\n\n{other}'
    set_fields(file, "other", {"text_date": "2026-01-01"})
    assert load_register(tmp_path).statute("other").text_date == "2026-01-01"
    with pytest.raises(RegisterError, match="missing"):
        set_fields(file, "third", {})
