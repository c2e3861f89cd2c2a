"""Read the HTML of the Sejm's ELI API (``text.html``): an act, or the announcement that holds its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from crossborder.law.importers.markup import Node, UnreadableTextError, read_html, squeeze
from crossborder.law.importers.polish import legal_status_date
from crossborder.law.text import Part, ProvisionText, StatuteText

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVELS: Final = {
    "unit_pass": "absatz",
    "unit_para": "absatz",
    "unit_pint": "nummer",
    "unit_lett": "buchstabe",
    "unit_tire": "strich",
}
_NUMBER: Final = re.compile(r"(?:Art\.|§)?\s*((?:\d+[a-z]*(?:\^\d+[a-z]*)?|[a-z]{1,2}))(?=[.)\s]|$)")
_IDENTIFIER: Final = re.compile(r"[a-z]+_(\w+?)(?:\((\d+)\)(\w*))?$")


def read(text: str, name: str) -> StatuteText:
    """Return the act in an HTML file of the ELI API; quotations from amending acts are no provisions.

    :param name: the file, for the record of where the text comes from
    :raises UnreadableTextError: if the file holds no article.
    """
    root = read_html(text)
    provisions = tuple(_provision(unit) for unit in _articles(root))
    if not provisions:
        raise UnreadableTextError("The file holds no article. Is it the text.html of the ELI API?")
    title = next((node.text() for node in root.iter() if node.tag in {"title", "h1"} and node.text()), "")
    return StatuteText(
        name=title,
        title=title,
        text_date=legal_status_date(root.text()),
        stand="",
        source=f"ELI, {name}",
        provisions=provisions,
    )


def _articles(node: Node) -> Iterator[Node]:
    """Return the articles outside quotations, in order."""
    for child in node.elements:
        if "cite-box" in child.classes:
            continue
        if "unit_arti" in child.classes:
            yield child
        else:
            yield from _articles(child)


def _provision(unit: Node) -> ProvisionText:
    return ProvisionText(_number(unit), "", tuple(_pieces(unit)))


def _pieces(unit: Node) -> Iterator[str | Part]:
    """Return text and smaller units in reading order; the heading with the number is not text."""
    for child in unit.elements:
        level = next((_LEVELS[name] for name in child.classes if name in _LEVELS), None)
        if level:
            number = "" if level == "strich" else _number(child)
            yield Part(level, number, tuple(_pieces(child)))
        elif child.attributes.get("data-template") == "xText" or "cite-box" in child.classes:
            if words := _words(child):
                yield words
        elif child.tag != "h3" and "gloss-section" not in child.classes:
            yield from _pieces(child)


def _words(node: Node) -> str:
    return squeeze(_marked(node))


def _marked(node: Node) -> str:
    """Return the text of an element; ``112`` with a raised ``1`` becomes ``112^1``."""
    parts = []
    for child in node.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "sup" and child.text()[:1].isdecimal():
            parts.append(f"^{child.text()}")
        elif child.tag != "sup":
            parts.append(" " if child.tag == "br" else _marked(child))
    return "".join(parts)


def _number(unit: Node) -> str:
    """Return the number of a unit from its heading, or from its identifier where the heading says none."""
    heading = unit.child("h3")
    match = _NUMBER.match(_words(heading)) if heading else None
    if match:
        return match[1]
    named = _IDENTIFIER.match(unit.attributes.get("data-id", ""))
    if named is None:
        raise UnreadableTextError("A unit has no number: {text}", text=unit.text()[:40])
    return f"{named[1]}^{named[2]}{named[3]}" if named[2] else named[1]
