"""Small manuals, built for real: a folder with pages, the specimen of a register, translations."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from docutils import nodes

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

CONFIG = """
project = "Muster"
copyright = "2026"
version = "1"
language = "de"
extensions = ["crossborder.authoring"]
locale_dirs = ["../locales"]
gettext_compact = False
numfig = True
html_theme = "basic"
html_permalinks = False
"""

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Built:
    """A finished build."""

    app: SphinxTestApp
    source: Path

    @property
    def warnings(self) -> list[str]:
        """The warnings, each as ``page.rst:line: text [type]``."""
        text = _ESCAPES.sub("", self.app.warning.getvalue())
        return [line.replace(f"{self.source}/", "").replace("WARNING: ", "") for line in text.splitlines()]

    def text(self, name: str) -> str:
        """Return an output file."""
        return (self.app.outdir / name).read_text(encoding="utf-8")

    def body(self, docname: str) -> str:
        """Return the part of an HTML page that is the document."""
        page = self.text(f"{docname}.html")
        found = re.search(r'<div class="body" role="main">(.*?)<div class="clearer">', page, re.DOTALL)
        assert found
        return found[1].split('<div class="sphinxsidebar"')[0].strip().removesuffix("</div>").strip()

    def doctree(self, docname: str) -> nodes.document:
        """Return a page as it was read."""
        return self.app.env.get_doctree(docname)


@dataclass
class Manual:
    """A small manual in a folder of its own."""

    folder: Path

    @property
    def source(self) -> Path:
        """The folder of the pages."""
        return self.folder / "source"

    @property
    def data(self) -> Path:
        """The folder of the data, a copy of the specimen."""
        return self.folder / "data"

    def write(self, pages: Mapping[str, str]) -> None:
        """Write pages (name without ``.rst``); ``index`` gets them all, in their order, if it is not among them."""
        for name, text in pages.items():
            (self.source / f"{name}.rst").write_text(text, encoding="utf-8")
        if "index" not in pages:
            names = "".join(f"   {name}\n" for name in pages)
            (self.source / "index.rst").write_text(f"Muster\n======\n\n.. toctree::\n\n{names}", encoding="utf-8")

    def translate(self, docname: str, messages: Mapping[str, str]) -> None:
        """Write the Polish messages of a page."""
        catalog = Catalog(locale="pl", fuzzy=False)
        for msgid, msgstr in messages.items():
            catalog.add(msgid, msgstr)
        path = self.folder / "locales" / "pl" / "LC_MESSAGES" / f"{docname}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalog)

    def build(
        self,
        builder: str = "html",
        language: str = "de",
        *,
        out: str = "",
        parallel: int = 0,
        prepare: Callable[[SphinxTestApp], object] = lambda _: None,
    ) -> Built:
        """Build with one of Sphinx's builders into a folder for the language (or ``out``), on top of what is there."""
        app = SphinxTestApp(
            builder,
            self.source,
            builddir=self.folder / "build" / (out or f"{builder}-{language}"),
            confoverrides={"language": language},
            parallel=parallel,
        )
        prepare(app)
        try:
            app.build()
        finally:
            app.cleanup()
        return Built(app, self.source)


def new_manual(folder: Path, pages: Mapping[str, str] | None = None) -> Manual:
    """Return a manual in ``folder`` with the specimen data and these pages."""
    manual = Manual(folder)
    shutil.copytree(HERE / "specimen" / "data", manual.data)
    manual.source.mkdir()
    (manual.source / "conf.py").write_text(CONFIG, encoding="utf-8")
    manual.write(pages or {})
    return manual


def examples() -> Iterator[tuple[str, str]]:
    """Yield the examples of docs/authors.md: the heading they stand under, as a page name, and the text."""
    text = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading = section.partition("\n")[0]
        name = (re.findall(r"`:?([a-z-]+):?`", heading) or [heading.split()[0].lower()])[0]
        for block in re.findall(r"^```rst\n(.*?)^```", section, flags=re.MULTILINE | re.DOTALL):
            yield name, f".. _{name}:\n\n{heading.replace('`', '')}\n{'=' * len(heading)}\n\n{block}"
