"""The little that Sphinx's writers lack for our nodes: head cells with a scope, classes of boxes in LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator
from typing_extensions import override

from crossborder.domain import RECORD

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def visit_entry(translator: HTML5Translator, node: nodes.entry) -> None:
    """Write a cell as Sphinx does, with the scope of a head cell and the label that cards show."""
    HTML5Translator.visit_entry(translator, node)
    tag = translator.body.pop()
    added = ""
    if tag.startswith("<th"):
        added = ' scope="col"' if isinstance(node.parent.parent, nodes.thead) else ' scope="row"'
    if "label" in node:
        added += f' data-label="{translator.attval(node["label"])}"'
    translator.body.append(f"{tag[:3]}{added}{tag[3:]}")


def depart_entry(translator: HTML5Translator, node: nodes.entry) -> None:
    """End a cell."""
    HTML5Translator.depart_entry(translator, node)


class LatexClasses(SphinxPostTransform):
    """Put a container with the same classes around each of our boxes and tables.

    Sphinx's LaTeX writer makes an environment of the classes of a container, and drops those of all else.
    """

    formats = ("latex",)
    default_priority = 5
    kinds: ClassVar[tuple[type[nodes.Element], ...]] = (
        nodes.admonition,
        nodes.definition_list,
        nodes.field_list,
        nodes.figure,
        nodes.table,
    )

    @override
    def run(self, **kwargs: Any) -> None:
        for node in cast("list[nodes.Element]", list(self.document.findall(self._ours))):
            around = nodes.container("", classes=node["classes"])
            node.replace_self([around])
            around += node

    def _ours(self, node: nodes.Node) -> bool:
        return isinstance(node, self.kinds) and (RECORD in node.attributes or "styled" in node.attributes)


def setup(app: Sphinx) -> None:
    """Register the additions."""
    app.add_node(nodes.entry, override=True, html=(visit_entry, depart_entry))
    app.add_post_transform(LatexClasses)
