"""The parts that the directives are made of: text of ours, fields of the author, boxes with a name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from crossborder.authoring.law_role import citation_nodes
from crossborder.authoring.outline import is_plain, pieces
from crossborder.domain import RECORD, CrossborderDomain, domain_of
from crossborder.locale import words
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from docutils.statemachine import StringList

COUNTRY_NAMES = {"de": "Germany", "pl": "Poland"}

#: File and line.
Place = tuple[str, int]


class Field(NamedTuple):
    """A field that an author has written: ``:text 4: label`` has the name ``text`` and the argument ``4``."""

    name: str
    argument: str
    text: str
    body: list[nodes.Node]
    place: Place

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it, or only a dash."""
        return not self.text.strip(" -–—")


class Entry(NamedTuple):
    """A line with an indented block below: a row, a moment, a level."""

    head: str
    block: StringList
    start: int  #: index of the first line of the block in the content of the directive
    place: Place


def generated(text: str, *classes: str) -> nodes.paragraph:
    """Return a paragraph of our own words: shown as it is, never given to translators."""
    return nodes.paragraph(text, text, classes=list(classes), translatable=False)


def line_of_ours(children: Sequence[nodes.Node], *classes: str) -> nodes.paragraph:
    """Return a paragraph of our own words that has inline markup."""
    return nodes.paragraph("", "", *children, classes=list(classes), translatable=False)


def box(*children: nodes.Node, classes: Iterable[str]) -> nodes.container:
    """Return a container: in HTML a ``div``, in LaTeX an environment for each class."""
    return nodes.container("", *children, classes=list(classes))


class Directive(SphinxDirective):
    """What all directives here have in common."""

    has_content = True
    kind = ""  #: what the records of the domain call it

    @cached_property
    def words(self) -> Callable[[str], str]:
        """The function that says an English message in the language of the page."""
        return words(self.config.language)

    @property
    def domain(self) -> CrossborderDomain:
        """Where the register and the facts are."""
        return domain_of(self.env)

    # -- mistakes

    def place(self, option: str | None = None) -> Place:
        """Return file and line of the directive, or of one of its options."""
        source, line = self.get_source_info()
        if option in self.options:
            rows = self.block_text.splitlines()
            found = (number for number, row in enumerate(rows) if row.lstrip().startswith(f":{option}:"))
            line += next(found, 0)
        return source, line

    def warn(self, problem: Problem, message: str, place: Place | None = None, **fields: object) -> None:
        """Report a mistake at ``place``, or at the first line of the directive."""
        source, line = place or self.place()
        problem.warn(self.words(message).format(**fields), f"{source}:{line}")

    def of(self, node: nodes.Node) -> Place:
        """Return file and line of a node, or of the directive if the node does not know them."""
        return (node.source or "", node.line) if node.line else self.place()

    def choice(self, option: str, choices: Iterable[str], default: str) -> str:
        """Return the value of an option; report one that is not among ``choices``, and return ``default``."""
        value = str(self.options.get(option, "")).strip()
        if value in choices:
            return value
        message = "“{option}” must be one of {choices}."
        place = self.place(option if option in self.options else None)
        self.warn(Problem.BAD_OPTION, message, place, option=f":{option}:", choices=", ".join(choices))
        return default

    # -- nodes

    def title(self, kind: type[nodes.TextElement] = nodes.title) -> nodes.TextElement:
        """Return the argument of the directive as a title (or rubric, or caption) that is translated."""
        text = self.arguments[0]
        children, messages = self.parse_inline(text, lineno=self.lineno)
        title = kind(text, "", *children, *messages)
        self.set_source_info(title)
        return title

    def heading(self, *classes: str) -> nodes.rubric:
        """Return the argument as a heading one level below the section it stands in."""
        rubric = cast("nodes.rubric", self.title(nodes.rubric))
        rubric["classes"] += classes
        rubric["heading-level"] = self.heading_level
        return rubric

    @property
    def heading_level(self) -> int:
        """The level of a heading inside the section in which the directive stands."""
        return min(int(self.state.memo.section_level) + 1, 6)

    def identify(self, node: nodes.Element, key: str = "", **details: object) -> list[nodes.Node]:
        """Give ``node`` its id and its record; return it behind the target that LaTeX needs for a link."""
        name = nodes.fully_normalize_name(self.options.get("name", ""))
        anchor = nodes.make_id(name or key or f"{self.kind}-{''.join(self.arguments)[:40]}")
        if anchor in self.state.document.ids:
            anchor = f"{anchor}-{self.lineno}"
        self.set_source_info(node)
        node["ids"].append(anchor)
        if name:
            node["names"].append(name)
            self.state.document.note_explicit_target(node, node)
        node[RECORD] = {"kind": self.kind, "key": key or name, **details}
        return [nodes.target("", "", refid=anchor), node]

    def key(self) -> str:
        """Return the option ``id``, which every element and worksheet must have."""
        key = str(self.options.get("id", "")).strip()
        if not key:
            message = "“{option}” is missing: give an id that no other has."
            self.warn(Problem.BAD_OPTION, message, self.place(), option=":id:")
        return key

    def field(self, name: str, *body: nodes.Node) -> nodes.field:
        """Return a field with a name of ours."""
        return nodes.field("", nodes.field_name(name, name, translatable=False), nodes.field_body("", *body))

    def law(self, option: str) -> list[nodes.Node]:
        """Return the citations of an option as links, placed on the line of the option."""
        source, line = self.place(option)
        shown = citation_nodes(self.options[option].replace("\n", " "), self.env)
        for node in shown:
            if isinstance(node, nodes.Element):
                node.source, node.line = source, line
        return shown

    # -- fields

    def parts(self, content: StringList | None = None, start: int = 0) -> Iterator[Field | Entry | nodes.Node]:
        """Yield the parts of ``content`` (default: all), whose first line has the index ``start`` in the directive."""
        for piece in pieces(self.content if content is None else content, start):
            if piece.kind == "field":
                body = self.parse(piece.block, piece.start)
                text = "".join(piece.block)
                yield Field(piece.head, piece.argument.strip(), text, body, self.at(piece.line))
            elif piece.kind == "entry":
                yield Entry(piece.head, piece.block, piece.start, self.at(piece.line))
            else:
                yield from self.parse(piece.block, piece.start)

    def at(self, index: int) -> Place:
        """Return file and line of the line of the content with this index."""
        source, line = self.state_machine.get_source_and_line(self.content_offset + index + 1)
        return source or "", line or 0

    def parse(self, block: StringList, start: int) -> list[nodes.Node]:
        """Parse a block; one that is plainly a paragraph without the machinery that other markup needs."""
        if is_plain(block):
            return self.text(nodes.paragraph, block[0], start)
        holder = nodes.Element()
        self.state.nested_parse(block, self.content_offset + start, holder)
        return holder.children

    def text(self, kind: type[nodes.TextElement], text: str, index: int, *classes: str) -> list[nodes.Node]:
        """Return a line of the content as a node of ``kind`` that is translated, and the messages about its markup."""
        children, messages = self.parse_inline(text, lineno=self.content_offset + index + 1)
        node = kind(text, "", *children, classes=list(classes))
        node.source, node.line = self.at(index)
        return [node, *messages]

    def once(self, fields: Iterable[Field], allowed: Sequence[str]) -> dict[str, Field]:
        """Return the fields by name; report those that are not ``allowed``, and those given twice."""
        known: dict[str, Field] = {}
        for field in fields:
            if field.name not in allowed:
                message = "Unknown field “{name}”; there are: {allowed}."
            elif field.name in known:
                message = "The field “{name}” is given twice."
            else:
                known[field.name] = field
                continue
            names = ", ".join(f":{name}:" for name in allowed)
            self.warn(Problem.BAD_FIELD, message, field.place, name=f":{field.name}:", allowed=names)
        return known

    def only_fields(self, entry: Entry | None = None) -> list[Field]:
        """Return the fields of the directive, or of an entry in it; report everything else."""
        found = list(self.parts(entry.block, entry.start) if entry else self.parts())
        self.refuse(
            (part for part in found if not isinstance(part, Field)), "Only fields such as “:de: text” may stand here."
        )
        return [part for part in found if isinstance(part, Field)]

    def only_entries(self, message: str) -> list[Entry]:
        """Return the entries of the directive; report everything else with ``message``, also that there is none."""
        found = list(self.parts())
        entries = [part for part in found if isinstance(part, Entry)]
        if entries:
            self.refuse((part for part in found if not isinstance(part, Entry)), message)
        else:
            self.warn(Problem.BAD_CONTENT, message)
        return entries

    def refuse(self, parts: Iterable[Field | Entry | nodes.Node], message: str) -> None:
        """Report parts that may not stand where they do; comments may stand everywhere."""
        for part in parts:
            if not isinstance(part, nodes.comment | nodes.system_message | nodes.target):
                place = self.of(part) if isinstance(part, nodes.Node) else part.place
                self.warn(Problem.BAD_CONTENT, message, place)
