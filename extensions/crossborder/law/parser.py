"""Read citations: a scanner and a recursive-descent parser, strict to the end of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from crossborder.law.citation import Citation, CitationError, Subdivision
from crossborder.law.wording import (
    ARTICLE_WORDS,
    LEVEL_WORDS,
    LEVELS,
    LIST_WORDS,
    RANGE_WORDS,
    plain_number,
)

if TYPE_CHECKING:
    from crossborder.law.register import Register, Statute

_NUMBER: Final = re.compile(
    r"[0-9]{1,5}[a-z]{0,3}(?:(?:\^[0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3})[a-z]{0,2})?(?![0-9A-Za-z^⁰¹²³⁴-⁹])"
)
_BEFORE_FOLLOWING: Final = re.compile(r"[0-9]{1,5}[a-e]?(?=ff?\.)")
_LETTER: Final = re.compile(r"[a-z]{1,3}(?!\w)")
_FOLLOWING: Final = re.compile(r"(?P<german>ff?\.|ff(?!\w))|i\s+(?P<polish>nast\.?|następn[eay]|n\.)(?!\w)")
_TOGETHER: Final = re.compile(
    r"(?:i\.?\s*V\.?\s*m(?:\.|(?!\w))|in\s+Verbindung\s+mit(?!\w)|w\s+zw\.?\s+z(?!\w)|w\s+związku\s+z(?!\w))"
)


@dataclass(frozen=True, slots=True)
class _Level:
    """The word for a level and where it stands."""

    name: str
    at: int
    word: str

    def follows(self, parts: list[Subdivision]) -> bool:
        """Whether this level can stand below ``parts``; sentences can stand anywhere, but once."""
        names = [part.level for part in parts]
        if self.name in {"satz", "halbsatz"}:
            return self.name not in names
        return all(_rank(name) < _rank(self.name) for name in names)

    def above(self, parts: list[Subdivision]) -> list[Subdivision]:
        """Return those of ``parts`` under which a further part of this level stands."""
        names = [part.level for part in parts]
        if self.name in names:
            return parts[: names.index(self.name)]
        return [part for part in parts if _rank(part.level) < _rank(self.name)]

    def misplaced(self) -> CitationError:
        """Return the error that this level cannot stand where it does."""
        return CitationError("order", self.at + 1, self.word)


@dataclass(slots=True)
class _Item:
    """A citation whose statute has not been read yet."""

    article: bool
    sign_at: int
    section: str
    parts: list[Subdivision] = field(default_factory=list)
    last: str | None = None
    following: str = ""
    paragraph_at: int | None = None  #: where ``§`` was read as the level below an article

    def again(self, parts: list[Subdivision]) -> _Item:
        """Return a new item for other parts of the same provision."""
        return _Item(self.article, self.sign_at, self.section, parts, paragraph_at=self.paragraph_at)

    def citation(self, statute: Statute) -> Citation:
        """Return the citation, now that its statute is known."""
        name = statute.abbreviation("de")
        if self.article != (statute.sign != "§"):
            raise CitationError("wrong-sign", self.sign_at + 1, f"{statute.sign} … {name}")
        if self.paragraph_at is not None and statute.paragraph != "§":
            right = f"{statute.sign} … {statute.paragraph} … {name}"
            raise CitationError("wrong-sign", self.paragraph_at + 1, right)
        return Citation(statute.key, self.section, tuple(self.parts), self.last, self.following)


class _Scanner:
    """A text and a place in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.skip()

    def skip(self) -> None:
        """Pass over white space of any kind."""
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1

    def move(self, end: int) -> None:
        """Go to ``end`` and past the white space after it."""
        self.at = end
        self.skip()

    @property
    def ended(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    def word(self) -> str:
        """Return the word that stands here, with its full stop, or the single sign that does."""
        end = self.at
        while end < len(self.text) and self._in_word(end):
            end += 1
        if end > self.at and self.text[end : end + 1] == ".":
            end += 1
        return self.text[self.at : max(end, self.at + 1)]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what ``pattern`` matches here, if it does."""
        match = pattern.match(self.text, self.at)
        if match:
            self.move(match.end())
        return match

    def take_sign(self, signs: str) -> bool:
        """Read one of ``signs``, if it stands here."""
        found = not self.ended and self.text[self.at] in signs
        if found:
            self.move(self.at + 1)
        return found

    def take_word(self, forms: frozenset[str]) -> bool:
        """Read a word if it is one of ``forms``, with or without its full stop."""
        word = self.word()
        found = bare(word) in forms
        if found:
            self.move(self.at + len(word))
        return found

    def error(self, kind: str) -> CitationError:
        """Return the error that ``kind`` names, at this place."""
        word = self.word()
        if self.ended:
            return CitationError("no-statute" if kind == "unexpected" else kind, len(self.text) + 1)
        known = word[0].isalnum() or word[0] in "§,;–-^"
        return CitationError(kind if known else "character", self.at + 1, word[:40])

    def _in_word(self, at: int) -> bool:
        sign = self.text[at]
        joins = sign in ".-" and at > self.at and self.text[at + 1 : at + 2].isalpha()
        return sign.isalpha() or joins


def bare(word: str) -> str:
    """Return a word in lower case and without its full stop."""
    return word.removesuffix(".").casefold()


class _Parser:
    """Reads: groups separated by ``;`` or ``,``, each a list of places and a statute."""

    def __init__(self, text: str, register: Register) -> None:
        self.scan = _Scanner(text)
        self.register = register
        self.items: list[_Item] = []

    def parse(self) -> list[Citation]:
        """Read the whole text."""
        if self.scan.ended:
            raise CitationError("empty", 1)
        found = self._group()
        while not self.scan.ended:
            if not (self.scan.take_sign(";") or self._separator()):
                raise self.scan.error("unexpected")
            found += self._group()
        return found

    def _group(self) -> list[Citation]:
        self.items = []
        self._section()
        while self._separator():
            self._next()
        statute = self._statute()
        return [item.citation(statute) for item in self.items]

    def _separator(self) -> bool:
        scan = self.scan
        if scan.take(_TOGETHER):
            return True
        comma = scan.take_sign(",")
        return scan.take_word(LIST_WORDS) or comma

    def _sign(self) -> tuple[bool, int] | None:
        at = self.scan.at
        if self.scan.take_sign("§"):
            self.scan.take_sign("§")
            return False, at
        return (True, at) if self.scan.take_word(ARTICLE_WORDS) else None

    def _section(self) -> None:
        sign = self._sign()
        if sign is None:
            raise self.scan.error("sign")
        self._place(_Item(sign[0], sign[1], self._number("")))

    def _next(self) -> None:
        """Read what follows a comma or an "and": a section, or a further subdivision of the one before."""
        before = self.items[-1]
        level = self._level(before)
        if level is not None:
            self._further(before, level)
        elif self.scan.text[self.scan.at : self.scan.at + 1] == "§" or self._is_article():
            self._section()
        else:
            self._bare_number(before)

    def _is_article(self) -> bool:
        return bare(self.scan.word()) in ARTICLE_WORDS

    def _further(self, before: _Item, level: _Level) -> None:
        kept = level.above(before.parts)
        if len(kept) == len(before.parts):
            raise level.misplaced()
        item = before.again(kept)
        self._subdivision(item, level)
        self._place(item)

    def _bare_number(self, before: _Item) -> None:
        """Read a number without a word: it continues the lowest level, unless a wider one follows it."""
        lowest = before.parts[-1].level if before.parts else ""
        number = self._number(lowest)
        following = LEVEL_WORDS.get(bare(self.scan.word()), "")
        wider = following == "absatz" or any(part.level == following for part in before.parts)
        if lowest and not wider:
            self._place(before.again([*before.parts[:-1], Subdivision(lowest, number)]))
        else:
            self._place(_Item(before.article, before.sign_at, number))

    def _place(self, item: _Item) -> None:
        """Read the subdivisions of an item, the end of its range and its ``ff.``."""
        while (level := self._level(item)) is not None:
            self._subdivision(item, level)
        lowest = item.parts[-1].level if item.parts else ""
        if self.scan.take_sign("–-—") or self.scan.take_word(RANGE_WORDS):
            self._repeated(item, lowest)
            item.last = self._number(lowest)
        if following := self.scan.take(_FOLLOWING):
            german = following["german"]
            short = german.removesuffix(".") if german else "f" if following["polish"] == "n." else "ff"
            item.following = short
        self.items.append(item)

    def _repeated(self, item: _Item, lowest: str) -> None:
        """Pass over a sign that is said again at the end of a range: ``§ 36 bis § 37c``."""
        at = self.scan.at
        if not lowest:
            sign = self._sign()
            if sign is not None and sign[0] != item.article:
                raise CitationError("order", at + 1, self.scan.text[at : at + 1])
        elif (level := self._level(item)) is not None and level.name != lowest:
            raise level.misplaced()

    def _level(self, item: _Item) -> _Level | None:
        """Read the word for a level; ``§`` is one below an article."""
        at = self.scan.at
        if item.article and self.scan.take_sign("§"):
            self.scan.take_sign("§")
            return _Level("absatz", at, "§")
        word = self.scan.word()
        name = LEVEL_WORDS.get(bare(word))
        if name is None:
            return None
        self.scan.move(at + len(word))
        return _Level(name, at, word)

    def _subdivision(self, item: _Item, level: _Level) -> None:
        if not level.follows(item.parts):
            raise level.misplaced()
        item.parts.append(Subdivision(level.name, self._number(level.name)))
        if level.word == "§":
            item.paragraph_at = level.at

    def _number(self, level: str) -> str:
        if level == "buchstabe":
            match = self.scan.take(_LETTER)
        else:
            match = self.scan.take(_BEFORE_FOLLOWING) or self.scan.take(_NUMBER)
        if match is None:
            raise self.scan.error("number")
        return plain_number(match[0])

    def _statute(self) -> Statute:
        found = self.register.name_at(self.scan.text, self.scan.at)
        if found is None:
            word = self.scan.word()
            unknown = not self.scan.ended and word[0].isalpha()
            raise self.scan.error("unknown-statute" if unknown else "unexpected")
        statute, end = found
        self.scan.move(end)
        return statute


def _rank(level: str) -> int:
    return LEVELS.index(level)


def parse_citations(text: str, register: Register) -> list[Citation]:
    """Read all citations in ``text``.

    Takes lists, ranges, ``f.``/``ff.``, ``i. V. m.``, long and short words, German and Polish, for the
    statutes that ``register`` holds.

    :raises CitationError: if any part of the text cannot be read, with its column; no other exception.
    """
    return _Parser(text, register).parse()
