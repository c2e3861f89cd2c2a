"""Every rule finds what its page marks, at the very place, and nothing else; and lets stand what is right."""

from __future__ import annotations

import pytest
from tests.unit.checks.specimens import CATALOGS, PAGES, Expected, without_marks

#: families of rules that look at what translators write; their tests stand beside the catalogs
OTHERS = ("TRL", "TRM", "SEC")


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, found: dict[str, list[Expected]]) -> None:
    _text, expected = without_marks(PAGES[name].read_text(encoding="utf-8"))
    findings = found.get(f"source/{name}.rst", [])
    assert [one for one in findings if not one.code.startswith(OTHERS)] == expected
    assert bool(expected) is not name.endswith("-silent")


@pytest.mark.parametrize("name", CATALOGS)
def test_catalog(name: str, found: dict[str, list[Expected]]) -> None:
    _text, expected = without_marks(CATALOGS[name].read_text(encoding="utf-8"))
    findings = found.get(f"locales/pl/LC_MESSAGES/{name}.po", [])
    assert [one for one in findings if not one.code.startswith(OTHERS)] == expected
    assert bool(expected) is not name.endswith("-silent")
