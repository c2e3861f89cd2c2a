"""Read the Markdown of the public repositories legalize-pl and legalize-de, and what eli2md makes of Polish PDFs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING, Final

from crossborder.law.importers.eli2md import in_form_of_legalize
from crossborder.law.importers.gii import sections_between
from crossborder.law.importers.markup import UnreadableTextError, squeeze
from crossborder.law.importers.polish import legal_status_date
from crossborder.law.importers.sentences import into_sentences
from crossborder.law.text import Part, ProvisionText, StatuteText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIELD: Final = re.compile(r'(\w+):\s*"?(.*?)"?\s*$')
_HEADING: Final = re.compile(r"#{1,6} ")
_PROVISION: Final = re.compile(
    r"#{4,6} (?:Art\.|Art|§§?) ?(?P<first>\d+[a-z]*(?:\^\d+[a-z]*)?)(?:\s*(?:bis|und|[-–])\s*(?P<last>\d+[a-z]*))?\.?"
    r"(?:\s+(?P<heading>.*))?$"
)
_POLISH: Final = (
    ("absatz", re.compile(r"(?:§ )?(\d+[a-z]*(?:\^\d+[a-z]*)?)\. ?")),
    ("nummer", re.compile(r"(\d+[a-z]*)\) ?")),
    ("buchstabe", re.compile(r"([a-z]{1,2})\) ?")),
)
_GERMAN: Final = (
    ("absatz", re.compile(r"\((\d+[a-z]*)\) ?")),
    ("nummer", re.compile(r"(\d+[a-z]*)\. ")),
    ("buchstabe", re.compile(r"([a-z])\) ?")),
)
_RAISED: Final = re.compile(r"\^(\d+[a-z]*)\^")
_RANKS: Final = {"": 0, "absatz": 1, "nummer": 2, "buchstabe": 3, "strich": 4}


@dataclass(slots=True)
class _Branch:
    """A part while it grows."""

    level: str
    number: str
    pieces: list[str | _Branch] = field(default_factory=list)

    def frozen(self, *, german: bool) -> Part:
        """Return the part, a German Absatz divided into sentences."""
        return Part(self.level, self.number, self.frozen_pieces(german=german))

    def frozen_pieces(self, *, german: bool) -> tuple[str | Part, ...]:
        """Return the pieces of the part."""
        pieces = [piece if isinstance(piece, str) else piece.frozen(german=german) for piece in self.pieces]
        divides = german and self.level in {"", "absatz"}
        free = divides and not any(isinstance(piece, Part) and piece.level == "absatz" for piece in pieces)
        return tuple(into_sentences(pieces) if free else pieces)


def read(text: str, name: str) -> StatuteText:
    """Return the statute in a Markdown file with front matter.

    :param name: the file, for the record of where the text comes from
    :raises UnreadableTextError: if there is no front matter, or no provision below it.
    """
    _, _, rest = text.replace("\r\n", "\n").partition("---\n")
    head, ends, body = rest.partition("\n---\n")
    fields = {match[1]: match[2] for line in head.splitlines() if (match := _FIELD.match(line))}
    if not ends or "country" not in fields:
        raise UnreadableTextError("The front matter with country and title is missing.", 1)
    german = fields["country"] == "de"
    converted = fields.get("converter", "").startswith("eli2md")
    code = not german and not converted and "kodeks" in fields.get("title", "").casefold()
    act = in_form_of_legalize(body) if converted else body
    provisions = tuple(_provisions(act, german=german, code=code, raised=german or converted))
    if not provisions:
        raise UnreadableTextError("The file holds no provision.")
    dates = (fields.get(key, "") for key in ("last_updated", "promulgation_date"))
    date = fields.get("legal_status_date") or legal_status_date(body) or next(filter(None, dates), "")
    return StatuteText(
        name=fields.get("identifier", "") if german else fields.get("title", ""),
        title=fields.get("title", ""),
        text_date=date,
        stand=fields.get("stand", ""),
        source=f"{fields.get('display_address', fields.get('source', ''))}, {name}",
        provisions=provisions,
    )


def _provisions(body: str, *, german: bool, code: bool, raised: bool) -> Iterator[ProvisionText]:
    found = list(_blocks(body))
    numbers = [match["first"] for match, _ in found]
    for (match, blocks), number in zip(found, numbers if raised else _raised(numbers), strict=True):
        root = _unnumbered(blocks) if code else _tree(blocks, _GERMAN if german else _POLISH)
        pieces = root.frozen_pieces(german=german)
        heading = match["heading"] or ""
        for section in sections_between(number, match["last"]):
            yield ProvisionText(section, heading, pieces or ("(weggefallen)" if german else "(uchylony)",))


def _blocks(body: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Return each provision's heading with the paragraphs below it."""
    match: re.Match[str] | None = None
    blocks: list[str] = []
    for paragraph in map(squeeze, re.split(r"\n\s*\n|\n(?=#)", _RAISED.sub(r"^\1", body))):
        if _HEADING.match(paragraph):
            if match:
                yield match, blocks
            match, blocks = _PROVISION.match(paragraph), []
        elif paragraph:
            blocks.append(paragraph.removeprefix("> "))
    if match:
        yield match, blocks


def _tree(blocks: Sequence[str], marks: tuple[tuple[str, re.Pattern[str]], ...]) -> _Branch:
    root = _Branch("", "")
    open_ = [root]
    for block in blocks:
        level, number, text = _marked(block, marks)
        if level == "strich" and open_[-1].level != "buchstabe":
            level, text = "", block
        if not level:
            del open_[2 if len(open_) > 1 and open_[1].level == "absatz" else 1 :]
            open_[-1].pieces.append(text)
            continue
        while _RANKS[open_[-1].level] >= _RANKS[level]:
            open_.pop()
        branch = _Branch(level, number, [text] if text else [])
        open_[-1].pieces.append(branch)
        open_.append(branch)
    return root


def _marked(block: str, marks: tuple[tuple[str, re.Pattern[str]], ...]) -> tuple[str, str, str]:
    for level, pattern in marks:
        if match := pattern.match(block):
            return level, match[1], block[match.end() :]
    if block.startswith(("- ", "– ")):
        return "strich", "", block[2:]
    return "", "", block


def _unnumbered(blocks: Sequence[str]) -> _Branch:
    """Return an article of a code, whose § stand in order but without their numbers."""
    root = _Branch("", "")
    groups: list[list[str]] = []
    for block in blocks:
        item = _marked(block, _POLISH[1:])[0]
        if groups and (item or block[:1].islower()):
            groups[-1].append(block)
        else:
            groups.append([block])
    for index, group in enumerate(groups, 1):
        branch = _tree(group, _POLISH[1:])
        branch.level, branch.number = "absatz", str(index)
        root.pieces.append(branch)
    return root if len(groups) != 1 else _tree(groups[0], _POLISH[1:])


def _raised(numbers: list[str]) -> list[str]:
    """Return article numbers with their raised digits, which the Markdown prints as plain ones.

    ``1121`` before ``113`` can only be 112 with a raised 1: no plain number is followed by a lower one.
    """
    bases = [int("".join(takewhile(str.isdecimal, number))) for number in numbers]
    found: list[str] = []
    base, lowest = 0, [*accumulate([10**9, *reversed(bases)], min)][-2::-1]
    for number, value, following in zip(numbers, bases, lowest, strict=True):
        flat = "^" not in number and value > following and number.removeprefix(str(base)) not in {number, ""}
        base = base if flat else value
        found.append(f"{base}^{number.removeprefix(str(base))}" if flat else number)
    return found
