"""Words by their stems, so that „rodziny zastępczej” is found where „rodzina zastępcza” is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAMES = {"de": "german", "en": "english", "pl": "polish"}


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = _NAMES.get(language)
    if name is None:
        return str
    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return cache(stem)


@cache
def stems(text: str, language: str) -> tuple[str, ...]:
    """Return the stems of the words of ``text``; of a language without a stemmer its words in lower case."""
    stem = _stemmer(language)
    return tuple(stem(word) for word in _WORD.findall(text.lower()))


def places(wanted: Sequence[str], found: Sequence[str]) -> list[int]:
    """Return the indexes at which the stems ``wanted`` stand in ``found``, one right after the other."""
    size = len(wanted)
    return [start for start in range(len(found) - size + 1) if tuple(found[start : start + size]) == tuple(wanted)]
