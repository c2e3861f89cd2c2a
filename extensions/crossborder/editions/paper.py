"""The HTML documents that the accessible PDFs are made of."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: the folder of the worksheets below that of the output
WORKSHEETS = "worksheets"

#: stands in the name of a button between the legend of its group and its own label
OPTION_OF = ": "

_DOCUMENT = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="author" content="{author}">
</head>
<body class="{kind}">
{body}
</body>
</html>
"""

#: the attributes by which controls and their labels are told apart
_NAMES = re.compile(r'\b(id|for|name)="([^"]*)"')


def document(language: str, title: str, author: str, kind: str, body: str) -> str:
    """Return a whole HTML document; ``kind`` is the class that the style sheet tells documents apart by."""
    return _DOCUMENT.format(language=language, title=escape(title), author=escape(author), kind=kind, body=body)


def running_foot(text: str) -> str:
    """Return the element whose text stands at the foot of each page."""
    return f'<div class="running-foot">{escape(text)}</div>'


def write_if_changed(path: Path, text: str) -> None:
    """Write ``text``, unless the file has it already, so that what is made of it stays fresh."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet in one language."""

    language: str
    key: str
    title: str
    manual: str
    author: str
    foot: str
    blocks: list[str]  #: HTML: title, what the sheet is for, and each line of its form

    @classmethod
    def read(cls, path: Path, language: str) -> Sheet:
        """Return the worksheet that Sphinx has written to ``path``."""
        return cls(language, **json.loads(path.read_text(encoding="utf-8")))

    def html(self) -> str:
        """Return the sheet as a document of its own."""
        body = f'{self._foot()}<main class="worksheet">{"".join(self.blocks)}</main>'
        return document(self.language, f"{self.key} {self.title}", self.author, "sheet", body)

    def beside(self, other: Sheet) -> str:
        """Return this sheet and the same one in another language on facing halves, line by line."""
        pairs = zip_longest(self._own(), other._own(), fillvalue="")
        rows = "".join(
            f'<div class="pair"><div class="half">{ours}</div>'
            f'<div class="half" lang="{other.language}">{theirs}</div></div>'
            for ours, theirs in pairs
        )
        title = f"{self.key} {self.title} – {other.title}"
        body = f'{self._foot()}<main class="worksheet">{rows}</main>'
        return document(self.language, title, self.author, "sheet facing", body)

    def _own(self) -> list[str]:
        """Return the blocks with names of controls that no other language uses."""
        return [_NAMES.sub(rf'\1="\2-{self.language}"', block) for block in self.blocks]

    def _foot(self) -> str:
        return running_foot(f"{self.key} · {self.manual}")
