"""PRV: personal data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crossborder.checks import numbers
from crossborder.checks.model import Problem
from crossborder.checks.registry import passage_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crossborder.checks.model import Manual, Passage

#: what a number of a person or a phone, and a date, hold; the end of a name of a street
_NUMBER = r"[0-9][0-9][0-9]"
_STREET_NAME = r"traße|str\.|Str\.|llee|asse|latz|weg|Weg|ring|Ring|amm|fer|ul\.|al\.|pl\.|os\."
#: names of the pages on which an office says how it is reached
_IMPRINT = ("impressum", "imprint")
_ELEVEN = re.compile(r"(?<!\d)\d\d(?:\d{9}| \d{3} \d{3} \d{3})(?!\d)")
_INSURANCE = re.compile(r"(?<!\w)\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}(?!\w)")
_PHONE = re.compile(
    r"(?<![\w./-])(?:(?:\+|00)4[89][\s/-]?(?:\(0\))?[\d\s/-]{6,14}\d|\(0\d{2,5}\)\s?[\d\s/-]{4,10}\d|0\d{2,4}\s?[/-]\s?\d[\d\s]{3,9}\d"
    r"|(?:[Tt]el(?:efon)?\.?:?|[Ff]ax:?|[Ff]aks:?)\s*\d[\d\s/-]{5,14}\d)(?!\w|\.\d)"
)
_FREE = re.compile(r"0?800|116\s?\d{3}|110$|112$")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STREET = re.compile(
    r"\b(?:[A-ZÄÖÜ][\wäöüß.-]*(?:[ -][A-ZÄÖÜ][\wäöüß.-]*)*[ -]?(?:[Ss]traße|[Ss]tr\.|[Aa]llee|[Gg]asse)|"
    r"(?:Straße|Platz|Allee) (?:der|des|am) [A-ZÄÖÜ][\wäöüß-]+|"
    r"(?:[A-ZÄÖÜ][\wäöüß-]*(?:platz|weg|ring|damm|ufer)|Platz|Weg|Ring|Damm|Ufer)(?= \d+[a-z]?,? \d{5}\b)|"
    r"(?:ul\.|al\.|pl\.|os\.) [A-ZĄĆĘŁŃÓŚŹŻ][\wąćęłńóśźż.-]*(?: [A-ZĄĆĘŁŃÓŚŹŻ][\wąćęłńóśźż.-]*)*)"
    r" \d+\s?[a-zA-Z]?\b"
)
_BIRTH = re.compile(
    r"(?:\bgeb(?:\.|oren)|\bGeburtsdatum|\bGeburtstag|\bur\.|\burodz\w+|\b[Dd]ata urodzenia)"
    r"\W{0,3}(?:am |dnia |w dniu )?\d{1,2}\.?\s?(?:\d{1,2}\.|[A-Za-zäśńź]{3,})\s?(?:19|20)\d{2}"
)


def _found(
    passage: Passage, pattern: re.Pattern[str], what: Callable[[str], bool] = lambda _text: True
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern`` finds outside the imprint, if ``what`` agrees."""
    for found in pattern.finditer(passage.raw):
        if what(found[0]) and passage.docname.rsplit("/", 1)[-1] not in _IMPRINT:
            yield found


_HINT = "Delete it. Invented cases need none, and real ones have no place here."


@passage_rule("PRV001", needs=_NUMBER)
def pesel(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """A text holds a PESEL number.

    The Polish number of a person names her for life. The check knows it by its date of birth and its checksum.

    Wrong::

        Das Kind hat die Nummer 44051401359.

    Right::

        Das Kind hat eine PESEL-Nummer.
    """
    for found in _found(passage, _ELEVEN, numbers.is_pesel):
        yield Problem(passage.place(found.start()), "This is a PESEL number.", _HINT)


@passage_rule("PRV002", needs=_NUMBER)
def tax_number(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """A text holds a German tax identification number.

    It names one person for life. The check knows it by the way its digits repeat and by its checksum.

    Wrong::

        Steuer-ID: 86095742719

    Right::

        Steuer-ID: beim Finanzamt zu erfragen
    """
    for found in _found(passage, _ELEVEN, lambda text: numbers.is_tax_id(text) and not numbers.is_pesel(text)):
        yield Problem(passage.place(found.start()), "This is a German tax identification number.", _HINT)


@passage_rule("PRV003", needs=_NUMBER)
def insurance_number(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """A text holds a German pension insurance number.

    It holds the date of birth and the first letter of the name. The check knows it by its checksum.

    Wrong::

        Versicherungsnummer 15 070649 C 103

    Right::

        Versicherungsnummer: auf dem Ausweis
    """
    for found in _found(passage, _INSURANCE, numbers.is_insurance_number):
        yield Problem(passage.place(found.start()), "This is a German pension insurance number.", _HINT)


@passage_rule("PRV004", needs=_NUMBER)
def phone_number(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """A text holds a phone number.

    Numbers of persons are private, and numbers of offices change. Those of the two offices stand in the imprint. Free
    help lines and emergency numbers may stand anywhere.

    Wrong::

        Rufen Sie 03493 / 341 000 an.

    Right::

        Die Nummer steht im :ref:`impressum`.
    """
    for found in _found(passage, _PHONE, lambda text: not _FREE.search(re.sub(r"[^\d ]", "", text).strip())):
        hint = "Put it into the imprint, or leave it to the office: .. gap::"
        yield Problem(passage.place(found.start()), "“{text}” is a phone number.", hint, {"text": found[0]})


@passage_rule("PRV005", needs="@")
def mail_address(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """A text holds an e-mail address.

    It names a person or changes with her. Those of the two offices stand in the imprint.

    Wrong::

        Schreiben Sie an anna.muster@example.org.

    Right::

        Die Adresse steht im :ref:`impressum`.
    """
    for found in _found(passage, _MAIL):
        hint = "Put it into the imprint, or leave it to the office: .. gap::"
        yield Problem(passage.place(found.start()), "“{text}” is an e-mail address.", hint, {"text": found[0]})


@passage_rule("PRV006", needs=_STREET_NAME)
def street_address(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """A text holds a street and a number.

    Where somebody lives, or an office sits, is no part of a method. Addresses of the two offices stand in the imprint.

    Wrong::

        Die Familie wohnt in der Lindenstraße 12.

    Right::

        Die Familie wohnt am Rand der Stadt.
    """
    for found in _found(passage, _STREET):
        hint = "Put it into the imprint, or leave it to the office: .. gap::"
        yield Problem(passage.place(found.start()), "“{text}” is an address.", hint, {"text": found[0]})


@passage_rule("PRV007", needs=_NUMBER)
def date_of_birth(passage: Passage, _manual: Manual) -> Iterator[Problem]:
    """A text holds a date of birth.

    With it a child can be found. An age in years says all that a case needs.

    Wrong::

        Das Kind, geboren am 12.03.2015, lebt bei der Großmutter.

    Right::

        Das Kind, fünf Jahre alt, lebt bei der Großmutter.
    """
    for found in _found(passage, _BIRTH):
        hint = "Say the age in years."
        yield Problem(passage.place(found.start()), "“{text}” is a date of birth.", hint, {"text": found[0]})
