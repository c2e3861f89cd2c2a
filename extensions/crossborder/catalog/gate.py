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

#: a text without any of these can neither act nor lead anywhere
_SUSPECT = re.compile(r"[<&`*|_\\@#\[\]{}~\x00-\x1f\x7f\x85\u2028-\u202e\u2066-\u2069]|:\S|^\s*\.\.(?!\.)|:::")


_WAIVER = re.compile(r"waive:\s*(TRL\d{3})\s+\S+\s+\S")


def waived(message: Message) -> set[str]:
    """Return the codes that a translator lets stand in a message, with a reason; nobody can do that for ``SEC``."""
    return {found[1] for comment in message.comments if (found := _WAIVER.search(comment))}


def harmless(text: str) -> bool:
    """Tell at once whether ``text`` is plain: nothing in it can be markup, act or hide."""
    return not _SUSPECT.search(text)


def refusals(pair: Pair, law_key: LawKey = same_text) -> list[tuple[str, Fault]]:
    """Return why a translation cannot be published, each reason with the code of its rule; none for a good one.

    :param law_key: says when two citations are the same.
    """
    if harmless(pair.target) and harmless(pair.source):
        return []
    found = [(code, fault) for code, rule in SAFETY.items() for fault in rule(pair)]
    for code, rule in STRUCTURE.items():
        faults = citations_differ(pair, law_key) if code == "TRL006" else rule(pair)
        found += [(code, fault) for fault in faults]
    let_stand = waived(pair.message)
    return [(code, fault) for code, fault in found if code not in let_stand]
