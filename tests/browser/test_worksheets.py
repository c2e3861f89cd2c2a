"""Worksheets: filled in, kept in the window, saved to a file, loaded from it, cleared; nothing is sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def fill(page: Page) -> dict[str, str]:
    """Fill in one control of each kind; return what a file of it must hold."""
    entered = {}
    for kind, text in (("input[type=text]", "Anna"), ("textarea", "zwei\nZeilen"), ("input[type=date]", "2026-05-01")):
        control = page.locator(f".ws-form {kind}").first
        control.fill(text)
        entered[control.get_attribute("name") or ""] = text
    check = page.locator(".ws-form input[type=checkbox]").first
    check.check()
    entered[check.get_attribute("name") or ""] = "on"
    choice = page.locator(".ws-form input[type=radio]").nth(1)
    choice.check()
    entered[choice.get_attribute("name") or ""] = "2"
    return entered


def values(page: Page) -> dict[str, str]:
    return dict(
        page.evaluate(
            """[...document.querySelectorAll(".ws-form [name]")]
                 .filter(one => /checkbox|radio/.test(one.type) ? one.checked : one.value)
                 .map(one => [one.name, one.value])"""
        )
    )


def test_entries_stay_in_the_window_also_in_the_other_language(page: Page, address: str) -> None:
    page.goto(f"{address}/de/worksheet.html")
    entered = fill(page)
    page.reload()
    assert values(page) == entered
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/pl/**")
    assert values(page) == entered


def test_entries_go_into_a_file_and_come_back_without_a_request(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/de/worksheet.html")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    entered = fill(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="In eine Datei sichern").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert json.loads(saved.read_text(encoding="utf-8"))["values"] == entered
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Leeren").click()
    assert values(page) == {}
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Aus einer Datei laden").click()
    chooser.value.set_files(saved)
    expect(page.get_by_role("status")).to_have_text("Die Eingaben sind geladen.")
    assert values(page) == entered
    assert not [url for url in asked if not url.startswith("blob:")]


@pytest.mark.parametrize("text", ["kein JSON", '{"worksheet": "t-x9-9", "version": 1, "values": {}}', "null", "[]"])
def test_a_foreign_file_changes_nothing(page: Page, address: str, tmp_path: Path, text: str) -> None:
    page.goto(f"{address}/de/worksheet.html")
    entered = fill(page)
    foreign = tmp_path / "fremd.json"
    foreign.write_text(text, encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Aus einer Datei laden").click()
    chooser.value.set_files(foreign)
    expect(page.get_by_role("status")).to_have_text("Diese Datei gehört nicht zu diesem Arbeitsblatt.")
    assert values(page) == entered


def test_clearing_can_be_refused(page: Page, address: str) -> None:
    page.goto(f"{address}/de/worksheet.html")
    entered = fill(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Leeren").click()
    assert values(page) == entered


def test_each_control_has_a_name_and_is_reached_by_key(page: Page, address: str) -> None:
    page.goto(f"{address}/de/worksheet.html")
    unnamed = page.evaluate(
        """[...document.querySelectorAll(".ws-form [name]")]
             .filter(one => !one.getAttribute("aria-label") && ![...one.labels].some(label => label.innerText.trim()))
             .length"""
    )
    assert unnamed == 0
    page.get_by_role("button", name="Drucken").focus()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name"))
    assert set(page.evaluate("[...document.querySelectorAll('.ws-form [name]')].map(one => one.name)")) <= reached


def test_the_button_prints_the_sheet_alone(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(f"{address}/de/worksheet.html")
    page.get_by_role("button", name="Drucken").click()
    page.emulate_media(media="print")
    expect(page.locator("div.worksheet")).to_be_visible()
    expect(page.locator(".ws-tools")).not_to_be_visible()
    expect(page.locator("h1")).not_to_be_visible()
