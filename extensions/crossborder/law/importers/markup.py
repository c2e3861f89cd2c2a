"""XML and HTML as one plain tree, with limits that a hostile file cannot pass."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError, ParserCreate
from xml.parsers.expat.errors import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 200
_VOID: Final = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"))


class UnreadableTextError(Exception):
    """A file is not the official text that it should be.

    :param message: English msgid, with ``{name}`` fields for ``fields``
    :param line: 0 where the whole file is meant
    """

    def __init__(self, message: str, line: int = 0, **fields: object) -> None:
        super().__init__(message.format(**fields))
        self.message = message
        self.line = line
        self.fields = fields


@dataclass(slots=True)
class Node:
    """An element: its name in lower case, attributes, and text and elements in order."""

    tag: str
    attributes: dict[str, str]
    children: list[str | Node] = field(default_factory=list)

    @property
    def elements(self) -> list[Node]:
        """The elements directly below."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def classes(self) -> list[str]:
        """The classes of an HTML element."""
        return self.attributes.get("class", "").split()

    def child(self, tag: str) -> Node | None:
        """Return the first element directly below with this name."""
        return next((one for one in self.elements if one.tag == tag), None)

    def find(self, *tags: str) -> Node | None:
        """Return the element that a path of names leads to."""
        node: Node | None = self
        for tag in tags:
            node = node.child(tag) if node else None
        return node

    def iter(self) -> Iterator[Node]:
        """Return this element and all below it, in order."""
        yield self
        for child in self.elements:
            yield from child.iter()

    def text(self) -> str:
        """Return all text with white space made plain; a line break is a space."""
        return squeeze("".join(self._texts()))

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag == "br":
                yield " "
            else:
                yield from child._texts()  # noqa: SLF001  (an element of the same class)


class _Tree:
    """Builds the tree and keeps to the depth."""

    def __init__(self) -> None:
        self.root = Node("", {})
        self._open = [self.root]

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        if len(self._open) > MAX_DEPTH:
            raise UnreadableTextError("Elements are nested too deeply.", line)
        node = Node(tag.lower(), attributes)
        self._open[-1].children.append(node)
        if node.tag not in _VOID:
            self._open.append(node)

    def end(self, tag: str) -> None:
        tags = [node.tag for node in self._open[1:]]
        if tag.lower() in tags:
            last = len(tags) - tags[::-1].index(tag.lower())
            del self._open[last:]

    def text(self, text: str) -> None:
        self._open[-1].children.append(text)


def read_xml(text: str) -> Node:
    """Return the root element of an XML text.

    :raises UnreadableTextError: if it is not well-formed, declares entities, or is nested too deeply.
    """
    tree, parser = _Tree(), ParserCreate("utf-8")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise UnreadableTextError("The file declares entities, as no official text does.", parser.CurrentLineNumber)

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: tree.start(tag, attributes, parser.CurrentLineNumber)
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.text
    try:
        parser.Parse(text.encode("utf-8"), True)
    except ExpatError as error:
        raise UnreadableTextError("This is not XML: {reason}", error.lineno, reason=messages[error.code]) from error
    return tree.root.elements[0]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = _Tree()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.text(data)


def read_html(text: str) -> Node:
    """Return a root above all elements of an HTML text.

    :raises UnreadableTextError: if elements are nested too deeply.
    """
    parser = _Html()
    parser.feed(text)
    parser.close()
    return parser.tree.root


def squeeze(text: str) -> str:
    """Return ``text`` with every run of white space as one space."""
    return " ".join(text.split())
