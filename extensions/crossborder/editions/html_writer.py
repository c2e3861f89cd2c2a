"""How our nodes become HTML where Sphinx's own way lacks something that readers need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from crossborder.editions.language_editions import editions_of
from crossborder.locale import words

if TYPE_CHECKING:
    from docutils.nodes import Element

#: the builders that make web pages, a file for each
WEB_BUILDERS = ("html", "dirhtml")

#: what leads from a heading to the same heading in the other language
_SECTION_LINKS = {"de": "This section in German", "pl": "This section in Polish"}


class ManualHTMLTranslator(HTML5Translator):
    """Adds to each heading a link to the same heading in the other languages."""

    def add_permalink_ref(self, node: Element, title: str) -> None:
        """Write the link to a heading itself, then those to it in the other languages."""
        super().add_permalink_ref(node, title)
        if self.builder.name in WEB_BUILDERS and isinstance(node, nodes.section) and node["ids"]:
            self._add_edition_links(node)

    def _add_edition_links(self, node: nodes.section) -> None:
        if isinstance(node.parent, nodes.document):
            return  # the switch in the head of the page does that
        _ = words(self.config.language)
        uri = self.builder.get_target_uri(self.builder.current_docname)
        for edition in editions_of(uri, self.config.language, self.config.crossborder_languages):
            if not edition.current:
                label = self.attval(_(_SECTION_LINKS[edition.language]))
                href = self.attval(f"{edition.url}#{node['ids'][0]}")
                self.body.append(
                    f'<a class="headerlink edition-link" href="{href}" hreflang="{edition.language}"'
                    f' title="{label}" aria-label="{label}">{edition.language.upper()}</a>'
                )
