"""Every page of this manual passes axe-core: all of them on demand, in the default run some that show all there is."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from tests.browser.conftest import served
from tests.web import Page as Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("manual")]

WIDTHS = (320, 768, 1440)
SCHEMES = ("light", "dark")
#: all rules, also that for the size of what is touched, which axe-core leaves out unless it is asked for
RUN = "axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
#: the widest and the narrowest window, and each scheme once
EXTREMES = ((320, "dark"), (1440, "light"))
#: the walk over all pages is cut into parts that can run side by side
PARTS = 8
#: the folders with pages
EDITIONS = ("html/de", "html/pl", "html/synopsis", "report")


@pytest.fixture(scope="module")
def manual_address(manual_build: Path) -> Iterator[str]:
    with served(manual_build) as address:
        yield address


@pytest.fixture
def still_page(browser: Browser) -> Iterator[Page]:
    """Return a page in which axe-core may run and no colour is caught halfway to another."""
    page = browser.new_page(bypass_csp=True, reduced_motion="reduce")
    yield page
    page.close()


def kinds(path: Path) -> set[str]:
    """Return what a page is made of: elements, each with its classes and its role."""
    return {
        f"{element.tag}.{name}[{element.attributes.get('role', '')}]"
        for element in Markup(path).elements
        for name in element.attributes.get("class", "").split() or [""]
    }


def showing_all(paths: Iterable[Path]) -> list[Path]:
    """Return some of the pages that together hold every kind of element that any of them holds."""
    left = {path: kinds(path) for path in sorted(paths)}
    chosen: list[Path] = []
    while richest := max((path for path in left if left[path]), key=lambda path: len(left[path]), default=None):
        chosen.append(richest)
        shown = left[richest]
        left = {path: new - shown for path, new in left.items()}
    return chosen


def violations(page: Page, url: str, views: Iterable[tuple[int, str]]) -> list[str]:
    """Return what axe-core finds on a page in each width and scheme."""
    found = []
    answer = page.goto(url)
    assert answer, url
    assert answer.ok, url
    if "?q=" in url:
        page.wait_for_selector("ul.search li p.context")
    page.evaluate(Axe().axe_script)
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        results = AxeResults(page.evaluate(RUN))
        if results.violations_count:
            found.append(f"{url} at {width} px, {scheme}\n{results.generate_report()}")
    return found


def test_axe_finds_nothing_on_pages_that_show_all(still_page: Page, manual_build: Path, manual_address: str) -> None:
    names = ["html/index.html", "html/de/search.html?q=Kind", "html/pl/search.html?q=dziecko"]
    shown = showing_all(path for edition in EDITIONS for path in (manual_build / edition).rglob("*.html"))
    assert len(shown) > 4
    names += [path.relative_to(manual_build).as_posix() for path in shown]
    found = [text for name in names for text in violations(still_page, f"{manual_address}/{name}", EXTREMES)]
    assert not found, "\n".join(found)


@pytest.mark.every_page
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(still_page: Page, manual_build: Path, manual_address: str, part: int) -> None:
    views = list(product(WIDTHS, SCHEMES))
    paths = [path for folder in ("html", "report") for path in (manual_build / folder).rglob("*.html")]
    names = sorted(path.relative_to(manual_build).as_posix() for path in paths)[part::PARTS]
    assert names
    found = [text for name in names for text in violations(still_page, f"{manual_address}/{name}", views)]
    assert not found, "\n".join(found)
