"""The transform that translates pages, and the small changes that let it stand in for Sphinx's own.

Sphinx's transform parses every translation two or three times as a whole document, with all its directives.
It finds no catalogs here (see :mod:`.catalogs`) and does nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx.errors import ExtensionError
from sphinx.transforms import SphinxTransform

from crossborder.catalog.lawkey import law_key
from crossborder.translation import catalogs
from crossborder.translation.page import STATES, PageTranslator

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from crossborder.catalog.structure import LawKey
    from crossborder.domain import CrossborderDomain


def _law_key(env: BuildEnvironment) -> LawKey:
    try:
        domain = env.get_domain("crossborder")
    except ExtensionError:
        return law_key(None)
    return law_key(cast("CrossborderDomain", domain).register)


class TranslatePage(SphinxTransform):
    """Replaces the German text of a page by its translation, where there is one that may be published."""

    default_priority = 20  # where Sphinx's own transform stands: before all that looks at text

    def apply(self, **_kwargs: Any) -> None:
        """Translate the document."""
        docname = self.env.current_document.docname
        if not catalogs.catalog_paths(self.env, docname):
            return
        messages = catalogs.messages(self.env, docname)
        translator = PageTranslator(self.env, self.document, messages, _law_key(self.env))
        translator.translate()
        self.document[STATES] = dict(translator.states)


def setup(app: Sphinx) -> None:
    """Translate pages here and no longer in Sphinx."""
    app.add_config_value("crossborder_locales", None, "env", types=frozenset({list, tuple, type(None)}))
    app.connect("config-inited", catalogs.take_over, priority=900)
    app.connect("builder-inited", catalogs.look_at_folders)
    app.connect("env-get-outdated", catalogs.outdated_pages)
    app.add_transform(TranslatePage)
