"""The gate that every translation passes before it is published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.catalog.safety import SAFETY
from crossborder.catalog.structure import STRUCTURE, citations_differ, same_text

if TYPE_CHECKING:
    from crossborder.catalog.fault import Fault
    from crossborder.catalog.message import Message
    from crossborder.catalog.pair import Pair
    from crossborder.catalog.structure import LawKey

_WAIVER = re.compile(r"waive:\s*(TRL\d{3})\s+\S+\s+\S")


def waived(message: Message) -> set[str]:
    """Return the codes that a translator lets stand in a message, with a reason; nobody can do that for ``SEC``."""
    return {found[1] for comment in message.comments if (found := _WAIVER.search(comment))}


def is_safe(pair: Pair) -> bool:
    """Tell whether a translation brings nothing with it that its source does not have."""
    return pair.plain or not any(fault for rule in SAFETY.values() for fault in rule(pair))


def refusals(pair: Pair, law_key: LawKey = same_text) -> list[tuple[str, Fault]]:
    """Return why a translation cannot be published, each reason with the code of its rule; none for a good one.

    :param law_key: says when two citations are the same.
    """
    if pair.plain:
        return []
    found = [(code, fault) for code, rule in SAFETY.items() for fault in rule(pair)]
    for code, rule in STRUCTURE.items():
        faults = citations_differ(pair, law_key) if code == "TRL006" else rule(pair)
        found += [(code, fault) for fault in faults]
    let_stand = waived(pair.message)
    return [(code, fault) for code, fault in found if code not in let_stand]
