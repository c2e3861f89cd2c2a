"""The page at the top of the web site: it lets readers choose their language."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from crossborder.editions.language_editions import LANGUAGE_NAMES
from crossborder.locale import words

_THEME = Path(__file__).parent / "theme"
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Invitation:
    language: str
    name: str
    invitation: str


def write_start_page(folder: Path) -> Path:
    """Write ``index.html`` into ``folder``, with a link to each edition that stands in a folder there; return its path.

    The page is plain: it has both languages, follows no setting of the browser and needs no script.

    :raises FileNotFoundError: if there is no edition in ``folder``.
    """
    editions = [
        _Invitation(language, name, words(language)("Read the manual in English"))
        for language, name in LANGUAGE_NAMES.items()
        if (folder / language / "index.html").is_file()
    ]
    if not editions:
        raise FileNotFoundError(folder / next(iter(LANGUAGE_NAMES)) / "index.html")
    first = (folder / editions[0].language / "index.html").read_text(encoding="utf-8")
    title = _TITLE.search(first)
    templates = Environment(loader=FileSystemLoader(_THEME), autoescape=True)
    text = templates.get_template("start_page.html").render(
        editions=editions,
        title=html.unescape(title[1]).strip() if title else "",
        beside=(folder / "synopsis" / "index.html").is_file(),
        words=words,
    )
    path = folder / "index.html"
    path.write_text(text + "\n", encoding="utf-8")
    return path
