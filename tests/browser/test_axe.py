"""Every page passes axe-core: both languages, light and dark, narrow and wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_axe_finds_nothing(browser: Browser, address: str, site: Path, scheme: str, width: int) -> None:
    axe = Axe()
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        page.goto(f"{address}/{name}")
        results = axe.run(page)
        if results.violations_count:
            found[name] = results.generate_report()
    page.close()
    assert not found, "\n".join(found.values())
