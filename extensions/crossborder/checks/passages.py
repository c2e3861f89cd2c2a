"""Where the texts of a doctree and of a PO file stand in the file that a person edits."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from crossborder.checks import model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.catalog.message import Message
    from crossborder.checks import source

_VERBATIM = (nodes.FixedTextElement, nodes.comment, nodes.raw, nodes.substitution_definition)
_QUOTED = re.compile(r'^(?:#~ ?)?(?:msgstr(?:\[\d\])?)?\s*"(?P<text>(?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
#: the options of our directives that hold citations
CITING = {"legal-basis": ("de", "pl"), "practice": ("de", "pl")}


def _line_of(node: nodes.Node) -> int:
    """Return the line that docutils knows for a node or for the nearest node around it."""
    around: nodes.Node | None = node
    while around is not None:
        if around.line:
            return int(around.line)
        around = around.parent
    return 1


def _stand(wanted: list[str], lines: list[str], index: int) -> bool:
    """Tell whether ``wanted`` stands in the lines from ``index`` on."""
    if index < 0 or index + len(wanted) > len(lines) or wanted[0] not in lines[index]:
        return False
    return all(part in line for part, line in zip(wanted, lines[index:], strict=False))


def _find(lines: list[str], wanted: list[str], line: int) -> int | None:
    """Return the index of the line where ``wanted`` begins, the nearest to ``line``."""
    for distance in range(len(lines)):
        for index in (line - 1 - distance, line - 1 + distance):
            if _stand(wanted, lines, index):
                return index
    return None


def starts_of(document: model.Document, text: source.Text) -> model.Starts:
    """Return the places of the lines of an option or a field."""
    starts, offset = [], 0
    for part, (line, column) in zip(text.text.split("\n"), text.spots, strict=True):
        starts.append((offset, document.place(line, column)))
        offset += len(part) + 1
    return tuple(starts)


def _index(document: model.Document, node: nodes.Element) -> int | None:
    """Return the index of the line where a node's text begins; None if the file does not hold the text."""
    wanted, line = [part.strip() for part in node.rawsource.split("\n")], _line_of(node)
    if wanted[0] and _stand(wanted, document.lines, line - 1):
        return line - 1
    if not wanted[0] or wanted[0] not in document.text:
        return None
    return _find(document.lines, wanted, line)


def _starts(document: model.Document, raw: str, index: int) -> model.Starts:
    """Return the places of the lines of a text that begins in the line with ``index``."""
    starts, offset = [], 0
    for number, part in enumerate(raw.split("\n"), index):
        indent = len(part) - len(part.lstrip())
        column = document.lines[number].find(part.strip()) - indent + 1
        starts.append((offset, document.place(number + 1, column)))
        offset += len(part) + 1
    return tuple(starts)


def of_document(document: model.Document) -> Iterator[model.Passage]:
    """Yield the texts of a document that stand in its file; what directives add of their own is none."""
    for directive in document.directives:
        for name in CITING.get(directive.name, ()):
            option = directive.options.get(name)
            if option is not None and option.text not in ("", "none"):
                yield document.passage(option, cites=True)
    for node in document.all(nodes.TextElement):
        if not node.rawsource or isinstance(node, (nodes.Inline, *_VERBATIM)):
            continue
        index = _index(document, node)
        if index is not None:
            find = partial(_starts, document, node.rawsource, index)
            yield model.Passage(node.rawsource, document.language, find, node, document, index + 1)


def place_of(document: model.Document, node: nodes.Node) -> model.Place:
    """Return where ``node``, or what is nearest to it, begins in the file of ``document``."""
    if isinstance(node, nodes.section):
        node = node[0]
    if isinstance(node, nodes.TextElement) and node.rawsource:
        index = _index(document, node)
        if index is not None:
            return _starts(document, node.rawsource, index)[0][1]
    line = min(_line_of(node), len(document.lines)) or 1
    text = document.lines[line - 1] if document.lines else ""
    return document.place(line, len(text) - len(text.lstrip()) + 1)


def _translation(file: model.TranslatedFile, message: Message) -> model.Starts:
    """Return the places of the lines of a translation."""
    starts: list[tuple[int, model.Place]] = []
    offset = 0
    for number in range(message.msgstr_line - 1, len(file.lines)):
        found = _QUOTED.match(file.lines[number])
        if not found or (starts and "msgstr" in file.lines[number][: found.start("text")]):
            break
        starts.append((offset, model.Place(file.path, number + 1, found.start("text") + 1)))
        offset += len(_ESCAPE.sub("x", found["text"]))
    return tuple(starts) or ((0, model.Place(file.path, message.msgstr_line, 1)),)


def of_message(file: model.TranslatedFile, message: Message) -> model.Passage:
    """Return the translation of a message as a passage."""
    return model.Passage(message.msgstr, file.language, partial(_translation, file, message), message=message)


def of_catalog(file: model.TranslatedFile) -> Iterator[model.Passage]:
    """Yield the translations that readers see: neither fuzzy nor obsolete nor empty."""
    for message in file.catalog.messages:
        if message.translated:
            yield of_message(file, message)
