"""Where a page stands in each language."""

from __future__ import annotations

import pytest

from crossborder.editions.language_editions import editions_of


@pytest.mark.parametrize(
    ("uri", "own", "other"),
    [
        ("index.html", "index.html", "../pl/index.html"),
        ("a/b/c.html", "c.html", "../../../pl/a/b/c.html"),
        ("a/b/", "./", "../../../pl/a/b/"),
        ("", "./", "../pl/"),
    ],
)
def test_editions_lie_side_by_side(uri: str, own: str, other: str) -> None:
    german, polish = editions_of(uri, "de", ["de", "pl"])
    assert (german.url, german.current) == (own, True)
    assert (polish.url, polish.current) == (other, False)
    assert (german.name, polish.name) == ("Deutsch", "Polski")
