"""German and Polish for Sphinx's search: how a text becomes words, and a word its stem."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import snowballstemmer
from sphinx.search import SearchLanguage
from sphinx.search.de import SearchGerman
from typing_extensions import override

from crossborder.editions.search.stop_words import CITATION_WORDS, POLISH
from crossborder.editions.search.text import compound_parts, text_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crossborder.law import Statute

_HERE = Path(__file__).parent
_POLISH_SIGNS = str.maketrans("ąćęłńóśźż", "acelnoszz")


def query_code(statutes: Iterable[Statute], language: str) -> str:
    """Return the script that reads queries, with the names of ``statutes`` that it has to know.

    The longest name comes first, because it may hold a shorter one.
    """
    names: dict[str, tuple[str, str]] = {}
    for statute in statutes:
        abbreviation = statute.abbreviation(language).lower()
        sign = "§" if statute.sign == "§" else "art"
        for name in (*statute.abbreviations.values(), *statute.aliases):
            names.setdefault(name.lower().replace("\N{NO-BREAK SPACE}", " "), (abbreviation, sign))
    rows = [[name, *names[name]] for name in sorted(names, key=lambda name: (-len(name), name))]
    data = json.dumps({"statutes": rows}, ensure_ascii=False)
    return f"const search_data = {data};\n{_script('query.js')}"


def _script(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


class ManualGerman(SearchGerman):
    """German, with provisions as words and compounds found by their parts."""

    stopwords = frozenset(SearchGerman.stopwords | CITATION_WORDS)
    vocabulary: tuple[str, ...] = ()  #: what compounds are made of

    @override
    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._parts = compound_parts(self.vocabulary)

    @override
    def split(self, input: str) -> list[str]:
        words = text_words(input)
        return words + sorted(part for word in words for part in self._parts(word))


class ManualPolish(SearchLanguage):
    """Polish, with Snowball's stems; signs are taken off, so that words can be typed without them."""

    lang = "pl"
    language_name = "Polish"
    stopwords = POLISH | CITATION_WORDS
    js_stemmer_code = _script("polish_stemmer.js") + _script("polish.js")

    @override
    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self._stemmer = snowballstemmer.stemmer("polish")

    @override
    def split(self, input: str) -> list[str]:
        return text_words(input)

    @override
    def stem(self, word: str) -> str:
        return str(self._stemmer.stemWord(word.lower())).translate(_POLISH_SIGNS)


def search_languages(statutes: Iterable[Statute], words: Iterable[str]) -> tuple[type[SearchLanguage], ...]:
    """Return both languages for a manual that cites ``statutes`` and has the German terms ``words``."""
    statutes = tuple(statutes)

    class German(ManualGerman):
        js_splitter_code = query_code(statutes, "de")
        vocabulary = tuple(words)

    class Polish(ManualPolish):
        js_splitter_code = query_code(statutes, "pl")

    return German, Polish
