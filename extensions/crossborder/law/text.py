"""The wording of a statute in memory: provisions as trees of subdivisions. It is never written to the repository."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from crossborder.law.citation import Subdivision
from crossborder.law.structure import Provision
from crossborder.law.wording import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A place below a provision; the provision itself is the empty path.
Path = tuple[Subdivision, ...]

#: What stands where something was repealed, in lower case.
REPEALED: Final = frozenset(("weggefallen", "aufgehoben", "uchylony", "uchylona", "uchylone", "skreślony"))


@dataclass(frozen=True, slots=True)
class Part:
    """A subdivision: text and further parts in the order in which one reads them.

    ``level`` is one of ``wording.LEVELS``, or another word for what cannot be cited (a dash, a double letter).
    """

    level: str
    number: str
    pieces: tuple[str | Part, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The subdivisions directly below."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Part))

    @property
    def wording(self) -> str:
        """The whole text, with the numbers of the parts below but not its own."""
        return join_pieces(self.pieces)

    @property
    def repealed(self) -> bool:
        """Whether nothing stands here but that it was repealed."""
        return says_repealed(self.wording)


@dataclass(frozen=True, slots=True)
class ProvisionText:
    """A section or article with its wording."""

    section: str
    heading: str
    pieces: tuple[str | Part, ...]

    @property
    def wording(self) -> str:
        """The whole text without number and heading."""
        return join_pieces(self.pieces)

    @property
    def repealed(self) -> bool:
        """Whether the provision was repealed."""
        return says_repealed(self.heading) or says_repealed(self.wording)

    def paths(self) -> dict[Path, Part]:
        """Return all parts that can be cited, by their place.

        A Nummer is found by its Absatz; by its sentence too where an Absatz has two of the same number.
        """
        found: dict[Path, Part] = {}
        for path, part in _walk(self.pieces, ()):
            short = tuple(one for one in path if one.level != "satz") if part.level != "satz" else path
            found[path if short in found else short] = part
        return found


@dataclass(frozen=True, slots=True)
class StatuteText:
    """What an official file holds."""

    name: str  #: what the file calls the statute: an abbreviation, or a Polish title
    title: str
    text_date: str  #: ISO date of the text
    stand: str  #: how the file names the last amendment
    source: str  #: what was read
    provisions: tuple[ProvisionText, ...]

    def provision(self, section: str) -> ProvisionText | None:
        """Return a provision by its number."""
        return next((one for one in self.provisions if one.section == section), None)


def join_pieces(pieces: tuple[str | Part, ...]) -> str:
    """Return pieces as running text; the numbers of Absätze and items are kept, sentences have none."""
    words = []
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
        elif piece.level == "satz":
            words.append(piece.wording)
        else:
            words += [_label(piece), piece.wording]
    return " ".join(word for word in words if word)


def says_repealed(text: str) -> bool:
    """Whether a text says only that something was repealed."""
    return text.strip(" ().-–").casefold() in REPEALED


def structure_of(statute: str, provision: ProvisionText, unknown: frozenset[str] = frozenset()) -> Provision:
    """Return what the register keeps of a provision: its structure without its wording."""
    if provision.repealed:
        return Provision(statute, provision.section, provision.heading, repealed=True)
    paths = provision.paths()
    absaetze = [path for path in paths if _levels(path) == ("absatz",)]
    return Provision(
        statute=statute,
        section=provision.section,
        heading=provision.heading,
        absaetze=tuple(path[0].number for path in absaetze),
        saetze={} if "satz" in unknown else _sentences(paths),
        nummern=_labels(paths, "nummer"),
        buchstaben=_labels(paths, "buchstabe"),
        repealed_parts=frozenset(
            _key(path) for path, part in paths.items() if part.repealed and part.level in {"absatz", "nummer"}
        ),
    )


def _walk(pieces: tuple[str | Part, ...], above: Path) -> Iterator[tuple[Path, Part]]:
    for piece in pieces:
        if isinstance(piece, Part) and piece.level in LEVELS:
            path = (*above, Subdivision(piece.level, piece.number))
            yield path, piece
            yield from _walk(piece.pieces, path)


def _label(part: Part) -> str:
    marks = {"absatz": f"({part.number})", "nummer": f"{part.number}.", "strich": "–"}
    return marks.get(part.level, f"{part.number})")


def _levels(path: Path) -> tuple[str, ...]:
    return tuple(one.level for one in path)


def _key(path: Path) -> str:
    """Return the key of the register for the place of a path: ``2`` for an Absatz, ``2.1`` for its Nummer."""
    absatz = next((one.number for one in path if one.level == "absatz"), "0")
    nummer = next((one.number for one in path if one.level == "nummer"), "")
    return f"{absatz}.{nummer}" if nummer else absatz


def _sentences(paths: dict[Path, Part]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for path in paths:
        if path[-1].level == "satz":
            counts[_key(path)] = counts.get(_key(path), 0) + 1
    return counts


def _labels(paths: dict[Path, Part], level: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for path in paths:
        if path[-1].level == level:
            key = _key(path[:-1])
            numbers = found.get(key, ())
            found[key] = numbers if path[-1].number in numbers else (*numbers, path[-1].number)
    return found
