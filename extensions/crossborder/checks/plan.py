"""The plan that the chapters of a manual keep, as its data says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from crossborder.errors import ManualError
from crossborder.toml_file import read_toml

if TYPE_CHECKING:
    from pathlib import Path


class PlannedSection(NamedTuple):
    """A section that each chapter has."""

    label: str  #: end of its label, after the chapter's own and a hyphen
    heading: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Which pages are chapters, and the sections of a chapter in order."""

    chapter: str = r"(?!)"  #: what the labels of chapters look like, as a regular expression
    sections: tuple[PlannedSection, ...] = ()


def load_plan(path: Path) -> Plan:
    """Return the plan of a file.

    :raises ManualError: if the file can't be read, or is no plan.
    """
    content = read_toml(path)
    sections = content.get("section", [])
    try:
        re.compile(content["chapter"])
        return Plan(content["chapter"], tuple(PlannedSection(one["label"], one["heading"]) for one in sections))
    except (KeyError, TypeError, re.error) as error:
        message = "A plan has the pattern “chapter” and [[section]] tables with “label” and “heading”."
        raise ManualError(message, path=path) from error
