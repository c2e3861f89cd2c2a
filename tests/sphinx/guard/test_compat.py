"""What is used of Sphinx beyond its documented interface is there and does what it is used for."""

from __future__ import annotations

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers import rst
from docutils.utils import new_document

from crossborder.translation import _compat


def test_names_are_there() -> None:
    for name in _compat.__all__:
        assert hasattr(_compat, name)


def test_domain_of_a_page_is_its_path() -> None:
    assert _compat.docname_to_domain("a/b", compaction=False) == "a/b"


def test_index_entry_is_split_into_its_parts() -> None:
    assert _compat.split_index_msg("single", "Amt; Kind") == ["Amt", "Kind"]


def test_term_is_split_from_its_classifier() -> None:
    assert _compat.split_term_classifiers("Amt : A")[:2] == ("Amt", "A")


def test_text_is_parsed_inline_and_no_directive_runs() -> None:
    settings = get_default_settings(rst.Parser)
    document = new_document("page.rst", settings)
    found = _compat.parse_inline("Ein **Wort**.", document, "page.po", 7)
    assert [type(node) for node in found] == [nodes.Text, nodes.strong, nodes.Text]
    plain = _compat.parse_inline(".. raw:: html\n   :file: /etc/passwd", document, "page.po", 7)
    assert all(isinstance(node, nodes.Text) for node in plain)
    assert settings.raw_enabled
    assert settings.file_insertion_enabled


def test_messages_are_found_in_a_page() -> None:
    document = new_document("page.rst", get_default_settings(rst.Parser))
    paragraph = nodes.paragraph("Hallo\nWelt", "Hallo\nWelt")
    paragraph.source, paragraph.line = "page.rst", 1
    document += paragraph
    assert list(_compat.extract_messages(document)) == [(paragraph, "Hallo Welt")]
