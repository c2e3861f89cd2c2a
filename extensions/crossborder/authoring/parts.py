"""The parts that the directives are made of: text of ours, fields of the author, boxes with a name."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from crossborder.authoring.law_role import citation_nodes
from crossborder.domain import RECORD, CrossborderDomain, domain_of
from crossborder.locale import words
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

COUNTRY_NAMES = {"de": "Germany", "pl": "Poland"}

#: File and line.
Place = tuple[str, int]


class Field(NamedTuple):
    """A field that an author has written: ``:text 4: label`` has the name ``text`` and the argument ``4``."""

    name: str
    argument: str
    body: list[nodes.Node]
    source: str
    line: int

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it, or only a dash."""
        return not "".join(node.astext() for node in self.body).strip().strip("-–—")


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

    def split(self, children: Sequence[nodes.Node]) -> tuple[list[nodes.Node], list[Field]]:
        """Part ``children`` into what is no field list, and the fields."""
        rest: list[nodes.Node] = []
        fields: list[Field] = []
        for child in children:
            if isinstance(child, nodes.field_list):
                fields += [_field(cast("nodes.field", field)) for field in child]
            else:
                rest.append(child)
        return rest, fields

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
            place = (field.source, field.line)
            self.warn(Problem.BAD_FIELD, message, place, name=f":{field.name}:", allowed=names)
        return known

    def only_fields(self, allowed: Sequence[str]) -> dict[str, Field]:
        """Return the content of the directive, which must be fields; report everything else."""
        rest, fields = self.split(self.parse_content_to_nodes())
        self.refuse(rest)
        return self.once(fields, allowed)

    def refuse(self, children: Iterable[nodes.Node]) -> None:
        """Report text that stands where only fields may stand."""
        for child in children:
            if not isinstance(child, nodes.comment | nodes.system_message | nodes.target):
                self.warn(Problem.BAD_CONTENT, "Only fields such as “:de: text” may stand here.", self.of(child))


def _field(node: nodes.field) -> Field:
    name, body = node
    first, *rest = re.split(r"\s+", name.astext().strip(), maxsplit=1)
    return Field(first, "".join(rest), list(body.children), node.source or "", node.line or 0)
