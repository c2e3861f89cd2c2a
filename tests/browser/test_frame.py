"""Around the text: languages, keyboard, narrow windows, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1440, "height": 900}

#: what has the focus: its place in the document, whether it is ringed, whether some of it can be seen
FOCUS = """() => {
  const one = document.activeElement;
  // the boxes that open drawers and parts of the contents are drawn as the signs beside them
  const seen = one.matches(".sidebar-toggle, .toctree-checkbox") ? one.labels[one.labels.length - 1] : one;
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  const box = seen.getClientRects()[0];
  const isSeen = (y) => seen.contains(document.elementFromPoint(box.x + box.width / 2, y));
  return {
    name: one.outerHTML.slice(0, 120),
    place: [...document.querySelectorAll("*")].indexOf(one),
    atEnd: one === document.body,
    ringed: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    visible: isSeen(box.top + box.height / 2) || isSeen(box.top + 4) || isSeen(box.bottom - 4),
  };
}"""


def names(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


def test_the_switch_leads_to_the_heading_that_is_read(page: Page, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")  # no glide to a heading that a click could interrupt
    page.goto(f"{address}/de/a1-erstes.html")
    page.set_viewport_size({"width": 1440, "height": 300})
    page.evaluate("window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/pl/a1-erstes.html#worum-es-geht")
    page.get_by_role("link", name="Deutsch").click()
    page.wait_for_url("**/de/a1-erstes.html#worum-es-geht")


def test_the_switch_and_the_links_at_headings_work_without_scripts(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/de/a1-erstes.html")
    page.get_by_role("link", name="Polski").click()
    assert page.url == f"{address}/pl/a1-erstes.html"
    page.goto(f"{address}/de/a1-erstes.html")
    page.locator("#worum-es-geht .edition-link").click()
    assert page.url == f"{address}/pl/a1-erstes.html#worum-es-geht"
    page.close()


def test_no_page_asks_another_machine_or_reports_a_problem(page: Page, address: str, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in names(site):
        page.goto(f"{address}/{name}")
    assert len(asked) > 100
    assert not [url for url in asked if not url.startswith((f"{address}/", "data:"))]


def test_the_site_works_as_a_folder(page: Page, site: Path) -> None:
    for name in names(site):
        page.goto((site / name).as_uri())
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="Polski").click()
    assert page.locator("html").get_attribute("lang") == "pl"
    family = page.locator("h1").evaluate("heading => document.fonts.check('600 20px \"Source Serif 4\"')")
    assert family


def test_the_policy_stops_a_foreign_script_and_an_inline_one(browser: Browser, address: str) -> None:
    page = browser.new_page()
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.goto(f"{address}/de/index.html")
    page.evaluate(
        """() => { for (const part of [{src: "http://example.com/x.js"}, {textContent: "window.broken = true"}])
             document.body.append(Object.assign(document.createElement("script"), part)); }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.broken") is None
    assert len([text for text in blocked if "Content Security Policy" in text]) == 2
    page.close()


def test_the_first_key_leads_past_the_contents(page: Page, address: str) -> None:
    page.goto(f"{address}/de/a1-erstes.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_the_drawers_of_a_phone_open_and_close_by_key(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/de/a1-erstes.html")
    link = page.locator(".sidebar-tree a").first
    expect(link).not_to_be_visible()
    page.get_by_role("checkbox", name="Inhalt des Handbuchs zeigen").focus()
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).not_to_be_visible()


def test_what_is_not_shown_cannot_be_reached_by_key(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/de/index.html")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("Boolean(document.activeElement.closest('.sidebar-drawer, .toc-drawer'))")


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("name", ["a1-erstes", "worksheet"])
def test_the_focus_is_seen_and_goes_through_the_page_in_order(
    page: Page, address: str, name: str, key: str, window: ViewportSize
) -> None:
    page.emulate_media(reduced_motion="reduce")  # the page stands still when the next key is pressed
    page.set_viewport_size(window)
    page.goto(f"{address}/de/{name}.html")
    places = []
    for _ in range(200):
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        if focus["atEnd"]:
            break
        assert focus["ringed"], focus["name"]
        assert focus["visible"], focus["name"]
        places.append(focus["place"])
    assert len(set(places)) > 10
    assert places == sorted(places, reverse=key != "Tab")


@pytest.mark.parametrize("width", [320, 640, 720])
def test_no_page_is_wider_than_the_window(page: Page, address: str, site: Path, width: int) -> None:
    """320 is the narrowest phone and a desk of 1280 at 400 %; 640 and 720 are desks at 200 %."""
    page.set_viewport_size({"width": width, "height": 800})
    for name in names(site):
        page.goto(f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_nothing_moves_for_those_who_asked_for_that(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{address}/de/index.html")
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0
             || getComputedStyle(one).scrollBehavior === "smooth").length"""
    )
    assert moving == 0
    page.close()


def test_colours_can_be_chosen_and_are_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/de/index.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Zwischen hellen und dunklen Farben wechseln").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_paper_has_the_text_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/de/a1-erstes.html")
    page.emulate_media(media="print")
    for hidden in (".site-header", ".sidebar-drawer", ".toc-drawer", ".related-pages", ".headerlink >> nth=0"):
        expect(page.locator(hidden)).not_to_be_visible()
    expect(page.locator("article")).to_be_visible()
    expect(page.locator(".law-date")).to_be_visible()


def test_rows_are_cards_on_a_phone_and_a_table_on_a_desk(page: Page, address: str) -> None:
    page.goto(f"{address}/de/comparison.html")
    row = page.locator("table.comparison tbody tr").first
    assert row.evaluate("one => getComputedStyle(one).display") == "table-row"
    page.set_viewport_size(PHONE)
    cells = row.locator("td")
    assert cells.first.evaluate("one => getComputedStyle(one, '::before').content") == '"Deutschland"'
    upper, lower = (cells.nth(number).bounding_box() for number in range(2))
    assert upper
    assert lower
    assert upper["y"] + upper["height"] <= lower["y"] + 1


def test_the_rows_of_a_form_are_cards_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto(f"{address}/de/worksheet.html")
    cell = page.locator("table.ws-rows td").first
    assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"Schritt"'
    for control in page.locator("table.ws-rows textarea").all():
        box = control.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


def test_what_has_nothing_to_say_is_left_out_of_a_card(page: Page, address: str) -> None:
    page.goto(f"{address}/de/comparison.html")
    empty = page.locator("td:has(> .no-text)")
    assert empty.count()
    expect(empty.first).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(empty.first).not_to_be_visible()


def test_the_lanes_of_a_case_stand_side_by_side_or_one_below_the_other(page: Page, address: str) -> None:
    page.goto(f"{address}/de/vignette.html")
    moment = page.locator(".timeline > dd:has(.lane-de):has(.lane-pl)").first

    def corners() -> tuple[float, float, float, float]:
        german, polish = (moment.locator(name).bounding_box() for name in (".lane-de", ".lane-pl"))
        assert german
        assert polish
        return german["x"], polish["x"], german["y"], polish["y"]

    left, right, upper, other = corners()
    assert left < right
    assert upper == other
    page.set_viewport_size(PHONE)
    left, right, upper, other = corners()
    assert left == right
    assert upper < other
