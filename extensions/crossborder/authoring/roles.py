"""Small roles: dated facts, handbooks, reading marks, words of the other language, practice elements and worksheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.roles import XRefRole
from sphinx.util.docutils import ReferenceRole, SphinxRole
from typing_extensions import override

from crossborder.authoring.law_role import shown_date
from crossborder.domain import RECORD, domain_of
from crossborder.locale import words
from crossborder.problems import Problem

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message

    from crossborder.handbooks import Handbook

MARKS = {
    "law": "law",
    "recommendation": "recommendation",
    "practice": "practice",
    "gap": "gap",
    "local": "local",
    "not-regulated": "not regulated",
}


class FactRole(SphinxRole):
    """``:fact:`key```: a figure of ``facts.toml`` with the day from which it holds."""

    @override
    def run(self) -> tuple[list[Node], list[system_message]]:
        language = self.config.language
        _ = words(language)
        fact = domain_of(self.env).facts.get(self.text)
        shown = nodes.inline(self.rawtext, "", classes=["fact"])
        shown[RECORD] = {"kind": "fact", "key": self.text}
        if fact is None:
            shown += nodes.Text(self.text)
            message = _("data/facts.toml has no fact “{key}”.").format(key=self.text)
            shown["problem"] = (Problem.UNKNOWN_FACT.value, message)
            return [shown], []
        shown += nodes.Text(fact.get(f"value_{language}", fact["value_de"]))
        if valid_from := fact.get("valid_from"):
            since = _(" (as of {date})").format(date=shown_date(valid_from, language))
            shown += nodes.inline("", since, classes=["fact-date"])
        return [shown], []


class HandbookRole(ReferenceRole):
    """``:handbook:`dji-2011``` or ``:handbook:`text <dji-2011>```: a handbook by its name, with publisher and year."""

    @override
    def run(self) -> tuple[list[Node], list[system_message]]:
        _ = words(self.config.language)
        handbook = domain_of(self.env).handbooks.get(self.target)
        if handbook is None:
            shown = nodes.inline(self.rawtext, self.title, classes=["handbook"])
            message = _("data/handbooks.toml has no handbook “{key}”.").format(key=self.target)
            shown["problem"] = (Problem.UNKNOWN_HANDBOOK.value, message)
            return [shown], []
        name = nodes.Text(self.title) if self.has_explicit_title else handbook_title(handbook, self.config.language)
        cited = nodes.Text(f" ({handbook.publisher}, {handbook.year})")
        content = nodes.inline("", "", name, cited, classes=["handbook"])
        content[RECORD] = {"kind": "handbook", "key": self.target}
        target = {"refdomain": "crossborder", "reftype": "handbook", "reftarget": self.target}
        return [pending_xref(self.rawtext, content, refexplicit=True, refdoc=self.env.docname, **target)], []


def handbook_title(handbook: Handbook, language: str) -> nodes.inline:
    """Return the title of a handbook, marked as foreign where the reader's language is another."""
    foreign = [] if handbook.language == language else [f"language-{handbook.language}"]
    return nodes.inline("", handbook.title, classes=["handbook-title", *foreign])


class MarkRole(SphinxRole):
    """``:mark:`law```: a word that says what kind of sentence the reader has before her."""

    @override
    def run(self) -> tuple[list[Node], list[system_message]]:
        _ = words(self.config.language)
        mark = nodes.inline(self.rawtext, _(MARKS.get(self.text, self.text)), classes=["mark"])
        if self.text in MARKS:
            mark["classes"].append(f"mark-{self.text}")
            mark[RECORD] = {"kind": "mark", "key": self.text}
        else:
            message = _("There is no mark “{key}”; there are: {marks}.")
            message = message.format(key=self.text, marks=", ".join(MARKS))
            mark["problem"] = (Problem.UNKNOWN_MARK.value, message)
        return [mark], []


class LanguageRole(SphinxRole):
    """``:pl:`koordynator```: words of another language, marked as such for screen readers and hyphenation."""

    @override
    def run(self) -> tuple[list[Node], list[system_message]]:
        text = nodes.inline("", self.text, classes=[f"language-{self.name.lower()}"])
        return [nodes.emphasis(self.rawtext, "", text, classes=["foreign"])], []


class ItemRole(XRefRole):
    """``:worksheet:`T-A1-1```: a link to a practice element or worksheet by its id."""

    @override
    def run(self) -> tuple[list[Node], list[system_message]]:
        self.name = f"crossborder:{self.name}"
        return super().run()
