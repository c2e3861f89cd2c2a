"""Fingerprints of wordings: equal for texts that read the same, different as soon as a word is."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from crossborder.law.citation import Subdivision, level_of
from crossborder.law.wording import LEVEL_WORDS, plain_number, raised_number

if TYPE_CHECKING:
    from crossborder.law.register import Statute
    from crossborder.law.text import Path, ProvisionText

_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES: Final = re.compile("[\"'`´„“”‟‚‘’‛«»‹›]")
_DASHES: Final = re.compile("[‐‑‒–—―−]")


def normalise(text: str) -> str:
    """Return a text without what does not change it: kinds of space, soft hyphens, quotation marks, dashes."""
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return " ".join(_DASHES.sub("-", _QUOTES.sub("", text)).split())


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a normalised text, in hexadecimal digits."""
    return hashlib.sha256(normalise(text).encode("utf-8")).hexdigest()


def fingerprints(provision: ProvisionText) -> dict[Path, str]:
    """Return the fingerprint of a provision, under the empty path, and of each part that can be cited."""
    parts = {path: fingerprint(part.wording) for path, part in provision.paths().items()}
    return {(): fingerprint(provision.wording), **parts}


def nearest(path: Path, known: object) -> Path:
    """Return ``path`` as ``known`` has it: without its sentence, or the part around it, in the end the provision.

    :param known: anything that says with ``in`` whether it holds a path
    """
    while path:
        plain = tuple(part for part in path if part.level in {"absatz", "nummer", "buchstabe"})
        for one in (path, plain):
            if one and one in known:  # type: ignore[operator]
                return one
        path = path[:-1]
    return path


def write_path(path: Path, statute: Statute) -> str:
    """Return a path in the words of its law: ``Abs. 1 Nr. 2``; ``whole`` for the provision."""
    language = "pl" if statute.country == "pl" else "de"
    words = [f"{level_of(statute, part.level, language)} {raised_number(part.number)}" for part in path]
    return " ".join(words) or "whole"


def read_path(text: str) -> Path:
    """Return the path that a text of ``write_path`` stands for.

    :raises ValueError: if it is no such text.
    """
    if text == "whole":
        return ()
    words = text.split()
    pairs = zip(words[::2], words[1::2], strict=True)
    return tuple(Subdivision(_level(word), plain_number(number)) for word, number in pairs)


def _level(word: str) -> str:
    level = "absatz" if word == "§" else LEVEL_WORDS.get(word.removesuffix(".").casefold())
    if level is None:
        raise ValueError(word)
    return level
