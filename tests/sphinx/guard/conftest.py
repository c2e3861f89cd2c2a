"""A small project with a translation, built by Sphinx with nothing but the guard, or with other extensions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils import nodes

CONFIG = """
language = "pl"
extensions = ["crossborder.translation"]
locale_dirs = ["../locales"]
gettext_compact = False
gettext_additional_targets = ["index"]
html_theme = "basic"
html_permalinks = False
"""


@dataclass
class TranslatedProject:
    """Pages in German with PO files in Polish."""

    folder: Path
    warnings: str = ""
    app: SphinxTestApp | None = field(default=None, repr=False)

    @property
    def source(self) -> Path:
        """The folder of the pages."""
        return self.folder / "source"

    def write(self, page: str, text: str) -> None:
        """Write a page."""
        path = self.source / f"{page}.rst"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def translate(self, page: str, messages: Mapping[str, str], flags: str = "") -> Path:
        """Write the PO file of a page and return its path."""
        path = self.folder / "locales" / "pl" / "LC_MESSAGES" / f"{page}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        quoted = [f'{flags}msgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in messages.items()]
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        path.write_text("\n".join([head, *quoted]), encoding="utf-8")
        return path

    def build(self, language: str = "pl", *, builder: str = "html", parallel: int = 0) -> Path:
        """Build on top of what is there and return the folder of the output."""
        app = SphinxTestApp(
            builder,
            self.source,
            builddir=self.folder / "build" / f"{builder}-{language}",
            confoverrides={"language": language},
            parallel=parallel,
        )
        try:
            app.build()
        finally:
            self.warnings = re.sub(r"\x1b\[[0-9;]*m", "", app.warning.getvalue())
            app.cleanup()
        self.app = app
        return Path(app.outdir)

    def body(self, page: str, out: Path) -> str:
        """Return the part of an HTML page that is the document."""
        text = (out / f"{page}.html").read_text(encoding="utf-8")
        return text.partition('<div class="body" role="main">')[2].partition('<div class="sphinxsidebar"')[0]

    def doctree(self, page: str) -> nodes.document:
        """Return a page as it was read in the last build."""
        assert self.app is not None
        return self.app.env.get_doctree(page)


@pytest.fixture
def project(tmp_path: Path) -> TranslatedProject:
    """Return a project without pages."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "conf.py").write_text(CONFIG, encoding="utf-8")
    return TranslatedProject(tmp_path)
