"""Comments of PO files, which some programs break at the edge of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WRAPPED = 56  #: a comment line at least this long may have been broken by a program
_FRESH_LINE = re.compile(r"[\w-]+:( |$)|[-*•#|]")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Return the lines of a comment with those joined that a program has broken."""
    joined: list[str] = []
    broken = False
    for line in lines:
        if broken and line and not _FRESH_LINE.match(line):
            joined[-1] += " " + line
        else:
            joined.append(line)
        broken = len(line) >= _WRAPPED
    return joined
