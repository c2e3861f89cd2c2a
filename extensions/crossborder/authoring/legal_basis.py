"""The directive ``legal-basis``: one question, the law of both countries, and how far they compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import COUNTRY_NAMES, Directive, Field, box, generated, line_of_ours
from crossborder.authoring.relation import RELATIONS, check_sides, known_relation, relation_line
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable


class LegalBasis(Directive):
    """A box with the question as its title and a side for each country."""

    kind = "legal-basis"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {
        "name": directives.unchanged,
        "de": directives.unchanged_required,
        "pl": directives.unchanged_required,
        "relation": directives.unchanged,
    }

    @override
    def run(self) -> list[nodes.Node]:
        place = self.place("relation" if "relation" in self.options else None)
        relation = known_relation(self.options.get("relation", "").strip(), place, self)
        fields = self.once(self.only_fields(), ("de", "pl", "note"))
        check_sides(relation, fields, self.place(), self)
        basis = nodes.admonition("", self.title(), relation_line(relation, self), classes=["legal-basis"])
        for country in COUNTRY_NAMES:
            basis += self._side(country, fields.get(country), relation)
        if note := fields.get("note"):
            name = generated(self.words("What this means"), "side-name")
            basis += box(name, *note.body, classes=["basis-note"])
        return self.identify(basis, relation=relation)

    def _side(self, country: str, field: Field | None, relation: str) -> nodes.container:
        """Return the side of a country: its name with the citations, and what the author says."""
        name = nodes.inline("", self.words(COUNTRY_NAMES[country]), classes=["country"])
        cited = self.law(country) if country in self.options else []
        head = [name, nodes.Text(": "), *cited] if cited else [name]
        side = box(line_of_ours(head, "side-name"), classes=["side", f"side-{country}"])
        if field is not None and not field.empty:
            side += field.body
            if not cited:
                message = "The side of {country} has no citation: write the option {option}."
                fields = {"country": self.words(COUNTRY_NAMES[country]), "option": f":{country}:"}
                self.warn(Problem.MISSING_LAW, message, self.place(), **fields)
        elif RELATIONS[relation].without == country:
            side += generated(self.words(RELATIONS[relation].words), "no-counterpart")
        return side
