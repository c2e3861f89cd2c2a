"""A small web site in both languages, with each directive of docs/authors.md, built for real."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.sphinx.manuals import Manual, examples, new_manual
from typing_extensions import override

from crossborder.editions.start_page import write_start_page

LANGUAGES = ("de", "pl")
WEB_SETTINGS = """
extensions = ["crossborder"]
html_theme = "crossborder"
html_title = project
html_permalinks = True
html_copy_source = False
release = "1.2"
"""
#: pages that a small manual needs beside the examples: a chapter with an id, an index with letters of both languages
_PAGES = {
    "index": """Muster
======

.. toctree::
   :caption: Teile
   :glob:

   *
""",
    "a1-erstes": """.. _a1:

Erstes Kapitel
==============

.. index::
   single: Ärger
   single: Łódź
   single: Zebra
   single: Abend
   single: Lager

.. _a1-situation:

Die Lage des Kindes
-------------------

Text mit :law:`§ 44 Abs. 2 SGB VIII` und :pl:`koordynator`.

.. warning:: Achtung [#note]_.

.. [#note] Eine Fußnote.

.. _a1-aim:

Worum es geht
-------------

Mehr Text.
""",
}
_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


def build_site(folder: Path) -> Path:
    """Build the site below ``folder`` and return the folder with its start page."""
    manual = new_manual(folder, {**_PAGES, **dict(examples())})
    with (manual.source / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(WEB_SETTINGS)
    return put_side_by_side(manual, folder / "site")


def put_side_by_side(manual: Manual, site: Path) -> Path:
    """Build ``manual`` in each language, put the editions where readers find them, and return that folder."""
    for language in LANGUAGES:
        built = manual.build(language=language)
        assert not built.warnings
        shutil.copytree(built.app.outdir, site / language, ignore=shutil.ignore_patterns(".doctrees", ".buildinfo*"))
    write_start_page(site)
    return site


class Element(NamedTuple):
    """A start tag."""

    tag: str
    attributes: dict[str, str]
    language: str  #: of the text inside


class Page(HTMLParser):
    """A page: its elements, and its texts with their languages."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.elements: list[Element] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[Element] = []
        self.feed(path.read_text(encoding="utf-8"))

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        language = attributes.get("lang") or (self._open[-1].language if self._open else "")
        element = Element(tag, attributes, language)
        self.elements.append(element)
        if tag not in {"meta", "link", "input", "img", "br", "hr", "col", "path", "circle", "use", "source"}:
            self._open.append(element)

    @override
    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    @override
    def handle_data(self, data: str) -> None:
        if data.strip() and self._open and self._open[-1].tag not in {"script", "style"}:
            self.texts.append((self._open[-1].language, data.strip()))

    def attributes(self, *names: str) -> list[tuple[str, str]]:
        """Return the values of the attributes ``names``, each with its language."""
        return [(e.language, e.attributes[name]) for e in self.elements for name in names if e.attributes.get(name)]

    @property
    def ids(self) -> set[str]:
        """What a link can lead to."""
        return {e.attributes["id"] for e in self.elements if "id" in e.attributes}

    def links(self) -> list[tuple[Element, str]]:
        """Return each element that leads to a file or loads one, with the address."""
        return [
            (element, element.attributes[_LINKS[element.tag]])
            for element in self.elements
            if element.tag in _LINKS and _LINKS[element.tag] in element.attributes
        ]

    def resolve(self, address: str) -> tuple[Path, str]:
        """Return the file and the fragment that ``address`` leads to from this page."""
        target, fragment = urldefrag(urljoin(self.path.as_uri(), address))
        return Path(unquote(urlsplit(target).path)), unquote(fragment)


def pages(site: Path) -> list[Page]:
    """Return the pages of a site in a fixed order."""
    return [Page(path) for path in sorted(site.rglob("*.html"))]
