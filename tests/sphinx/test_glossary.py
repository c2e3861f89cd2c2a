"""The glossary of each edition: its order, its links, and nothing of it for translators."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from pathlib import Path

TERM = """[[term]]
de = "{de}"
pl = "{pl}"
avoid_pl = ["{avoid}"]
definition_de = "Was {de} bedeutet."
definition_pl = "Co znaczy {pl}."
source = "Projektquelle"
"""
TERMS = (
    ("Zeuge", "świadek", "widz"),
    ("Ärztin (Polen)", "łączniczka (w Polsce)", "lekarz"),
    ("Arzt", "lud", "x"),
    ("Azubi", "mama; mamusia", "y"),
)
PAGE = "Begriffe\n========\n\nEine :term:`Ärztin`, :term:`Ärztinnen <Ärztin (Polen)>`.\n\n.. glossary-of-terms::\n"
Build: TypeAlias = Callable[[str, str], str]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that builds the page in a language and returns the output file's text."""
    source = tmp_path / "source"
    (tmp_path / "data" / "law").mkdir(parents=True)
    (tmp_path / "data" / "law" / "statutes.toml").write_text("")
    terms = "\n".join(TERM.format(de=de, pl=pl, avoid=avoid) for de, pl, avoid in TERMS)
    (tmp_path / "data" / "terms.toml").write_text(terms, encoding="utf-8")
    source.mkdir()
    (source / "conf.py").write_text("extensions = ['crossborder']\ngettext_additional_targets = ['index']\n")
    (source / "index.rst").write_text(PAGE, encoding="utf-8")

    def run(builder: str, language: str) -> str:
        out = tmp_path / builder / language
        app = SphinxTestApp(builder, source, builddir=out, confoverrides={"language": language})
        app.build()
        app.cleanup()
        assert "WARNING" not in app.warning.getvalue()
        name = "index.pot" if builder == "gettext" else "index.html"
        return (app.outdir / name).read_text(encoding="utf-8")

    return run


def heads(page: str) -> list[str]:
    """Return the terms of a page in order."""
    return [re.sub(r"<.*", "", text).strip() for text in re.findall(r'<dt id="term-[^"]*">(.*)', page)]


def test_each_language_has_its_own_order(build: Build) -> None:
    assert heads(build("html", "de")) == ["Arzt", "Ärztin (Polen)", "Azubi", "Zeuge"]
    assert heads(build("html", "pl")) == ["lud", "łączniczka (w\N{NO-BREAK SPACE}Polsce)", "mama; mamusia", "świadek"]


def test_german_terms_are_targets_in_both_editions(build: Build) -> None:
    for language in ("de", "pl"):
        assert build("html", language).count('href="#term-aerztin-polen"><span') == 2


def test_the_other_language_is_marked_and_misleading_words_are_named(build: Build) -> None:
    page = build("html", "pl")
    assert 'Po niemiecku: <em class="foreign"><span lang="de">Ärztin (Polen)</span></em>' in page
    assert "Nie: „lekarz”" in page
    assert "lekarz" not in build("html", "de")


def test_nothing_of_it_is_given_to_translators(build: Build) -> None:
    template = build("gettext", "de")
    assert "Eine :term:`Ärztin`" in template
    assert "bedeutet" not in template
    assert '"Azubi"' not in template
