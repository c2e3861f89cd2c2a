"""The extension's own words in the languages of its readers.

The msgids are English; ``de.po`` and ``pl.po`` beside this file hold the German and Polish words.
They are read as they are, so that there is no compiled catalog that could be older than its source.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("en", "de", "pl")


class _Words(gettext.NullTranslations):
    """Translations from a PO file, read once."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        return self._words.get(message) or super().gettext(message)


@cache
def _catalog(language: str) -> dict[str, str]:
    path = Path(__file__).with_name(f"{language}.po")
    if language not in LANGUAGES or not path.is_file():
        return {}
    with path.open("rb") as file:
        catalog = read_po(file)
    return {cast("str", message.id): cast("str", message.string) for message in catalog if message.id}


def translations(language: str) -> gettext.NullTranslations:
    """Return the extension's words in ``language`` ('de', 'pl'; any other language gives English).

    Each call returns an object of its own, because whoever adds it to another as a fallback changes it.
    """
    return _Words(_catalog(language))


def words(language: str) -> Callable[[str], str]:
    """Return a function that says English msgids in ``language``, by custom called ``_``."""
    return translations(language).gettext
