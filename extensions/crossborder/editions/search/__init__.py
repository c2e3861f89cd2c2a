"""The search of the web edition: Sphinx's own, taught German compounds, Polish, and provisions as they are typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.domain import domain_of
from crossborder.editions.search.citations import CitationEntries
from crossborder.editions.search.languages import search_languages
from crossborder.terms import load_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_WORD = re.compile(r"[^\W\d_]+")


def _german_words(app: Sphinx) -> Iterator[str]:
    """Yield the words of the agreed German terms, if the manual has any."""
    path = domain_of(app.env).folder / "terms.toml"
    if path.is_file():
        for term in load_terms(path):
            yield from _WORD.findall(term.german)


def _add_languages(app: Sphinx) -> None:
    statutes = domain_of(app.env).register.statutes.values()
    for language in search_languages(statutes, _german_words(app)):
        app.add_search_language(language)


def setup(app: Sphinx) -> None:
    """Register languages and entries; the domain must have read its data before."""
    app.add_post_transform(CitationEntries)
    app.connect("builder-inited", _add_languages)
