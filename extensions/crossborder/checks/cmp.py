"""CMP: comparisons and legal bases have two sides that can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from crossborder.checks import cited
from crossborder.checks.model import Place, Problem
from crossborder.checks.registry import document_rule, passage_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crossborder.checks.model import Document, Manual, Passage
    from crossborder.checks.source import Directive, Text

RELATIONS = ("equivalent", "similar", "different", "only-de", "only-pl")
#: the side that a relation says there is none of
WITHOUT = {"only-de": "pl", "only-pl": "de"}
#: marks that stand in place of a citation
_INSTEAD = {"not-regulated", "local"}
_FEWEST, _MOST = 8, 15
#: letters that a narrow column of a print page can hold
_LONGEST_CELL = 900


class Compared(NamedTuple):
    """A row of a comparison, or a legal basis."""

    name: str  #: aspect or question
    relation: str
    sides: Mapping[str, Text]
    place: Place
    relation_place: Place
    directive: Directive

    def filled(self, side: str) -> bool:
        """Tell whether a side says something."""
        return side in self.sides and bool(self.sides[side].text.strip().strip("-–—"))


def _rows(document: Document, directive: Directive) -> Iterator[Compared]:
    for row in directive.rows:
        place = document.place(row.line, row.column)
        at = document.place(row.line, row.relation_column)
        yield Compared(row.aspect, row.relation, row.fields, place, at, directive)


def _basis(document: Document, directive: Directive) -> Compared:
    place = document.place(directive.line, directive.column)
    relation = directive.options.get("relation")
    at = document.place(relation.line, relation.column) if relation else place
    return Compared(directive.argument, relation.text if relation else "", directive.fields, place, at, directive)


def _compared(document: Document) -> Iterator[Compared]:
    for directive in document.directives:
        if directive.name == "comparison":
            yield from _rows(document, directive)
        elif directive.name == "legal-basis":
            yield _basis(document, directive)


@document_rule("CMP001")
def missing_side(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A comparison or a legal basis lacks a side, and its relation does not say so.

    Both countries are always heard. Where one has no counterpart, the relation says it: only-de or only-pl.

    Wrong::

        .. comparison:: Begleitung

           Fallzahl : different
              :pl: höchstens 15 Familien, :law:`art. 77 ust. 4 uwrspz`

    Right::

        .. comparison:: Begleitung

           Fallzahl : only-pl
              :de: –
              :pl: höchstens 15 Familien, :law:`art. 77 ust. 4 uwrspz`
    """
    for row in _compared(document):
        for side in ("de", "pl"):
            if not row.filled(side) and WITHOUT.get(row.relation) != side:
                other = "only-pl" if side == "de" else "only-de"
                hint = "Write the field :{side}:, or choose the relation {other}."
                values = {"name": row.name, "side": side, "other": other}
                yield Problem(row.place, "“{name}” has no side :{side}:.", hint, values)


@document_rule("CMP002")
def unknown_relation(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A comparison or a legal basis does not say how far the two countries compare.

    The systems are hard to compare. So each row says in one word how far it compares, and there are five words.

    Wrong::

        .. comparison:: Begleitung

           Ansprechperson : ähnlich
              :de: Beratung, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`

    Right::

        .. comparison:: Begleitung

           Ansprechperson : similar
              :de: Beratung, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`
    """
    for row in _compared(document):
        if row.relation not in RELATIONS:
            message = "“{name}” has no relation." if not row.relation else "“{relation}” is no relation."
            values = {"name": row.name, "relation": row.relation, "all": ", ".join(RELATIONS)}
            yield Problem(row.relation_place, message, "Choose one of {all}.", values)


@document_rule("CMP003")
def contradicting_relation(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A side has a text although the relation says that the country has no counterpart.

    One of the two is wrong, and a reader can't tell which.

    Wrong::

        .. comparison:: Begleitung

           Ansprechperson : only-de
              :de: Beratung, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`

    Right::

        .. comparison:: Begleitung

           Ansprechperson : similar
              :de: Beratung, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`
    """
    for row in _compared(document):
        side = WITHOUT.get(row.relation, "")
        if side and row.filled(side):
            values = {"relation": row.relation, "side": side}
            message = "The relation {relation} says that there is no side :{side}:, but it has a text."
            yield Problem(row.relation_place, message, "Choose another relation, or delete the text.", values)


def _has_ground(document: Document, manual: Manual, row: Compared, side: str) -> bool:
    """Tell whether a side names a provision or says that there is none."""
    passage = document.passage(row.sides[side])
    if any(role.name == "mark" and role.target in _INSTEAD for role in passage.roles):
        return True
    if any(True for _ in cited.cited(passage, manual)):
        return True
    return row.directive.name == "legal-basis" and side in row.directive.options


@document_rule("CMP004")
def side_without_ground(document: Document, manual: Manual) -> Iterator[Problem]:
    """A side of a comparison or a legal basis names no provision.

    What is compared is law. Where the law is silent, or the practice on the spot decides, a mark says so.

    Wrong::

        .. comparison:: Begleitung

           Fallzahl : different
              :de: unterschiedlich
              :pl: höchstens 15 Familien, :law:`art. 77 ust. 4 uwrspz`

    Right::

        .. comparison:: Begleitung

           Fallzahl : different
              :de: unterschiedlich (:mark:`local`)
              :pl: höchstens 15 Familien, :law:`art. 77 ust. 4 uwrspz`
    """
    for row in _compared(document):
        for side in ("de", "pl"):
            if row.filled(side) and WITHOUT.get(row.relation) != side and not _has_ground(document, manual, row, side):
                place = document.passage(row.sides[side]).place()
                message = "The side :{side}: of “{name}” names no provision."
                hint = "Cite one with :law:, or write :mark:`not-regulated` or :mark:`local`."
                yield Problem(place, message, hint, {"side": side, "name": row.name})


@document_rule("CMP005")
def number_of_rows(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A comparison has fewer than eight rows or more than fifteen.

    With fewer rows it does not show how the systems differ, with more nobody reads it.

    Wrong::

        .. comparison:: Begleitung

           Ansprechperson : similar
              :de: Beratung, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`

    Right::

        .. comparison:: Begleitung

           (eight to fifteen rows)
    """
    for directive in document.directives:
        if directive.name != "comparison":
            continue
        number = len(directive.rows)
        if not _FEWEST <= number <= _MOST:
            place = document.place(directive.line, directive.column)
            message = "The comparison has {number} rows; there should be {fewest} to {most}."
            values = {"number": number, "fewest": _FEWEST, "most": _MOST}
            yield Problem(place, message, "Add rows, or make two comparisons of it.", values)


@document_rule("CMP006")
def same_aspect(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A comparison names the same aspect twice.

    Then a reader finds two answers to one question.

    Wrong::

        .. comparison:: Begleitung

           Fallzahl : only-pl
              :pl: höchstens 15 Familien, :law:`art. 77 ust. 4 uwrspz`
           Fallzahl : only-pl
              :pl: mit Ausnahmen, :law:`art. 77 ust. 4 uwrspz`

    Right::

        .. comparison:: Begleitung

           Fallzahl : only-pl
              :pl: höchstens 15 Familien, mit Ausnahmen, :law:`art. 77 ust. 4 uwrspz`
    """
    for directive in document.directives:
        if directive.name != "comparison":
            continue
        first: dict[str, Compared] = {}
        for row in _rows(document, directive):
            other = first.setdefault(row.name.casefold(), row)
            if other is not row:
                message = "The aspect “{name}” stands already in line {line}."
                hint = "Join the two rows, or name them apart."
                yield Problem(row.place, message, hint, {"name": row.name, "line": other.place.line})


def _is_compared(passage: Passage, manual: Manual) -> bool:
    """Tell whether a passage stands in a comparison or a legal basis, or translates one that does."""
    source = passage if passage.document else manual.source_of(passage)
    if source is None or source.document is None:
        return False
    directive = source.document.directive(source)
    return directive is not None and directive.name in {"comparison", "legal-basis"}


@passage_rule("CMP007")
def judging_word(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """A comparison ranks the countries.

    The manual describes two systems and ranks neither. The words that it avoids stand in data/words.toml.

    Wrong::

        .. comparison:: Begleitung

           Begleitung : different
              :de: schlechter geregelt, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`

    Right::

        .. comparison:: Begleitung

           Begleitung : different
              :de: ohne Fallobergrenze, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`
    """
    if not _is_compared(passage, manual):
        return
    found = manual.word("judging", passage.language).search(passage.prose)
    if found:
        hint = "Say what is different, not what is better."
        yield Problem(passage.place(found.start()), "“{word}” ranks the countries.", hint, {"word": found[0]})


@document_rule("CMP008")
def long_cell(document: Document, manual: Manual) -> Iterator[Problem]:
    """A cell of a comparison is longer than a print page can hold.

    A row can't be broken over two pages. What is longer belongs into the text before the table.

    Wrong::

        .. comparison:: Begleitung

           Begleitung : different
              :de: (a text of two hundred words)
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`

    Right::

        .. comparison:: Begleitung

           Begleitung : different
              :de: Beratung und Unterstützung, :law:`§ 37a SGB VIII`
              :pl: Koordinator, :law:`art. 77 ust. 1 uwrspz`
    """
    for passage in document.passages:
        if not isinstance(passage.node, nodes.paragraph) or not isinstance(passage.node.parent, nodes.entry):
            continue
        length = len(re.sub(r"\s+", " ", passage.node.parent.astext()))
        if length > _LONGEST_CELL and passage.node.parent.index(passage.node) == 0 and _is_compared(passage, manual):
            message = "This cell has {length} letters; a print page holds {most}."
            hint = "Move the details into the text before the table."
            yield Problem(passage.place(), message, hint, {"length": length, "most": _LONGEST_CELL})
