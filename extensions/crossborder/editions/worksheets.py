"""Worksheets on the screen: the fields of a form become controls that can be filled in.

The directive makes standard nodes, so that the form is printed and translated as any text. Only where HTML is
written are they replaced by labels and controls. What readers enter is kept by ``worksheets.js``, never sent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from typing_extensions import override

from crossborder.domain import RECORD
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_LINES = re.compile(r"ws-lines-(\d+)")
_VOID = {"input"}


class html_tag(nodes.General, nodes.Element):  # noqa: N801 -- docutils finds visitors by the name of the class
    """An element of HTML that no standard node stands for: control, label, group with its legend."""


def _tag(element: str, /, *children: nodes.Node, anchor: str = "", **attributes: str) -> html_tag:
    return html_tag("", *children, ids=[anchor] if anchor else [], tag=element, attributes=attributes)


def visit_html_tag(translator: HTML5Translator, node: html_tag) -> None:
    """Write the start of the element, with its attributes escaped."""
    translator.body.append(translator.starttag(node, node["tag"], "", **node["attributes"]))


def depart_html_tag(translator: HTML5Translator, node: html_tag) -> None:
    """Write the end of the element, if it has one."""
    if node["tag"] not in _VOID:
        translator.body.append(f"</{node['tag']}>\n")


class FillableWorksheets(SphinxPostTransform):
    """Replace each field of a worksheet by a control with its label."""

    builders = ("html", "dirhtml", "singlehtml", "accessible")  # not EPUB: reading devices do not keep what is entered
    default_priority = 400  # references are resolved, tables not yet wrapped by the theme

    @override
    def run(self, **_kwargs: Any) -> None:
        for sheet in self.document.findall(_is_worksheet):
            for field in list(sheet.findall(_is_field)):
                self._make_fillable(cast("nodes.container", field))

    def _make_fillable(self, field: nodes.container) -> None:
        """Give ``field`` its control; a signature stays a line for the pen."""
        makers: dict[str, Callable[[nodes.container], None]] = {
            "ws-check": _make_check,
            "ws-choice": _make_choice,
            "ws-table": self._make_table,
            "ws-signature": lambda _: None,
        }
        for name, make in makers.items():
            if name in field["classes"]:
                make(field)
                return
        _make_text(field)

    def _make_table(self, field: nodes.container) -> None:
        """Put a control into each empty cell; column and number of the row are its name."""
        named = words(self.config.language)("{column}, row {row}")
        for table in field.findall(nodes.tbody):
            heads = [cell.astext() for cell in cast("nodes.Element", table.parent).findall(_is_head_cell)]
            for number, row in enumerate(table.findall(nodes.row), 1):
                for column, (head, cell) in enumerate(zip(heads, row.findall(nodes.entry), strict=True), 1):
                    name = f"{field['ids'][0]}-{number}-{column}"
                    label = named.format(column=head, row=number)
                    cell.append(_tag("textarea", rows="1", name=name, **{"aria-label": label}))


def _is_worksheet(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and "worksheet" in node["classes"] and RECORD in node.attributes


def _is_field(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and "ws-field" in node["classes"] and bool(node["ids"])


def _is_head_cell(node: nodes.Node) -> bool:
    return isinstance(node, nodes.entry) and isinstance(node.parent.parent, nodes.thead)


def _label(paragraphs: Iterable[nodes.Node], *before: nodes.Node, target: str = "") -> html_tag:
    """Return a label with the text of ``paragraphs``; it belongs to ``target``, or to the control in ``before``."""
    text = [child for paragraph in paragraphs for child in paragraph.children]
    attributes = {"for": target} if target else {}
    return _tag("label", *before, nodes.inline("", "", *text), **attributes)


def _make_text(field: nodes.container) -> None:
    """Make a line, a box of several lines, or a date."""
    name = field["ids"][0]
    target = f"{name}-input"
    lines = _LINES.search(" ".join(field["classes"]))
    if lines:
        control = _tag("textarea", rows=lines[1], name=name, anchor=target)
    else:
        kind = "date" if "ws-date" in field["classes"] else "text"
        control = _tag("input", type=kind, name=name, anchor=target, autocomplete="off")
    _refill(field, _label(field.children, target=target), control)


def _make_check(field: nodes.container) -> None:
    box = _tag("input", type="checkbox", name=field["ids"][0])
    _refill(field, _label(field.children, box))


def _make_choice(field: nodes.container) -> None:
    """Make a group of options of which one can be chosen."""
    name = field["ids"][0]
    lists = [child for child in field.children if isinstance(child, nodes.bullet_list)]
    head = [child for child in field.children if child not in lists]
    options = [
        _label(option.children, _tag("input", type="radio", name=name, value=str(number)))
        for number, option in enumerate(_options(lists), 1)
    ]
    legend = _tag("legend", *(child for paragraph in head for child in paragraph.children))
    _refill(field, _tag("fieldset", legend, *options))


def _options(lists: Iterable[nodes.bullet_list]) -> Iterator[nodes.Element]:
    for choices in lists:
        yield from cast("list[nodes.Element]", choices.children)


def _refill(field: nodes.container, *children: nodes.Node) -> None:
    field.clear()
    field.extend(children)


def setup(app: Sphinx) -> None:
    """Register the transform and what writes its nodes."""
    app.add_node(html_tag, html=(visit_html_tag, depart_html_tag))
    app.add_post_transform(FillableWorksheets)
