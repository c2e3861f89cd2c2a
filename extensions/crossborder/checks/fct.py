"""FCT: dated facts, amounts, numbers, deadlines and handbooks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.checks.model import Problem
from crossborder.checks.registry import manual_rule, passage_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Manual, Passage

_NUMBER = r"\d{1,3}(?:[  .]\d{3})*(?:,\d+)?|\d+(?:[.,]\d+)?"
_MONEY = re.compile(
    rf"(?:(?:€|EUR|PLN)\s*(?:{_NUMBER})|(?:{_NUMBER})\s*(?:Tsd\.|Mio\.|tys\.|mln)?\s*(?:€|EUR\b|Euro\b|zł\b|złot\w*|PLN\b))"
)
_COUNT = re.compile(rf"(?<![\w.,])({_NUMBER})\s+(?=(\w+))")
_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(rf"(?:{_NUMBER})\s*(?:%|Prozent\b|procent\w*\b)")
#: directives whose options cite the law for all that stands in them
_CITED = {"legal-basis", "practice"}
#: directives that tell an invented case or leave a number for a person to fill in
_NOT_STATED = {"vignette", "worksheet"}


def _cited(passage: Passage, name: str) -> Iterator[tuple[str, int]]:
    """Yield the keys that the role ``name`` cites, and where they stand."""
    for role in passage.roles:
        if role.name == name:
            yield role.target.strip(), role.target_start


@passage_rule("FCT001", needs=":fact:")
def unknown_fact(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """A fact is cited that data/facts.toml does not have.

    Then the page shows the key where the figure should stand.

    Wrong::

        Höchstens :fact:`families-per-coordinate` Familien.

    Right::

        Höchstens :fact:`families-per-coordinator` Familien.
    """
    if not manual.documents:
        return
    for key, offset in _cited(passage, "fact"):
        if key not in manual.facts:
            hint = "Add it to data/facts.toml, with its source, or correct the key."
            yield Problem(passage.place(offset), "There is no fact “{key}”.", hint, {"key": key})


@manual_rule("FCT002")
def fact_to_review(manual: Manual) -> Iterator[Problem]:
    """A fact is past the day on which its source had to be looked at again.

    Amounts and limits change, often on a first of January or July. Until somebody has looked, the figure is a guess.

    Wrong::

        review_by = 2024-12-31

    Right::

        review_by = 2027-06-30
    """
    for key, fact in manual.facts.items():
        if fact.review_by < manual.today:
            message = "The fact {key} had to be looked at again by {date}."
            hint = "Look at its source, then set valid_from and review_by."
            values = {"key": key, "date": fact.review_by}
            yield Problem(manual.data_place("facts.toml", f"[{key}]"), message, hint, values)


@manual_rule("FCT003")
def fact_without_source(manual: Manual) -> Iterator[Problem]:
    """A fact has no source.

    Nobody can tell later where the figure came from, or look whether it still holds.

    Wrong::

        source_de = ""

    Right::

        source_de = "Art. 77 Abs. 4 uwrspz"
    """
    for key, fact in manual.facts.items():
        if not (fact.source_de.strip() and fact.source_pl.strip()):
            hint = "Write source_de and source_pl."
            place = manual.data_place("facts.toml", f"[{key}]")
            yield Problem(place, "The fact {key} has no source in one of the languages.", hint, {"key": key})


@passage_rule("FCT004", needs=r"€|EUR|Euro|zł|PLN")
def bare_amount(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """An amount of money stands in the text.

    Amounts change every year and depend on the place. Each is written once, in data/facts.toml, with its source and
    its validity, and cited with the role fact.

    Wrong::

        Die Familie erhält 1517 zł im Monat.

    Right::

        Die Familie erhält :fact:`benefit-foster-family` im Monat.
    """
    for found in _MONEY.finditer(passage.prose):
        message = "The amount “{amount}” is not a dated fact."
        hint = "Add it to data/facts.toml and cite it with :fact:`key`."
        yield Problem(passage.place(found.start()), message, hint, {"amount": found[0].strip()})


def _is_grounded(passage: Passage, offset: int, manual: Manual) -> bool:
    """Tell whether what stands at ``offset`` has its source beside it: a citation in its sentence or its box."""
    begin, end = next((one for one in passage.sentences if one[0] <= offset < one[1]), (0, len(passage.raw)))
    if any(role.name in {"law", "fact"} and begin <= role.start < end for role in passage.roles):
        return True
    source = passage if passage.document else manual.source_of(passage)
    if source is None or source.document is None:
        return True
    around = source.document.directive(source)
    if around is None:
        return False
    return around.name in _NOT_STATED or (around.name in _CITED and bool({"de", "pl"} & around.options.keys()))


@passage_rule("FCT005", needs=r"\d")
def bare_number(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """A percentage, or a number of persons or families, stands in the text without its source.

    How many children, families or colleagues there are is for the two offices to say, with a date. What a law limits
    stands beside its citation.

    Wrong::

        Ein Koordinator begleitet 15 Familien.

    Right::

        Ein Koordinator begleitet höchstens 15 Familien (:law:`art. 77 ust. 4 uwrspz`).
    """
    if not _DIGIT.search(passage.prose):
        return
    persons = manual.word("persons", passage.language)
    for found in _PERCENT.finditer(passage.prose):
        if not _is_grounded(passage, found.start(), manual):
            yield _bare(passage, found.start(), found[0])
    for found in _COUNT.finditer(passage.prose):
        if persons.fullmatch(found[2]) and not _is_grounded(passage, found.start(), manual):
            yield _bare(passage, found.start(), f"{found[1]} {found[2]}")


def _bare(passage: Passage, offset: int, number: str) -> Problem:
    message = "The number “{number}” has no source beside it."
    hint = "Cite the provision in the same sentence, or make it a fact: :fact:`key`"
    return Problem(passage.place(offset), message, hint, {"number": number})


@passage_rule("FCT006", needs=r"\d")
def bare_deadline(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """A deadline stands in a sentence without a citation.

    A deadline that nobody can look up is either too short or too long. It needs its provision in the same sentence.

    Wrong::

        Das Gericht wird innerhalb von 24 Stunden benachrichtigt.

    Right::

        Das Gericht wird innerhalb von 24 Stunden benachrichtigt (:law:`art. 12a ust. 5 uppd`).
    """
    if not _DIGIT.search(passage.prose):
        return
    units = manual.word("time", passage.language)
    said = -1  # end of the last one found, because “nie później niż w ciągu” announces one deadline by two words
    for found in manual.word("deadline", passage.language).finditer(passage.prose):
        rest = passage.prose[found.end() : found.end() + 40]
        announced = re.match(r"\s+(?:\w+\s+){0,2}?\d", rest) and units.search(rest)
        if announced and found.start() > said and not _is_grounded(passage, found.start(), manual):
            said = found.end() + 1
            text = " ".join((found[0] + rest).split()[:5])
            message = "The deadline “{text} …” has no citation in its sentence."
            hint = "Add the provision: :law:`…`"
            yield Problem(passage.place(found.start()), message, hint, {"text": text})


@passage_rule("FCT007", needs=":handbook:")
def unknown_handbook(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """A handbook is named that data/handbooks.toml does not have.

    A recommendation counts for as much as the handbook it comes from. Without its entry nobody can tell which one is
    meant, or what was read of it.

    Wrong::

        Zwei Fachkräfte gehen gemeinsam, rät das :handbook:`muster-2001`.

    Right::

        Zwei Fachkräfte gehen gemeinsam, rät das :handbook:`muster-2011`.
    """
    if not manual.documents:
        return
    for key, offset in _cited(passage, "handbook"):
        if key not in manual.handbooks:
            hint = "Add it to data/handbooks.toml, with what was read of it, or correct the key."
            yield Problem(passage.place(offset), "There is no handbook “{key}”.", hint, {"key": key})


@manual_rule("FCT008")
def handbook_with_empty_field(manual: Manual) -> Iterator[Problem]:
    """An entry of a handbook says nothing in one of its fields.

    The list of handbooks says of each what it is and what was read of it. What nobody has read is not named.

    Wrong::

        read_de = ""

    Right::

        read_de = "Kapitel 3, gelesen am 28.11.2026"
    """
    for key, handbook in manual.handbooks.items():
        for name in handbook.empty:
            message = "The handbook {key} has nothing in {field}."
            hint = "Write it, or take the handbook out."
            yield Problem(manual.data_place("handbooks.toml", f"[{key}]"), message, hint, {"key": key, "field": name})


@manual_rule("FCT009")
def handbook_not_named(manual: Manual) -> Iterator[Problem]:
    """No page names a handbook that data/handbooks.toml has.

    The list of handbooks shows only those that are named. An entry that nothing uses grows old unseen.

    Wrong::

        Zwei Fachkräfte gehen gemeinsam. :mark:`recommendation`

    Right::

        Zwei Fachkräfte gehen gemeinsam, rät das :handbook:`muster-2011`. :mark:`recommendation`
    """
    if not manual.documents:
        return
    named = {key for document in manual.documents for one in document.passages for key, _ in _cited(one, "handbook")}
    for key in manual.handbooks:
        if key not in named:
            hint = "Name it where it helps, with :handbook:`…`, or delete the entry."
            place = manual.data_place("handbooks.toml", f"[{key}]")
            yield Problem(place, "No page names the handbook {key}.", hint, {"key": key})
