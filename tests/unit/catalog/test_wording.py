"""What the words of two texts tell: what is found, and what is let stand."""

from __future__ import annotations

import pytest

from crossborder.catalog import structure, wording
from crossborder.catalog.message import Message
from crossborder.catalog.pair import Pair
from crossborder.catalog.wording import Tongues

DE_PL = Tongues("de", "pl")

SAME_NUMBERS = [
    ("innerhalb von drei Tagen", "w ciągu 3 dni"),
    ("die dreimonatige Frist", "trzymiesięczny termin"),
    ("alle vierzehn Tage", "co dwa tygodnie, w rytmie dwutygodniowym"),
    ("zwölf Kinder", "dwanaścioro dzieci"),
    ("fünf Jahre", "pięć lat"),
    ("zehn Plätze", "dziesięć miejsc"),
]
OTHER_NUMBERS = [
    ("innerhalb von drei Tagen", "w ciągu trzydziestu dni"),
    ("innerhalb von 3 Tagen", "w terminie trzynastu dni"),
    ("vier Kinder", "czterdzieścioro dzieci"),
    ("fünf Jahre", "pięćdziesiąt lat"),
    ("nach 30 Tagen", "po trzech dniach"),
]


def faults(source: str, target: str) -> list[str]:
    return [fault.message for fault in wording.numbers_differ(Pair(Message(source, (target,))), DE_PL)]


@pytest.mark.parametrize(("source", "target"), SAME_NUMBERS)
def test_a_number_may_be_said_in_another_form(source: str, target: str) -> None:
    assert faults(source, target) == []


@pytest.mark.parametrize(("source", "target"), OTHER_NUMBERS)
def test_a_number_that_begins_like_another_is_not_that_one(source: str, target: str) -> None:
    assert faults(source, target)


def test_words_of_an_unknown_language_may_say_a_small_number() -> None:
    def found(target: str) -> bool:
        pair = Pair(Message("Wait 2 days or 30 days.", (target,)))
        return bool(list(wording.numbers_differ(pair, Tongues("en", "es"))))

    assert not found("Espere dos días o 30 días.")
    assert list(wording.numbers_differ(Pair(Message("2 days", ("9 dni",))), Tongues("", "pl")))
    assert found("Espere dos días o veinte días.")


@pytest.mark.parametrize(
    "target",
    [
        "Dziecko mieszka u ciotki, *und sie sorgt für das Kind*.",
        "Dziecko mieszka u ciotki, 'und sie sorgt für das Kind'.",
        "Dziecko mieszka u ciotki, „und sie sorgt für das Kind”.",
    ],
)
def test_quoted_and_emphasised_words_may_be_foreign(target: str) -> None:
    pair = Pair(Message("Das Kind wohnt bei der Tante, und sie sorgt für das Kind.", (target,)))
    assert not list(wording.words_left(pair, DE_PL))


def test_may_is_a_month_only_with_a_capital_letter() -> None:
    def found(source: str, target: str) -> list[str]:
        pair = Pair(Message(source, (target,)))
        return [fault.message for fault in wording.numbers_differ(pair, Tongues("en", "pl"))]

    assert found("Three times 0.1 may not be 0.3.", "Trzy razy 0,1 może nie dać 0,3.") == []
    assert found("On 3 May.", "Dnia 3 maja.") == []
    assert found("On 3 May.", "Dnia 3 czerwca.")


def test_a_title_that_is_a_question_ends_no_sentence() -> None:
    def found(source: str, target: str) -> bool:
        return bool(list(wording.end_differs(Pair(Message(source, (target,))), DE_PL)))

    assert not found("Anleitungen", "Poradnik „Jak to zrobić?”")
    assert found("Das Kind fragt: „Wer hilft?“", "Dziecko pyta: „Kto pomaga”")
    assert found("Anleitungen", "Jak to zrobić?")


def test_names_with_hyphens_are_no_sentence() -> None:
    def found(text: str) -> bool:
        return bool(list(wording.left_as_it_was(Pair(Message(text, (text,))), Tongues("en", "pl"))))

    assert not found("utf-16-be, utf-16-le, utf-32-be, utf-32-le, to-be, it-is")
    assert found("This is to be decided by the well-known court.")


def test_a_named_link_may_have_words_of_its_own() -> None:
    def found(target: str) -> bool:
        return bool(list(structure.references_differ(Pair(Message("See `Our plan`_.", (target,))))))

    assert not found("Zob. `Nasz plan`_.")
    assert not found("Zob. `Nasz plan <our plan_>`_.")
    assert found("Zob. `Nasz plan <their plan_>`_.")
    assert found("Zob. nasz plan.")


LITERALS = {
    "The Python command.": ("Polecenie ``python``.", True),
    "Use docstrings.": ("Użyj ``docstrings``.", True),
    "Call ``exit('an error')``.": ("Wywołaj ``exit('jakiś błąd')``.", True),
    "Say ``Got your back.`` to it.": ("Powiedz ``Mam cię na oku.``", True),
    "The ``size`` counts.": ("Liczy się ``rozmiar``.", False),
    "Call ``exit('error')``.": ("Wywołaj ``exit('błąd')``.", False),
    "Use ``pip install --user``.": ("Użyj ``pie install --user``.", False),
    "If ``stdin=PIPE`` or ``(size_t)-1``.": ("Jeśli ``stdin = PIPE`` lub ``(size_t) -1``.", True),
    "Call ``set(x)``.": ("Wywołaj ``set (x)``.", True),
    "Pass ``' -x'``.": ("Podaj ``'-x'``.", False),
    "**Now** call.": ("Teraz ``call``.", False),
}


@pytest.mark.parametrize("source", LITERALS)
def test_what_is_literal_stays_unless_it_is_a_sentence(source: str) -> None:
    target, right = LITERALS[source]
    assert bool(list(structure.emphasis_differs(Pair(Message(source, (target,)))))) is not right
