"""The directive ``system-map``: a picture of two systems made of text, level by level, box by box."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import COUNTRY_NAMES, Directive, Field, box, generated
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FIELDS = ("de", "pl", "de-arrow", "pl-arrow")


class SystemMap(Directive):
    """A figure: each level holds a side for each country, each side its boxes and the arrow to the next level."""

    kind = "system-map"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"name": directives.unchanged}

    @override
    def run(self) -> list[nodes.Node]:
        levels = []
        others = []
        for child in self.parse_content_to_nodes():
            if isinstance(child, nodes.definition_list):
                levels += [self._level(cast("nodes.definition_list_item", item)) for item in child.children]
            else:
                others.append(child)
        for place in map(self.of, others) if levels else [self.place()]:
            message = "A level of the picture is a line with its name, and below it, indented, its fields."
            self.warn(Problem.BAD_CONTENT, message, place)
        figure = nodes.figure("", box(*levels, classes=["map"]), self.title(nodes.caption), classes=["system-map"])
        return self.identify(figure)

    def _level(self, item: nodes.definition_list_item) -> nodes.container:
        """Return a level: its name and a side for each country."""
        term, definition = cast("Sequence[nodes.Element]", (item[0], item[-1]))
        name = nodes.paragraph(term.rawsource, "", *term.children, classes=["map-name"])
        name.source, name.line = item.source, item.line
        rest, fields = self.split(definition.children)
        self.refuse(rest)
        given = self.once(fields, FIELDS)
        return box(name, *(self._side(country, given) for country in COUNTRY_NAMES), classes=["map-level"])

    def _side(self, country: str, given: Mapping[str, Field]) -> nodes.container:
        """Return the boxes of a country on a level, with the arrow that leads on."""
        side = box(generated(self.words(COUNTRY_NAMES[country]), "map-country"), classes=["map-side", f"map-{country}"])
        if country in given:
            side += self._boxes(given[country])
        if arrow := given.get(f"{country}-arrow"):
            side += box(*arrow.body, classes=["map-arrow"])
        return side

    def _boxes(self, field: Field) -> list[nodes.Node]:
        """Return a box for each entry of the list in ``field``; text without a list is one box."""
        boxes: list[nodes.Node] = []
        for child in field.body:
            entries = child.children if isinstance(child, nodes.bullet_list) else [child]
            for entry in entries:
                inside = entry.children if isinstance(entry, nodes.list_item) else [entry]
                boxes.append(box(*inside, classes=["map-box"]))
        return boxes
