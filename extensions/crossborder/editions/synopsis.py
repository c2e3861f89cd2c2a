"""German and Polish side by side, block by block, made of the two finished web editions.

Both pages of a chapter have the same shape, because a translation replaces words and leaves the tree. So the pages are
walked together: a block of text becomes a pair of columns; a table, a callout, a form or a picture stands once across
and holds both texts in each of its parts.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
from jinja2 import Environment, FileSystemLoader

from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_THEME = Path(__file__).parent / "theme"
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "br", "cite", "code", "em", "i", "img"),
        *("input", "kbd", "label", "q", "s", "samp", "small", "span", "strong"),
        *("sub", "sup", "svg", "time", "u", "var", "wbr"),
    }
)
#: stands once across, with both texts in each part
_ACROSS = frozenset({"admonition", "worksheet", "vignette", "system-map", "table-wrapper"})
#: holds a column of text itself; any other block is wrapped as a whole
_HOLDERS = frozenset({"li", "td", "th", "dt", "dd", "caption", "figcaption"})
#: what serves one edition alone: links to a heading, controls, how far a page is translated
_OF_ONE_EDITION = ".//a[contains(@class, 'headerlink')] | .//button | ./p[contains(@class, 'translation-state')]"


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


def _blocks(element: HtmlElement) -> list[HtmlElement]:
    return [child for child in element if isinstance(child.tag, str) and child.tag not in _INLINE]


def _is_leaf(element: HtmlElement) -> bool:
    return not any(isinstance(child.tag, str) and child.tag not in _INLINE for child in element.iterdescendants())


def _with_own_ids(element: HtmlElement) -> HtmlElement:
    """Return ``element`` with ids that its German partner does not have, so that each label keeps its control."""
    for holder in element.iter():
        for name in {"id", "name", "for"} & set(holder.attrib):
            holder.set(name, f"{holder.get(name)}-pl")
    return element


def _column(language: str, *content: HtmlElement, text: str | None = None) -> HtmlElement:
    column = lxml.html.Element("div", {"class": f"column column-{language}", "lang": language})
    column.text = text
    column.extend(content)
    return column


def _entries(element: HtmlElement) -> dict[str, list[HtmlElement]]:
    """Return the blocks of a list by the ids that begin its entries; what stands before the first has the key ''."""
    entries: dict[str, list[HtmlElement]] = {}
    key = ""
    for child in _blocks(element):
        key = child.get("id", key)
        entries.setdefault(key, []).append(child)
    return entries


def _in_the_order_of(german: HtmlElement, polish: HtmlElement) -> list[HtmlElement]:
    """Return the Polish blocks as the German ones stand: a glossary is sorted anew in each language."""
    entries = _entries(polish)
    order = _entries(german)
    if entries.keys() != order.keys():
        return _blocks(polish)
    return [block for key in order for block in entries[key]]


class _Merger:
    """Walks two trees of the same shape and joins them."""

    def __init__(self) -> None:
        self.unaligned = 0  #: blocks whose inner shape differs, so that they stand beside each other as a whole

    def merge(self, german: HtmlElement, polish: HtmlElement, *, across: bool = False) -> HtmlElement:
        """Return the two elements as one; it takes the place of both."""
        across = across or bool(_ACROSS & set(german.get("class", "").split()))
        if _is_leaf(german) and _is_leaf(polish):
            return self._pair(german, polish, across=across)
        partners = _in_the_order_of(german, polish)
        if german.tag != polish.tag or [child.tag for child in _blocks(german)] != [child.tag for child in partners]:
            self.unaligned += 1
            return self._pair(german, polish, across=across)
        for child, partner in zip(_blocks(german), partners, strict=True):
            self._replace(child, partner, across=across)
        return german

    def _replace(self, child: HtmlElement, partner: HtmlElement, *, across: bool) -> None:
        """Put the two elements joined in the place of ``child``."""
        parent = child.getparent()
        place, tail, child.tail = parent.index(child), child.tail, None
        joined = self.merge(child, partner, across=across)
        if joined is not child:
            if child.getparent() is parent:
                parent.remove(child)
            parent.insert(place, joined)
        joined.tail = tail

    def _pair(self, german: HtmlElement, polish: HtmlElement, *, across: bool) -> HtmlElement:
        if "".join(german.text_content().split()) == "".join(polish.text_content().split()):
            return german
        if german.tag not in _HOLDERS:
            return self._wrapped(german, polish, across=across)
        holder = lxml.html.Element(german.tag, dict(german.attrib))
        columns = [_column("de", *german, text=german.text), _column("pl", *_with_own_ids(polish), text=polish.text)]
        holder.append(self._box(columns, across=across))
        return holder

    def _wrapped(self, german: HtmlElement, polish: HtmlElement, *, across: bool) -> HtmlElement:
        polish.tail = None
        return self._box([_column("de", german), _column("pl", _with_own_ids(polish))], across=across)

    def _box(self, columns: Iterable[HtmlElement], *, across: bool) -> HtmlElement:
        box = lxml.html.Element("div", {"class": "pair pair-across" if across else "pair"})
        box.extend(columns)
        return box


def merge_pages(german: Path, polish: Path, name: str) -> tuple[Page, int]:
    """Return one page in both languages, and how many of its blocks could not be aligned inside."""
    contents = [_content(path) for path in (german, polish)]
    titles = [content.xpath("string(.//h1)").strip() for content in contents]
    merger = _Merger()
    body = merger.merge(*contents)
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
        name = os.path.normpath(Path(name).parent / following[0]).removesuffix(".html")


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
