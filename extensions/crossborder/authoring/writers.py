"""The little that Sphinx's writers lack for our nodes: head cells with a scope, classes of boxes in LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator
from typing_extensions import override

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def visit_entry(translator: HTML5Translator, node: nodes.entry) -> None:
    """Write a cell as Sphinx does, with the scope of a head cell and the label that cards show."""
    label = _head(node)
    HTML5Translator.visit_entry(translator, node)
    tag = translator.body.pop()
    added = ""
    if tag.startswith("<th"):
        added = ' scope="col"' if isinstance(node.parent.parent, nodes.thead) else ' scope="row"'
    elif label:
        added = f' data-label="{translator.attval(label)}"'
    translator.body.append(f"{tag[:3]}{added}{tag[3:]}")


def _head(node: nodes.entry) -> str:
    """Return the head of the column in which a cell stands; nothing if the table has no head."""
    row: Any = node.parent  # on which the translator counts the columns
    for head in row.parent.parent.children:
        if isinstance(head, nodes.thead) and row.column < len(head[0].children):
            return " ".join(head[0].children[row.column].astext().split())
    return ""


def depart_entry(translator: HTML5Translator, node: nodes.entry) -> None:
    """End a cell."""
    HTML5Translator.depart_entry(translator, node)


class LatexClasses(SphinxPostTransform):
    """Put a container with the same classes around each box, table, list and paragraph that has classes.

    Sphinx's LaTeX writer makes an environment of each class of a container, and drops those of all else.
    """

    formats = ("latex",)
    default_priority = 900  # when the generated lists are there
    kinds = (
        nodes.admonition
        | nodes.bullet_list
        | nodes.definition_list
        | nodes.field_list
        | nodes.figure
        | nodes.paragraph
        | nodes.table
    )
    ignored: ClassVar = frozenset(("longtable", "colwidths-given", "colwidths-auto"))
    """What the LaTeX writer itself reads from the classes of a table."""

    @override
    def run(self, **kwargs: Any) -> None:
        for node in [node for node in self.document.findall(nodes.Element) if isinstance(node, self.kinds)]:
            classes = [name for name in node["classes"] if name not in self.ignored]
            if classes:
                around = nodes.container("", classes=classes)
                node.replace_self([around])
                around += node


def setup(app: Sphinx) -> None:
    """Register the additions."""
    app.add_node(nodes.entry, override=True, html=(visit_entry, depart_entry))
    app.add_post_transform(LatexClasses)
