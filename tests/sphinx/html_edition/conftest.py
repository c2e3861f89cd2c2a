"""One web site for all tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.web import build_site, pages

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web import Page


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small web site in both languages."""
    return build_site(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="session")
def site_pages(site: Path) -> list[Page]:
    """Return its pages."""
    return pages(site)
