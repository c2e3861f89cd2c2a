"""Hostile translations through the build: nothing of them comes to life, no file is read, all are reported."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from sphinx.testing.util import SphinxTestApp

from crossborder.checks.po_files import check_po_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sphinx.guard.conftest import TranslatedProject

HERE = Path(__file__).parent
ATTACKS: list[dict[str, Any]] = tomllib.loads((HERE / "attacks.toml").read_text(encoding="utf-8"))["attack"]
SPECIMEN = HERE.parent / "specimen" / "data"
CONFIG = """
language = "pl"
extensions = ["crossborder.authoring", "crossborder.translation", "sphinx.ext.autodoc", "sphinx.ext.ifconfig"]
locale_dirs = ["../locales"]
gettext_compact = False
html_theme = "basic"
rst_prolog = '''
.. role:: raw-html(raw)
   :format: html

.. |geheim| replace:: geheim

'''
"""
#: rows that are no text of a page: 17 to 19 are tried below, 20 and 21 are whole files (``test_page.py``)
ELSEWHERE = {17, 18, 19, 20, 21}
PAGES = {
    "text": "{head}\n\n{text}\n",
    "heading": "{head}\n\n{text}\n{line}\n\nAbsatz.\n",
    "term": "{head}\n\n.. glossary::\n\n   {text}\n      Erklärung.\n",
}
#: what a page would show if one of the payloads had its way
ALIVE = re.compile(r"<script>alert|root:x:|evil\.example|href=\"(?:java|vb|data)|onerror=\w+\(1\)[^&]*>|href{java")


class Built(NamedTuple):
    """A build of all attacks."""

    out: Path
    locales: Path
    warnings: str


def _quoted(text: str) -> str:
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\f": "\\f", "\a": "\\a"}
    return '"' + "".join(signs.get(sign, sign) for sign in text) + '"'


def _write(folder: Path) -> None:
    source, catalogs = folder / "source", folder / "locales" / "pl" / "LC_MESSAGES"
    catalogs.mkdir(parents=True)
    source.mkdir()
    (folder / "data").symlink_to(SPECIMEN)
    (source / "conf.py").write_text(CONFIG, encoding="utf-8")
    (source / "sidefx.py").write_text("raise SystemExit('the code of a module ran')\n", encoding="utf-8")
    (source / "blatt.txt").write_text("Blatt\n", encoding="utf-8")
    names = [f"attack{number}" for number in range(len(ATTACKS))]
    index = ["Muster", "======", "", ".. _a:", "", "A", "-", "", ".. _b:", "", "B", "-", "", ".. toctree::", ""]
    (source / "index.rst").write_text("\n".join([*index, *(f"   {name}" for name in names)]), encoding="utf-8")
    for name, attack in zip(names, ATTACKS, strict=True):
        text = attack.get("text", "Hallo Welt.")
        page = PAGES[attack.get("kind", "text")]
        filled = page.format(head=f"{name}\n{'=' * len(name)}", text=text, line="-" * len(text))
        (source / f"{name}.rst").write_text(filled, encoding="utf-8")
        po = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid {_quoted(text)}\n'
        (catalogs / f"{name}.po").write_text(f"{po}msgstr {_quoted(attack['msgstr'])}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Build all attacks once."""
    folder = tmp_path_factory.mktemp("attacks")
    _write(folder)
    app = SphinxTestApp("html", folder / "source", builddir=folder / "build")
    try:
        app.build()
        yield Built(Path(app.outdir), folder / "locales", app.warning.getvalue())
    finally:
        app.cleanup()


def _body(out: Path, number: int) -> str:
    page = (out / f"attack{number}.html").read_text(encoding="utf-8")
    return page.partition('<div class="body" role="main">')[2].partition('<div class="sphinxsidebar"')[0]


@pytest.mark.parametrize("number", range(len(ATTACKS)), ids=[attack["name"] for attack in ATTACKS])
def test_attack_stays_out(built: Built, number: int) -> None:
    body = _body(built.out, number)
    assert not ALIVE.search(body)
    assert "witaj" not in body.lower()
    assert 'lang="de"' in body


@pytest.mark.parametrize("number", range(len(ATTACKS)), ids=[attack["name"] for attack in ATTACKS])
def test_attack_is_reported_at_its_line(built: Built, number: int) -> None:
    place = re.escape(f"attack{number}.po:5: ")
    assert re.search(rf"{place}.*To tłumaczenie nie jest publikowane", built.warnings)


@pytest.mark.parametrize("number", range(len(ATTACKS)), ids=[attack["name"] for attack in ATTACKS])
def test_attack_is_found_before_any_build(built: Built, number: int) -> None:
    path = built.locales / "pl" / "LC_MESSAGES" / f"attack{number}.po"
    findings = [finding for finding in check_po_files([path], language="pl") if finding.severity == "error"]
    assert findings
    assert all(finding.line >= 5 for finding in findings)


def test_every_row_of_the_table_is_tried() -> None:
    assert {attack["row"] for attack in ATTACKS} - {0} | ELSEWHERE == set(range(1, 23))


HIDDEN_PLACES = """
.. meta::
   :description: Kurz

.. index:: Amt

Titel
=====

.. toctree::
   :caption: Inhalt

   Seite <andere>

.. image:: bild.png
   :alt: Bild

.. code-block:: text

   Wortlaut

.. raw:: html

   <p>Rohtext</p>
"""


def test_nothing_breaks_out_of_attributes_literal_text_and_raw_text(project: TranslatedProject) -> None:
    with (project.source / "conf.py").open("a", encoding="utf-8") as file:
        file.write('gettext_additional_targets = ["index", "literal-block", "raw", "image"]\n')
    project.write("index", HIDDEN_PLACES)
    project.write("andere", "Andere\n======\n")
    (project.source / "bild.png").write_bytes(b"")
    texts = ("Kurz", "Amt", "Inhalt", "Seite", "Bild", "Wortlaut", "<p>Rohtext</p>")
    project.translate("index", dict.fromkeys(texts, "</pre>'\\\">witaj<script>alert(1)</script>"))
    out = project.build()
    pages = {path.name: path.read_text(encoding="utf-8") for path in out.rglob("*.html")}
    assert not [name for name, page in pages.items() if ALIVE.search(page) or "witaj" in page]
    assert all(text in pages["index.html"] for text in texts if text != "Amt")
    assert "Amt" in pages["genindex.html"]


def test_nothing_is_copied_and_nothing_runs(built: Built) -> None:
    copied = {path.name for path in built.out.rglob("*") if path.is_file()}
    assert "passwd" not in copied
    assert "the code of a module ran" not in built.warnings
    assert not [path for path in built.out.rglob("*.html") if ALIVE.search(path.read_text(encoding="utf-8"))]


def test_no_catalog_is_compiled(built: Built) -> None:
    assert not list(built.locales.rglob("*.mo"))
