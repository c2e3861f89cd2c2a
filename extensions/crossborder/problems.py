"""Mistakes of an author: what kinds there are, and how one is reported at its line."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from docutils.nodes import Element

LOGGER = logging.getLogger(__name__)


class Problem(Enum):
    """What can be wrong; the value is the subtype of the warning (``crossborder.unknown-statute``)."""

    UNKNOWN_STATUTE = "unknown-statute"
    """A citation names a statute that ``data/law`` does not know."""
    UNREADABLE_CITATION = "unreadable-citation"
    """A citation cannot be read to its end."""
    MISSING_PROVISION = "missing-provision"
    """The statute has no such provision or subdivision, or it is repealed."""
    MISSING_LAW = "missing-law"
    """A side has text but no citation."""
    MISSING_SIDE = "missing-side"
    """The text of a country is missing although the relation promises it."""
    UNEXPECTED_SIDE = "unexpected-side"
    """There is text for a country that the relation says has no counterpart."""
    BAD_RELATION = "bad-relation"
    """A relation is missing, or is none of the five."""
    BAD_OPTION = "bad-option"
    """An option is missing, or its value is none of those allowed."""
    BAD_FIELD = "bad-field"
    """A field is unknown, given twice, empty, or missing."""
    BAD_CONTENT = "bad-content"
    """The content of a directive does not have the form that the directive needs."""
    UNKNOWN_FACT = "unknown-fact"
    """A fact is not in ``data/facts.toml``."""
    UNKNOWN_HANDBOOK = "unknown-handbook"
    """A handbook is not in ``data/handbooks.toml``."""
    UNKNOWN_MARK = "unknown-mark"
    """A mark is none of those that there are."""
    DUPLICATE = "duplicate-id"
    """Two worksheets or two practice elements have the same id."""

    def warn(self, message: str, location: str) -> None:
        """Report ``message`` at ``location`` ("path:line")."""
        LOGGER.warning("%s", message, type="crossborder", subtype=self.value, location=location)


def place_of(node: Element) -> tuple[str, int]:
    """Return file and line of ``node``: its own, else those of the text around it, to the very line of a role."""
    around = node
    while around.line is None and around.parent is not None:
        around = around.parent
    line = around.line or 0
    before, found, _ = around.rawsource.partition(node.rawsource or "\0")
    if found and around is not node:
        line += before.count("\n")
    return around.source or "", line


def report(node: Element) -> None:
    """Report the problem that ``node`` carries as ``(kind, message)``."""
    problem, message = node["problem"]
    source, line = place_of(node)
    Problem(problem).warn(message, f"{source}:{line}")
