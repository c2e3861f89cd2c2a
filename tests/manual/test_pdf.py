"""Both PDF editions of the real manual hold every sentence, heading and cell, and keep what they promise."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import page
import pytest
from docutils import nodes
from sphinx import addnodes

from crossborder.editions.accessible import build_accessible_pdf
from crossborder.editions.latex import compile_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.latex, pytest.mark.xdist_group("latex")]

REPOSITORY = Path(__file__).parents[2]

#: shorter texts stand within other words, and prove nothing
SHORTEST = 4

#: what the print edition adds behind links
_PAGE = re.compile(r"\(\s*(?:Seite|[Ss]tron[ay])\s+\d+\s*\)")


@dataclass(frozen=True)
class Editions:
    """The PDF editions in one language, and the text they are made of."""

    printed: Path
    accessible: Path
    doctrees: Path


@pytest.fixture(scope="module", params=["de", "pl"])
def editions(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """Return both PDF editions of the manual."""
    folder = tmp_path_factory.mktemp(request.param)
    doctrees = folder / "doctrees"
    for builder in ("latex", "accessible"):
        command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-d", str(doctrees)]
        command += ["-D", f"language={request.param}", str(REPOSITORY / "source"), str(folder / builder)]
        subprocess.run(command, check=True, capture_output=True)
    return Editions(compile_pdf(folder / "latex"), build_accessible_pdf(folder / "accessible"), doctrees)


def letters(text: str) -> str:
    """Return the letters and digits of ``text``: lines, hyphens and spaces differ from edition to edition."""
    return re.sub(r"[\W_]+", "", text).casefold()


def book(doctrees: Path, name: str) -> Iterator[nodes.document]:
    """Yield a page and those that its tables of contents list; what none lists is in no edition."""
    tree: nodes.document = pickle.loads((doctrees / f"{name}.doctree").read_bytes())  # noqa: S301 - from the build above
    yield tree
    for contents in tree.findall(addnodes.toctree):
        for page_name in contents["includefiles"]:
            yield from book(doctrees, page_name)


def texts(doctrees: Path) -> Iterator[str]:
    """Yield the letters of each sentence, heading, term, caption and cell, as often as it stands in the manual.

    The first heading is left out: the cover has the two names of the manual in the order of the language.
    """
    blocks = (block for tree in book(doctrees, "index") for block in tree.findall(nodes.TextElement))
    next(block for block in blocks if isinstance(block, nodes.title))
    for block in blocks:
        inside = isinstance(block, nodes.Inline | nodes.Invisible) or isinstance(block.parent, nodes.TextElement)
        for piece in () if inside else pieces(block):
            yield from map(letters, re.split(r"(?<=[.!?:;]) ", piece))


def wanted_texts(doctrees: Path) -> Counter[str]:
    """Return how often each text must stand in the pages: a short one stands in longer ones too."""
    found = list(texts(doctrees))
    everything = "\n".join(found)
    return Counter({text: everything.count(text) for text in set(found) if len(text) >= SHORTEST})


def pieces(block: nodes.TextElement) -> Iterator[str]:
    """Yield the stretches of a text between links that are resolved later."""
    piece = ""
    waiting: list[nodes.Node] = list(reversed(block.children))
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.Text):
            piece += node.astext()
        elif isinstance(node, nodes.footnote_reference | addnodes.pending_xref | addnodes.index):
            yield piece
            piece = ""
        else:
            waiting += reversed(node.children)
    yield piece


def page_texts(pdf: Path) -> list[str]:
    """Return the letters of each page, without its head and foot."""
    area = ["-x", "0", "-y", "68", "-W", "600", "-H", "712"]
    run = subprocess.run(["pdftotext", "-raw", *area, str(pdf), "-"], capture_output=True, check=True)
    return [letters(_PAGE.sub(" ", text)) for text in run.stdout.decode().split("\f")]


def runs_over(sentence: str, pages: list[str]) -> bool:
    """Whether ``sentence`` begins on a page and ends on the next, behind something that is set first there."""
    for first, second in pairwise(pages):
        for cut in range(4, len(sentence) - 3):
            if sentence[:cut] in first and sentence[cut:] in second:
                return True
    return False


def lost(wanted: Counter[str], pages: list[str]) -> list[str]:
    """Return the texts that stand in the pages less often than in the manual."""
    text = "".join(pages)
    return [
        sentence
        for sentence, count in wanted.items()
        if text.count(sentence) < count and not (count == 1 and runs_over(sentence, pages))
    ]


def test_no_text_is_lost_in_either_edition(editions: Editions) -> None:
    wanted = wanted_texts(editions.doctrees)
    assert wanted.total() > 3000
    assert lost(wanted, page_texts(editions.printed)) == []
    assert lost(wanted, page_texts(editions.accessible)) == []


def test_a_lost_text_is_found(editions: Editions) -> None:
    wanted, pages = wanted_texts(editions.doctrees), page_texts(editions.printed)
    only = [text for text, count in wanted.items() if count == 1]
    for victim in (max(only, key=len), min(only, key=len)):
        found = lost(wanted, [text.replace(victim, "") for text in pages])
        assert victim in found
        assert all(text in victim for text in found)


def test_the_accessible_edition_conforms(editions: Editions) -> None:
    assert [str(failure) for failure in page.validate_pdf(str(editions.accessible)).failures] == []


def test_the_print_edition_has_all_signs_and_keeps_its_margins(editions: Editions) -> None:
    log = editions.printed.with_suffix(".log").read_text(encoding="utf-8")
    assert "Missing character" not in log
    assert all(float(width) < 5 for width in re.findall(r"Overfull \\hbox \(([\d.]+)pt", log))
