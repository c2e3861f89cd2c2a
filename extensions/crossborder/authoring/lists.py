"""Generated lists: a directive leaves a mark, and when pages are written the mark becomes the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

from crossborder.authoring.item_lists import ITEM_LISTS
from crossborder.authoring.law_lists import LAW_LISTS
from crossborder.authoring.lister import Lister, page_number
from crossborder.authoring.parts import Directive, generated
from crossborder.domain import RECORD, domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.latex import LaTeXTranslator

WRITERS = LAW_LISTS | ITEM_LISTS


class list_mark(nodes.General, nodes.Element):  # noqa: N801 -- docutils finds visitors by the name of the class
    """The place of a generated list."""


class List(Directive):
    """``law-index``, ``gap-index`` and all the other lists that the manual makes of itself."""

    kind = "list"
    has_content = False

    @override
    def run(self) -> list[nodes.Node]:
        mark = list_mark(name=self.name, level=self.heading_level, docname=self.env.current_document.docname)
        mark[RECORD] = {"kind": self.kind, "key": self.name}
        self.set_source_info(mark)
        return [mark]


class ListTransform(SphinxPostTransform):
    """Put each generated list in the place of its mark."""

    default_priority = 4

    @override
    def run(self, **kwargs: Any) -> None:
        for mark in list(self.document.findall(list_mark)):
            lister = Lister(self.env, mark["docname"], mark["level"])
            written = WRITERS[mark["name"]](lister)
            mark.replace_self(written or [generated(lister.words("There are none yet."), "nothing")])


def _visit_page_number(translator: LaTeXTranslator, node: page_number) -> None:
    translator.body.append(f", {translator.encode(node.astext())}~\\pageref{{\\detokenize{{{node['target']}}}}}")
    raise nodes.SkipNode


def _skip(_translator: nodes.NodeVisitor, _node: page_number) -> None:
    raise nodes.SkipNode


def _changed(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    return domain_of(env).changed_lists()


def setup(app: Sphinx) -> None:
    """Register the directives of all lists, and what writes them."""
    for name in WRITERS:
        app.add_directive(name, List)
    app.add_node(list_mark)
    skip = (_skip, None)
    app.add_node(page_number, latex=(_visit_page_number, None), html=skip, text=skip, man=skip, texinfo=skip)
    app.add_post_transform(ListTransform)
    app.connect("env-updated", _changed)
