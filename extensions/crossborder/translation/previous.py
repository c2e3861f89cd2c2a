"""The translation that a text had before it changed: folded below the text on the web, left out on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from crossborder.catalog.gate import is_safe
from crossborder.catalog.markup import read_markup
from crossborder.catalog.pair import Pair
from crossborder.locale import words

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from crossborder.catalog.message import Message

#: attribute of a paragraph: its previous translation, as plain text
PREVIOUS = "crossborder_previous_translation"


def previous_translation(message: Message) -> str:
    """Return what readers of a changed text may see of its previous translation: plain text, or nothing.

    A translation that was never certain has none, and neither has one that is unsafe.
    """
    if not message.previous or not is_safe(Pair(message)):
        return ""
    return read_markup(message.msgstr).text


class FoldPreviousTranslations(SphinxPostTransform):
    """Fold previous translations below their paragraphs; what searches the pages does not find them."""

    builders = ("html", "dirhtml", "epub")
    default_priority = 600  # paragraphs of forms are labels of controls by then, and have no place for it

    def run(self, **_kwargs: Any) -> None:
        """Put a closed box behind each paragraph that has a previous translation."""
        language = self.config.language
        for paragraph in list(self.document.findall(nodes.paragraph)):
            if text := paragraph.attributes.pop(PREVIOUS, ""):
                title = nodes.title("", words(language)("previous translation, outdated"))
                box = nodes.admonition("", title, nodes.paragraph("", text), collapsible="closed")
                box["classes"] += ["previous-translation", "no-search", f"language-{language}"]
                paragraph.parent.insert(paragraph.parent.index(paragraph) + 1, box)


def setup(app: Sphinx) -> None:
    """Show previous translations on the web."""
    app.add_post_transform(FoldPreviousTranslations)
