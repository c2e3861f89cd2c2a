"""What docutils says of markup it can't read, in words that a reader of German or Polish has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes

#: a word that docutils quotes; typographic quotation marks may have taken the place of its own
_WORD = r'["“”„]([^"“”„]+)["“”„]'
#: what docutils says, and what we say; ``(…)`` is the word that it is about
_SAYINGS = (
    (r"Malformed table.*", "This table is not complete: its borders, lines and columns do not fit."),
    (r"Unexpected indentation.*", "This line is indented and should not be, or an empty line is missing before it."),
    (rf"Unknown directive type {_WORD}.*", "There is no directive “{word}”."),
    (rf"Unknown interpreted text role {_WORD}.*", "There is no role “{word}”."),
    (rf"No role entry for {_WORD}.*", "There is no role “{word}”."),
    (r"Inline (?:strong|emphasis|literal|interpreted text or phrase reference) start-string.*",
     "A star or a backquote is opened and not closed."),
    (r"Title (?:underline|overline).* too short.*", "The line under this heading is too short."),
    (r"(?:Title level inconsistent|Inconsistent title style).*", "This heading skips a level."),
    (r"Unexpected section title.*", "A heading can't stand here."),
    (r".* ends without a blank line.*", "An empty line is missing before this line, or its indentation."),
    (rf"Error in {_WORD} directive.*", "The directive “{word}” is not complete, or has an option that it can't have."),
    (rf"Unknown target name: {_WORD}.*", "Nothing has the name “{word}” that this link leads to."),
    (rf"Duplicate explicit target name: {_WORD}.*", "The label “{word}” stands twice on this page."),
    (r"Content block expected.*", "This directive has no content."),
)  # fmt: skip


def in_plain_words(message: nodes.system_message) -> tuple[str, dict[str, str]]:
    """Return what a message of docutils says as an English msgid with its fields, without the text that it quotes.

    What docutils seldom says keeps its own words.
    """
    reason = " ".join(message[0].astext().split())
    for pattern, saying in _SAYINGS:
        found = re.fullmatch(pattern, reason)
        if found:
            return saying, {"word": found[1]} if found.groups() else {}
    return "{reason}", {"reason": reason}
