"""What the texts of Polish acts say about themselves, whatever their format."""

from __future__ import annotations

import re
from typing import Final

_SPRING: Final = ("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca")
_AUTUMN: Final = ("lipca", "sierpnia", "września", "października", "listopada", "grudnia")
_MONTHS: Final = (*_SPRING, *_AUTUMN)
_UP_TO: Final = re.compile(
    rf"(?:ogłoszonych przed dniem|stanu prawnego na dzień) (\d+) ({'|'.join(_MONTHS)}) (\d{{4}})"
)
_ACT: Final = re.compile(r"(?:z dnia \d+ \w+ \d{4} r\.\s*)?[-–]?\s*((?:o |Kodeks|Prawo|Konstytucja|Przepisy).*)")


def legal_status_date(text: str) -> str:
    """Return the ISO date up to which an announcement has taken in changes; empty where it does not say."""
    match = _UP_TO.search(text)
    if match is None:
        return ""
    return f"{match[3]}-{_MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}"


def act_name(title: str) -> str:
    """Return what an act is called without its date: ``o pomocy społecznej``, ``Kodeks rodzinny i opiekuńczy``."""
    rest = re.split(r"jednolitego tekstu ustawy|[Uu]stawa|[Uu]stawy", title, maxsplit=1)[-1].strip()
    match = _ACT.match(rest)
    return (match[1] if match else rest).strip(" .")
