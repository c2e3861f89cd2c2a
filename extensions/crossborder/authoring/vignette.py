"""The directive ``vignette``: an invented case, and its way through both systems moment by moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import COUNTRY_NAMES, Directive, Field, box, generated
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANES = ("de-who", "de", "pl-who", "pl")


class Vignette(Directive):
    """A container: label, title, the situation, and a definition list with a lane for each country."""

    kind = "vignette"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = dict.fromkeys(("name", "case"), directives.unchanged)

    @override
    def run(self) -> list[nodes.Node]:
        case = str(self.options.get("case", "")).strip()
        if not case:
            message = "“{option}” is missing: name a child of data/cases.toml."
            self.warn(Problem.BAD_OPTION, message, self.place(), option=":case:")
        elif (cases := self.domain.cases) and case not in cases:
            message = "data/cases.toml has no child “{case}”; there are: {cases}."
            self.warn(Problem.BAD_OPTION, message, self.place("case"), case=case, cases=", ".join(cases))
        label = generated(self.words("Invented case"), "vignette-label")
        vignette = box(label, self.heading("vignette-title"), classes=["vignette"])
        for child in self.parse_content_to_nodes():
            if isinstance(child, nodes.definition_list):
                child["classes"].append("timeline")
                for item in child.children:
                    self._moment(cast("nodes.definition_list_item", item))
            vignette += child
        return self.identify(vignette, case=case)

    def _moment(self, item: nodes.definition_list_item) -> None:
        """Turn the fields below a moment into the two lanes."""
        item["classes"].append("moment")
        definition = cast("nodes.definition", item[-1])
        rest, fields = self.split(definition.children)
        self.refuse(rest)
        given = self.once(fields, LANES)
        lanes = [self._lane(country, given) for country in COUNTRY_NAMES if country in given]
        if not lanes:
            place = (item.source or "", item.line or 0)
            self.warn(Problem.MISSING_SIDE, "Say what happens: write the field :de:, the field :pl:, or both.", place)
        definition.children = []
        definition += lanes

    def _lane(self, country: str, given: Mapping[str, Field]) -> nodes.container:
        """Return what happens in a country at a moment: country, who acts, what is done."""
        lane = box(generated(self.words(COUNTRY_NAMES[country]), "lane-country"), classes=["lane", f"lane-{country}"])
        if who := given.get(f"{country}-who"):
            lane += box(*who.body, classes=["lane-who"])
        lane += given[country].body
        return lane
