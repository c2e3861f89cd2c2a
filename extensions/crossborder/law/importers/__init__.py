"""Official texts, read into trees of subdivisions: one module for each format."""

from crossborder.law.importers.reading import UnreadableFileError, read_statute

__all__ = ["UnreadableFileError", "read_statute"]
