"""German and Polish side by side, block by block, as web pages made of the two finished web editions."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import lxml.html
from jinja2 import Environment, FileSystemLoader

from crossborder.editions.alignment import Merger
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_THEME = Path(__file__).parent / "theme"
#: what serves one edition alone: links to a heading, controls, how far a page is translated, what it said before
_OF_ONE_EDITION = (
    ".//a[contains(@class, 'headerlink')] | .//button | ./p[contains(@class, 'translation-state')]"
    " | .//details[contains(@class, 'previous-translation')]"
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page in both languages."""

    name: str  #: path below the edition's folder, without ``.html``
    titles: tuple[str, str]
    body: HtmlElement


def _read(path: Path) -> HtmlElement:
    return lxml.html.parse(path, lxml.html.HTMLParser(encoding="utf-8")).getroot()


def _content(path: Path) -> HtmlElement:
    """Return the text of a page, without what serves its edition alone."""
    article = _read(path).xpath("//article")[0]
    for element in article.xpath(_OF_ONE_EDITION):
        element.drop_tree()
    article.attrib.clear()
    return article


def merge_pages(german: Path, polish: Path, name: str) -> tuple[Page, int]:
    """Return one page in both languages, and how many of its blocks could not be aligned inside."""
    contents = [_content(path) for path in (german, polish)]
    titles = [content.xpath("string(.//h1)").strip() for content in contents]
    merger = Merger()
    body = merger.join(*contents)
    return Page(name, (titles[0], titles[1]), body), merger.unaligned


def _page_names(edition: Path) -> Iterator[str]:
    """Yield the pages of an edition in the order in which one leads to the next, the start page first."""
    name, seen = "index", set[str]()
    while name not in seen:
        yield name
        seen.add(name)
        following = _read(edition / f"{name}.html").xpath("//link[@rel='next']/@href")
        if not following:
            return
        name = os.path.normpath(Path(name).parent / unquote(following[0])).removesuffix(".html")


def _shell() -> Environment:
    environment = Environment(loader=FileSystemLoader(_THEME), autoescape=True)
    environment.globals["words"] = words
    return environment


def build_synopsis(editions: Path, target: Path) -> list[Page]:
    """Write a page in both languages into ``target`` for each page of the web editions in ``editions``.

    :param editions: folder with the finished editions ``de`` and ``pl``; ``target`` will lie there beside them.
    :return: the pages in reading order.
    """
    names = [name for name in _page_names(editions / "de") if (editions / "pl" / f"{name}.html").is_file()]
    pages = [merge_pages(editions / "de" / f"{name}.html", editions / "pl" / f"{name}.html", name)[0] for name in names]
    template = _shell().get_template("synopsis.html")
    for place, page in enumerate(pages):
        path = target / f"{page.name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            template.render(
                page=page,
                pages=pages,
                before=pages[place - 1] if place else None,
                after=pages[place + 1] if place + 1 < len(pages) else None,
                root="../" * (page.name.count("/") + 1),
                body=lxml.html.tostring(page.body, encoding="unicode"),
            )
            + "\n",
            encoding="utf-8",
        )
    return pages
