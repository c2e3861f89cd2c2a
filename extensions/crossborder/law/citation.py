"""Citations: what they hold, and how each edition writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossborder.law.wording import NBSP, SHORT, raised_number
from crossborder.locale import words

if TYPE_CHECKING:
    from crossborder.law.register import Register, Statute

#: A longer name of a statute may break over a line; ``SGB VIII`` may not.
_UNBROKEN = 12

_MESSAGES = {
    "empty": "The citation is empty.",
    "character": "“{detail}” cannot stand in a citation.",
    "sign": "A citation begins with “§” or “Art.”, not with “{detail}”.",
    "number": "A number must stand here, not “{detail}”.",
    "order": "“{detail}” cannot stand at this place of a citation.",
    "no-statute": "The statute is missing at the end of the citation.",
    "unknown-statute": "The register knows no statute “{detail}”.",
    "wrong-sign": "This sign is wrong; the statute is cited as “{detail}”.",
    "unexpected": "“{detail}” was not expected here.",
}


class CitationError(ValueError):
    """A text is not a citation.

    ``kind`` names what is wrong: ``empty``, ``character``, ``sign`` (does not begin with a sign), ``number``,
    ``order``, ``no-statute``, ``unknown-statute``, ``wrong-sign`` (``§`` for a statute of articles or the
    other way round) or ``unexpected``. ``column`` is 1-based, ``detail`` the word that stands there.
    """

    def __init__(self, kind: str, column: int, detail: str = "") -> None:
        super().__init__(kind, column, detail)
        self.kind = kind
        self.column = column
        self.detail = detail

    def message(self, language: str) -> str:
        """Say in ``language`` what is wrong."""
        return words(language)(_MESSAGES[self.kind]).format(detail=self.detail or "…")

    def __str__(self) -> str:
        return f"{self.message('en')} (column {self.column})"


@dataclass(frozen=True, order=True, slots=True)
class Subdivision:
    """A part of a provision: one of ``wording.LEVELS`` and its number (``2``, ``4a``, ``b``)."""

    level: str
    number: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a statute, or a range of places.

    ``last`` ends a range of sections or, where there are subdivisions, of the lowest of them;
    ``following`` is ``""``, ``"f"`` or ``"ff"``.
    """

    statute: str
    section: str
    subdivisions: tuple[Subdivision, ...] = ()
    last: str | None = None
    following: str = ""

    def canonical(self, register: Register) -> str:
        """Return the one form in which data and messages write this citation; it parses back to an equal one.

        German statutes read ``§ 44 Abs. 2 SGB VIII``, Polish ones ``art. 42 ust. 1 uwrspz``.

        :raises KeyError: if the register does not hold the statute.
        """
        statute = register.statute(self.statute)
        language = "pl" if statute.country == "pl" else "de"
        name = statute.abbreviation(language)
        return f"{self._places(statute, language, exact=True)} {name}"

    def display(self, language: str, register: Register) -> str:
        """Return what the reader of the edition in ``language`` sees, with no-break spaces.

        :raises KeyError: if the register does not hold the statute.
        """
        statute = register.statute(self.statute)
        return f"{self.place(language, register)}{NBSP}{name_in_text(statute, language)}"

    def place(self, language: str, register: Register) -> str:
        """Return the citation without its statute, as the reader in ``language`` sees it: ``§ 44 ust. 2``."""
        return unbroken(self._places(register.statute(self.statute), language, exact=False))

    def url(self, register: Register, language: str = "de") -> str:
        """Return the address of the provision in the official text, or of the statute where there is none.

        :raises KeyError: if the register does not hold the statute.
        """
        return register.statute(self.statute).provision_url(self.section, language)

    def _places(self, statute: Statute, language: str, *, exact: bool) -> str:
        many = not self.subdivisions and (self.last is not None or bool(self.following))
        parts = [sign_of(statute, language, many=many), number_of(self.section, exact=exact)]
        for part in self.subdivisions:
            parts += [level_of(statute, part.level, language), number_of(part.number, exact=exact)]
        if self.last is not None:
            parts.append(_range(parts.pop(), number_of(self.last, exact=exact), language))
        if self.following:
            parts.append(_following(self.following, language, exact=exact))
        return " ".join(parts)


def number_of(number: str, *, exact: bool) -> str:
    """Return a number as data (``exact``) or as the reader sees it."""
    return number if exact else raised_number(number)


def sign_of(statute: Statute, language: str, *, many: bool) -> str:
    """Return the sign before the number of a provision."""
    if statute.sign == "§":
        return "§§" if many else "§"
    return "art." if language == "pl" else "Art."


def level_of(statute: Statute, level: str, language: str) -> str:
    """Return the word for a level: ``Abs.``, ``ust.``, or ``§`` in the codes that count by it."""
    if level == "absatz" and statute.paragraph == "§":
        return "§"
    return SHORT["pl" if language == "pl" else "de"][level]


def name_in_text(statute: Statute, language: str) -> str:
    """Return the abbreviation of a statute; a short one does not break over a line."""
    name = statute.abbreviation(language)
    return unbroken(name) if len(name) <= _UNBROKEN else name


def unbroken(text: str) -> str:
    """Return ``text`` with no-break spaces."""
    return text.replace(" ", NBSP)


def _range(first: str, last: str, language: str) -> str:
    return f"{first}–{last}" if language == "pl" else f"{first} bis {last}"


def _following(following: str, language: str, *, exact: bool) -> str:
    if language != "pl":
        return f"{following}."
    return "i n." if exact and following == "f" else "i nast."
