"""Divide the text of a German Absatz into sentences, or say that nobody can."""

from __future__ import annotations

import re
from typing import Final

from crossborder.law.text import Part

_END: Final = re.compile(r"[.?!][“”\"»«)]*$")
_STOP: Final = re.compile(r"([.?!])[“”\"»«)]*\s+(?=(\S))")
_NO_SPACE: Final = re.compile(r"[a-zß)]\.(?=[A-ZÄÖÜ§])")
#: What an ordinal counts: “des 18. Lebensjahres”, “am 1. Januar”.
_ORDINAL: Final = re.compile(
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    "Lebensjahr|Lebensmonat|Lebenswoche|Jahrhundert|Schuljahr|Klasse|Grad"
)
#: Words of a citation, after which a number with a full stop ends the sentence.
_CITING: Final = re.compile(
    "§§?|absatz|absätzen?|absatzes|satz|satzes|sätzen?|nummern?|artikel[ns]?|abschnitts?|buchstabe|"
    "bis|und|oder|sowie|halbsatz"
)
_ABBREVIATION: Final = re.compile(
    "abl|abs|alt|anl|art|bek|bgbl|buchst|bzw|ca|dr|einschl|ff?|gbl|gem|ggf|hs|kap|lfd|nrn?|rgbl|s|sog|usw|v|vgl|ziff",
    re.IGNORECASE,
)
_INITIALS: Final = re.compile(r"[A-Za-z](?:\.[A-Za-z])*")

Piece = str | Part


class DoubtfulError(Exception):
    """Nobody can say where a sentence ends."""


def into_sentences(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces of an Absatz as sentences; as they are where a division would be doubtful.

    An enumeration belongs to the sentence that opens it, also where that goes on after it.
    """
    try:
        return _divide(pieces)
    except DoubtfulError:
        return pieces


def _divide(pieces: list[Piece]) -> list[Piece]:
    sentences: list[Piece] = []
    current: list[Piece] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, str):
            if piece[0].islower() and not current:
                raise DoubtfulError
            *whole, rest = split(piece)
            for sentence in whole:
                sentences.append(_sentence(len(sentences), [*current, sentence]))
                current = []
            current.append(rest)
            closed = bool(_END.search(rest))
        else:
            more = index + 1 < len(pieces) and isinstance(pieces[index + 1], Part)
            closed = _closes(piece, last=not more)
            current.append(piece)
        if closed:
            sentences.append(_sentence(len(sentences), current))
            current = []
    if current:
        raise DoubtfulError
    return sentences


def split(text: str) -> list[str]:
    """Return the sentences of a text; the last may be unfinished.

    :raises DoubtfulError: if a full stop may or may not end a sentence.
    """
    if _NO_SPACE.search(text):
        raise DoubtfulError
    parts: list[str] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text[: stop.start()], stop[1], text[stop.end() :]):
            parts.append(text[start : stop.end()].strip())
            start = stop.end()
    return [*parts, text[start:]]


def _ends_sentence(before: str, mark: str, after: str) -> bool:
    if mark != ".":
        return True
    words = before[-80:].split()
    word = words[-1].lstrip('(„"') if words else ""
    previous = words[-2].rstrip(",").casefold() if len(words) > 1 else ""
    if previous == "buchstabe" and re.fullmatch(r"[a-z]{1,2}", word):
        return True
    if _ABBREVIATION.fullmatch(word) or _INITIALS.fullmatch(word):
        return False
    if re.fullmatch(r"\d{1,3}", word):
        return _number_ends(words, previous, after)
    if after[0].isupper() or after[0] in '§„("»':
        return True
    if after[0].isdigit() or after[0].islower():
        raise DoubtfulError
    return False


def _number_ends(words: list[str], previous: str, after: str) -> bool:
    if _ORDINAL.match(after):
        return False
    listed = len(words) > 1 and words[-2].endswith(",")
    if (after[0].isupper() or after[0] == "§") and (_CITING.fullmatch(previous) or listed):
        return True
    raise DoubtfulError


def _closes(item: Part, *, last: bool) -> bool:
    """Whether an item ends its sentence; only the last one may, and none may hold a sentence of its own."""
    texts = list(_texts(item))
    for index, text in enumerate(texts):
        ends = bool(_END.search(text))
        if len(split(text)) > 1 or (ends and not (last and index == len(texts) - 1)):
            raise DoubtfulError
    return bool(texts) and bool(_END.search(texts[-1]))


def _texts(item: Part) -> list[str]:
    texts: list[str] = []
    for piece in item.pieces:
        texts += [piece] if isinstance(piece, str) else _texts(piece)
    return texts


def _sentence(index: int, pieces: list[Piece]) -> Part:
    return Part("satz", str(index + 1), tuple(pieces))
