"""A manual in a folder of its own, whose messages Sphinx really takes out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from crossborder.catalog import po
from crossborder.catalog.update import UpdateReport, update
from crossborder.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from crossborder.catalog.message import Catalog, Message

CONFIG = """
language = "de"
extensions = ["crossborder.translation"]
gettext_compact = False
gettext_additional_targets = ["index"]
"""


class Manual:
    """A small manual and its Polish catalogs."""

    def __init__(self, root: Path) -> None:
        self.project = Project(root)
        self.project.source.mkdir()
        (self.project.source / "conf.py").write_text(CONFIG, encoding="utf-8")

    def write(self, page: str, *paragraphs: str) -> None:
        """Write a page: a heading and paragraphs."""
        path = self.project.source / f"{page}.rst"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = page.rpartition("/")[2].capitalize()
        path.write_text("\n\n".join([f"{title}\n{'=' * len(title)}", *paragraphs]) + "\n", encoding="utf-8")

    def index(self, *pages: str) -> None:
        """Write the first page with a table of contents."""
        self.write("index", ".. toctree::\n\n" + "".join(f"   {page}\n" for page in pages))

    def update(self, *, minor: bool = False) -> UpdateReport:
        """Bring the catalogs to the pages."""
        return update(self.project, "pl", minor=minor)

    def path(self, page: str) -> Path:
        """Return the PO file of a page."""
        return self.project.catalogs("pl") / f"{page}.po"

    def catalog(self, page: str) -> Catalog:
        """Return the catalog of a page."""
        return po.read(self.path(page))

    def message(self, page: str, msgid: str) -> Message:
        """Return a message of a page."""
        return self.catalog(page).by_key[None, msgid]

    def translate(self, page: str, translations: Mapping[str, str]) -> None:
        """Enter translations into the catalog of a page."""
        catalog = self.catalog(page)
        messages = tuple(
            replace(message, msgstrs=(translations[message.msgid],)) if message.msgid in translations else message
            for message in catalog.messages
        )
        po.write(replace(catalog, messages=messages), self.path(page), "pl")


@pytest.fixture
def manual(tmp_path: Path) -> Manual:
    """Return a manual without pages."""
    return Manual(tmp_path)
