"""The directive ``term-pairs``: the table of false friends, made from ``data/false-friends.toml``.

It looks like a comparison, but compares words and not rules: a row has no relation, but says what happens if the two
words are taken for one another. Its texts come from the data in both languages, so only the caption is translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.errors import ConfigError
from typing_extensions import override

from crossborder.authoring.law_role import citation_nodes
from crossborder.authoring.parts import Directive, generated, line_of_ours
from crossborder.errors import ManualError
from crossborder.false_friends import WordPair, load_pairs
from crossborder.terms import Term, load_terms

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADS = ("Pair of words", "Germany", "Poland", "If they are mixed up")
_WIDTHS = (16, 27, 27, 30)


class TermPairs(Directive):
    """A table with caption and number, a row for each pair."""

    kind = "term-pairs"
    has_content = False
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], object]]] = {"name": directives.unchanged}

    @override
    def run(self) -> list[nodes.Node]:
        group = nodes.tgroup("", cols=len(_HEADS))
        for number, width in enumerate(_WIDTHS):
            # Sphinx's LaTeX writer takes each column with this attribute for a stub, whatever its value
            stub = {"stub": 1} if number == 0 else {}
            group += nodes.colspec("", colwidth=width, **stub)
        group += nodes.thead("", nodes.row("", *(nodes.entry("", generated(self.words(head))) for head in _HEADS)))
        group += nodes.tbody("", *(self._row(pair) for pair in self._pairs()))
        classes = ["comparison", "comparison-4", "term-pairs", "longtable", "colwidths-given"]
        return self.identify(nodes.table("", self.title(), group, classes=classes))

    @property
    def language(self) -> Literal["de", "pl"]:
        """The language of the edition; of any other the table is German."""
        return "pl" if self.config.language == "pl" else "de"

    def _pairs(self) -> tuple[WordPair, ...]:
        paths = [self.domain.folder / name for name in ("terms.toml", "false-friends.toml")]
        for path in paths:
            self.env.note_dependency(str(path))
        try:
            return load_pairs(paths[1], load_terms(paths[0]))
        except ManualError as error:
            raise ConfigError(error.text(self.words)) from error

    def _row(self, pair: WordPair) -> nodes.row:
        language = self.language
        sign = nodes.inline("", "≠", classes=["relation-sign"])
        head = nodes.entry(
            "",
            line_of_ours([self._word(pair.de, "de")], "aspect"),
            line_of_ours([sign, nodes.Text(" "), self._word(pair.pl, "pl")], "relation", "relation-different"),
        )
        advice = nodes.entry("", self._text(pair.text("mixed_up", language)))
        advice += self._text(pair.text("say", language), "Say instead:")
        advice += line_of_ours([nodes.Text(f"{self.words('Glossary:')} "), self._entry(pair.term)], "pair-term")
        german = self._meaning(pair.text("german", language), pair.law_de)
        polish = self._meaning(pair.text("polish", language), pair.law_pl)
        return nodes.row("", head, german, polish, advice)

    def _word(self, word: str, language: str) -> nodes.Node:
        """Return a word, marked if it is of the other language."""
        if language == self.language:
            return nodes.Text(word)
        return nodes.inline("", word, classes=[f"language-{language}"])

    def _meaning(self, text: str, law: str) -> nodes.entry:
        cell = nodes.entry("", self._text(text))
        if law:
            cell += line_of_ours(citation_nodes(law, self.env), "pair-law")
        return cell

    def _text(self, text: str, label: str = "") -> nodes.paragraph:
        """Return a text of the data, in which roles may stand, behind a label of ours."""
        children, messages = self.parse_inline(text, lineno=self.lineno)
        before = [nodes.strong("", self.words(label)), nodes.Text(" ")] if label else []
        return line_of_ours([*before, *children, *messages])

    def _entry(self, term: Term) -> addnodes.pending_xref:
        """Return a link to the term in the glossary, which shows the agreed word of the other language."""
        names = [self._word(term.german, "de"), nodes.Text(" – "), self._word(term.renderings[0], "pl")]
        shown = nodes.inline("", "", *names, classes=["xref", "std", "std-term"])
        where = {"refdoc": self.env.current_document.docname, "refdomain": "std", "reftype": "term"}
        return addnodes.pending_xref("", shown, reftarget=term.german, refexplicit=True, refwarn=True, **where)
