"""The directives and roles that authors write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from crossborder import domain
from crossborder.authoring import lists, roles, writers
from crossborder.authoring.comparison import Comparison
from crossborder.authoring.gap import Gap
from crossborder.authoring.glossary import GlossaryOfTerms
from crossborder.authoring.law_role import LawRole
from crossborder.authoring.legal_basis import LegalBasis
from crossborder.authoring.practice import Practice
from crossborder.authoring.system_map import SystemMap
from crossborder.authoring.term_pairs import TermPairs
from crossborder.authoring.vignette import Vignette
from crossborder.authoring.worksheet import Worksheet

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the domain, the roles, the directives and what the writers need; an extension of its own."""
    domain.setup(app)
    writers.setup(app)
    lists.setup(app)
    app.add_role("law", LawRole())
    app.add_role("fact", roles.FactRole())
    app.add_role("handbook", roles.HandbookRole())
    app.add_role("mark", roles.MarkRole())
    for language in ("de", "pl"):
        app.add_role(language, roles.LanguageRole())
    for kind in domain.IDENTIFIED:
        app.add_role(kind, roles.ItemRole(innernodeclass=nodes.inline, warn_dangling=True))
    app.add_directive("glossary-of-terms", GlossaryOfTerms)
    for directive in (Comparison, Gap, LegalBasis, Practice, SystemMap, TermPairs, Vignette, Worksheet):
        app.add_directive(directive.kind, directive)
    return {"env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
