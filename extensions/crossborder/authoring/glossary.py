"""The directive ``glossary-of-terms``: the glossary of an edition, made from ``data/terms.toml``.

Its texts come from the data in both languages, so nothing of it is given to translators. The German terms are
the targets of ``:term:`` in both editions: a translation keeps them and says its own word before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ConfigError
from typing_extensions import override

from crossborder.alphabet import initial, sort_key
from crossborder.authoring.parts import Directive, generated, line_of_ours
from crossborder.errors import ManualError
from crossborder.terms import Term, load_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

#: what stands before the term of the other language
_LABELS = {"de": "In German: ", "pl": "In Polish: "}


class GlossaryOfTerms(Directive):
    """A glossary in the alphabet of the edition's language."""

    kind = "glossary"
    has_content = False

    @override
    def run(self) -> list[nodes.Node]:
        path = self.domain.folder / "terms.toml"
        self.env.note_dependency(str(path))
        try:
            terms = load_terms(path)
        except ManualError as error:
            raise ConfigError(error.text(self.words)) from error
        key = sort_key(self.language)
        entries = nodes.definition_list("", classes=["glossary"])
        for term in sorted(terms, key=lambda term: key(term.name(self.language))):
            entries += self._entry(term)
        return [addnodes.glossary("", entries, sorted=False)]

    @property
    def language(self) -> Literal["de", "pl"]:
        """The language of the edition; of any other the glossary is German."""
        return "pl" if self.config.language == "pl" else "de"

    @property
    def other(self) -> Literal["de", "pl"]:
        """The language of the other edition."""
        return "de" if self.language == "pl" else "pl"

    def _entry(self, term: Term) -> nodes.definition_list_item:
        anchor = f"term-{term.key}"
        name = term.name(self.language)
        head = nodes.term(name, name, ids=[anchor], translatable=False)
        self.set_source_info(head)
        head += self._index(name, anchor)
        self.state.document.note_explicit_target(head)
        for target in dict.fromkeys((term.de, term.german, *self._own_names(term))):
            self._note(target, anchor)
        return nodes.definition_list_item("", head, nodes.definition("", *self._definition(term)))

    def _own_names(self, term: Term) -> tuple[str, ...]:
        return term.renderings if self.language == "pl" else ()

    def _note(self, target: str, anchor: str) -> None:
        """Make ``target`` something that ``:term:`` leads to; of two terms with one name the first keeps it."""
        standard = self.env.domains.standard_domain
        taken = standard.objects.get(("term", target))
        if taken is None or taken[0] != self.env.current_document.docname:
            standard.note_object("term", target, anchor, location=self.get_location())

    def _index(self, name: str, anchor: str) -> addnodes.index:
        """Return the entry in the index; ``inline`` keeps it from translators."""
        entry = ("single", name, anchor, "main", initial(name, self.language))
        return addnodes.index(entries=[entry], inline=True)

    def _definition(self, term: Term) -> Iterator[nodes.Node]:
        yield generated(term.definition(self.language))
        other = nodes.inline("", term.name(self.other), classes=[f"language-{self.other}"])
        label = self.words(_LABELS[self.other])
        yield line_of_ours([nodes.Text(label), nodes.emphasis("", "", other, classes=["foreign"])], "other-term")
        if self.language == "pl" and term.avoid_pl:
            avoided = self.words("Not: {words}").format(words=", ".join(f"„{word}”" for word in term.avoid_pl))
            yield generated(avoided, "avoided-terms")
