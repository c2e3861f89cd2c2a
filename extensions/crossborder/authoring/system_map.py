"""The directive ``system-map``: a picture of two systems made of text, level by level, box by box."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import COUNTRY_NAMES, Directive, Entry, Field, box, generated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIELDS = ("de", "pl", "de-arrow", "pl-arrow")


class SystemMap(Directive):
    """A figure: each level holds a side for each country, each side its boxes and the arrow to the next level."""

    kind = "system-map"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"name": directives.unchanged}

    @override
    def run(self) -> list[nodes.Node]:
        message = "A level of the picture is a line with its name, and below it, indented, its fields."
        levels = [self._level(entry) for entry in self.only_entries(message)]
        figure = nodes.figure("", box(*levels, classes=["map"]), self.title(nodes.caption), classes=["system-map"])
        return self.identify(figure)

    def _level(self, entry: Entry) -> nodes.container:
        """Return a level: its name and a side for each country."""
        given = self.once(self.only_fields(entry), FIELDS)
        name = self.text(nodes.paragraph, entry.head, entry.start - 1, "map-name")
        sides = (self._side(country, given) for country in COUNTRY_NAMES)
        return box(*name, *sides, classes=["map-level"])

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
