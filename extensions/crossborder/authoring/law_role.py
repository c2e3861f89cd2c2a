"""The role ``:law:``: citations that lead to the official text, written in the language of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import ReferenceRole
from typing_extensions import override

from crossborder.domain import RECORD, domain_of
from crossborder.law import CitationError, parse_citations
from crossborder.law.citation import name_in_text
from crossborder.law.listing import display_list
from crossborder.locale import words
from crossborder.problems import Problem

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.environment import BuildEnvironment

    from crossborder.law import Citation, Register, Statute
    from crossborder.law.listing import Piece

COUNTRIES = ("de", "pl")

_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class LawRole(ReferenceRole):
    """``:law:`§ 44 Abs. 2 SGB VIII``` or ``:law:`text <§ 44 Abs. 2 SGB VIII>```."""

    @override
    def run(self) -> tuple[list[Node], list[system_message]]:
        label = self.title if self.has_explicit_title else ""
        return citation_nodes(self.target, self.env, rawsource=self.rawtext, label=label), []


def citation_nodes(text: str, env: BuildEnvironment, *, rawsource: str = "", label: str = "") -> list[Node]:
    """Return links for the citations in ``text``, or the text with its problem; or ``label`` instead."""
    register, language = domain_of(env).register, env.config.language
    try:
        citations = parse_citations(text, register)
    except CitationError as error:
        kind = Problem.UNKNOWN_STATUTE if error.kind == "unknown-statute" else Problem.UNREADABLE_CITATION
        where = words(language)("{message} (“{text}”, character {column})")
        message = where.format(message=error.message(language), text=text, column=error.column)
        return [_unclear(label or text, rawsource, kind, message)]
    if not label:
        return _row(citations, register, language, rawsource)
    if len(citations) > 1:
        message = words(language)("A text can lead to one provision only; cite the others beside it.")
        return [_unclear(label, rawsource, Problem.UNREADABLE_CITATION, message)]
    return [_link(citations[0], register, language, rawsource, nodes.Text(label))]


def _unclear(text: str, rawsource: str, problem: Problem, message: str) -> nodes.inline:
    shown = nodes.inline(rawsource, text, classes=["law", "law-unclear"])
    shown["problem"] = (problem.value, message)
    return shown


def _row(citations: list[Citation], register: Register, language: str, rawsource: str) -> list[Node]:
    """Return the links of several citations, written in a row as a reader would."""
    return [
        _link(piece.citation, register, language, rawsource, *_named(piece, register, language))
        if piece.citation
        else nodes.Text(piece.text)
        for piece in display_list(citations, language, register)
    ]


def _named(piece: Piece, register: Register, language: str) -> list[Node]:
    """Return the text of a citation; the name of a foreign statute in it says what language it is in."""
    statute = register.statute(piece.citation.statute) if piece.citation else None
    name = name_in_text(statute, language) if statute and statute.country in COUNTRIES else ""
    if statute is None or not name or statute.country == language or not piece.text.endswith(name):
        return [nodes.Text(piece.text)]
    place = nodes.Text(piece.text.removesuffix(name))
    return [place, nodes.inline("", name, classes=[f"language-{statute.country}"])]


def _link(citation: Citation, register: Register, language: str, rawsource: str, *text: Node) -> nodes.reference:
    """Return a link to the official text that says which statute it is and how old the text."""
    statute = register.statute(citation.statute)
    link = nodes.reference(
        rawsource,
        "",
        *text,
        refuri=citation.url(register, language),
        internal=False,
        classes=["law", f"law-{statute.country}"],
        reftitle=statute_title(statute, language),
    )
    canonical = citation.canonical(register)
    link[RECORD] = {"kind": "citation", "key": canonical, "statute": citation.statute, "section": citation.section}
    if missing := register.missing(citation):
        message = missing.message(language)
        if not missing.section and canonical not in message.replace("\N{NO-BREAK SPACE}", " "):
            message = f"{canonical}: {message}"
        link["problem"] = (Problem.MISSING_PROVISION.value, message)
    return link


def statute_title(statute: Statute, language: str) -> str:
    """Return the full name of a statute with the date of the text that was read."""
    title = statute.title(language)
    if not statute.text_date:
        return title
    date = shown_date(statute.text_date, language)
    return words(language)("{title}, text of {date}").format(title=title, date=date)


def shown_date(date: object, language: str) -> str:
    """Return a date as readers of ``language`` write it; German and Polish write it alike."""
    match = _ISO_DATE.fullmatch(str(date))
    if match is None or language not in ("de", "pl"):
        return str(date)
    year, month, day = match.groups()
    return f"{day}.{month}.{year}"
