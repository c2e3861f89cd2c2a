"""TRM: the agreed terms, compared by the stems of their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crossborder.catalog.fault import Fault
from crossborder.catalog.stems import places, stems
from crossborder.checks.pairs import problems
from crossborder.checks.registry import catalog_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crossborder.catalog.pair import Pair
    from crossborder.checks.model import Manual, Problem, TranslatedFile
    from crossborder.terms import Term

    Stems = tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    """All that is agreed on one German term."""

    german: str
    renderings: list[str] = field(default_factory=list)
    avoid: list[str] = field(default_factory=list)

    def said(self, target: Stems) -> bool:
        """Tell whether one of the renderings stands in ``target``: its first word, or half of its words."""
        return any(_stands(stems(rendering, "pl"), set(target)) for rendering in self.renderings)


def _stands(rendering: Stems, target: set[str]) -> bool:
    weighty = [stem for stem in rendering if len(stem) > 2] or list(rendering)
    return weighty[0] in target or 2 * sum(stem in target for stem in weighty) >= len(weighty)


class _Same:
    """A list of terms that is equal to itself only, so that looking it up does not compare all terms."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = terms

    def __hash__(self) -> int:
        return id(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.terms is other.terms


class _Agreed(NamedTuple):
    """The terms, to be found by a stem."""

    entries: dict[str, list[tuple[Stems, _Entry]]]  #: by the first stem of the German name, the longest first
    misleading: dict[str, set[Stems]]  #: the renderings to avoid, by their first stem


@lru_cache(maxsize=2)
def _agreed(same: _Same) -> _Agreed:
    """Return the terms by their stems; terms of one name in two systems are one entry."""
    by_name: dict[Stems, _Entry] = {}
    for term in same.terms:
        entry = by_name.setdefault(stems(term.german, "de"), _Entry(term.german))
        entry.renderings += term.renderings
        entry.avoid += term.avoid_pl
    agreed = _Agreed({}, {})
    for name, entry in sorted(by_name.items(), key=lambda item: -len(item[0])):
        if name:
            agreed.entries.setdefault(name[0], []).append((name, entry))
        for wrong in filter(None, (stems(rendering, "pl") for rendering in entry.avoid)):
            agreed.misleading.setdefault(wrong[0], set()).add(wrong)
    return agreed


def _used(source: Stems, terms: Sequence[Term]) -> list[_Entry]:
    """Return the terms that stand in ``source``; a term inside a longer one does not count."""
    index = _agreed(_Same(terms)).entries
    used: list[_Entry] = []
    start = 0
    while start < len(source):
        candidates = index.get(source[start], ())
        found = next(((name, entry) for name, entry in candidates if source[start : start + len(name)] == name), None)
        if found and found[1] not in used:
            used.append(found[1])
        start += len(found[0]) if found else 1
    return used


def missing_terms(pair: Pair, terms: Sequence[Term]) -> Iterator[Fault]:
    """Yield the terms that the source marks as such and whose agreed rendering does not stand in the translation."""
    marks = [mark.target for mark in pair.source_markup.marks if mark.name == "term"]
    used = [entry for mark in marks for entry in _used(stems(mark, "de"), terms)]
    target = stems(pair.target_markup.text, "pl") if used else ()
    for entry in used:
        if not entry.said(target):
            values = {"german": entry.german, "polish": "; ".join(dict.fromkeys(entry.renderings))}
            yield Fault("“{german}” has an agreed translation, which is missing.", "Write {polish}", values)


def _may_mislead(target: Stems, terms: Sequence[Term]) -> bool:
    """Tell whether a rendering that misleads for any of the terms stands in ``target``."""
    index = _agreed(_Same(terms)).misleading
    candidates = ((start, wrong) for start, stem in enumerate(target) for wrong in index.get(stem, ()))
    return any(target[start : start + len(wrong)] == wrong for start, wrong in candidates)


def avoided_terms(pair: Pair, terms: Sequence[Term]) -> Iterator[Fault]:
    """Yield renderings that mislead, of the terms that the source uses."""
    target = stems(pair.target_markup.text, "pl")
    used = _used(stems(pair.source_markup.text, "de"), terms) if _may_mislead(target, terms) else ()
    right = {stems(rendering, "pl") for entry in used for rendering in entry.renderings}
    for entry in used:
        for wrong in dict.fromkeys(entry.avoid):
            wanted = stems(wrong, "pl")
            if wanted and places(wanted, target) and not any(places(wanted, rendering) for rendering in right):
                values = {"german": entry.german, "wrong": wrong, "polish": entry.renderings[0]}
                message = "“{wrong}” misleads as a translation of “{german}”."
                yield Fault(message, "Write {polish}", values)


@catalog_rule("TRM001", severity="warning")
def term_missing(file: TranslatedFile, manual: Manual) -> Iterator[Problem]:
    """A term that the source marks with :term: is not translated as agreed.

    One thing has one name. Endings do not matter; another agreed rendering of the same term is fine.

    Wrong::

        msgid "Das :term:`Pflegekind` wohnt hier."
        msgstr "Tu mieszka :term:`wychowanek <Pflegekind>`."

    Right::

        msgid "Das :term:`Pflegekind` wohnt hier."
        msgstr "Tu mieszka :term:`dziecko w pieczy zastępczej <Pflegekind>`."
    """
    if file.language == "pl" and manual.terms:
        yield from problems(file, lambda pair: missing_terms(pair, manual.terms))


@catalog_rule("TRM002")
def term_misleads(file: TranslatedFile, manual: Manual) -> Iterator[Problem]:
    """A term of the source has a translation that was agreed to be misleading.

    It means something else in the other country's law, or nothing at all.

    Wrong::

        msgid "Die Pflegefamilie wohnt hier."
        msgstr "Tu mieszka rodzina zastępcza, czyli rodzina pielęgnacyjna."

    Right::

        msgid "Die Pflegefamilie wohnt hier."
        msgstr "Tu mieszka rodzina zastępcza."
    """
    if file.language == "pl" and manual.terms:
        yield from problems(file, lambda pair: avoided_terms(pair, manual.terms), plain=True)
