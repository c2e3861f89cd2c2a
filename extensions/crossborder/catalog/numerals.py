"""Numbers in German and Polish text, in digits and in words, as one multiset that can be compared."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(r"(?<!\w)(\d+)(?:\^(\d+)|([⁰¹²³⁴-⁹]+))?([a-w](?![^\W_]))?|\d+")
#: what stands between thousands, by language
_THOUSANDS = {
    language: re.compile(rf"(?<=\d)[{signs}](?=\d{{3}}(?![\d\w]))")
    for language, signs in {
        "de": ".\u00a0\u202f ",
        "en": ",\u00a0\u202f",
        "pl": "\u00a0\u202f ",
        "": "\u00a0\u202f",
    }.items()
}
_DIGIT = re.compile(r"\d")
_SPELLED = re.compile(r"\d+|[^\W\d_]+")
#: what most texts hold; nobody adds to it
_NONE: Counter[str] = Counter()
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")

_UNITS = "ein zwei drei vier fünf sechs sieben acht neun"
_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_POLISH = {
    2: "dwa dwie dwóch dwu dwóm dwoma dwiema dwoje dwojga",
    3: "trzy trzech trzem trzema troje trojga",
    4: "cztery czterech czterem czterema czworo czworga",
    5: "pięć pięciu pięcioma pięcioro pięciorga",
    6: "sześć sześciu sześcioma sześcioro",
    7: "siedem siedmiu siedmioma siedmioro",
    8: "osiem ośmiu ośmioma ośmioro",
    9: "dziewięć dziewięciu dziewięcioma",
    10: "dziesięć dziesięciu dziesięcioma",
    11: "jedenaście jedenastu",
    12: "dwanaście dwunastu",
    13: "trzynaście trzynastu",
    14: "czternaście czternastu",
    15: "piętnaście piętnastu",
    16: "szesnaście szesnastu",
    17: "siedemnaście siedemnastu",
    18: "osiemnaście osiemnastu",
    19: "dziewiętnaście dziewiętnastu",
    20: "dwadzieścia dwudziestu",
    30: "trzydzieści trzydziestu",
    40: "czterdzieści czterdziestu",
    50: "pięćdziesiąt pięćdziesięciu",
    60: "sześćdziesiąt sześćdziesięciu",
    70: "siedemdziesiąt siedemdziesięciu",
    80: "osiemdziesiąt osiemdziesięciu",
    90: "dziewięćdziesiąt dziewięćdziesięciu",
    100: "sto stu",
    1000: "tysiąc tysiąca tysiące tysięcy",
}
_ENGLISH = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
)
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}


def _german() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_UNITS.split(), 1) if number > 1}
    words |= {word: number for number, word in enumerate(_TEENS.split(), 10)}
    for ten, word in enumerate(_TENS.split(), 2):
        words[word] = 10 * ten
        words |= {f"{unit}und{word}": 10 * ten + number for number, unit in enumerate(_UNITS.split(), 1)}
    return words | {"hundert": 100, "einhundert": 100, "tausend": 1000, "eintausend": 1000}


@cache
def number_words(language: str) -> dict[str, str]:
    """Return the number words of a language with their value in digits; other languages have none here."""
    if language == "de":
        return {word: str(number) for word, number in _german().items()}
    if language == "en":
        return {word: str(number) for number, word in enumerate(_ENGLISH.split(), 2)}
    if language == "pl":
        return {word: str(number) for number, words in _POLISH.items() for word in words.split()}
    return {}


_STEMS = {
    "pl": {
        "0": ("zer",),
        "1": ("jed", "pierwsz"),
        "2": ("dw", "drug", "oba", "obu", "obie", "obyd", "par"),
        "3": ("trzy", "trzech", "trój", "troj", "trzec", "kwartał"),
        "4": ("czter", "czwor", "czwart"),
        "5": ("pię", "piąt"),
        "6": ("sześ", "szóst", "pół"),
        "7": ("siedm", "siedem", "siódm", "tydzień", "tygod"),
        "8": ("ośm", "osiem", "ósm"),
        "9": ("dziewię", "dziewiąt"),
        "10": ("dziesię", "dziesiąt"),
        "12": ("dwunast", "dwanaśc", "rok", "rocz"),
        "14": ("czternast", "dwutyg"),
        "16": ("szesnast",),
    },
    "de": {
        "0": ("null",),
        "1": ("ein", "erst"),
        "2": ("zwei", "zweit", "beid", "doppel"),
        "3": ("drei", "dritt"),
        "4": ("vier",),
        "5": ("fünf",),
        "6": ("sechs",),
        "7": ("sieb",),
        "8": ("acht",),
        "9": ("neun",),
        "10": ("zehn",),
        "12": ("zwölf",),
        "14": ("vierzehn",),
    },
    "en": {
        "0": ("zero",),
        "1": ("one", "first", "single"),
        "2": ("two", "second", "both", "twice", "pair"),
        "3": ("three", "third", "tri"),
        "4": ("four", "quart", "quad"),
        "5": ("five", "fift"),
        "6": ("six",),
        "7": ("seven",),
        "8": ("eight",),
        "9": ("nine", "nint"),
        "10": ("ten",),
        "12": ("twel",),
        "14": ("fourt",),
    },
}


#: words for eleven and more, many of which begin like those for one to nine: trzy, trzydzieści
_LARGER = {
    "pl": re.compile(r"\w+?(?:na[śs][ct]|dzie[śs])"),
    "de": re.compile(r"(?!einzi)\w+?(?:zehn|zig|ßig)"),
    "en": re.compile(r"\w+?(?:teen|ty\b|tieth)"),
}


def has_stems(language: str) -> bool:
    """Tell whether it is known of a language how words begin that say a number."""
    return language in _STEMS


def says(number: str, words: Iterable[str], language: str) -> bool:
    """Tell whether one of ``words`` says a small number in some form: siedem, siedmiodniowy, tydzień.

    In a language that is named, but whose words are not known, any number up to twelve may be said, and any month.
    """
    if language and language not in _STEMS:
        return number.isdigit() and int(number) <= 12
    stems = _STEMS.get(language, {}).get(number, ())
    larger = _LARGER.get(language)
    return any(
        word.startswith(stems) and (int(number) > 10 or larger is None or not larger.match(word)) for word in words
    )


@cache
def months(language: str) -> dict[str, str]:
    """Return the names of the months as they stand in a date, with their number."""
    return {word: str(number) for number, word in enumerate(_MONTHS.get(language, "").split(), 1)}


def digits(text: str, language: str) -> Counter[str]:
    """Return the numbers that stand in digits: ``37c``, ``112^1``, a date as its three numbers."""
    if not _DIGIT.search(text):
        return _NONE
    found: Counter[str] = Counter()
    thousands = _THOUSANDS.get(language, _THOUSANDS[""])
    text = thousands.sub("", _ISO_DATE.sub(r"\3.\2.\1", text))
    for match in _NUMBER.finditer(text):
        number, raised, superscript, letter = match.groups()
        if number is None:
            found[match[0].lstrip("0") or "0"] += 1
            continue
        inserted = raised or (superscript or "").translate(_SUPERSCRIPTS)
        found[(number.lstrip("0") or "0") + (f"^{inserted}" if inserted else "") + (letter or "")] += 1
    return found


def spelled(text: str, language: str) -> Counter[str]:
    """Return the numbers that stand in words, and the months of dates, in digits."""
    known, names = number_words(language), months(language)
    said = _SPELLED.findall(text.lower())
    if known.keys().isdisjoint(said) and names.keys().isdisjoint(said):
        return _NONE
    found: Counter[str] = Counter()
    previous_is_day = False
    for original, word in zip(_SPELLED.findall(text), said, strict=True):
        if word in known:
            found[known[word]] += 1
        elif previous_is_day and word in names and (language != "en" or original[0].isupper()):
            found[names[word]] += 1
        previous_is_day = word.isdigit()
    return found


def numbers(text: str, language: str) -> Counter[str]:
    """Return all numbers of ``text``, in digits and in words of ``language``."""
    return digits(text, language) + spelled(text, language)
