"""A fingerprint changes with every word and with nothing else."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from crossborder.law import Register, Subdivision
from crossborder.law.fingerprint import fingerprint, nearest, normalise, read_path, write_path
from crossborder.law.wording import LEVELS

WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüßąćęłńóśźżABC§0123456789.,;()", min_size=1, max_size=12)
WORDS = st.lists(WORD, min_size=1, max_size=12)
SPACES = st.text(" \t\n\r\u00a0\u2009\u202f\u3000", min_size=1, max_size=4)
UNSEEN = st.text("\u00ad\u200b\u2060\ufeff", max_size=2)
QUOTES = ["„", "“", "”", '"', "'", "»", "«", "’", "‚"]


@given(words=WORDS, data=st.data())
def test_spaces_hyphens_and_quotes_do_not_count(words: list[str], data: st.DataObject) -> None:
    pieces = []
    for word in words:
        at = data.draw(st.integers(0, len(word)))
        hyphenated = word[:at] + data.draw(UNSEEN) + word[at:]
        if data.draw(st.booleans()):
            hyphenated = data.draw(st.sampled_from(QUOTES)) + hyphenated + data.draw(st.sampled_from(QUOTES))
        pieces += [data.draw(SPACES), hyphenated]
    assert fingerprint("".join(pieces)) == fingerprint(" ".join(words))


@given(words=WORDS, other=WORD, data=st.data())
def test_every_word_counts(words: list[str], other: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    assume(words[at] != other)
    text = fingerprint(" ".join(words))
    assert fingerprint(" ".join([*words[:at], other, *words[at + 1 :]])) != text
    assert fingerprint(" ".join([*words[:at], *words[at + 1 :]])) != text
    assert fingerprint(" ".join([*words[:at], other, *words[at:]])) != text


@given(text=st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_composed_and_decomposed_letters_are_one() -> None:
    assert fingerprint("a\u0308b") == fingerprint("äb")
    assert fingerprint("37a – 37c") == fingerprint("37a - 37c")
    assert len(fingerprint("x")) == 64


@given(numbers=st.lists(st.sampled_from(["1", "2a", "112^1", "99^2a"]), max_size=4), data=st.data())
def test_a_path_can_be_read_back(register: Register, numbers: list[str], data: st.DataObject) -> None:
    levels = data.draw(st.permutations(LEVELS))
    path = tuple(Subdivision(level, number) for level, number in zip(levels, numbers, strict=False))
    for key in ("sgb8", "uwrspz", "kro"):
        assert read_path(write_path(path, register.statute(key))) == path


def test_the_nearest_known_part_stands_for_a_sentence_or_a_half() -> None:
    absatz, satz = Subdivision("absatz", "1"), Subdivision("satz", "2")
    nummer, half = Subdivision("nummer", "3"), Subdivision("halbsatz", "1")
    known = {(): "", (absatz,): "", (absatz, nummer): ""}
    assert nearest((absatz, satz, nummer), known) == (absatz, nummer)
    assert nearest((absatz, satz), known) == (absatz,)
    assert nearest((absatz, nummer, half), known) == (absatz, nummer)
    assert nearest((satz,), known) == ()
