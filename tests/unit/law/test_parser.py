"""What authors and translators write is read in every form, and what is wrong is told at its column."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossborder.law import Citation, CitationError, Register, Subdivision, parse_citations
from crossborder.law.wording import LEVELS

A, U, S, H, N, B = LEVELS


def cite(statute: str, section: str, *parts: tuple[str, str], last: str | None = None, f: str = "") -> Citation:
    return Citation(statute, section, tuple(Subdivision(*part) for part in parts), last, f)


FORMS = [
    ("§ 44 Abs. 2 SGB VIII", [cite("sgb8", "44", (A, "2"))]),
    ("§ 44 ust. 2 SGB VIII", [cite("sgb8", "44", (A, "2"))]),
    ("§ 44 Absatz 2 SGB VIII", [cite("sgb8", "44", (A, "2"))]),
    ("§44 Abs.2 SGB VIII", [cite("sgb8", "44", (A, "2"))]),
    ("§\u00a044\u00a0Abs.\u202f2 SGB\u00a0VIII", [cite("sgb8", "44", (A, "2"))]),
    ("  § 44\n  Abs. 2 SGB\n  VIII ", [cite("sgb8", "44", (A, "2"))]),
    ("§ 37c SGB VIII", [cite("sgb8", "37c")]),
    ("art. 42 ust. 1 pkt 7 uwrspz", [cite("uwrspz", "42", (A, "1"), (N, "7"))]),
    ("Art. 42 Abs. 1 Nr. 7 uwrspz", [cite("uwrspz", "42", (A, "1"), (N, "7"))]),
    ("artykuł 42 ustęp 1 punkt 7 u.w.r.s.p.z.", [cite("uwrspz", "42", (A, "1"), (N, "7"))]),
    ("art. 112¹ § 1 KRO", [cite("kro", "112^1", (A, "1"))]),
    ("art. 112^1 § 1 k.r.o.", [cite("kro", "112^1", (A, "1"))]),
    ("Art. 119¹a KRO", [cite("kro", "119^1a")]),
    ("art. 598¹¹ § 2 zd. 1 KPC", [cite("kpc", "598^11", (A, "2"), (S, "1"))]),
    ("art. 99²a KRO", [cite("kro", "99^2a")]),
    ("Artikel 6 Absatz 2 Satz 1 GG", [cite("gg", "6", (A, "2"), (S, "1"))]),
    ("art. 6 ust. 2 zdanie 1 GG", [cite("gg", "6", (A, "2"), (S, "1"))]),
    ("Art. 82 Abs. 1 Brüssel-IIb-VO", [cite("brussels2b", "82", (A, "1"))]),
    ("art. 82 ust. 1 rozporządzenia Bruksela II ter", [cite("brussels2b", "82", (A, "1"))]),
    ("Art. 82 VO (EU) 2019/1111", [cite("brussels2b", "82")]),
    ("Art. 6 Abs. 1 UAbs. 1 Buchst. e DSGVO", [cite("gdpr", "6", (A, "1"), (U, "1"), (B, "e"))]),
    ("art. 6 ust. 1 akapit 1 lit. e RODO", [cite("gdpr", "6", (A, "1"), (U, "1"), (B, "e"))]),
    ("§ 1 Abs. 3 Nr. 2 Halbsatz 1 SGB VIII", [cite("sgb8", "1", (A, "3"), (N, "2"), (H, "1"))]),
    ("§ 36 Abs. 1 S. 2 Hs. 1 SGB VIII", [cite("sgb8", "36", (A, "1"), (S, "2"), (H, "1"))]),
    ("§§ 36 bis 37c SGB VIII", [cite("sgb8", "36", last="37c")]),
    ("§§ 36–37c SGB VIII", [cite("sgb8", "36", last="37c")]),
    ("§§ 36-37c SGB VIII", [cite("sgb8", "36", last="37c")]),
    ("§ 36 bis § 37c SGB VIII", [cite("sgb8", "36", last="37c")]),
    ("art. 36 do 38 uwrspz", [cite("uwrspz", "36", last="38")]),
    ("§ 36 Abs. 1 bis 3 SGB VIII", [cite("sgb8", "36", (A, "1"), last="3")]),
    ("§ 36 Abs. 1 bis Abs. 3 SGB VIII", [cite("sgb8", "36", (A, "1"), last="3")]),
    ("§ 38 Abs. 2 Nr. 2 Buchst. a–c SGB VIII", [cite("sgb8", "38", (A, "2"), (N, "2"), (B, "a"), last="c")]),
    ("§§ 36 f. SGB VIII", [cite("sgb8", "36", f="f")]),
    ("§§ 36 ff. SGB VIII", [cite("sgb8", "36", f="ff")]),
    ("§§ 36ff. SGB VIII", [cite("sgb8", "36", f="ff")]),
    ("§§ 8af. SGB VIII", [cite("sgb8", "8a", f="f")]),
    ("§ 42f SGB VIII", [cite("sgb8", "42f")]),
    ("art. 36 i nast. uwrspz", [cite("uwrspz", "36", f="ff")]),
    ("art. 36 i n. uwrspz", [cite("uwrspz", "36", f="f")]),
    ("§§ 27, 33 SGB VIII", [cite("sgb8", "27"), cite("sgb8", "33")]),
    ("§§ 27 und 33 SGB VIII", [cite("sgb8", "27"), cite("sgb8", "33")]),
    ("art. 36, 37 i 38 uwrspz", [cite("uwrspz", "36"), cite("uwrspz", "37"), cite("uwrspz", "38")]),
    ("§ 36 Abs. 1, 2 SGB VIII", [cite("sgb8", "36", (A, "1")), cite("sgb8", "36", (A, "2"))]),
    ("§ 8a Abs. 1 S. 2, Abs. 4 SGB VIII", [cite("sgb8", "8a", (A, "1"), (S, "2")), cite("sgb8", "8a", (A, "4"))]),
    (
        "§ 8a Abs. 4 Nr. 1, Satz 2 SGB VIII",
        [cite("sgb8", "8a", (A, "4"), (N, "1")), cite("sgb8", "8a", (A, "4"), (S, "2"))],
    ),
    ("§§ 27 Abs. 1, 36 Abs. 2 SGB VIII", [cite("sgb8", "27", (A, "1")), cite("sgb8", "36", (A, "2"))]),
    ("§ 27 Abs. 1, § 36 Abs. 2 SGB VIII", [cite("sgb8", "27", (A, "1")), cite("sgb8", "36", (A, "2"))]),
    ("§ 27 Abs. 1 SGB VIII; § 1666 BGB", [cite("sgb8", "27", (A, "1")), cite("bgb", "1666")]),
    ("§ 27 SGB VIII und § 1666 BGB", [cite("sgb8", "27"), cite("bgb", "1666")]),
    ("§ 27 i. V. m. § 33 SGB VIII", [cite("sgb8", "27"), cite("sgb8", "33")]),
    ("§ 27 SGB VIII i.V.m. § 1666 BGB", [cite("sgb8", "27"), cite("bgb", "1666")]),
    ("§ 27 SGB VIII in Verbindung mit § 1666 BGB", [cite("sgb8", "27"), cite("bgb", "1666")]),
    ("art. 35 uwrspz w zw. z art. 112³ KRO", [cite("uwrspz", "35"), cite("kro", "112^3")]),
    ("art. 112¹ § 1 i 2 KRO", [cite("kro", "112^1", (A, "1")), cite("kro", "112^1", (A, "2"))]),
    ("art. 112¹ § 1, § 2 KRO", [cite("kro", "112^1", (A, "1")), cite("kro", "112^1", (A, "2"))]),
    ("art. 35 ust. 1 uwrspz; art. 112³ KRO", [cite("uwrspz", "35", (A, "1")), cite("kro", "112^3")]),
]

WRONG = [
    ("", "empty", 1),
    (" \u00a0 ", "empty", 1),
    ("Abs. 2 SGB VIII", "sign", 1),
    ("44 SGB VIII", "sign", 1),
    ("§ SGB VIII", "number", 3),
    ("§ 44 Abs. SGB VIII", "number", 11),
    ("§ 44 Abs. 2", "no-statute", 12),
    ("§ 44", "no-statute", 5),
    ("§", "number", 2),
    ("§ 44 Abs. 2 SGB VIIII", "unknown-statute", 13),
    ("§ 44 SGB", "unknown-statute", 6),
    ("§ 42 uwrspz", "wrong-sign", 1),
    ("Art. 44 SGB VIII", "wrong-sign", 1),
    ("§ 27 SGB VIII; § 42 uwrspz", "wrong-sign", 16),
    ("art. 42 § 1 uwrspz", "wrong-sign", 9),
    ("§ 44 Abs. 2 Abs. 3 SGB VIII", "order", 13),
    ("§ 44 Buchst. a Nr. 2 SGB VIII", "order", 16),
    ("§ 44 Abs. 1, Satz 2 SGB VIII", "order", 14),
    ("§ 36 Abs. 1 bis S. 3 SGB VIII", "order", 17),
    ("§ 44 Abs. 2 SGB VIII ist", "unexpected", 22),
    ("§ 44 Abs. 2 SGB VIII.", "character", 21),
    ("§ 44 SGB VIII;", "sign", 15),
    ("§ 44, SGB VIII", "number", 7),
    ("§ 44SGB VIII", "number", 3),
    ("§ 44A SGB VIII", "number", 3),
    ("§ ٤٤ SGB VIII", "number", 3),
    ("§ 44 (2) SGB VIII", "character", 6),
    ("§ 38 Abs. 2 Nr. 2 Buchst. 3 SGB VIII", "number", 27),
    ("§ 123456 SGB VIII", "number", 3),
    ("§ 112^ BGB", "number", 3),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_every_form_is_read(register: Register, text: str, expected: list[Citation]) -> None:
    assert parse_citations(text, register) == expected


@pytest.mark.parametrize(("text", "kind", "column"), WRONG, ids=[text or "empty" for text, _, _ in WRONG])
def test_an_error_has_its_kind_and_column(register: Register, text: str, kind: str, column: int) -> None:
    with pytest.raises(CitationError) as caught:
        parse_citations(text, register)
    assert (caught.value.kind, caught.value.column) == (kind, column)


@pytest.mark.parametrize("kind", sorted({kind for _, kind, _ in WRONG}))
def test_an_error_is_told_in_three_languages(kind: str) -> None:
    error = CitationError(kind, 3, "§ 5")
    told = {error.message(language) for language in ("en", "de", "pl")}
    assert len(told) == 3
    assert not any("{" in message for message in told)


WORDS = {
    A: ("Abs.", "Absatz", "ust.", "ustęp", "Abs"),
    U: ("UAbs.", "Unterabsatz", "akapit"),
    S: ("S.", "Satz", "zd.", "zdanie"),
    H: ("Hs.", "Halbsatz", "półzd.", "półzdanie"),
    N: ("Nr.", "Nummer", "pkt", "punkt", "pkt."),
    B: ("Buchst.", "Buchstabe", "lit.", "litera"),
}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def any_number(dice: random.Random) -> str:
    number = str(dice.randint(1, 1900)) + dice.choice(["", "", "", "a", "c", "z", "aa", "ff", "f"])
    return number + dice.choice(["", "", "", "", f"^{dice.randint(1, 14)}", "^1a"])


def any_citation(dice: random.Random, register: Register) -> Citation:
    parts = [level for level in LEVELS if dice.random() < 0.4]
    letter = "abcdefgh"
    subdivisions = tuple(Subdivision(level, dice.choice(letter) if level == B else any_number(dice)) for level in parts)
    last = None
    if dice.random() < 0.25:
        last = dice.choice(letter) if parts and parts[-1] == B else any_number(dice)
    following = dice.choice(["", "", "", "f", "ff"])
    return Citation(dice.choice(list(register.statutes)), any_number(dice), subdivisions, last, following)


def any_wording(citation: Citation, dice: random.Random, register: Register) -> str:
    """Write a citation as somebody might: long or short words, German or Polish, any kind of space."""
    statute = register.statute(citation.statute)
    raised = dice.random() < 0.5

    def number(text: str) -> str:
        base, caret, rest = text.partition("^")
        return base + rest.translate(RAISED) if caret and raised else text

    words = [dice.choice(("§", "§§") if statute.sign == "§" else ("art.", "Art.", "Artikel", "artykuł"))]
    words.append(number(citation.section))
    for part in citation.subdivisions:
        choices = ("§", *WORDS[A]) if part.level == A and statute.paragraph == "§" else WORDS[part.level]
        words += [dice.choice(choices), number(part.number)]
    if citation.last:
        words += [dice.choice(("bis", "–", "-", "do")), number(citation.last)]
    if citation.following:
        words.append(dice.choice(("f.", "i n.") if citation.following == "f" else ("ff.", "i nast.", "ff")))
    words.append(dice.choice(list(statute.names())))
    space = dice.choice((" ", "\u00a0", "\u202f", "  ", "\n"))
    return space.join(words)


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_ten_thousand_citations_come_back(register: Register, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  (dice for test data, no secret)
    citations = [any_citation(dice, register) for _ in range(100)]
    for citation in citations:
        assert parse_citations(citation.canonical(register), register) == [citation]
        worded = any_wording(citation, dice, register)
        assert parse_citations(worded, register) == [citation], worded
    text = "; ".join(citation.canonical(register) for citation in citations)
    assert parse_citations(text, register) == citations


TOKENS = ["§", "§§", "art.", "44", "37c", "112¹", "^1", "Abs.", "ust.", "Satz", "Nr.", "lit.", "a", "bis", "–", "ff."]
TOKENS += ["i", "nast.", "und", ",", ";", "i. V. m.", "SGB VIII", "uwrspz", "KRO", " ", "\u00a0", "(", "½", "VIII"]


@settings(max_examples=600, deadline=None)
@given(
    text=st.one_of(
        st.text(), st.lists(st.sampled_from(TOKENS)).map("".join), st.lists(st.sampled_from(TOKENS)).map(" ".join)
    )
)
def test_garbage_gives_only_citation_errors(register: Register, text: str) -> None:
    citations, error = outcome(text, register)
    if error:
        assert 1 <= error.column <= len(text) + 1
        assert error.message("de")
    else:
        canonical = "; ".join(citation.canonical(register) for citation in citations)
        assert parse_citations(canonical, register) == citations


def outcome(text: str, register: Register) -> tuple[list[Citation], CitationError | None]:
    try:
        return parse_citations(text, register), None
    except CitationError as error:
        return [], error
