"""The pages of the web edition: their words, their links, and what they load."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tests.web import LANGUAGES, Page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.web import Element

#: words that no German or Polish sentence of the specimen has, but Sphinx and its themes
_ENGLISH = """
the with from and this that these page pages search searching results next previous home back top skip content
toggle light dark color colour mode expand sidebar permalink heading image table figure copyright made last
updated show hide please activate enable error contents quick built using created see also note warning
attention important footnotes definition of nothing found save load file clear print row column country
germany poland section previous version language worksheet practice element chapter purpose aspect
"""
ENGLISH = frozenset(_ENGLISH.split())
#: English words that are German or Polish ones too
ALSO = {"de": {"version", "section", "note", "of"}, "pl": {"note", "top", "of"}}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(page: Page) -> str:
    return page.path.relative_to(page.path.parents[1]).parts[0]


def words_in(texts: Iterable[tuple[str, str]], language: str) -> set[str]:
    """Return the words of the page's own language, in lower case."""
    return {word for lang, text in texts if lang == language for word in _WORD.findall(text.lower())}


def manual_pages(site: Path, site_pages: list[Page]) -> list[Page]:
    return [page for page in site_pages if page.path.parent != site]


def test_both_editions_have_the_same_pages(site: Path) -> None:
    found = [{path.relative_to(site / lang) for path in (site / lang).rglob("*.html")} for lang in LANGUAGES]
    assert found[0] == found[1]
    assert len(found[0]) > 10


def test_no_english_word_is_left(site: Path, site_pages: list[Page]) -> None:
    for page in manual_pages(site, site_pages):
        language = page.elements[0].attributes["lang"]
        shown = page.texts + page.attributes("aria-label", "title", "placeholder", "alt", "data-label")
        assert not words_in(shown, language) & (ENGLISH - ALSO[language]), page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_show_no_english_word(site: Path, language: str) -> None:
    text = (site / language / "_static" / "words.js").read_text(encoding="utf-8")
    shown = re.findall(r':\s+\[?\s*"((?:[^"\\]|\\.)*)"', text)
    said = {word for entry in shown for word in _WORD.findall(entry.encode().decode("unicode_escape").lower())}
    assert len(shown) > 10
    assert not said & (ENGLISH - ALSO[language])


def test_each_page_says_its_language_and_its_counterpart(site: Path, site_pages: list[Page]) -> None:
    for page in manual_pages(site, site_pages):
        language = page.elements[0].attributes["lang"]
        assert page.path.relative_to(site).parts[0] == language
        pairs = {e.attributes["hreflang"]: page.resolve(e.attributes["href"])[0] for e in alternates(page)}
        assert set(pairs) == set(LANGUAGES)
        inside = page.path.relative_to(site / language)
        assert pairs == {lang: site / lang / inside for lang in LANGUAGES}


def alternates(page: Page) -> list[Element]:
    return [e for e in page.elements if e.tag == "link" and e.attributes.get("rel") == "alternate"]


def test_the_switch_leads_to_the_same_page_and_each_heading_to_itself(site: Path, site_pages: list[Page]) -> None:
    by_path = {page.path: page for page in site_pages}
    headings = 0
    for page in manual_pages(site, site_pages):
        for element, address in page.links():
            if element.tag == "a" and "hreflang" in element.attributes:
                path, fragment = page.resolve(address)
                assert path in by_path, address
                if fragment:
                    headings += 1
                    assert fragment in by_path[path].ids, address
    assert headings >= 4


def test_all_links_inside_the_site_resolve(site_pages: list[Page]) -> None:
    by_path = {page.path: page for page in site_pages}
    for page in site_pages:
        for _, address in page.links():
            if urlsplit(address).scheme:
                continue
            path, fragment = page.resolve(address)
            assert path.is_file(), f"{page.path}: {address}"
            if fragment and path in by_path:
                assert fragment in by_path[path].ids, f"{page.path}: {address}"


def test_nothing_is_loaded_from_elsewhere(site: Path, site_pages: list[Page]) -> None:
    for page in site_pages:
        for element, address in page.links():
            if element.tag != "a":
                assert not urlsplit(address).scheme, f"{page.path}: {address}"
                assert not urlsplit(address).netloc, f"{page.path}: {address}"
    for style in site.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^)\"']+)", style.read_text(encoding="utf-8")):
            assert address.startswith("data:") or not urlsplit(address).netloc, f"{style}: {address}"


def test_the_policy_forbids_scripts_and_styles_in_the_page(site_pages: list[Page]) -> None:
    for page in site_pages:
        policy = next(e.attributes["content"] for e in page.elements if "http-equiv" in e.attributes)
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "http" not in policy
        assert not [e for e in page.elements if e.tag == "style"]
        assert not [e for e in page.elements if e.tag == "script" and "src" not in e.attributes]
        assert not [name for e in page.elements for name in e.attributes if name.startswith("on")]


def test_ids_are_given_once(site_pages: list[Page]) -> None:
    for page in site_pages:
        given = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
        assert len(given) == len(set(given)), page.path


def test_the_foot_names_law_date_and_version(site: Path) -> None:
    german, polish = ((site / lang / "a1-erstes.html").read_text(encoding="utf-8") for lang in LANGUAGES)
    assert re.search(r"Rechtsstand: Deutschland \d+\. \w+ \d{4}</p>", german)
    assert re.search(r"Stan prawny: Niemcy \d+ \w+ \d{4}</p>", polish)
    assert "Fassung 1.2" in german
    assert "Wersja 1.2" in polish


def test_a_chapter_shows_its_id_in_the_contents_and_above_its_title(site: Path) -> None:
    assert '<span class="chapter-id">A1</span> Erstes Kapitel' in (site / "de/index.html").read_text(encoding="utf-8")
    assert '<li><span class="chapter-id">A1</span></li>' in (site / "de/a1-erstes.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "order"),
    [("de", ["Abend", "Ärger", "Lager", "Łódź", "Zebra"]), ("pl", ["Abend", "Ärger", "Lager", "Łódź", "Zebra"])],
)
def test_the_index_follows_the_alphabet(site: Path, language: str, order: list[str]) -> None:
    entries = [text for _, text in Page(site / language / "genindex.html").texts]
    places = [entries.index(word) for word in order]
    assert places == sorted(places)
    assert ("Ł" in entries) is (language == "pl")


def test_head_cells_have_a_scope(site: Path, site_pages: list[Page]) -> None:
    heads = [e for page in manual_pages(site, site_pages) for e in page.elements if e.tag == "th"]
    assert {e.attributes.get("scope") for e in heads} == {"row", "col"}


def test_the_start_page_offers_both_languages_without_a_script(site: Path) -> None:
    page = Page(site / "index.html")
    assert [(lang, text) for lang, text in page.texts if text in {"Deutsch", "Polski"}] == [
        ("de", "Deutsch"),
        ("pl", "Polski"),
    ]
    assert not [e for e in page.elements if e.tag == "script" or e.attributes.get("http-equiv") == "refresh"]
