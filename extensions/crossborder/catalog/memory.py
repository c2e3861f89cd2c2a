"""The memory: translations that no page needs any more, as a TMX file from which they come back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape, quoteattr

from defusedxml.ElementTree import parse

from crossborder.catalog.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from xml.etree.ElementTree import Element

SOURCE = "de"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="manual" creationtoolversion="1" segtype="block" o-tmf="PO" adminlang="en" \
srclang="{source}" datatype="plaintext"/>
<body>
"""
_UNIT = """<tu changedate="{date}"><prop type="page">{page}</prop>
<tuv xml:lang="{source}"><seg>{msgid}</seg></tuv>
<tuv xml:lang={language}><seg>{msgstr}</seg></tuv></tu>
"""


class Memory:
    """Pairs of text and translation, oldest first, with the page and the day when they were dropped.

    :param path: the TMX file; it need not exist yet.
    :param language: the language of the translations.
    :raises CatalogError: if the file is no TMX file.
    """

    def __init__(self, path: Path, language: str) -> None:
        self.path = path
        self.language = language
        #: (text, translation) -> (page, day)
        self.units: dict[tuple[str, str], tuple[str, str]] = {}
        self._changed = False
        if path.is_file():
            self._read()

    def _read(self) -> None:
        try:
            tree = parse(self.path)
        except ParseError as error:
            hint = "Take the last version of this file from the history of the project."
            line = error.position[0]
            raise CatalogError("This is no TMX file.", path=self.path, line=line, hint=hint) from error
        for unit in tree.iter("tu"):
            texts = {_language(tuv): tuv.findtext("seg", "") for tuv in unit.iter("tuv")}
            if SOURCE in texts and self.language in texts:
                page = unit.findtext("prop", default="")
                self.units[texts[SOURCE], texts[self.language]] = (page, unit.get("changedate", ""))

    def translations(self) -> dict[str, str]:
        """Return the youngest translation of each text."""
        return dict(pair for pair in self.units)

    def add(self, pairs: Iterable[tuple[str, str]], page: str) -> None:
        """Remember pairs of text and translation that were dropped from ``page``."""
        for pair in pairs:
            if pair not in self.units:
                self.units[pair] = (page, datetime.now(tz=UTC).strftime("%Y%m%dT000000Z"))
                self._changed = True

    def write(self) -> bool:
        """Write the file if there is something new, and return whether there was."""
        if not self._changed:
            return False
        body = [
            _UNIT.format(
                date=date,
                page=escape(page),
                source=SOURCE,
                language=quoteattr(self.language),
                msgid=escape(msgid),
                msgstr=escape(msgstr),
            )
            for (msgid, msgstr), (page, date) in self.units.items()
        ]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = _HEAD.format(source=SOURCE) + "".join(body) + "</body>\n</tmx>\n"
        self.path.write_text(text, encoding="utf-8", newline="\n")
        self._changed = False
        return True


def _language(tuv: Element) -> str:
    return tuv.get(_LANG, tuv.get("lang", "")).lower()
