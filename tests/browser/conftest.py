"""A small web site, served as a web server would and opened as a folder, in a real browser."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from tests.this_manual import build, this_manual
from tests.web import build_site
from typing_extensions import override

from crossborder.building import LANGUAGES, html_job, synopsis_job
from crossborder.editions.start_page import write_start_page
from crossborder.exchange.review import write_review
from crossborder.exchange.status import status, write_status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


class _Quiet(SimpleHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of the requests."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on this machine and yield its address, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium: the system's, or else Playwright's own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small web site in both languages."""
    return build_site(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address of that site on a server."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def manual_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with this manual's web site, and with the pages for its translators and reviewers.

    Tests that need it share the group ``manual``, so that it is built once.
    """
    project = this_manual(tmp_path_factory.mktemp("manual"))
    build([html_job(project, language) for language in LANGUAGES])
    build([synopsis_job(project)])
    write_start_page(project.build / "html")
    write_status(project, "pl", status(project, "pl"))
    write_review(project, "pl")
    return project.build


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty page as wide as a desk; each problem that the browser reports fails the test."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    problems: list[str] = []
    opened.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("requestfailed", lambda request: problems.append(f"{request.failure}: {request.url}"))
    yield opened
    opened.close()
    # the browser gives up loading an icon when the next page is opened
    assert not [problem for problem in problems if not problem.startswith("net::ERR_ABORTED")]
