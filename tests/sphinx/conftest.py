"""Manuals for the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.sphinx.manuals import Manual, examples, new_manual

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def manual(tmp_path: Path) -> Manual:
    """Return an empty manual."""
    return new_manual(tmp_path)


@pytest.fixture(scope="session")
def authors_manual(tmp_path_factory: pytest.TempPathFactory) -> Manual:
    """Return the examples of docs/authors.md as a manual, a page for each."""
    return new_manual(tmp_path_factory.mktemp("authors"), dict(examples()))
