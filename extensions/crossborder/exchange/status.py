"""``manual translate status`` as a page and as data: progress, words left and findings of each chapter."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from crossborder.catalog.statistics import statistics
from crossborder.exchange.pages import findings_of, render, write
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from crossborder.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """How far one page is."""

    page: str
    messages: int
    translated: int
    fuzzy: int
    words: int
    words_left: int
    percent: int
    findings: int


def status(project: Project, language: str) -> list[Row]:
    """Return how far each page is, with the number of findings in it.

    :raises ManualError: if a PO file, the terms or the register can't be read.
    """
    pages = statistics(project, language)
    found = findings_of(project, language, [page.path for page in pages])
    return [
        Row(
            page.page,
            page.messages,
            page.translated,
            page.fuzzy,
            page.words,
            page.words_left,
            page.percent,
            len(found[page.path]),
        )
        for page in pages
    ]


def _total(rows: Sequence[Row]) -> Row:
    words_all, left = sum(row.words for row in rows), sum(row.words_left for row in rows)
    return Row(
        page="",
        messages=sum(row.messages for row in rows),
        translated=sum(row.translated for row in rows),
        fuzzy=sum(row.fuzzy for row in rows),
        words=words_all,
        words_left=left,
        percent=100 if not words_all else 100 * (words_all - left) // words_all,
        findings=sum(row.findings for row in rows),
    )


def write_status(project: Project, language: str, rows: Sequence[Row], say: str = "") -> tuple[Path, Path]:
    """Write the page and the data below ``build/report`` and return both paths.

    :param say: the language of the page (default: that of the translation).
    """
    folder = project.build / "report"
    say = say or language
    title = words(say)("State of the translation")
    total = _total(rows)
    page = write(
        folder / f"translation-{language}.html", render("status.html", say, title=title, rows=rows, total=total)
    )
    content = {"language": language, "pages": [asdict(row) for row in rows], "total": asdict(total)}
    data = write(folder / f"translation-{language}.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return page, data
