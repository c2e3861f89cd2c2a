"""The search of the web edition: words in any form, parts of compounds, provisions as they are typed."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import snowballstemmer
import sphinx
from babel.messages.pofile import read_po
from snowballstemmer.polish_stemmer import PolishStemmer
from tests.sphinx.manuals import ROOT, new_manual
from tests.web import WEB_SETTINGS, put_side_by_side

from crossborder.editions.search.languages import ManualPolish
from crossborder.editions.search.text import text_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_TERMS = """
[[term]]
de = "{de}"
pl = "x"
avoid_pl = []
definition_de = "x"
definition_pl = "x"
source = "x"
"""
_GERMAN = {
    "a-pflege": "Vollzeitpflege\n==============\n\nDie Vollzeitpflege dauert an.\n",
    "b-gericht": "Gericht\n=======\n\nDas Familiengericht und die Träger, :law:`§ 44 Abs. 2 SGB VIII`.\n",
    "c-schutz": """Schutz
======

.. _c-kern:

Kern
----

.. legal-basis:: Wer schützt?
   :name: rb-schutz
   :de: § 44 Abs. 1 SGB VIII
   :pl: art. 112¹ § 1 KRO
   :relation: different

   :de: Das Amt.
   :pl: Das Gericht.
""",
    "d-blatt": """Blatt
=====

.. worksheet:: Notfalltasche
   :id: T-D1-1

   :text: Name
""",
}
_POLISH = {
    "a-pflege": {"Vollzeitpflege": "Rodziny zastępcze", "Die Vollzeitpflege dauert an.": "Rodzinom trzeba pomagać."},
    "b-gericht": {
        "Gericht": "Sąd",
        "Das Familiengericht und die Träger, :law:`§ 44 Abs. 2 SGB VIII`.": (
            "Prawa rodziców, :law:`§ 44 Abs. 2 SGB VIII`."
        ),
    },
}


@pytest.fixture(scope="module")
def found_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with little text."""
    manual = new_manual(tmp_path_factory.mktemp("search"), _GERMAN)
    with (manual.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(WEB_SETTINGS)
    (manual.data / "terms.toml").write_text("".join(_TERMS.format(de=de) for de in ("Pflege", "Gericht")), "utf-8")
    for docname, messages in _POLISH.items():
        manual.translate(docname, messages)
    return put_side_by_side(manual, manual.folder / "site")


def search(page: Page, site: Path, language: str, query: str) -> list[str]:
    """Return the addresses that the search page offers for ``query``, relative to the edition."""
    page.goto(f"{(site / language / 'search.html').as_uri()}?q={quote(query)}")
    page.wait_for_selector(".search-summary:not(:empty)")
    links = page.locator("ul.search li > a")
    return [link.get_attribute("href") or "" for link in links.all()]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Pflege", "a-pflege.html"),
        ("pflege", "a-pflege.html"),
        ("Vollzeitpflege", "a-pflege.html"),
        ("Gerichte", "b-gericht.html"),
        ("Familiengerichte", "b-gericht.html"),
        ("Traeger", "b-gericht.html"),
        ("T-D1-1", "d-blatt.html#t-d1-1"),
        ("t-d1-1", "d-blatt.html#t-d1-1"),
        ("Notfalltasche", "d-blatt.html#t-d1-1"),
        ("§ 44", "c-schutz.html#rb-schutz"),
        ("§44", "c-schutz.html#rb-schutz"),
        ("44 SGB VIII", "c-schutz.html#rb-schutz"),
        ("SGB VIII 44", "c-schutz.html#rb-schutz"),
        ("sgb viii § 44 abs. 2 satz 1", "c-schutz.html#rb-schutz"),
        ("§ 44 SGB VIII Familiengericht", "b-gericht.html"),
        ("art. 112¹ KRO", "c-schutz.html#rb-schutz"),
        ("Art. 112^1", "c-schutz.html#rb-schutz"),
        ("artikel 112(1) kro", "c-schutz.html#rb-schutz"),
    ],
)
def test_german_queries(page: Page, found_site: Path, query: str, first: str) -> None:
    assert search(page, found_site, "de", query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("rodzina", "a-pflege.html"),
        ("rodzinę zastępczą", "a-pflege.html"),
        ("rodzina zastepcza", "a-pflege.html"),
        ("pomagać", "a-pflege.html"),
        ("pomagac", "a-pflege.html"),
        ("rodziców", "b-gericht.html"),
        ("rodzicow", "b-gericht.html"),
        ("prawa rodzicow", "b-gericht.html"),
        ("sąd", "b-gericht.html"),
        ("sad", "b-gericht.html"),
        ("§ 44 ust. 2 SGB VIII", "c-schutz.html#rb-schutz"),
        ("art. 112¹ § 1 KRO", "c-schutz.html#rb-schutz"),
        ("kro 112^1", "c-schutz.html#rb-schutz"),
    ],
)
def test_polish_queries(page: Page, found_site: Path, query: str, first: str) -> None:
    assert search(page, found_site, "pl", query)[0] == first


@pytest.mark.parametrize("query", ["§ 4", "§ 144", "§ 44a", "44 BGB", "gibtesnicht", "die und der"])
def test_what_is_not_there_is_not_found(page: Page, found_site: Path, query: str) -> None:
    assert search(page, found_site, "de", query) == []
    assert page.locator(".search-summary").inner_text().startswith("Nichts gefunden")


def test_results_name_the_box_that_they_lead_to(page: Page, found_site: Path) -> None:
    search(page, found_site, "de", "§ 44")
    assert page.locator("ul.search li").first.inner_text() == "Schutz (Wer schützt?)"
    assert page.locator(".search-summary").inner_text() == "Gefundene Seiten: 2"


def test_the_field_in_the_contents_leads_to_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}/de/a1-erstes.html")
    page.get_by_role("searchbox", name="Suche").fill("Lage des Kindes")
    page.keyboard.press("Enter")
    page.wait_for_selector("ul.search li p.context")
    assert "a1-erstes.html" in (page.locator("ul.search li > a").first.get_attribute("href") or "")


# -- the stemmers


def polish_words() -> list[str]:
    """Return words of Polish texts at hand, and words made of all endings that the algorithm knows."""
    catalogs = [Path(sphinx.__file__).parent / "locale/pl/LC_MESSAGES/sphinx.po", *(ROOT / "locales/pl").rglob("*.po")]
    catalogs.append(ROOT / "extensions/crossborder/locale/pl.po")
    words: set[str] = {"a", "ś", "sz", "o'neilla", "d'artagnanem"}
    for path in catalogs:
        with path.open("rb") as file:
            for message in read_po(file):
                words.update(re.findall(r"[^\W\d_]+", str(message.string).lower()))
    tables = PolishStemmer()
    endings = [entry.s for table in ("a_0", "a_1", "a_2", "a_3") for entry in getattr(tables, table)]
    chance = random.Random(1)  # noqa: S311 - the same words each time
    letters = "'aąbcćdeęfghijklłmnńoóprsśtuwyzźż"
    for _ in range(40_000):
        start = "".join(chance.choices(letters, k=chance.randint(0, 6)))
        words.add(start + "".join(chance.choices(endings, k=chance.randint(0, 3))))
    return sorted(words - {""})


def german_words() -> list[str]:
    """Return the words of the German manual."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "source").rglob("*.rst"))
    return sorted({word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text)})


@pytest.fixture(scope="module", params=["de", "pl"])
def search_page(browser: Browser, found_site: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, Page]]:
    page = browser.new_page()
    page.goto((found_site / request.param / "search.html").as_uri())
    yield request.param, page
    page.close()


def test_script_and_python_stem_alike(search_page: tuple[str, Page]) -> None:
    language, page = search_page
    words = {"de": german_words, "pl": polish_words}[language]()
    algorithm = snowballstemmer.stemmer({"de": "german", "pl": "polish"}[language])
    stem = {
        "de": "(stemmer => words => words.map(word => stemmer.stemWord(word)))(new Stemmer())",
        "pl": "words => words.map(stemPolish)",
    }
    stems = page.evaluate(stem[language], words)
    assert len(words) > 1000
    assert {word: one for word, one in zip(words, stems, strict=True) if one != algorithm.stemWord(word)} == {}


def test_a_word_with_its_signs_has_the_stem_of_the_index(search_page: tuple[str, Page]) -> None:
    language, page = search_page
    if language == "pl":
        polish = ManualPolish({})
        words = [word for word in polish_words() if re.search("[ąćęłńóśźż]", word)]
        stems = page.evaluate("words => words.map(word => new Stemmer().stemWord(word))", words)
        assert stems == [polish.stem(word) for word in words]


def test_script_and_python_read_provisions_alike(search_page: tuple[str, Page]) -> None:
    _, page = search_page
    for text in ("§ 44 SGB VIII", "art. 112¹ KRO", "§ 37c Abs. 4", "T-B2-1", "artykuł 42"):
        typed = page.evaluate("text => splitQuery(text)", text)
        assert set(typed) <= {word.lower() for word in text_words(text)}, text
