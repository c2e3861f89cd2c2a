"""How far two German texts say the same: the ground for guessing that an old translation still fits."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from crossborder.catalog.numerals import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

ENOUGH = 0.8
_ROLE = re.compile(r":([\w:.+-]+):`([^`]*)`")
_NO = re.compile(
    r"\b(nicht\w*|nie|niemals|ohne|außer|nirgends|niemand\w*|weder|kein(e[mnrs]?)?|un(?=zulässig|möglich|wirksam)"
    r"|verboten\w*|untersagt\w*|ausgeschlossen\w*)\b",
    re.IGNORECASE,
)


def same_facts(one: str, other: str) -> bool:
    """Tell whether two German texts have the same numbers, negations and marked-up targets."""
    return (
        numbers(one, "de") == numbers(other, "de")
        and Counter(_ROLE.findall(one)) == Counter(_ROLE.findall(other))
        and len(_NO.findall(one)) == len(_NO.findall(other))
    )


def likeness(one: str, other: str, *, at_least: float = ENOUGH) -> float:
    """Return how alike two texts are from 0 to 1; 0 where that is below ``at_least``."""
    longest = max(len(one), len(other))
    if not longest or 2 * min(len(one), len(other)) < at_least * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < at_least or matcher.quick_ratio() < at_least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= at_least else 0.0


def best_match(text: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that is most like ``text`` and states the same facts, or None."""
    rated = [(likeness(text, candidate), candidate) for candidate in candidates]
    good = sorted((pair for pair in rated if pair[0] > ENOUGH), reverse=True)
    return next((candidate for _rate, candidate in good if same_facts(text, candidate)), None)
