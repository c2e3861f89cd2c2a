"""What can be told of a translation by its words alone: numbers, negations, signs, what was left untranslated.

Each function looks at one pair of texts in the languages given; of a language it does not know it says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from crossborder.catalog.fault import Fault
from crossborder.catalog.numerals import digits, has_stems, says, spelled
from crossborder.catalog.tongue import SMALL_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crossborder.catalog.markup import Markup
    from crossborder.catalog.pair import Pair


class Tongues(NamedTuple):
    """The languages of a pair; "" for one that is not known."""

    source: str
    target: str


_NEGATIONS = {
    "de": re.compile(r"\b(?:nicht(?! (?:nur|zuletzt|selten)\b)|nie|niemals|kein(?:e[mnrs]?)?|niemand\w*|ohne|weder)\b"),
    "en": re.compile(r"\b(?:(?<!whether or )not(?! only\b)|never|cannot|without|neither|no(?= [a-z]))\b|n't\b"),
    "pl": re.compile(
        r"\b(?:nie\w*|bez\w*|brak\w*|żad\w+|nigdy|nikt|nikogo|nikomu|nikim|nic|niczego|niczym|ani|poza|oprócz|zakaz\w*"
        r"|wyklucz\w*|zamiast|odm[aoó]w\w*|pomin\w*|pomij\w*|wbrew|pozbawi\w*|uniem\w*|zaniech\w*|unik\w*)\b"
    ),
}
_END = re.compile(r"([.!?:;,…]|\.\.\.)[\s\"'”“’»«)\]*`_]*$")
_QUOTED_END = re.compile(r"[?!][\"'”“’»]\s*$")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[.:]00(?!\d)")
_WRONG_QUOTES = {"pl": re.compile(r"„([^“”„]*)“"), "de": re.compile(r"„([^“”„]*)”")}
_RIGHT_QUOTES = {"pl": "„{}”", "de": "„{}“"}
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff\u180e]")
_JOINERS = re.compile(r"[\u200c\u200d\u200e\u200f]")
_LONELY = re.compile(r"(?<!\w)([aiouwzAIOUWZ])\n")
_UMLAUT = re.compile("[äöüß]")
_GERMAN_WORD = re.compile(r"(?<![\w-])[a-zäöüß]*[äöüß][a-zäöüß]*(?![\w-])")
_QUOTED = re.compile(r"„[^”“]*[”“]|“[^”]*”|\"[^\"]*\"|«[^»]*»|\([^)]*\)|\*[^*]*\*|(?<!\w)['‘][^'’]*['’](?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_STANDALONE = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")  # no part of a name such as utf-16-be
_LONG = 40  #: length from which on the proportion of two texts says something
_SHORTEST, _LONGEST = 0.35, 2.6


def _hours(text: str) -> str:
    """Return a text in which a full hour has no minutes: 8:00 is 8."""
    return _CLOCK.sub(r"\1", text) if "00" in text else text


def numbers_differ(pair: Pair, tongues: Tongues) -> Iterator[Fault]:
    """Yield numbers, dates and amounts that only one of the two texts has, in digits or in words."""
    source, target = _hours(pair.source_markup.prose), _hours(pair.target_markup.prose)
    here, there = digits(source, tongues.source), digits(target, tongues.target)
    here_words, there_words = spelled(source, tongues.source), spelled(target, tongues.target)
    if not (here or there or here_words or there_words) or (here == there and here_words == there_words):
        return
    missing = _unsaid(here - there - there_words, target, tongues.target)
    added = _unsaid(there - here - here_words, source, tongues.source)
    if has_stems(tongues.target):
        spelled_out = Counter({number: count for number, count in here_words.items() if int(number) > 2})
        missing += _unsaid(spelled_out - there_words - there, target, tongues.target)
    if missing and added:
        values = {"missing": _list(missing), "added": _list(added)}
        yield Fault("The source text says {missing}, the translation {added}.", "Mend the number.", values)
    elif missing:
        yield Fault("{missing} is missing from the translation.", "Insert the number.", {"missing": _list(missing)})
    elif added:
        yield Fault("{added} does not stand in the source text.", "Mend the number.", {"added": _list(added)})


def _list(found: Iterable[str]) -> str:
    return ", ".join(sorted(found, key=lambda number: (len(number), number)))


def _unsaid(found: Counter[str], text: str, language: str) -> Counter[str]:
    """Return those of the numbers that no word of ``text`` says in some form."""
    said = words_of(text) if found else []
    return Counter({number: count for number, count in found.items() if not says(number, said, language)})


def negation_gone(pair: Pair, tongues: Tongues) -> Iterator[Fault]:
    """Yield a negation of the source that nothing in the translation answers to."""
    here, there = _NEGATIONS.get(tongues.source), _NEGATIONS.get(tongues.target)
    if here is None or there is None:
        return
    found = here.search(pair.source_markup.prose.lower())
    if found and not there.search(pair.target_markup.prose.lower()):
        hint = "Read both texts again; if the translation says the same, a waiver with the reason lets it stand."
        yield Fault("The source text says “{word}”; the translation denies nothing.", hint, {"word": found[0]})


def end_differs(pair: Pair, _tongues: Tongues) -> Iterator[Fault]:
    """Yield another punctuation mark at the end."""
    if not pair.source[-1:].strip() or len(pair.source) < 2:
        return
    here, there = (_end(text) for text in (pair.source, pair.target))
    if not here and _QUOTED_END.search(pair.target):
        return  # a title that is a question, such as „Jak to zrobić?”, ends no sentence
    if here != there:
        yield Fault(*_END_FAULTS[bool(here), bool(there)], {"here": here, "there": there}, max(len(pair.target) - 1, 0))


_END_FAULTS = {
    (True, True): ("The source text ends with {here}, the translation with {there}.", "End it with {here}"),
    (True, False): ("The source text ends with {here}, the translation does not.", "End it with {here}"),
    (False, True): ("The translation ends with {there}, the source text does not.", "Delete the last sign."),
}


def _end(text: str) -> str:
    found = _END.search(text.rstrip())
    sign = found[1] if found else ""
    return "…" if sign == "..." else sign


def brackets_differ(pair: Pair, _tongues: Tongues) -> Iterator[Fault]:
    """Yield brackets that are not closed, where those of the source are."""
    source, target = pair.source_markup.text, pair.target_markup.text
    for opening, closing in ("()", "[]"):
        here = source.count(opening) - source.count(closing)
        there = target.count(opening) - target.count(closing)
        if here != there:
            values = {"sign": opening if there > here else closing}
            offset = max(pair.target.rfind(str(values["sign"])), 0)
            yield Fault("The bracket {sign} has no partner.", "Open and close it.", values, offset)


def wrong_quotes(pair: Pair, tongues: Tongues) -> Iterator[Fault]:
    """Yield quotation marks of the other language: „…“ is German, „…” Polish."""
    pattern = _WRONG_QUOTES.get(tongues.target)
    if pattern is None or "„" not in pair.target:
        return
    for found in pattern.finditer(pair.target):
        right = _RIGHT_QUOTES[tongues.target].format(found[1])
        values = {"wrong": found[0], "right": right}
        yield Fault("{wrong} has quotation marks of another language.", "Write {right}", values, found.start())


def invisible_signs(pair: Pair, tongues: Tongues) -> Iterator[Fault]:
    """Yield signs that nobody sees: soft hyphens, spaces without width, byte order marks."""
    patterns = (_INVISIBLE, _JOINERS) if tongues.target in SMALL_WORDS else (_INVISIBLE,)
    for pattern in patterns:
        found = pattern.search(pair.target)
        if found and found[0] not in pair.source:
            values = {"sign": f"U+{ord(found[0]):04X}"}
            yield Fault("An invisible sign stands in the text: {sign}", "Delete it.", values, found.start())


def lonely_letters(pair: Pair, tongues: Tongues) -> Iterator[Fault]:
    """Yield one-letter words right before a line break that readers see."""
    if tongues.target == "pl" and "\n" in pair.target:
        for found in _LONELY.finditer(pair.target):
            message = "The word “{word}” stands alone at the end of a line."
            yield Fault(message, "Begin the next line with it.", {"word": found[1]}, found.start())


def left_as_it_was(pair: Pair, tongues: Tongues) -> Iterator[Fault]:
    """Yield a translation that is the source, where that is a sentence and no name."""
    if pair.source != pair.target or not tongues.source or tongues.source == tongues.target:
        return
    found = [word.lower() for word in _STANDALONE.findall(pair.source_markup.prose)]
    if len(found) >= 3 and sum(word in SMALL_WORDS[tongues.source] for word in found) >= 2:
        yield Fault("The translation is the source text.", "Translate it, or leave it empty.")


def words_left(pair: Pair, tongues: Tongues) -> Iterator[Fault]:
    """Yield words of the source that stand untranslated in the translation, outside quotes and brackets."""
    if pair.source == pair.target or not tongues.source or tongues.source == tongues.target:
        return
    target = _QUOTED.sub(" ¦ ", _without_emphasis(pair.target_markup))
    run = _common_run(pair.source_markup.prose, target, SMALL_WORDS[tongues.source])
    if run:
        hint = "Translate them; a foreign name stands in a role such as :de:`…` or in quotation marks."
        yield Fault("These words are not translated: {words}", hint, {"words": run}, max(pair.target.find(run), 0))
    elif tongues == ("de", "pl"):
        found = _UMLAUT.search(target) and _GERMAN_WORD.search(target)
        if found:
            hint = "Translate it, or write :de:`{words}`."
            yield Fault("This word is German: {words}", hint, {"words": found[0]}, pair.target.find(found[0]))


def _without_emphasis(markup: Markup) -> str:
    """Return the prose of a translation without the words in italics, which are foreign by custom."""
    prose = markup.prose
    for mark in markup.marks:
        if mark.kind == "emphasis":
            prose = prose.replace(mark.text, "¦", 1)
    return prose


def _common_run(source: str, target: str, small: frozenset[str]) -> str:
    """Return three or more words in a row that both texts have and that are no name."""
    known, parts = source.split(), target.split()
    wanted, shared = f" {' '.join(known)} ", frozenset(known)
    for start in range(len(parts) - 2):
        if not shared.issuperset(parts[start : start + 3]):
            continue
        run = " ".join(parts[start : start + 3])
        if f" {run} " in wanted and _is_prose(run, small):
            end = start + 3
            while end < len(parts) and f" {' '.join(parts[start : end + 1])} " in wanted:
                end += 1
            return " ".join(parts[start:end])
    return ""


def _is_prose(run: str, small: frozenset[str]) -> bool:
    """Tell whether a run of words is part of a sentence, and no name, which has capital letters."""
    words = _WORD.findall(run)
    rest = [word for word in words if word.lower() not in small]
    return len(rest) < len(words) and bool(rest) and not any(word[0].isupper() for word in rest)


def out_of_proportion(pair: Pair, _tongues: Tongues) -> Iterator[Fault]:
    """Yield a translation far shorter or longer than its source."""
    here, there = len(pair.source_markup.text), len(pair.target_markup.text)
    if here >= _LONG and not _SHORTEST <= there / here <= _LONGEST:
        values = {"here": here, "there": there}
        message = "The source text has {here} signs, the translation {there}."
        yield Fault(message, "See whether a sentence is missing, or belongs to another message.", values)
