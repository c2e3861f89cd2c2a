"""The lists of what the manual offers: practice elements, worksheets, cases, comparisons, gaps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes

from crossborder.authoring.gap import OFFICES
from crossborder.authoring.parts import line_of_ours
from crossborder.authoring.practice import DIRECTIONS, KINDS
from crossborder.authoring.relation import RELATIONS

if TYPE_CHECKING:
    from crossborder.authoring.lister import Inlines, Lister


def practice_index(lister: Lister) -> list[nodes.Node]:
    """Return all practice elements: id, title, kind, direction, chapter."""
    _ = lister.words
    heads = {_("Element"): 14, _("Title"): 32, _("Kind"): 16, _("Direction"): 18, _("Chapter"): 20}
    rows: list[list[Inlines]] = [
        [
            lister.link(item, item.key),
            [nodes.Text(item.title)],
            [nodes.Text(_(KINDS[item.details["what"]]))],
            [nodes.Text(_(DIRECTIONS[item.details["direction"]]))],
            [nodes.Text(lister.chapter(item.docname))],
        ]
        for item in lister.items("practice")
    ]
    return [lister.table(heads, rows, "practice-index")] if rows else []


def worksheet_index(lister: Lister) -> list[nodes.Node]:
    """Return all worksheets: id, title, chapter."""
    _ = lister.words
    heads = {_("Worksheet"): 18, _("Title"): 50, _("Chapter"): 32}
    rows: list[list[Inlines]] = [
        [lister.link(item, item.key), [nodes.Text(item.title)], [nodes.Text(lister.chapter(item.docname))]]
        for item in lister.items("worksheet")
    ]
    return [lister.table(heads, rows, "worksheet-index")] if rows else []


def vignette_index(lister: Lister) -> list[nodes.Node]:
    """Return the invented children, and for each the places where its case goes on."""
    cases: dict[str, list[nodes.Node]] = {}
    for item in lister.items("vignette"):
        row = [*lister.link(item, item.title), nodes.Text(f" ({lister.chapter(item.docname)})")]
        shown = cases.setdefault(item.details["case"], [])
        shown += [nodes.Text("; "), *row] if shown else row
    known = lister.domain.cases
    rows = [
        ([nodes.Text(known.get(case, {}).get(f"title_{lister.language}", case))], [line_of_ours(row)])
        for case, row in cases.items()
    ]
    return [lister.definitions(rows, "vignette-index")] if rows else []


def comparison_index(lister: Lister) -> list[nodes.Node]:
    """Return all comparisons, and how many rows compare how far."""
    rows = []
    for item in lister.items("comparison"):
        counted = Counter(item.details["relations"])
        told = ", ".join(
            f"{lister.words(RELATIONS[name].words)}: {counted[name]}" for name in RELATIONS if counted[name]
        )
        chapter = lister.chapter(item.docname)
        rows.append(
            [*lister.link(item, item.title), nodes.Text(f" ({chapter})"), *([nodes.Text(f" – {told}")] if told else [])]
        )
    return [lister.bullets(rows, "comparison-index")] if rows else []


def gap_index(lister: Lister) -> list[nodes.Node]:
    """Return what the offices still have to supply: by office, then by chapter."""
    shown: list[nodes.Node] = []
    items = lister.items("gap")
    for office, name in OFFICES.items():
        rows = [
            [*lister.link(item, lister.chapter(item.docname)), nodes.Text(f": {item.title}")]
            for item in items
            if item.details["office"] == office
        ]
        if rows:
            shown += [lister.heading(lister.words(name)), lister.bullets(rows, "gap-index")]
    return shown


ITEM_LISTS = {
    "practice-index": practice_index,
    "worksheet-index": worksheet_index,
    "vignette-index": vignette_index,
    "comparison-index": comparison_index,
    "gap-index": gap_index,
}
