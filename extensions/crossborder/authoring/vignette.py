"""The directive ``vignette``: an invented case, and its way through both systems moment by moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import COUNTRY_NAMES, Directive, Entry, Field, box, generated
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
        timeline = nodes.definition_list(classes=["timeline"])
        for part in self.parts():
            if isinstance(part, Entry):
                timeline += self._moment(part)
            elif isinstance(part, Field):
                self.refuse([part], "A moment is a line of its own, and below it, indented, its fields.")
            else:
                vignette += part
        if timeline.children:
            vignette += timeline
        return self.identify(vignette, case=case)

    def _moment(self, entry: Entry) -> nodes.definition_list_item:
        """Return a moment and the two lanes below it."""
        given = self.once(self.only_fields(entry), LANES)
        lanes = [self._lane(country, given) for country in COUNTRY_NAMES if country in given]
        if not lanes:
            message = "Say what happens: write the field :de:, the field :pl:, or both."
            self.warn(Problem.MISSING_SIDE, message, entry.place)
        term = self.text(nodes.term, entry.head, entry.start - 1)
        return nodes.definition_list_item("", *term, nodes.definition("", *lanes), classes=["moment"])

    def _lane(self, country: str, given: Mapping[str, Field]) -> nodes.container:
        """Return what happens in a country at a moment: country, who acts, what is done."""
        lane = box(generated(self.words(COUNTRY_NAMES[country]), "lane-country"), classes=["lane", f"lane-{country}"])
        if who := given.get(f"{country}-who"):
            lane += box(*who.body, classes=["lane-who"])
        lane += given[country].body
        return lane
