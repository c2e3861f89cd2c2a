"""Numbers that name a person, told by their checksums."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

#: what a PESEL adds to the month for each century
_CENTURIES = {80: 1800, 0: 1900, 20: 2000, 40: 2100, 60: 2200}


def _digits(text: str) -> list[int]:
    return [int(sign) for sign in text if sign.isdigit()]


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def is_pesel(text: str) -> bool:
    """Tell whether a text is a PESEL: a date of birth, a serial number and a check digit."""
    digits = _digits(text)
    if len(digits) != 11:
        return False
    year, coded, day = (10 * digits[at] + digits[at + 1] for at in (0, 2, 4))
    century = _CENTURIES[coded // 20 * 20]
    total = sum(weight * digit for weight, digit in zip((1, 3, 7, 9, 1, 3, 7, 9, 1, 3), digits[:10], strict=True))
    return _is_date(century + year, coded % 20, day) and digits[10] == -total % 10


def is_tax_id(text: str) -> bool:
    """Tell whether a text is a German tax identification number, by ISO 7064, MOD 11,10.

    Of its first ten digits one stands there twice or three times, and none more often.
    """
    digits = _digits(text)
    if len(digits) != 11 or digits[0] == 0:
        return False
    often = sorted(Counter(digits[:10]).values())
    if often[-1] not in {2, 3} or often[-2] != 1:
        return False
    product = 10
    for digit in digits[:10]:
        product = ((digit + product) % 10 or 10) * 2 % 11
    return digits[10] == (11 - product) % 10


def is_insurance_number(text: str) -> bool:
    """Tell whether a text is a German pension insurance number: area, date of birth, letter, serial, check digit."""
    plain = re.sub(r"\s", "", text)
    if not re.fullmatch(r"\d{8}[A-Z]\d{3}", plain):
        return False
    day, month = int(plain[2:4]), int(plain[4:6])
    letter = f"{ord(plain[8]) - ord('A') + 1:02d}"
    digits = _digits(plain[:8] + letter + plain[9:11])
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    total = sum(sum(divmod(weight * digit, 10)) for weight, digit in zip(weights, digits, strict=True))
    return 1 <= month <= 12 and 1 <= day <= 31 and total % 10 == int(plain[11])
