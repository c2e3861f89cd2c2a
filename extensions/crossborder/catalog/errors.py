"""What can be wrong with a PO file as a whole."""

from __future__ import annotations

from crossborder.errors import ManualError


class CatalogError(ManualError):
    """A PO file, or a file handed in, that can't be read; says file, line and cure."""
