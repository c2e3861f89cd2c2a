"""Words by their stems, so that „rodziny zastępczej” is found where „rodzina zastępcza” is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Callable

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
    return tuple(map(_stemmer(language), _WORD.findall(text.lower())))


def places(wanted: tuple[str, ...], found: tuple[str, ...]) -> list[int]:
    """Return the indexes at which the stems ``wanted``, one or more, stand in ``found``, one right after the other."""
    first, size = wanted[0], len(wanted)
    return [start for start, stem in enumerate(found) if stem == first and found[start : start + size] == wanted]
