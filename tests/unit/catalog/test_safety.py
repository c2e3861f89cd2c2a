"""What looks dangerous and is not: no honest translator is stopped for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from crossborder.catalog import safety
from crossborder.catalog.message import Message
from crossborder.catalog.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crossborder.catalog.fault import Fault

HARMLESS = [
    ("Data: 12 maja.", safety.foreign_links),
    ("Zob. :data:`nazwa` i :file:`plik`.", safety.foreign_links),
    ("Wpisz ``{imię}``.", safety.added_markdown),
    ("Wpisz ``{imie}``, potem dalej.", safety.added_markdown),
]
DANGEROUS = [
    ("Zob. data:text/html;base64,PHNjcmlwdD4=", safety.foreign_links),
    ("Zob. {raw}`x`", safety.added_markdown),
    ("Zob. {raw}``x``", safety.added_markdown),
]


@pytest.mark.parametrize(("target", "rule"), HARMLESS)
def test_harmless(target: str, rule: Callable[[Pair], Iterator[Fault]]) -> None:
    assert not list(rule(Pair(Message("Hallo.", (target,)))))


@pytest.mark.parametrize(("target", "rule"), DANGEROUS)
def test_dangerous(target: str, rule: Callable[[Pair], Iterator[Fault]]) -> None:
    assert list(rule(Pair(Message("Hallo.", (target,)))))
