"""What the words of two texts tell: what is found, and what is let stand."""

from __future__ import annotations

import pytest

from crossborder.catalog import wording
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
