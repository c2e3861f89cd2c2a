"""Spaces at which a line must not end, on paper or on a screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: the builders whose pages have lines
BUILDERS = ("latex", "accessible", "html", "dirhtml")

#: a sign or word that stands before a number: § 44, art. 5, Abs. 2, ust. 3
_BEFORE_NUMBER = re.compile(r"(§§?|\b(?:[Aa]rt|Abs|Nr|Buchst|ust|pkt|lit|zd|poz)\.?) (?=\d)")

#: Polish words of one letter, which belong to the next word
_ONE_LETTER = re.compile(r"(?<![\w\N{NO-BREAK SPACE}])([aiouwzAIOUWZ]) (?=\S)")

#: German abbreviations of several letters: z. B., i. V. m., e. V.
_GERMAN_SHORT = re.compile(r"(?<!\w)(z\.|i\.|V\.|e\.|d\.|u\.) (?=(?:B|V|m|h|a)\.)")


def bound(text: str, language: str) -> str:
    """Return ``text`` with no-break spaces where a line must not end."""
    text = _BEFORE_NUMBER.sub("\\1\N{NO-BREAK SPACE}", text)
    rule = _ONE_LETTER if language == "pl" else _GERMAN_SHORT
    return rule.sub("\\1\N{NO-BREAK SPACE}", text)


class NoBreakSpaces(SphinxPostTransform):
    """Put no-break spaces into all running text."""

    builders = BUILDERS
    default_priority = 900

    @override
    def run(self, **kwargs: Any) -> None:
        for text in list(self.document.findall(nodes.Text)):
            better = bound(text.astext(), self.config.language)
            if better != text and text.parent is not None and not isinstance(text.parent, nodes.FixedTextElement):
                text.parent.replace(text, nodes.Text(better))


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_post_transform(NoBreakSpaces)
