"""What is used of Sphinx and docutils beyond their documented interfaces, all of it, with a test of its own.

``tests/sphinx/guard/test_compat.py`` fails where a new release has changed any of this.
"""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

from docutils.languages import get_language
from docutils.parsers.rst import states
from sphinx.domains.std import make_glossary_term, split_term_classifiers
from sphinx.util.docutils import LoggingReporter
from sphinx.util.i18n import docname_to_domain
from sphinx.util.index_entries import split_index_msg
from sphinx.util.nodes import LITERAL_TYPE_NODES, extract_messages, traverse_translatable_index

if TYPE_CHECKING:
    from docutils import nodes

__all__ = [
    "LITERAL_TYPE_NODES",
    "docname_to_domain",
    "extract_messages",
    "make_glossary_term",
    "parse_inline",
    "split_index_msg",
    "split_term_classifiers",
    "traverse_translatable_index",
]


@lru_cache(maxsize=4)
def _inliner(_character_level: object, _pep: object, _rfc: object, settings: _ByIdentity) -> states.Inliner:
    inliner = states.Inliner()
    inliner.init_customizations(settings.value)
    return inliner


class _ByIdentity:
    """Carries settings past a cache that must not look at them."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity)

    def __hash__(self) -> int:
        return 0


def parse_inline(text: str, document: nodes.document, path: str, line: int) -> list[nodes.Node]:
    """Return ``text`` parsed as inline markup of ``document``: its roles run, but no directive can.

    :param path: file named in warnings, with ``line``.
    """

    def place(_line: int | None = None) -> tuple[str, int]:
        return path, line

    settings = document.settings
    inliner = _inliner(
        getattr(settings, "character_level_inline_markup", None),
        getattr(settings, "pep_references", None),
        getattr(settings, "rfc_references", None),
        _ByIdentity(settings),
    )
    reporter = LoggingReporter.from_reporter(document.reporter)
    reporter.source = path
    reporter.get_source_and_line = place
    memo = SimpleNamespace(
        document=document,
        reporter=reporter,
        language=get_language(settings.language_code, reporter),
        inliner=inliner,
    )
    raw, files = settings.raw_enabled, settings.file_insertion_enabled
    settings.raw_enabled = settings.file_insertion_enabled = False
    try:
        found, _messages = inliner.parse(text, line, memo, document)
    finally:
        settings.raw_enabled, settings.file_insertion_enabled = raw, files
    return list(found)
