"""When two citations are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.catalog.structure import same_text
from crossborder.law import CitationError

if TYPE_CHECKING:
    from collections.abc import Hashable

    from crossborder.catalog.structure import LawKey
    from crossborder.law import Register


def law_key(register: Register | None) -> LawKey:
    """Return what says when two citations are the same: what they cite if there is a register, else their words."""
    if register is None:
        return same_text

    def key(text: str) -> Hashable:
        found = register.citations(text)
        return text if isinstance(found, CitationError) else found

    return key
