"""Lists of words by language, and how they are found in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from crossborder.errors import ManualError
from crossborder.toml_file import line_of, read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    #: words by the name of their list and their language
    Words = Mapping[str, Mapping[str, tuple[str, ...]]]


def load_words(path: Path) -> Words:
    """Return the lists of a file.

    :raises ManualError: if the file can't be read, or a list is none.
    """
    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, table in read_toml(path).items():
        languages = table.items() if isinstance(table, dict) else [("", None)]
        for language, words in languages:
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                message = "{name} has to be a table with a list of words for each language."
                raise ManualError(message, path=path, line=line_of(path, f"[{name}]"), name=name)
            lists.setdefault(name, {})[language] = tuple(words)
    return lists


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of ``words`` in a text, as a whole word, in any case of letters."""
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=len, reverse=True)
    parts = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in longest_first)
    initials = re.escape("".join({letter for word in words for letter in (word[0].lower(), word[0].upper())}))
    return re.compile(rf"\b(?=[{initials}])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
