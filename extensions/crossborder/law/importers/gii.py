"""Read the XML of gesetze-im-internet.de (gii-norm): one file, one statute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from crossborder.law.importers.markup import Node, UnreadableTextError, read_xml, squeeze
from crossborder.law.importers.sentences import into_sentences
from crossborder.law.text import Part, ProvisionText, StatuteText, join_pieces, says_repealed

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROVISION: Final = re.compile(
    r"(?:\(XXXX\)\s*)?(?:§§?|Art(?:ikel)?\.?)\s*(\d+[a-z]*)(?:\s*(?:bis|und)\s*(\d+[a-z]*))?"
)
_ABSATZ: Final = re.compile(r"\((\d+[a-z]*)\)\s*")
_NUMMER: Final = re.compile(r"(\d+[a-z]*)\.?$")
_BUCHSTABE: Final = re.compile(r"([a-z])\)$")
#: What is no wording: footnotes and their marks, pictures, notes of the editors, official numbers of sentences.
_SILENT: Final = frozenset(("fnr", "footnotes", "img", "file", "noindex", "ident", "title"))
_ENDS: Final = re.compile(r"(\d+)([a-z]?)")
_LONGEST_GAP: Final = 400
_REPEALED: Final = "(weggefallen)"

Piece = str | Part


def read(text: str, name: str) -> StatuteText:
    """Return the statute in a gii-norm file.

    :param name: the file, for the record of where the text comes from
    :raises UnreadableTextError: if the text is no such file.
    """
    root = read_xml(text)
    norms = [one for one in root.elements if one.tag == "norm"]
    if root.tag != "dokumente" or not norms:
        raise UnreadableTextError("This is XML, but not of gesetze-im-internet.de: <dokumente> with <norm> is missing.")
    head = norms[0].child("metadaten") or Node("", {})
    provisions = tuple(provision for norm in norms for provision in _provisions(norm))
    if not provisions:
        raise UnreadableTextError("The file holds no provision.")
    built = root.attributes.get("builddate", "")
    return StatuteText(
        name=_said(head, "jurabk"),
        title=_said(head, "langue"),
        text_date=f"{built[:4]}-{built[4:6]}-{built[6:8]}" if built[:8].isdecimal() else "",
        stand=_stand(head),
        source=f"gesetze-im-internet.de, {name}",
        provisions=provisions,
    )


def _said(node: Node, tag: str) -> str:
    child = node.child(tag)
    return child.text() if child else ""


def _stand(head: Node) -> str:
    """Return the comments on what changed the statute last, the new publication first."""
    comments = {
        _said(one, "standtyp"): _said(one, "standkommentar").rstrip(";")
        for one in reversed(head.elements)
        if one.tag == "standangabe"
    }
    text = "; ".join(comments[kind] for kind in ("Neuf", "Stand") if comments.get(kind))
    return text[:1].upper() + text[1:]


def _provisions(norm: Node) -> Iterator[ProvisionText]:
    meta = norm.child("metadaten")
    match = _PROVISION.match(_said(meta, "enbez")) if meta else None
    if meta is None or match is None:
        return
    heading = _said(meta, "titel")
    content = norm.find("textdaten", "text", "content")
    pieces = tuple(_absaetze(content)) if content else ()
    if not pieces or says_repealed(join_pieces(pieces)):
        heading, pieces = heading or _REPEALED, pieces or (_REPEALED,)
    for section in sections_between(match[1], match[2]):
        yield ProvisionText(section, heading, pieces)


def sections_between(first: str, last: str | None) -> list[str]:
    """Return the numbers from ``first`` to ``last``: 61, 62, 63; or 1615b, 1615c, 1615d."""
    if last is None:
        return [first]
    start, end = _ENDS.fullmatch(first), _ENDS.fullmatch(last)
    if not start or not end or int(end[1]) - int(start[1]) > _LONGEST_GAP:
        return [first, last]
    if start[1] == end[1]:
        return [f"{start[1]}{chr(letter)}" for letter in range(ord(start[2] or "a"), ord(end[2] or "a") + 1)]
    return [first, *map(str, range(int(start[1]) + 1, int(end[1]))), last]


def _absaetze(content: Node) -> Iterator[Piece]:
    """Return numbered Absätze as parts, and the pieces of text without numbers as they are."""
    free: list[Piece] = []
    for block in content.elements:
        pieces = _table(block) if block.tag == "table" else _pieces(block)
        first = pieces[0] if pieces else ""
        number = _ABSATZ.match(first) if isinstance(first, str) else None
        if number is None:
            free += pieces
            continue
        yield from into_sentences(free)
        free = []
        rest = first[number.end() :] if isinstance(first, str) else ""
        yield Part("absatz", number[1], tuple(into_sentences([*([rest] if rest else []), *pieces[1:]])))
    yield from into_sentences(free)


def _pieces(node: Node) -> list[Piece]:
    """Return text, enumerations and tables in reading order."""
    pieces: list[Piece] = []
    words: list[str] = []

    def flush() -> None:
        text = squeeze("".join(words))
        words.clear()
        if text:
            pieces.append(text)

    for child in node.children:
        if isinstance(child, str):
            words.append(child)
        elif child.tag in {"dl", "table", "p"}:
            flush()
            pieces.extend({"dl": _items, "table": _table, "p": _pieces}[child.tag](child))
        elif child.tag == "br":
            words.append(" ")
        elif not _is_silent(child):
            words.append(_inline(child))
    flush()
    return pieces


def _is_silent(node: Node) -> bool:
    return node.tag in _SILENT or (node.tag == "sup" and "Rec" in node.classes)


def _inline(node: Node) -> str:
    """Return the text of an element inside a sentence, with the white space at its ends."""
    return "".join(
        child if isinstance(child, str) else "" if _is_silent(child) else _inline(child) for child in node.children
    )


def _items(node: Node) -> Iterator[Part]:
    """Return the items of an enumeration."""
    label = ""
    for child in node.elements:
        if child.tag == "dt":
            label = child.text()
        elif child.tag == "dd":
            level, number = _level(label)
            yield Part(level, number, tuple(piece for text in child.elements for piece in _pieces(text)))


def _level(label: str) -> tuple[str, str]:
    if match := _NUMMER.match(label):
        return "nummer", match[1]
    if match := _BUCHSTABE.match(label):
        return "buchstabe", match[1]
    return ("strich", "") if label in {"", "-", "–"} else ("unterbuchstabe", label.rstrip(")."))


def _table(node: Node) -> list[Piece]:
    rows = (one for one in node.iter() if one.tag in {"row", "tr"})
    texts = (" ".join(cell.text() for cell in row.elements) for row in rows)
    return [text for text in map(squeeze, texts) if text]
