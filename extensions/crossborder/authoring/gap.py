"""The directive ``gap``: what an office still has to supply, visible until it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from typing_extensions import override

from crossborder.authoring.parts import Directive
from crossborder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICES = {
    "jugendamt": "To be supplied by the Jugendamt",
    "mops": "To be supplied by the MOPS",
    "both": "To be supplied by both offices",
}


class Gap(Directive):
    """A box that names the office and says what is missing."""

    kind = "gap"
    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"name": directives.unchanged}

    @override
    def run(self) -> list[nodes.Node]:
        office = self.arguments[0].strip()
        if office not in OFFICES:
            message = "“{office}” is no office; there are: {offices}."
            self.warn(Problem.BAD_OPTION, message, office=office, offices=", ".join(OFFICES))
            office = "both"
        children = self.parse_content_to_nodes()
        if not children:
            self.warn(Problem.BAD_CONTENT, "Say what is missing.")
        text = self.words(OFFICES[office])
        head = nodes.title(text, text, translatable=False)
        gap = nodes.admonition("", head, *children, classes=["gap", f"gap-{office}"])
        return self.identify(gap, office=office)
