"""How far the translation is, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossborder.catalog.update import read_catalogs

if TYPE_CHECKING:
    from pathlib import Path

    from crossborder.catalog.message import Catalog
    from crossborder.project import Project


@dataclass(frozen=True, slots=True)
class PageStatistics:
    """How far the translation of one page is."""

    page: str
    path: Path
    messages: int
    translated: int
    fuzzy: int
    words: int  #: words of the German text
    words_left: int  #: words of messages that are not translated or fuzzy

    @property
    def percent(self) -> int:
        """Return the share of the words that is translated, rounded down: 100 means all."""
        return 100 if not self.words else 100 * (self.words - self.words_left) // self.words


def page_statistics(page: str, path: Path, catalog: Catalog) -> PageStatistics:
    """Return how far the translation of one catalog is."""
    messages = catalog.messages
    words = [(len(message.msgid.split()), message.translated) for message in messages]
    return PageStatistics(
        page=page,
        path=path,
        messages=len(messages),
        translated=sum(message.translated for message in messages),
        fuzzy=sum(message.fuzzy for message in messages),
        words=sum(number for number, _ in words),
        words_left=sum(number for number, translated in words if not translated),
    )


def statistics(project: Project, language: str) -> list[PageStatistics]:
    """Return how far each page is, in the order of their names.

    :raises CatalogError: if a PO file can't be read.
    """
    folder = project.catalogs(language)
    return [
        page_statistics(page, folder / f"{page}.po", catalog)
        for page, catalog in read_catalogs(project, language).items()
    ]
