"""The directive ``worksheet``: a checklist or form, printed with lines and boxes, filled in on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import Directive, Field, box, generated
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

ABOUT = {
    "purpose": "Purpose",
    "filled-by": "Filled in by",
    "when": "When",
    "stored": "Kept where",
    "legal": "Legal basis",
    "data": "Data protection",
}
#: The fields of a form; those that must be written out have a list of options or columns below the label.
FORM = ("section", "text", "date", "check", "choice", "table", "note", "signature")

_MOST_LINES = 40


class Worksheet(Directive):
    """A container with title, what the sheet is for, and the form: a container of its own for each field."""

    kind = "worksheet"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = dict.fromkeys(("name", "id"), directives.unchanged)

    @override
    def run(self) -> list[nodes.Node]:
        key = self.key()
        fields = self.only_fields()
        about = self.once((field for field in fields if field.name not in FORM), (*ABOUT, *FORM))
        table = nodes.field_list(classes=["ws-about"])
        for name, label in ABOUT.items():
            if name in about:
                field = self.field(self.words(label), *about[name].body)
                field["classes"].append(f"ws-{name}")
                table += field
        form = [field for field in fields if field.name in FORM]
        if not form:
            self.warn(Problem.BAD_CONTENT, "The worksheet has no fields to fill in.")
        entries = [self._entry(field, f"{nodes.make_id(key)}-{number}") for number, field in enumerate(form, 1)]
        number = generated(self.words("Worksheet {id}").format(id=key), "ws-id")
        head = [self.heading("ws-title"), number, *([table] if len(table) else [])]
        sheet = box(*head, box(*entries, classes=["ws-form"]), classes=["worksheet"])
        return self.identify(sheet, key)

    def _entry(self, field: Field, anchor: str) -> nodes.Element:
        """Return one field of the form; the label comes first, what is to be chosen or filled in after it."""
        if field.empty:
            self.warn(Problem.BAD_FIELD, "The field “{name}” is empty.", field.place, name=f":{field.name}:")
        if field.name == "section":
            return self._section(field)
        if field.name == "note":
            return box(*field.body, classes=["ws-note"])
        entry = box(*self._content(field), classes=self._classes(field))
        entry["ids"].append(anchor)
        return entry

    def _section(self, field: Field) -> nodes.rubric:
        """Return a heading inside the form."""
        first = field.body[0] if field.body else nodes.paragraph()
        rubric = nodes.rubric(getattr(first, "rawsource", ""), "", *first.children, classes=["ws-section"])
        rubric.source, rubric.line = field.place
        rubric["heading-level"] = min(self.heading_level + 1, 6)
        return rubric

    def _count(self, field: Field) -> int:
        """Return how many lines or rows are asked for: ``:text 4:``; report what is no such number."""
        if field.argument.isdecimal() and 0 < int(field.argument) <= _MOST_LINES:
            return int(field.argument)
        if field.argument:
            message = "“{argument}” must be a number from 1 to {most}."
            place = field.place
            self.warn(Problem.BAD_FIELD, message, place, argument=field.argument, most=_MOST_LINES)
        return 1

    def _classes(self, field: Field) -> list[str]:
        count = self._count(field) if field.name in {"text", "table"} else 1
        if field.name == "text" and count > 1:
            return ["ws-field", "ws-lines", f"ws-lines-{count}"]
        return ["ws-field", f"ws-{field.name}"]

    def _content(self, field: Field) -> list[nodes.Node]:
        """Return label and options; for a table the columns become its head, with empty rows below."""
        if field.name not in {"choice", "table"}:
            return field.body
        choices = [child for child in field.body if isinstance(child, nodes.bullet_list)]
        if not choices:
            message = "Below “{name}” there must be a list, indented, with a dash before each entry."
            self.warn(Problem.BAD_FIELD, message, field.place, name=f":{field.name}:")
        if field.name == "choice":
            return field.body
        label = [child for child in field.body if child not in choices]
        return [*label, *(_empty_table(choice, self._count(field)) for choice in choices)]


def _empty_table(columns: nodes.bullet_list, rows: int) -> nodes.table:
    """Return a table with a head and ``rows`` empty rows."""
    heads = [nodes.entry("", *item.children) for item in columns.children if isinstance(item, nodes.list_item)]
    group = nodes.tgroup("", *(nodes.colspec("", colwidth=100 // len(heads)) for _ in heads), cols=len(heads))
    group += nodes.thead("", nodes.row("", *heads))
    group += nodes.tbody("", *(nodes.row("", *(nodes.entry() for _ in heads)) for _ in range(rows)))
    return nodes.table("", group, classes=["ws-rows", "colwidths-given"])
