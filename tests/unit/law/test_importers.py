"""Official formats become the same trees; what is no official text is told and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossborder.law import Provision, Subdivision
from crossborder.law.fingerprint import fingerprints
from crossborder.law.importers import UnreadableFileError, read_statute
from crossborder.law.importers.markup import UnreadableTextError, read_html, read_xml
from crossborder.law.importers.polish import act_name
from crossborder.law.text import StatuteText, structure_of
from crossborder.locale import words

SPECIMENS = Path(__file__).parent / "specimens"


@pytest.fixture(scope="module")
def german() -> StatuteText:
    return read_statute(SPECIMENS / "musterg.xml")


@pytest.fixture(scope="module")
def polish() -> StatuteText:
    return read_statute(SPECIMENS / "ustawa.html")


def structure(text: StatuteText, section: str) -> Provision:
    provision = text.provision(section)
    assert provision is not None
    return structure_of("x", provision)


def wording(text: StatuteText, section: str, *path: tuple[str, str]) -> str:
    provision = text.provision(section)
    assert provision is not None
    return provision.paths()[tuple(Subdivision(*part) for part in path)].wording


def test_gii_says_what_text_it_is(german: StatuteText) -> None:
    assert (german.name, german.title, german.text_date) == ("MusterG 2020", "Gesetz über Muster", "2026-01-02")
    assert german.stand == "Neugefasst durch Bek. v. 1.1.2020 I 1; zuletzt geändert durch Art. 2 G v. 3.4.2025 I Nr. 7"
    assert [one.section for one in german.provisions] == ["1", "2", "2a", "3", "4", "5", "5b", "5c", "6"]


def test_gii_counts_sentences_around_enumerations(german: StatuteText) -> None:
    assert structure(german, "1") == Provision("x", "1", "Zweck des Gesetzes", saetze={"0": 3})
    assert structure(german, "2") == Provision(
        "x",
        "2",
        "Aufgaben",
        absaetze=("1", "1a", "2", "3"),
        saetze={"1": 2, "2": 2},
        nummern={"1": ("1", "2", "2a"), "2": ("1", "2")},
        buchstaben={"1.2": ("a", "b")},
        repealed_parts=frozenset({"1a"}),
    )


def test_gii_tells_repealed_provisions(german: StatuteText) -> None:
    for section in ("2a", "3", "4", "5", "5b", "5c"):
        assert structure(german, section).repealed


def test_gii_keeps_all_wording_and_nothing_else(german: StatuteText) -> None:
    absatz = wording(german, "2", ("absatz", "1"))
    assert absatz == (
        "Die Stelle soll, wenn 1. ein Muster fehlt, 2. ein Muster a) alt oder b) neu ist oder 2a. es beantragt wird, "
        "tätig werden. Sie berichtet; § 3 gilt."
    )
    assert wording(german, "2", ("absatz", "2"), ("satz", "2"), ("nummer", "1")) == "Anträge und"
    assert wording(german, "2", ("absatz", "2"), ("nummer", "1")) == "Muster und"
    assert "10 Euro" in wording(german, "2", ("absatz", "3"))
    everything = " ".join(one.wording for one in german.provisions)
    assert "Hinweis" not in everything
    assert "+++" not in everything


def test_a_doubtful_sentence_is_not_counted(german: StatuteText) -> None:
    assert structure(german, "6").saetze == {}
    provision = german.provision("6")
    assert provision is not None
    assert provision.wording.startswith("Auf 2.")


def test_eli_finds_the_units_of_the_act_only(polish: StatuteText) -> None:
    assert [one.section for one in polish.provisions] == ["1", "2", "2^1", "3", "4"]
    assert polish.text_date == "2024-01-16"
    assert structure(polish, "1") == Provision(
        "x",
        "1",
        nummern={"0": ("1", "1a", "2")},
        buchstaben={"0.2": ("a", "b")},
        repealed_parts=frozenset({"0.1a"}),
    )
    assert structure(polish, "2^1") == Provision(
        "x",
        "2^1",
        absaetze=("1", "2", "3"),
        nummern={"3": ("1", "2")},
        repealed_parts=frozenset({"2"}),
    )
    assert structure(polish, "3").repealed
    assert wording(polish, "2^1", ("absatz", "1")) == "Wzory prowadzi starosta. O wzorach z art. 2^1 rozstrzyga sąd."


@pytest.mark.parametrize("name", ["ustawa", "kodeks"])
def test_both_polish_formats_give_the_same_provisions(name: str) -> None:
    html, markdown = read_statute(SPECIMENS / f"{name}.html"), read_statute(SPECIMENS / f"{name}.md")
    assert {one.section: structure_of("x", one) for one in html.provisions} == {
        one.section: structure_of("x", one) for one in markdown.provisions
    }
    compared = [one.section for one in html.provisions if one.section != "4"]  # quotations are laid out differently
    for section in compared:
        first, second = html.provision(section), markdown.provision(section)
        assert first is not None
        assert second is not None
        assert fingerprints(first) == fingerprints(second), section


def test_markdown_made_of_a_pdf_gives_the_same_provisions() -> None:
    html, markdown = read_statute(SPECIMENS / "kodeks.html"), read_statute(SPECIMENS / "kodeks-pdf.md")
    assert [one.section for one in markdown.provisions] == ["5", "5^1", "5^2a", "6", "6^1", "8", "9", "10"]
    assert markdown.text_date == "2026-07-15"
    assert act_name(markdown.name) == act_name(html.name) == "Kodeks wzorcowy"
    for one in html.provisions:
        other = markdown.provision(one.section)
        assert other is not None
        assert structure_of("x", one) == structure_of("x", other)
        assert fingerprints(one) == fingerprints(other), one.section


def test_raised_numbers_are_told_from_footnotes() -> None:
    markdown = read_statute(SPECIMENS / "kodeks-pdf.md")
    assert structure(markdown, "6^1") == Provision("x", "6^1", absaetze=("1", "1^1"))
    assert wording(markdown, "6^1", ("absatz", "1")) == (
        "Wzory, o których mowa w art. 5^1 i art. 5^2a § 1^1, bada instytut naukowo-badawczy "
        "(Dz. U. poz. 2, z późn. zm.)."
    )
    assert wording(markdown, "6^1", ("absatz", "1^1")) == "Sąd stosuje ust. 4e i 4f."
    assert structure(markdown, "9").repealed


def test_both_german_formats_give_the_same_provisions(german: StatuteText) -> None:
    markdown = read_statute(SPECIMENS / "musterg.md")
    assert [one.section for one in german.provisions] == [one.section for one in markdown.provisions]
    for xml, text in zip(german.provisions, markdown.provisions, strict=True):
        assert structure_of("x", xml).same_structure(structure_of("x", text)), xml.section
        assert xml.repealed or fingerprints(xml) == fingerprints(text), xml.section
    assert (markdown.text_date, markdown.name) == ("2026-01-02", "MusterG")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ustawa z dnia 5 czerwca 1998 r. o samorządzie powiatowym", "o samorządzie powiatowym"),
        (
            "Obwieszczenie w sprawie ogłoszenia jednolitego tekstu ustawy o samorządzie powiatowym",
            "o samorządzie powiatowym",
        ),
        ("Ustawa z dnia 25 lutego 1964 r. – Kodeks rodzinny i opiekuńczy", "Kodeks rodzinny i opiekuńczy"),
        ("ogłoszenia jednolitego tekstu ustawy - Kodeks rodzinny i opiekuńczy", "Kodeks rodzinny i opiekuńczy"),
    ],
)
def test_a_polish_act_is_known_by_its_name(title: str, name: str) -> None:
    assert act_name(title) == name


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><dokumente><norm>&b;</norm></dokumente>'
HOSTILE = {
    "entity bomb": (BOMB, "declares entities"),
    "truncated": ("<dokumente><norm><metadaten>", "This is not XML"),
    "other XML": ("<?xml version='1.0'?><rss><dokumente/></rss>", "not of gesetze-im-internet.de"),
    "no provisions": ("<dokumente><norm><metadaten/></norm></dokumente>", "holds no provision"),
    "too deep": ("<dokumente>" + "<a>" * 100_000, "nested too deeply"),
    "error page": ("<!DOCTYPE html><html><body>503</body></html>", "error page"),
    "HTML too deep": ("<html><div class='unit_arti'>" + "<div>" * 100_000, "nested too deeply"),
    "only quotations": (
        '<div class="cite-box"><div class="unit_arti"><h3>Art. 1.</h3></div></div>',
        "holds no article",
    ),
    "no number": ('<div class="unit_arti"><h3>?</h3></div>', "unit has no number"),
    "front matter": ("---\nno end", "front matter"),
    "no country": ('---\ntitle: "x"\n---\n##### Art. 1.\n', "front matter"),
    "empty Markdown": ('---\ncountry: "pl"\n---\ntext\n', "holds no provision"),
    "something else": ("hello", "This is no official text"),
    "empty": ("", "This is no official text"),
}


@pytest.mark.parametrize(("text", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_official_text_is_told(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "file"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=reason) as caught:
        read_statute(file)
    assert str(caught.value).startswith(str(file))
    assert caught.value.text(words("de")) != caught.value.text(words("pl")) != str(caught.value)


def test_a_wrong_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file.xml"
    file.write_bytes((SPECIMENS / "musterg.xml").read_text(encoding="utf-8").encode("latin-1", "replace"))
    with pytest.raises(UnreadableFileError, match="not saved as UTF-8"):
        read_statute(file)
    with pytest.raises(UnreadableFileError, match="can't be read: No such file"):
        read_statute(tmp_path / "missing.xml")


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "huge.xml"
    with file.open("wb") as opened:
        opened.truncate(65 * 1024 * 1024)
    with pytest.raises(UnreadableFileError, match="larger than 64 MB"):
        read_statute(file)


MARKUP = st.lists(
    st.sampled_from(["<a>", "</a>", "<b x='1'>", "</b>", "<!--", "-->", "<![CDATA[", "&amp;", "&x;", "t"])
)


@settings(max_examples=300, deadline=None)
@given(text=MARKUP.map("".join))
def test_broken_markup_gives_only_clear_errors(text: str) -> None:
    assert read_html(text).text() is not None
    try:
        root = read_xml(text)
    except UnreadableTextError as error:
        assert error.message  # noqa: PT017 - most of these texts are no XML, which is the point
    else:
        assert root.tag in {"a", "b"}


@settings(max_examples=60, deadline=None)
@given(
    cut=st.integers(0, 6000),
    name=st.sampled_from(["musterg.xml", "ustawa.html", "ustawa.md", "musterg.md", "kodeks-pdf.md"]),
)
def test_a_truncated_file_gives_a_text_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, cut: int, name: str
) -> None:
    whole = (SPECIMENS / name).read_text(encoding="utf-8")
    file = tmp_path_factory.getbasetemp() / "cut"
    file.write_text(whole[:cut], encoding="utf-8")
    try:
        text = read_statute(file)
    except UnreadableFileError as error:
        assert error.path == file  # noqa: PT017 - either way out is right
    else:
        assert text.provisions
