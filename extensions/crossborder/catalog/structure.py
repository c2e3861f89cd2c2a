"""Whether a translation has the markup of its source: the same roles, targets, links, footnotes, in any order."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from crossborder.catalog.fault import Fault
from crossborder.catalog.markup import LANGUAGE_ROLES, TEXT_ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from crossborder.catalog.markup import Mark
    from crossborder.catalog.pair import Pair

    #: brings what a citation says to a form in which two can be compared
    LawKey = Callable[[str], Hashable]

_GLUED = re.compile(
    r"``.+?``|(?<![\w`:]):(?P<role>[a-z][\w:+.-]*):`(?P<content>[^`\s][^`]*)`(?P<ending>[^\W\d_]*)", re.DOTALL
)
#: roles with rules of their own
_APART = LANGUAGE_ROLES | {"law"}
#: what is shown literally and still is text: a sentence, and quoted words in a line of code
_SENTENCE = re.compile(r"[^()\[\]{}=<>_;$/\\]* [^()\[\]{}=<>_;$/\\]*[.!?]")
_QUOTED_PROSE = re.compile(r"([\"'])[^\"']*[^\W\d_] [^\W\d_][^\"']*\1")
#: spaces that change nothing in a line of code
_AROUND_SIGNS = re.compile(r" *([=,+()]) *")
_TITLE = re.compile(r"(.+?)\s*<([^<>]*)>", re.DOTALL)


def same_text(text: str) -> Hashable:
    """Compare citations by their words."""
    return text


def _difference(
    here: Iterable[tuple[Hashable, Mark]], there: Iterable[tuple[Hashable, Mark]]
) -> tuple[list[Mark], list[Mark]]:
    """Return the marks that only the first has, and those that only the second has; order does not count."""
    first, second = list(here), list(there)
    if [key for key, _ in first] == [key for key, _ in second]:
        return [], []
    left = Counter(key for key, _ in first) - Counter(key for key, _ in second)
    right = Counter(key for key, _ in second) - Counter(key for key, _ in first)
    return _take(first, left), _take(second, right)


def _take(marks: Iterable[tuple[Hashable, Mark]], wanted: Counter[Hashable]) -> list[Mark]:
    taken = []
    for key, mark in marks:
        if wanted[key] > 0:
            wanted[key] -= 1
            taken.append(mark)
    return taken


def _faults(pair: Pair, missing: list[Mark], added: list[Mark]) -> Iterator[Fault]:
    for mark, other in zip(missing, added, strict=False):
        values = {"wrong": other.raw, "right": _repaired(mark, other)}
        offset = max(pair.target.find(other.raw), 0)
        message = "{wrong} leads elsewhere than in the source text."
        if mark.kind in {"literal", "strong"}:
            message = "{wrong} stands otherwise in the source text."
        yield Fault(message, "Write {right}", values, offset)
    for mark in missing[len(added) :]:
        yield Fault("{words} is missing from the translation.", "Insert {words}", {"words": mark.raw})
    for mark in added[len(missing) :]:
        offset = max(pair.target.find(mark.raw), 0)
        message = "{words} is more than the source text has."
        yield Fault(message, "Take it out, or write it as plain text.", {"words": mark.raw}, offset)


def _repaired(mark: Mark, other: Mark) -> str:
    """Return the markup of the translation with the target of the source."""
    if mark.kind == "role" and mark.name not in TEXT_ROLES and mark.name != "law":
        text = other.text or other.target
        return f":{mark.name}:`{text} <{mark.target}>`" if text != mark.target else f":{mark.name}:`{mark.target}`"
    return mark.raw


def _role_key(mark: Mark) -> Hashable:
    if mark.name in TEXT_ROLES:
        return mark.name
    target = mark.target.lower() if mark.name.endswith("term") else mark.target
    return mark.name, target


def roles_differ(pair: Pair) -> Iterator[Fault]:
    """Yield roles that are missing, too many, or lead elsewhere than in the source."""
    if pair.source_markup.marks or pair.target_markup.marks:
        here, there = (
            [(_role_key(mark), mark) for mark in markup.marks if mark.kind == "role" and mark.name not in _APART]
            for markup in (pair.source_markup, pair.target_markup)
        )
        yield from _faults(pair, *_difference(here, there))


def citations_differ(pair: Pair, law_key: LawKey = same_text) -> Iterator[Fault]:
    """Yield citations of the law that differ from those of the source.

    :param law_key: says when two citations are the same.
    """
    if pair.source_markup.marks or pair.target_markup.marks:
        here, there = (
            [(law_key(mark.target), mark) for mark in markup.marks if mark.kind == "role" and mark.name == "law"]
            for markup in (pair.source_markup, pair.target_markup)
        )
        yield from _faults(pair, *_difference(here, there))


def _of_kind(pair: Pair, kinds: frozenset[str], key: Callable[[Mark], Hashable]) -> Iterator[Fault]:
    if pair.source_markup.marks or pair.target_markup.marks:
        here, there = (
            [(key(mark), mark) for mark in markup.marks if mark.kind in kinds]
            for markup in (pair.source_markup, pair.target_markup)
        )
        yield from _faults(pair, *_difference(here, there))


def references_differ(pair: Pair) -> Iterator[Fault]:
    """Yield footnotes, citations of books, substitutions, anchors and named links that differ.

    A heading that the source names by its own words may be named by its own words in the translation.
    """
    kinds = frozenset({"footnote", "citation", "substitution", "anchor", "named"})
    own = {mark.target for mark in pair.source_markup.marks if _by_own_words(mark)}
    yield from _of_kind(
        pair, kinds, lambda mark: (mark.kind, "" if _by_own_words(mark) or mark.target in own else mark.target)
    )


def _by_own_words(mark: Mark) -> bool:
    return mark.kind == "named" and mark.target == mark.text.lower()


def links_differ(pair: Pair) -> Iterator[Fault]:
    """Yield links that are missing or too many; a link may lead to the page in the other language."""
    yield from _of_kind(pair, frozenset({"link"}), lambda mark: mark.target.partition(":")[0].lower())


def emphasis_differs(pair: Pair) -> Iterator[Fault]:
    """Yield words in literal or bold type that the source does not show so, or the other way round.

    Words that stand in the source as plain text may be shown literally in the translation.
    """
    if not (pair.source_markup.marks or pair.target_markup.marks):
        return
    here, there = (
        [(_shown(mark), mark) for mark in markup.marks if mark.kind in {"literal", "strong"}]
        for markup in (pair.source_markup, pair.target_markup)
    )
    known, prose = {key for key, _ in here}, pair.source_markup.prose.lower()
    there = [
        (key, mark) for key, mark in there if key in known or mark.kind == "strong" or mark.target.lower() not in prose
    ]
    yield from _faults(pair, *_difference(here, there))


def _shown(mark: Mark) -> Hashable:
    """Return what has to be the same of a text in literal or bold type; sentences in it may be translated."""
    if mark.kind == "strong" or _SENTENCE.fullmatch(mark.target):
        return mark.kind, ""
    return mark.kind, _AROUND_SIGNS.sub(r"\1", _QUOTED_PROSE.sub("…", mark.target.replace("...", "…")))


def glued_endings(pair: Pair) -> Iterator[Fault]:
    """Yield endings that stand against a closing backquote, with the text repaired."""
    if "`" not in pair.target:
        return
    for found in _GLUED.finditer(pair.target):
        if not found["ending"] or found[0] in pair.source:
            continue
        role, content, ending = found["role"], found["content"], found["ending"]
        titled = _TITLE.fullmatch(content)
        text, target = (titled[1], titled[2]) if titled else (content, content)
        values = {"wrong": found[0], "right": f":{role}:`{text}{ending} <{target}>`"}
        message = "The ending of {wrong} stands outside the markup, so that the link is lost."
        yield Fault(message, "Write {right}", values, found.start())


def broken_markup(pair: Pair) -> Iterator[Fault]:
    """Yield markup that is opened and not closed."""
    known = sum(mark.kind == "problem" for mark in pair.source_markup.marks)
    problems = [mark for mark in pair.target_markup.marks if mark.kind == "problem"]
    if len(problems) > known and not any(glued_endings(pair)):
        values = {"sign": problems[known].raw}
        hint = "Close it with the same sign, with no space inside and no letter right behind it."
        offset = max(pair.target.find(problems[known].raw), 0)
        yield Fault("The markup that {sign} begins does not end.", hint, values, offset)


#: code of the rule -> the function that finds it; a translation with one of these faults is not published
STRUCTURE: dict[str, Callable[[Pair], Iterator[Fault]]] = {
    "TRL005": roles_differ,
    "TRL006": citations_differ,
    "TRL008": references_differ,
    "TRL009": links_differ,
    "TRL010": broken_markup,
    "TRL011": glued_endings,
}
