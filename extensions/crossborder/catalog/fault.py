"""What is wrong with a translation, before anyone has said it in a language or named a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one translation."""

    message: str  #: English msgid with ``{name}`` fields
    hint: str = ""  #: how to mend it, English msgid with ``{name}`` fields
    values: Mapping[str, object] = field(default_factory=dict)  #: what the fields stand for
    offset: int = 0  #: where in the translation it begins, in characters
