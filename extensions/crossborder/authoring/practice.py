"""The directive ``practice``: a practice element, the smallest thing that one office can try from the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import COUNTRY_NAMES, Directive, generated, line_of_ours
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = {
    "procedure": "procedure",
    "form": "form",
    "meeting": "meeting",
    "agreement": "agreement",
    "training": "training",
    "information": "information",
}
DIRECTIONS = {"de-to-pl": "from Germany to Poland", "pl-to-de": "from Poland to Germany", "both": "in both directions"}
ORIGINS = {
    "experience": "experience of an office",
    "handbook": "recommended by a handbook",
    "law": "required by law",
    "practice": "practice of the other country",
}
STATUS = {
    "allowed": "allowed as it is",
    "local-act": "needs a local act",
    "conflicts": "conflicts with the law",
    "open": "still to be examined",
}
FIELDS = {
    "problem": "Problem situation",
    "action": "What is done",
    "who": "Who does it",
    "preconditions": "What must be in place",
    "effort": "Time and means",
}


class Practice(Directive):
    """A box with the element's id, its title and everything that the test phase needs to know of it."""

    kind = "practice"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = dict.fromkeys(
        ("name", "id", "kind", "direction", "origin", "de", "pl", "status-de", "status-pl"), directives.unchanged
    )

    @override
    def run(self) -> list[nodes.Node]:
        key = self.key()
        what = self.choice("kind", KINDS, "procedure")
        direction = self.choice("direction", DIRECTIONS, "both")
        origin = self.choice("origin", ORIGINS, "practice")
        status = {country: self.choice(f"status-{country}", STATUS, "open") for country in COUNTRY_NAMES}
        _ = self.words
        told = [_("Practice element {id}").format(id=key), _(KINDS[what]), _(DIRECTIONS[direction])]
        about = nodes.field_list(classes=["practice-fields"])
        about += self._told()
        about += [self._law(country, status[country]) for country in COUNTRY_NAMES]
        about += self.field(_("Origin"), generated(_(ORIGINS[origin])))
        line = generated(" · ".join(told), "practice-line")
        element = nodes.admonition("", self.title(), line, about, classes=["practice", f"practice-{what}"])
        return self.identify(element, key, what=what, direction=direction, origin=origin, status=status)

    def _told(self) -> list[nodes.field]:
        """Return what the author says, each field under our name for it; report fields that are missing."""
        given = self.once(self.only_fields(), tuple(FIELDS))
        for name in FIELDS:
            if name not in given or given[name].empty:
                self.warn(Problem.BAD_FIELD, "The field “{name}” is missing.", self.place(), name=f":{name}:")
        return [self.field(self.words(label), *given[name].body) for name, label in FIELDS.items() if name in given]

    def _law(self, country: str, status: str) -> nodes.field:
        """Return what law a country has for the element, and how that law stands to it."""
        if not self.options.get(country):
            message = "“{option}” must hold citations, or the word none."
            self.warn(Problem.BAD_OPTION, message, self.place(country), option=f":{country}:")
        cited = self.options.get(country, "none").strip()
        law = [nodes.Text(self.words("none"))] if cited in ("", "none") else self.law(country)
        text = line_of_ours([*law, nodes.Text(f" – {self.words(STATUS[status])}")], f"status-{status}")
        name = self.words("Legal basis: {country}").format(country=self.words(COUNTRY_NAMES[country]))
        return self.field(name, text)
