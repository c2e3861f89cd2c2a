"""Bring Markdown that eli2md made of a PDF of the Sejm to the form of the Legalize repositories.

Since 2025 the Sejm's ELI serves new texts as PDF only. In what is made of them, raised numbers look like marks of
footnotes (``Art. 112[^1] .``, ``art. 569 [1] § 1 [1]``), such articles are no headings, and parts of the act are
plain paragraphs.
"""

from __future__ import annotations

import re
from typing import Final

_ATTACHMENT: Final = re.compile(r"^## Załącznik\b", re.MULTILINE)
_FOOTNOTE: Final = re.compile(r"\[\^\d+\]:")
_DIVISION: Final = re.compile(
    r"(?:KSIĘGA|CZĘŚĆ) [A-ZĄĆĘŁŃÓŚŹŻ]+|(?:TYTUŁ|DZIAŁ|Dział|Rozdział|Oddział) (?:[IVXLC]+[A-Za-z]*|\d+[a-z]*)(?: |$)"
)
_ARTICLE: Final = re.compile(
    r"(?P<mark>#{4,6} )?Art\. (?P<first>\d+[a-z]*(?:\^\d+[a-z]*)?)(?: ?[-–] ?(?P<last>\d+[a-z]*))?\. ?(?P<rest>.*)",
    re.DOTALL,
)
_LOST: Final = re.compile(r".{0,25}Art\. \d+[a-z]* \.")
_CLOSE: Final = r"(?: (?=[.,;:)]))?"  # the conversion sets a space before the stop that follows a mark
_PLAIN: Final = (
    (re.compile(r"(?<=\w)- -(?=\w)"), "-"),
    (re.compile(r"^(Art\. \d+) (\d+[a-z]*) \."), r"\1^\2."),
    (re.compile(rf"((?:[Aa]rt\.|§) \d+[a-z]*) ?\[\^?(\d+[a-z]*)\]{_CLOSE}"), r"\1^\2"),
    (re.compile(rf"(?<=\d) ?\[(\d+[a-z]*)\]{_CLOSE}"), r"^\1"),
    (re.compile(rf" ?\[\^\d+\]{_CLOSE}"), ""),
)


def in_form_of_legalize(body: str) -> str:
    """Return the act itself, each article below a heading of its own, without footnotes.

    An article whose raised number the conversion lost is left out: nobody can tell which it is.
    """
    attachment = _ATTACHMENT.search(body)
    paragraphs = re.split(r"\n\s*\n|\n(?=#)", body[attachment.start() if attachment else 0 :])
    return "\n\n".join(_paragraph(one.strip()) for one in paragraphs if not _FOOTNOTE.match(one.strip()))


def _paragraph(text: str) -> str:
    for pattern, replacement in _PLAIN:
        text = pattern.sub(replacement, text)
    text = text.strip()
    article = _ARTICLE.match(text)
    if article and (article["mark"] or "^" in article["first"] or article["last"]):
        numbers = f"{article['first']}-{article['last']}" if article["last"] else article["first"]
        return f"##### Art. {numbers}.\n\n{article['rest']}"
    return f"## {text}" if _DIVISION.match(text) or _LOST.match(text) else text
