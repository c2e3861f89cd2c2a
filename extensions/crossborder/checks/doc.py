"""DOC: the structure of pages, headings, links and figures."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from crossborder.checks import markup
from crossborder.checks.docutils_words import in_plain_words
from crossborder.checks.model import Problem
from crossborder.checks.registry import document_rule, manual_rule, passage_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Document, Manual, Passage, Place

#: docutils' level of a warning; what is worse stops the check, because the page can't be read
_WARNING = 2
_MOST_WORDS = 60
_LINK = re.compile(r"`(?P<text>[^`<]+?)\s*<[^`<>]+>`__?")
_BORDER = re.compile(r"\s*(?:\+[-=+]+\+|=+(?: +=+)+)\s*$")
_TABLES = frozenset({"table", "list-table", "csv-table"})
_IDENTIFIED = frozenset({"practice", "worksheet"})


class Section(NamedTuple):
    """A section of a page: its heading and the labels before it."""

    title: str
    labels: tuple[str, ...]
    node: nodes.section


def _section(node: nodes.section, document: Document) -> Section:
    explicit = document.doctree.nametypes
    return Section(node[0].astext(), tuple(name for name in node["names"] if explicit.get(name)), node)


def _sections(document: Document) -> list[Section]:
    return [_section(node, document) for node in document.all(nodes.section)]


def _inside(section: nodes.section, document: Document) -> list[Section]:
    return [_section(child, document) for child in section.children if isinstance(child, nodes.section)]


@document_rule("DOC001")
def chapter_plan(document: Document, manual: Manual) -> Iterator[Problem]:
    """A chapter does not keep the plan.

    Every chapter has the same sections in the same order, so that a reader who knows one finds her way in all. The
    plan stands in data/chapter-plan.toml.

    Wrong::

        .. _b1-poland:

        So geht es in Polen
        -------------------

        .. _b1-germany:

        So geht es in Deutschland
        -------------------------

    Right::

        .. _b1-germany:

        So geht es in Deutschland
        -------------------------

        .. _b1-poland:

        So geht es in Polen
        -------------------
    """
    for chapter in _sections(document)[:1]:
        label = next((name for name in chapter.labels if re.fullmatch(manual.plan.chapter, name)), None)
        if label is None:
            return
        found = {name: one for one in _inside(chapter.node, document) for name in one.labels}
        order = list(found)
        last = -1
        for planned in manual.plan.sections:
            name = f"{label}-{planned.label}"
            values = {"label": name, "heading": planned.heading}
            if name not in found:
                hint = ".. _{label}:"
                message = "The section “{heading}” with the label {label} is missing."
                yield Problem(document.place_of(chapter.node), message, hint, values)
                continue
            section = found[name]
            if section.title != planned.heading:
                message = "The heading of {label} has to be “{heading}”."
                yield Problem(document.place_of(section.node), message, "{heading}", values)
            if order.index(name) < last:
                message = "The section {label} stands at the wrong place."
                hint = "Keep the order of data/chapter-plan.toml."
                yield Problem(document.place_of(section.node), message, hint, values)
            last = max(last, order.index(name))


@document_rule("DOC002")
def heading_without_label(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A heading has no label before it.

    Links from outside, printed addresses and the switch of languages lead to labels. Without one they lead to a name
    made from the heading, and break when the heading changes.

    Wrong::

        Die Lage des Kindes
        -------------------

    Right::

        .. _b1-situation:

        Die Lage des Kindes
        -------------------
    """
    for section in _sections(document):
        if not section.labels:
            values = {"title": section.title, "label": section.node["ids"][0]}
            yield Problem(document.place_of(section.node), "“{title}” has no label.", ".. _{label}:", values)


@document_rule("DOC003")
def heading_with_number(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A heading begins with a digit.

    Numbers are made by the edition. In a translation a heading such as “1. Hilfe” turns into a list.

    Wrong::

        1. Die Lage des Kindes
        ----------------------

    Right::

        Die Lage des Kindes
        -------------------
    """
    for section in _sections(document):
        if section.title[:1].isdigit():
            message = "The heading “{title}” begins with a digit."
            yield Problem(document.place_of(section.node), message, "Begin with a word.", {"title": section.title})


@document_rule("DOC004", "warning")
def long_message(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A paragraph has more than sixty words.

    It is one message for the translator: if a comma changes, all of it has to be looked at again. And few read it.

    Wrong::

        (a paragraph of eighty words)

    Right::

        (two paragraphs, or a list)
    """
    for passage in document.passages:
        if passage.node is None or passage.cites:
            continue
        if passage.raw.count(" ") + passage.raw.count("\n") < _MOST_WORDS:
            continue
        words = [word for word in passage.prose.split() if any(sign.isalnum() for sign in word)]
        number = len(words) + len(passage.roles)
        if number > _MOST_WORDS:
            values = {"number": number, "most": _MOST_WORDS}
            message = "This paragraph has {number} words; {most} are the most."
            yield Problem(passage.place(), message, "Make two of it, or a list.", values)


@document_rule("DOC005")
def figure_without_text(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A figure has no text in its place.

    A reader who can't see it is told nothing. The text says what the figure shows, not that there is one.

    Wrong::

        .. figure:: weg.svg

    Right::

        .. figure:: weg.svg
           :alt: Vom Anruf über die Einschätzung im Team bis zur Antwort an die meldende Person
    """
    for directive in document.directives:
        option = directive.options.get("alt")
        if directive.name in {"figure", "image"} and (option is None or not option.text.strip()):
            place = document.place(directive.line, directive.column)
            hint = ":alt: what {figure} shows"
            yield Problem(place, "The figure {figure} has no alternative text.", hint, {"figure": directive.argument})


def _top_of_table(document: Document, table: nodes.table) -> Place | None:
    """Return the first border of a table that an author has drawn; None for one that a directive has made."""
    inside = {id(node) for node in table.findall()}
    line = next((one.place().line for one in document.passages if id(one.node) in inside), 0)
    while line > 0 and document.lines[line - 1].strip():
        text = document.lines[line - 1]
        if _BORDER.match(text) and not document.lines[max(line - 2, 0)].strip():
            return document.place(line, len(text) - len(text.lstrip()) + 1)
        line -= 1
    return None


@document_rule("DOC006")
def table_without_caption(document: Document, _manual: Manual) -> Iterator[Problem]:
    """A table has no caption.

    The caption gives it a number that texts and printed pages can name, and tells those who hear the page what
    follows.

    Wrong::

        .. list-table::

           * - Anruf
             - sofort

    Right::

        .. list-table:: Wer wann antwortet

           * - Anruf
             - sofort
    """
    message, hint = "This table has no caption.", ".. table:: caption"
    for directive in document.directives:
        if directive.name in _TABLES and not directive.argument:
            yield Problem(document.place(directive.line, directive.column), message, hint)
    for table in document.all(nodes.table):
        if not any(isinstance(child, nodes.title) for child in table.children):
            place = _top_of_table(document, table)
            if place is not None and not _in_table_directive(document, place.line):
                yield Problem(place, message, hint)


def _in_table_directive(document: Document, line: int) -> bool:
    return any(one.name in _TABLES and one.line <= line <= one.last for one in document.directives)


@passage_rule("DOC007", needs="<")
def empty_link_text(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """The text of a link says nothing about where it leads.

    Who hears the links of a page one after the other hears “here, here, here”. In print, the text is all there is.

    Wrong::

        Das Verfahren steht :ref:`hier <b1>`.

    Right::

        Das Verfahren steht in :ref:`Gefahr erkennen <b1>`.
    """
    says_nothing = manual.word("link", passage.language)
    links = [(role.title, role.start) for role in passage.roles if role.title]
    links += [(found["text"], found.start()) for found in _LINK.finditer(passage.raw)]
    for text, offset in links:
        if says_nothing.fullmatch(text.strip()):
            hint = "Name the page or the thing that it leads to."
            yield Problem(passage.place(offset), "The text of this link is “{text}”.", hint, {"text": text})


@document_rule("DOC008")
def orphan_page(document: Document, manual: Manual) -> Iterator[Problem]:
    """A page stands in no table of contents.

    Readers don't find it, and it is missing in print.

    Wrong::

        .. toctree::

           b1-gefahr-erkennen

    Right::

        .. toctree::

           b1-gefahr-erkennen
           b2-akute-krise
    """
    if document.docname not in manual.site.included and document.docname != manual.site.root:
        values = {"name": document.docname}
        hint = "Add it to a toctree: {name}"
        yield Problem(document.place(1), "The page {name} stands in no table of contents.", hint, values)


@passage_rule("DOC009", needs=":term:")
def unknown_term(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """A term is used that the glossary does not have.

    The link leads nowhere. The German term is the target in both languages; a translation puts its own word before it.

    Wrong::

        Ein :term:`Pflegekinder` braucht Zeit.

    Right::

        Ein :term:`Pflegekind` braucht Zeit.
    """
    if not manual.documents:
        return
    for role in passage.roles:
        if role.name == "term" and markup.flat(role.target) not in manual.site.terms:
            hint = ":term:`word <term>`, with a term from data/terms.toml"
            message = "The glossary has no term “{term}”."
            yield Problem(passage.place(role.target_start), message, hint, {"term": markup.flat(role.target)})


@document_rule("DOC010")
def unmarked_case(document: Document, manual: Manual) -> Iterator[Problem]:
    """A case is told without the mark that it is invented.

    No reader may take a child of this manual for a real one. The directive vignette adds the mark, and its option case
    names one of the invented children of data/cases.toml.

    Wrong::

        .. admonition:: Fallbeispiel: Mila

           Mila kommt hungrig in die Krippe.

    Right::

        .. vignette:: Mila
           :case: mila

           Mila kommt hungrig in die Krippe.
    """
    told = manual.word("case", document.language)
    for directive in document.directives:
        place = document.place(directive.line, directive.column)
        if directive.name == "vignette":
            option = directive.options.get("case")
            if option is None or (manual.cases and option.text.strip() not in manual.cases):
                at = document.place(option.line, option.column) if option else place
                message = "This case names none of the invented children."
                yield Problem(at, message, ":case: one of {cases}", {"cases": ", ".join(sorted(manual.cases))})
        elif told.search(directive.argument):
            values = {"name": directive.name, "title": directive.argument}
            message = "“{title}” tells a case in the directive {name}, without its mark."
            yield Problem(place, message, ".. vignette:: {title}", values)


def _defined(manual: Manual) -> Iterator[tuple[str, str, Place]]:
    """Yield the practice elements and worksheets: kind, id and the place of the id."""
    for document in manual.documents:
        for directive in document.directives:
            option = directive.options.get("id")
            if directive.name in _IDENTIFIED and option is not None:
                yield directive.name, option.text.strip(), document.place(option.line, option.column)


@manual_rule("DOC011")
def undefined_item(manual: Manual) -> Iterator[Problem]:
    """A practice element or a worksheet is cited that does not exist.

    The reader is sent for a form that nobody has written.

    Wrong::

        Das Blatt :worksheet:`T-B1-99` hilft dabei.

    Right::

        Das Blatt :worksheet:`T-B1-1` hilft dabei.
    """
    if not manual.documents:
        return
    known = {(kind, name) for kind, name, _place in _defined(manual)}
    for passage in manual.passages_with(":(?:practice|worksheet):"):
        for role in passage.roles:
            if role.name in _IDENTIFIED and (role.name, role.target) not in known:
                message = "There is no {kind} with the id {name}."
                hint = "Look the id up where it is defined."
                values = {"kind": role.name, "name": role.target}
                yield Problem(passage.place(role.target_start), message, hint, values)


@manual_rule("DOC012")
def id_twice(manual: Manual) -> Iterator[Problem]:
    """Two practice elements or two worksheets have the same id.

    The test phase rates by id. Two things with one id can't be told apart afterwards.

    Wrong::

        .. worksheet:: Zweites Blatt
           :id: T-B1-1

    Right::

        .. worksheet:: Zweites Blatt
           :id: T-B1-2
    """
    by_id = sorted(_defined(manual), key=lambda one: one[:2])
    for (kind, name), group in itertools.groupby(by_id, key=lambda one: one[:2]):
        (first, *others) = [place for _kind, _name, place in group]
        for place in others:
            values = {"kind": kind, "name": name, "path": first.path, "line": first.line}
            message = "The id {name} is given to another {kind} in {path}, line {line}."
            yield Problem(place, message, "Give this one the next number.", values)


@document_rule("DOC013")
def doubtful_markup(document: Document, _manual: Manual) -> Iterator[Problem]:
    """The markup can be read in more than one way.

    Something is shown, but hardly what was meant: a star too few, an underline too short, a list that ends early.

    Wrong::

        Das ist *wichtig.

    Right::

        Das ist *wichtig*.
    """
    for message in document.all(nodes.system_message):
        if message["level"] == _WARNING:
            place = document.place(message.get("line", 1))
            saying, values = in_plain_words(message)
            yield Problem(place, saying, "", values)
