"""What readers get: HTML, PDF and the other editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Set up the editions that Sphinx builds."""
    from crossborder.editions import accessible_builder, html, latex, typography

    html.setup(app)
    latex.setup(app)
    accessible_builder.setup(app)
    typography.setup(app)
