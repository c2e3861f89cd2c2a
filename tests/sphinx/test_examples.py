"""The examples of docs/authors.md, built for real and compared with what they gave before.

After a change that is meant, ``UPDATE_GOLDEN=1 pytest tests/sphinx/test_examples.py`` writes the files anew; read the
difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from docutils import nodes
from sphinx.addnodes import start_of_file
from tests.sphinx.manuals import examples

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from tests.sphinx.manuals import Built, Manual

GOLDEN = Path(__file__).parent / "golden"
PAGES = [name for name, _ in examples()]


@pytest.fixture(scope="module")
def html(authors_manual: Manual) -> Built:
    return authors_manual.build("html")


@pytest.fixture(scope="module")
def latex(authors_manual: Manual) -> Built:
    return authors_manual.build("latex")


@pytest.fixture(scope="module")
def pot(authors_manual: Manual) -> Built:
    return authors_manual.build("gettext")


def compare(page: str, kind: str, text: str) -> None:
    """Compare ``text`` with the golden file, or write the file if that was asked for."""
    path = GOLDEN / page / kind
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text.rstrip()}\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == f"{text.rstrip()}\n"


def test_each_section_with_an_example_has_golden_files() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(PAGES)


def test_examples_give_no_warning(html: Built, latex: Built, pot: Built) -> None:
    assert html.warnings == []
    assert latex.warnings == []
    assert pot.warnings == []


@pytest.mark.parametrize("page", PAGES)
def test_doctree(html: Built, page: str) -> None:
    text = html.doctree(page).pformat()
    text = re.sub(r"^<document .*>$", "<document>", text, flags=re.MULTILINE)
    compare(page, "doctree.txt", text)


@pytest.mark.parametrize("page", PAGES)
def test_html(html: Built, page: str) -> None:
    compare(page, "body.html", html.body(page))


@pytest.mark.parametrize("page", PAGES)
def test_latex(latex: Built, page: str) -> None:
    text = latex.text("muster.tex")
    _, _, text = text.partition(f"\\label{{\\detokenize{{{page}:")
    text, _, _ = text.partition("\n\\chapter{")
    compare(page, "page.tex", text.partition("\\renewcommand{\\indexname}")[0])


def test_each_page_number_in_print_has_its_place(latex: Built) -> None:
    text = latex.text("muster.tex")
    wanted = re.findall(r"\\pageref\{\\detokenize\{([^}]*)\}\}", text)
    assert len(wanted) > 20
    assert set(wanted) <= set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}\}", text))


@pytest.mark.parametrize("page", PAGES)
def test_pot(pot: Built, page: str) -> None:
    with (pot.app.outdir / f"{page}.pot").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    rows = (f"{','.join(str(line) for _, line in message.locations)}: {message.id}" for message in messages)
    compare(page, "messages.txt", "\n".join(rows))


@pytest.mark.parametrize("builder", ["html", "latex", "text", "epub", "man", "gettext"])
def test_each_node_has_its_parent(authors_manual: Manual, builder: str) -> None:
    resolved: list[nodes.document] = []

    def collect(_app: Sphinx, tree: nodes.document, _docname: str) -> None:
        resolved.append(tree)

    built = authors_manual.build(
        builder, out=f"tree-{builder}", prepare=lambda app: app.connect("doctree-resolved", collect)
    )
    assert built.warnings == []
    assert resolved
    for tree in [*map(built.doctree, PAGES), *resolved]:
        for node in tree.findall(nodes.Element):
            # where Sphinx binds all pages into one tree, it leaves the topmost nodes of a page with their old parent
            if not isinstance(node, start_of_file):
                assert all(child.parent is node for child in node.children), node
