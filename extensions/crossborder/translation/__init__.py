"""What stands between PO files and Sphinx: context for translators, and a guard before readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.translation import badge, context, locale, previous

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up what happens to messages in a build."""
    context.setup(app)
    locale.setup(app)
    badge.setup(app)
    previous.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
