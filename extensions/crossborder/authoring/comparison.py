"""The directive ``comparison``: a real table, a row for each aspect, a column for each country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import Directive, Entry, Field, generated
from crossborder.authoring.relation import RELATIONS, check_sides, known_relation, relation_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

#: The fields of a row and the heads of their columns.
COLUMNS = {"de": "Germany", "pl": "Poland", "transfer": "What carries over"}

#: Widths of the columns in percent, by their number.
_WIDTHS = {3: (24, 38, 38), 4: (19, 28, 28, 25)}

#: Before the relation; what else has a colon between spaces belongs to the aspect.
_RELATION = re.compile(r" +: +(?=[^:]*$)")


class Row(NamedTuple):
    """A row: the aspect, how far the countries compare, and the cells."""

    aspect: list[nodes.Node]
    relation: str
    cells: Mapping[str, Field]


class Comparison(Directive):
    """A table with caption, number, head and row heads."""

    kind = "comparison"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"name": directives.unchanged}

    @override
    def run(self) -> list[nodes.Node]:
        rows = self._rows()
        columns = [name for name in COLUMNS if name != "transfer" or any(name in row.cells for row in rows)]
        heads = [self.words(text) for text in ("Aspect", *(COLUMNS[name] for name in columns))]
        group = nodes.tgroup("", cols=len(heads))
        for number, width in enumerate(_WIDTHS[len(heads)]):
            # Sphinx's LaTeX writer takes each column with this attribute for a stub, whatever its value
            stub = {"stub": 1} if number == 0 else {}
            group += nodes.colspec("", colwidth=width, **stub)
        group += nodes.thead("", nodes.row("", *(nodes.entry("", generated(head)) for head in heads)))
        group += nodes.tbody("", *(self._row(row, columns) for row in rows))
        classes = ["comparison", f"comparison-{len(heads)}", "longtable", "colwidths-given"]
        table = nodes.table("", self.title(), group, classes=classes)
        return self.identify(table, relations=[row.relation for row in rows])

    def _rows(self) -> list[Row]:
        """Read the rows."""
        message = "A row of a comparison is “Aspect : relation”, and below it, indented, its fields."
        return [self._read(entry) for entry in self.only_entries(message)]

    def _read(self, entry: Entry) -> Row:
        """Read a row from ``Aspect : relation`` and the fields below."""
        text, *name = _RELATION.split(entry.head, maxsplit=1)
        relation = known_relation("".join(name), entry.place, self)
        aspect = self.text(nodes.paragraph, text, entry.start - 1, "aspect")
        cells = self.once(self.only_fields(entry), tuple(COLUMNS))
        check_sides(relation, cells, entry.place, self)
        return Row(aspect, relation, cells)

    def _row(self, row: Row, columns: Sequence[str]) -> nodes.row:
        head = nodes.entry("", *row.aspect, relation_line(row.relation, self))
        cells = (nodes.entry("", *self._cell(row, column)) for column in columns)
        return nodes.row("", head, *cells, classes=[f"row-{row.relation}"])

    def _cell(self, row: Row, column: str) -> list[nodes.Node]:
        field = row.cells.get(column)
        if field is not None and not field.empty:
            return field.body
        relation = RELATIONS[row.relation]
        text = self.words("no counterpart") if relation.without == column else "–"
        return [generated(text, "no-counterpart" if relation.without == column else "no-text")]
