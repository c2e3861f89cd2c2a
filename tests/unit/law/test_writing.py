"""Each edition writes the same citation in its own way."""

from __future__ import annotations

import pytest

from crossborder.law import Citation, Register, display_list, parse_citations

DISPLAYED = [
    ("§ 44 Abs. 2 SGB VIII", "§ 44 Abs. 2 SGB VIII", "§ 44 ust. 2 SGB VIII"),
    ("art. 42 ust. 1 pkt 7 uwrspz", "Art. 42 Abs. 1 Nr. 7 uwrspz", "art. 42 ust. 1 pkt 7 uwrspz"),
    ("art. 112^1 § 1 KRO", "Art. 112¹ § 1 KRO", "art. 112¹ § 1 KRO"),
    ("art. 598^11 § 2 zd. 1 KPC", "Art. 598¹¹ § 2 S. 1 KPC", "art. 598¹¹ § 2 zd. 1 KPC"),
    ("Art. 6 Abs. 2 S. 1 GG", "Art. 6 Abs. 2 S. 1 GG", "art. 6 ust. 2 zd. 1 GG"),
    ("§ 36 Abs. 1 S. 2 Hs. 1 SGB VIII", "§ 36 Abs. 1 S. 2 Hs. 1 SGB VIII", "§ 36 ust. 1 zd. 2 półzd. 1 SGB VIII"),
    (
        "Art. 6 Abs. 1 UAbs. 1 Buchst. e DSGVO",
        "Art. 6 Abs. 1 UAbs. 1 Buchst. e DSGVO",
        "art. 6 ust. 1 akapit 1 lit. e RODO",
    ),
    ("§§ 36 bis 37c SGB VIII", "§§ 36 bis 37c SGB VIII", "§§ 36–37c SGB VIII"),
    ("§ 36 Abs. 1 bis 3 SGB VIII", "§ 36 Abs. 1 bis 3 SGB VIII", "§ 36 ust. 1–3 SGB VIII"),
    ("art. 36–38 uwrspz", "Art. 36 bis 38 uwrspz", "art. 36–38 uwrspz"),
    ("§§ 36 f. SGB VIII", "§§ 36 f. SGB VIII", "§§ 36 i nast. SGB VIII"),
    ("§§ 36 ff. SGB VIII", "§§ 36 ff. SGB VIII", "§§ 36 i nast. SGB VIII"),
    ("Art. 82 Abs. 1 Brüssel-IIb-VO", "Art. 82 Abs. 1 Brüssel-IIb-VO", "art. 82 ust. 1 rozporządzenia Bruksela II ter"),
    ("art. 72 ust. 1 Konstytucji RP", "Art. 72 Abs. 1 der polnischen Verfassung", "art. 72 ust. 1 Konstytucji RP"),
    ("Art. 12 UN-KRK", "Art. 12 UN-KRK", "art. 12 KPD"),
]

CANONICAL = [
    ("§44 ust.2 sgb 8", "§ 44 Abs. 2 SGB VIII"),
    ("Art. 42 Abs. 1 Nr. 7 u.w.r.s.p.z.", "art. 42 ust. 1 pkt 7 uwrspz"),
    ("Art. 112¹ Abs. 1 KRO", "art. 112^1 § 1 KRO"),
    ("art. 82 ust. 1 RODO", "Art. 82 Abs. 1 DSGVO"),
    ("art. 36 i n. uwrspz", "art. 36 i n. uwrspz"),
    ("Art. 36 ff. uwrspz", "art. 36 i nast. uwrspz"),
]

LISTS = [
    ("§§ 27, 33 SGB VIII", "§§ 27| , |33 SGB VIII", "§§ 27| , |33 SGB VIII"),
    ("§ 27 SGB VIII; § 1666 BGB", "§ 27 SGB VIII| ; |§ 1666 BGB", "§ 27 SGB VIII| ; |§ 1666 BGB"),
    ("§ 36 Abs. 1, 4 SGB VIII", "§ 36 Abs. 1| , |4 SGB VIII", "§ 36 ust. 1| , |4 SGB VIII"),
    ("§ 36 Abs. 1, § 37 SGB VIII", "§ 36 Abs. 1| , |§ 37 SGB VIII", "§ 36 ust. 1| , |§ 37 SGB VIII"),
    (
        "§ 36 Abs. 1 bis 2, 4 SGB VIII",
        "§ 36 Abs. 1 bis 2| , |§ 36 Abs. 4 SGB VIII",
        "§ 36 ust. 1–2| , |§ 36 ust. 4 SGB VIII",
    ),
    ("art. 35, 36 uwrspz", "Art. 35| , |36 uwrspz", "art. 35| , |36 uwrspz"),
]


def one(text: str, register: Register) -> Citation:
    (citation,) = parse_citations(text, register)
    return citation


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("text", "german", "polish"), DISPLAYED, ids=[row[0] for row in DISPLAYED])
def test_each_edition_reads_its_own_words(register: Register, text: str, german: str, polish: str) -> None:
    citation = one(text, register)
    assert plain(citation.display("de", register)) == german
    assert plain(citation.display("pl", register)) == polish
    for shown in (german, polish):
        if citation.following != "f":
            assert one(shown, register) == citation


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_there_is_one_canonical_form(register: Register, text: str, canonical: str) -> None:
    assert one(text, register).canonical(register) == canonical


def test_a_short_citation_does_not_break_over_a_line(register: Register) -> None:
    assert " " not in one("§ 44 Abs. 2 SGB VIII", register).display("de", register)
    assert (
        one("Art. 82 Brüssel-IIb-VO", register).display("pl", register)
        == "art.\u00a082\u00a0rozporządzenia Bruksela II ter"
    )


@pytest.mark.parametrize(("text", "german", "polish"), LISTS, ids=[row[0] for row in LISTS])
def test_a_list_names_its_statute_once(register: Register, text: str, german: str, polish: str) -> None:
    citations = parse_citations(text, register)
    for language, expected in (("de", german), ("pl", polish)):
        pieces = display_list(citations, language, register)
        shown = "|".join(piece.text if piece.citation else f" {piece.text}" for piece in pieces)
        assert plain(shown) == expected
        assert [piece.citation for piece in pieces if piece.citation] == citations


@pytest.mark.parametrize(
    ("text", "language", "url"),
    [
        ("§ 8a Abs. 1 SGB VIII", "de", "https://www.gesetze-im-internet.de/sgb_8/__8a.html"),
        ("§§ 36 bis 37c SGB VIII", "pl", "https://www.gesetze-im-internet.de/sgb_8/__36.html"),
        ("Art. 6 GG", "de", "https://www.gesetze-im-internet.de/gg/art_6.html"),
        ("art. 42 uwrspz", "pl", "https://eli.gov.pl/eli/DU/2024/177/ogl"),
        (
            "Art. 82 Brüssel-IIb-VO",
            "de",
            "https://eur-lex.europa.eu/legal-content/DE/TXT/HTML/?uri=CELEX:32019R1111#art_82",
        ),
        (
            "Art. 82 Brüssel-IIb-VO",
            "pl",
            "https://eur-lex.europa.eu/legal-content/PL/TXT/HTML/?uri=CELEX:32019R1111#art_82",
        ),
    ],
)
def test_a_citation_leads_to_the_official_text(register: Register, text: str, language: str, url: str) -> None:
    assert one(text, register).url(register, language) == url
