"""What caseworkers type into the search field of this manual, and what must come first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("manual")]

_A2 = "a-grundlagen/a2-zwei-systeme.html"
_A4 = "a-grundlagen/a4-rechte-des-kindes.html"
_A5 = "a-grundlagen/a5-freie-und-oeffentliche-traeger.html"
_B1 = "b-weg-des-kindes/b1-gefahr-erkennen.html"
_B2 = "b-weg-des-kindes/b2-akute-krise.html"
_B3 = "b-weg-des-kindes/b3-entscheidung-und-plan.html"
_B4 = "b-weg-des-kindes/b4-perspektive.html"
_B9 = "b-weg-des-kindes/b9-recht-und-vertretung.html"
_B10 = "b-weg-des-kindes/b10-rueckkehr-wechsel-abbruch.html"
_B11 = "b-weg-des-kindes/b11-adoption.html"
_B12 = "b-weg-des-kindes/b12-selbstaendig-werden.html"
_TERM = "anhang/glossar.html#term-"

GERMAN = {
    "Inobhutnahme": f"{_TERM}inobhutnahme",
    "Kindeswohlgefährdung": f"{_TERM}kindeswohlgefaehrdung",
    "Gefährdungseinschätzung": f"{_TERM}gefaehrdungseinschaetzung",
    "Hilfeplan": f"{_TERM}hilfeplan",
    "Geschwister": f"{_TERM}geschwister",
    "Umgang": f"{_TERM}umgang",
    "Vormundschaft": f"{_TERM}vormundschaft",
    "Familiengericht": f"{_TERM}familiengericht",
    "Jugendhilfeausschuss": f"{_TERM}jugendhilfeausschuss",
    "Careleaver": f"{_TERM}careleaver",
    "Rückführung": f"{_TERM}rueckfuehrung",
    "Übergang": f"{_TERM}uebergang",
    "Notfalltasche": f"{_B2}#t-b2-1",
    "T-B2-1": f"{_B2}#t-b2-1",
    "e-b3-01": f"{_B3}#e-b3-01",
    "zwei systeme im überblick": _A2,
    "Rechte des Kindes": _A4,
    "Freier Träger": _A5,
    "Perspektive": _B4,
    "Abbruch": _B10,
    "Glossar": "anhang/glossar.html",
    "Abkürzungen": "anhang/abkuerzungen.html",
    "Impressum": "anhang/impressum.html",
    "§ 8a SGB VIII": f"{_B1}#rb-b1-melden",
    "§ 42": f"{_B2}#rb-b2-handeln",
    "§42 abs. 1 sgb viii": f"{_B2}#rb-b2-handeln",
    "SGB VIII 36": "b-weg-des-kindes/b5-eine-familie-finden.html#rb-b5-geschwister",
    "§ 41 SGB VIII": f"{_B12}#rb-b12-bleiben",
    "§ 1666 BGB": f"{_B1}#rb-b1-gericht",
    "art. 112¹ KRO": "b-weg-des-kindes/b8-gesundheit-schule-behinderung.html#rb-b8-einwilligung",
}
POLISH = {
    "piecza zastępcza": f"{_TERM}familiaere-ersatzbetreuung-polen",
    "rodzina zastępcza": f"{_TERM}berufspflegefamilie-polen",
    "przysposobienie": f"{_TERM}annahme-als-kind",
    "opiekun prawny": f"{_TERM}vormund",
    "usamodzielnienie": f"{_TERM}verselbstaendigung",
    "rodzeństwo": f"{_TERM}geschwister",
    "plan pomocy dziecku": f"{_TERM}hilfeplan-fuer-das-kind-polen",
    "zagrożenie dobra dziecka": f"{_TERM}kindeswohlgefaehrdung",
    "sąd opiekuńczy": f"{_TERM}familiengericht",
    "skarga": f"{_TERM}beschwerde-im-hilfealltag",
    "asystent rodziny": f"{_TERM}familienassistent-polen",
    "adopcja": _B11,
    "adopcję": _B11,
    "dwa systemy": _A2,
    "dwa systemy w zarysie": _A2,
    "organizacje pozarządowe": _A5,
    "organizacji pozarządowych": _A5,
    "podmioty niepubliczne": _A5,
    "skróty": "anhang/abkuerzungen.html",
    "skroty": "anhang/abkuerzungen.html",
    "art. 35": f"{_B3}#rb-b3-entscheidung",
    "art. 35 ust. 1 uwrspz": f"{_B3}#rb-b3-entscheidung",
    "art. 12a uppd": f"{_B2}#rb-b2-handeln",
    "uwrspz 77": f"{_B3}#rb-b3-plan",
    "§ 42 SGB VIII": f"{_B2}#rb-b2-handeln",
    "§ 42 ust. 1 SGB VIII": f"{_B2}#rb-b2-handeln",
    "art. 112¹ KRO": f"{_B9}#rb-b9-alltag",
    "KRO 112^1": f"{_B9}#rb-b9-alltag",
    "T-B2-1": f"{_B2}#t-b2-1",
    "E-B3-01": f"{_B3}#e-b3-01",
}


@pytest.mark.parametrize(("language", "expected"), [("de", GERMAN), ("pl", POLISH)])
def test_the_first_hit_is_the_right_one(
    page: Page, manual_build: Path, language: str, expected: dict[str, str]
) -> None:
    found = {}
    for query in expected:
        page.goto(f"{(manual_build / 'html' / language / 'search.html').as_uri()}?q={quote(query)}")
        page.wait_for_selector(".search-summary:not(:empty)")
        links = page.locator("ul.search li > a")
        found[query] = (links.first.get_attribute("href") or "") if links.count() else ""
    assert len(expected) == 30
    assert found == expected
