"""The pages of this manual in a browser: narrow, as a folder, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("manual")]

#: what is wider than it shows: the window, or a box in it that must be pushed aside to be read
TOO_WIDE = """() => [document.documentElement, ...document.querySelectorAll("article *, main *")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 &&
        (one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX)))
    .map((one) => one.outerHTML.slice(0, 120))"""


def sites(build: Path) -> list[Path]:
    return sorted((build / "html").rglob("*.html"))


def test_no_page_needs_to_be_pushed_aside(page: Page, manual_build: Path) -> None:
    """At 320 px, the narrowest phone, and 640 px, a desk of 1280 at 200 %; from a folder, without a problem."""
    found = {}
    for path in sites(manual_build):
        page.goto(path.as_uri())
        for width in (320, 640):
            page.set_viewport_size({"width": width, "height": 800})
            if wide := page.evaluate(TOO_WIDE):
                found[f"{path.relative_to(manual_build)} at {width}"] = wide
    assert found == {}


def test_no_page_asks_for_what_is_not_beside_it(page: Page, manual_build: Path) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for path in sites(manual_build):
        page.goto(path.as_uri())
    home = (manual_build / "html").as_uri() + "/"
    assert len(asked) > 100
    assert {url for url in asked if not url.startswith((home, "data:"))} == set()
