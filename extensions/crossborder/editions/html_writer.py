"""How our nodes become HTML where Sphinx's own way lacks something that readers need."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator
from typing_extensions import override

from crossborder.editions.language_editions import editions_of
from crossborder.locale import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.nodes import Element
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

#: the builders that make web pages, a file for each
WEB_BUILDERS = ("html", "dirhtml")

#: what leads from a heading to the same heading in the other language
_SECTION_LINKS = {"de": "This section in German", "pl": "This section in Polish"}

_CHAPTER = re.compile(r"[a-z]\d{1,2}")


def chapter_ids(env: BuildEnvironment) -> Mapping[str, str]:
    """Return the id of each page that has one: a page with the label ``a5`` is chapter A5."""
    labels = env.domains.standard_domain.anonlabels
    return {docname: name.upper() for name, (docname, _) in sorted(labels.items()) if _CHAPTER.fullmatch(name)}


class PlainTableWrappers(SphinxPostTransform):
    """Take from the boxes that furo puts around tables the ids and classes that they have from their table."""

    builders = WEB_BUILDERS
    default_priority = 510  # furo's own transform has 500

    @override
    def run(self, **_kwargs: Any) -> None:
        for box in self.document.findall(nodes.container):
            if "table-wrapper" in box["classes"]:
                box["ids"] = []
                box["classes"] = ["table-wrapper"]


class ManualHTMLTranslator(HTML5Translator):
    """Adds to headings the way to the other language, and to links in lists of chapters the id of the chapter."""

    builder: StandaloneHTMLBuilder

    @cached_property
    def _chapters(self) -> Mapping[str, str]:
        """The ids of chapters by the address of their page."""
        return {self.builder.get_target_uri(page): name for page, name in chapter_ids(self.builder.env).items()}

    @property
    def _uri(self) -> str:
        return self.builder.get_target_uri(self.builder.current_docname)

    def visit_title(self, node: nodes.title) -> None:
        """Write the start of a title; the caption of a list of chapters is a heading, so it needs a level."""
        start = len(self.body)
        super().visit_title(node)
        self.body[start:] = [
            part.replace('role="heading"', 'role="heading" aria-level="2"') for part in self.body[start:]
        ]

    def visit_reference(self, node: Element) -> None:
        """Write the start of a link; in a list of chapters the id of the chapter follows."""
        super().visit_reference(node)
        if node.get("anchorname") == "" and self.builder.name in WEB_BUILDERS:
            uri = node["refuri"].rstrip("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(self._uri), uri)) if uri else self._uri
            if chapter := self._chapters.get(target):
                self.body.append(f'<span class="chapter-id">{self.encode(chapter)}</span> ')

    def add_permalink_ref(self, node: Element, title: str) -> None:
        """Write the link to a heading itself, then those to it in the other languages."""
        super().add_permalink_ref(node, title)
        if self.builder.name in WEB_BUILDERS and isinstance(node, nodes.section) and node["ids"]:
            self._add_edition_links(node)

    def _add_edition_links(self, node: nodes.section) -> None:
        if isinstance(node.parent, nodes.document):
            return  # the switch in the head of the page does that
        _ = words(self.config.language)
        for edition in editions_of(self._uri, self.config.language, self.config.crossborder_languages):
            if not edition.current:
                label = self.attval(_(_SECTION_LINKS[edition.language]))
                href = self.attval(f"{edition.url}#{node['ids'][0]}")
                self.body.append(
                    f'<a class="headerlink edition-link" href="{href}" hreflang="{edition.language}"'
                    f' title="{label}" aria-label="{label}">{edition.language.upper()}</a>'
                )
