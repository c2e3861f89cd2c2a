"""Parallel and incremental builds give what a cold build gives, and read again only what they must."""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING

import pytest
from tests.sphinx.manuals import examples

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sphinx.manuals import Built, Manual


@pytest.fixture
def book(manual: Manual) -> Manual:
    """Return a manual of the examples, so that more pages than workers are read at once."""
    manual.write(dict(examples()))
    return manual


def pages(built: Built) -> dict[str, str]:
    """Return what a build wrote for readers, the search index included."""
    names = [*built.app.outdir.glob("*.html"), built.app.outdir / "searchindex.js", built.app.outdir / "objects.inv"]
    return {path.name: path.read_bytes().decode("utf-8", "replace") for path in names}


def records(built: Built) -> dict[str, list[object]]:
    """Return what the domain knows."""
    return dict(sorted(built.app.env.domaindata["crossborder"]["items"].items()))


def touch(path: Path, text: str) -> None:
    """Write a file so that it is newer than all that was built."""
    path.write_text(text, encoding="utf-8")
    later = time.time() + 5
    os.utime(path, (later, later))


def read_again(built: Built) -> set[str]:
    """Return the pages that the build read."""
    found = re.findall(
        r"reading sources\.\.\. \[ *\d+%\] (\S+)", re.sub(r"\x1b\[[0-9;]*m", "", built.app.status.getvalue())
    )
    return set(found)


def written_again(built: Built) -> set[str]:
    """Return the pages that the build wrote."""
    found = re.findall(
        r"writing output\.\.\. \[ *\d+%\] (\S+)", re.sub(r"\x1b\[[0-9;]*m", "", built.app.status.getvalue())
    )
    return set(found)


def test_a_parallel_build_is_equal_to_a_serial_one(book: Manual) -> None:
    serial = book.build(out="serial")
    parallel = book.build(out="parallel", parallel=2)
    assert parallel.warnings == []
    assert records(parallel) == records(serial)
    assert pages(parallel) == pages(serial)


@pytest.mark.parametrize("parallel", [0, 2])
def test_an_incremental_build_is_equal_to_a_cold_one(book: Manual, parallel: int) -> None:
    book.build(out="warm", parallel=parallel)
    page = book.source / "gap.rst"
    text = page.read_text(encoding="utf-8").replace("Anschrift, Telefon", "Neuer Text, :law:`§ 37a SGB VIII`")
    touch(page, text)
    (book.source / "vignette.rst").unlink()
    index = book.source / "index.rst"
    touch(index, index.read_text(encoding="utf-8").replace("   vignette\n", ""))
    warm = book.build(out="warm", parallel=parallel)
    cold = book.build(out="cold")
    assert read_again(warm) == {"gap", "index"}
    assert records(warm) == records(cold)
    assert "Neuer Text" in warm.body("verzeichnisse")
    assert "Mila" not in warm.body("verzeichnisse")
    names = sorted(cold.app.env.found_docs)
    assert [warm.body(name) for name in names] == [cold.body(name) for name in names]


def test_a_build_without_a_change_reads_and_writes_nothing(book: Manual) -> None:
    book.build()
    again = book.build()
    assert read_again(again) == set()
    assert written_again(again) == set()


def test_the_lists_are_written_again_only_when_they_change(book: Manual) -> None:
    book.build()
    page = book.source / "kleine.rst"
    touch(page, page.read_text(encoding="utf-8").replace("Das Amt berät.", "Das Amt hilft."))
    again = book.build()
    assert written_again(again) == {"kleine", "index"}  # the page, and the one that lists it in its contents


@pytest.mark.parametrize(
    ("name", "old", "new", "affected"),
    [
        ("law/de/bgb.toml", "absatz = 4", "absatz = 3", {"law"}),
        ("facts.toml", "drei Werktage", "vier Werktage", {"kleine", "verzeichnisse"}),
        ("handbooks.toml", "Kapitel 1", "Kapitel 2", {"kleine", "verzeichnisse"}),
        ("abbreviations.toml", "Allgemeiner", "Allgemeinster", {"verzeichnisse"}),
        ("cases.toml", "drei Monate", "vier Monate", {"vignette", "verzeichnisse"}),
    ],
)
def test_a_change_of_data_reads_the_pages_that_use_it(
    book: Manual, name: str, old: str, new: str, affected: set[str]
) -> None:
    book.build()
    path = book.data / name
    touch(path, path.read_text(encoding="utf-8").replace(old, new))
    again = book.build()
    assert read_again(again) == affected
    if name.startswith("law"):
        assert again.warnings == ["law.rst:10: Abs. 4 gibt es in § 1632 BGB nicht. [crossborder.missing-provision]"]


def test_a_new_statute_reads_the_pages_that_cite(book: Manual) -> None:
    book.build()
    path = book.data / "law" / "statutes.toml"
    touch(path, path.read_text(encoding="utf-8").replace("2026-05-04", "2026-06-01"))
    again = book.build()
    assert {"law", "legal-basis", "comparison", "practice", "worksheet", "vignette"} <= read_again(again)
    assert "Textstand 01.06.2026" in again.body("law")
