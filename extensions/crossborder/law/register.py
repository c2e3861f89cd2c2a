"""The register: which statutes and provisions exist, as data/law says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from crossborder import toml_file
from crossborder.errors import ManualError
from crossborder.law.citation import CitationError
from crossborder.law.missing import Missing, find_missing
from crossborder.law.parser import parse_citations
from crossborder.law.structure import Provision, RegisterError, read_provision
from crossborder.law.wording import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from crossborder.law.citation import Citation

COUNTRIES: Final = ("de", "pl", "eu", "int")
_LANGUAGES: Final = ("de", "pl")
_SIGNS: Final = {"§": ("Abs.",), "art.": ("Abs.", "ust.", "§")}


@dataclass(frozen=True, slots=True)
class Statute:
    """An act, a code, a regulation or a convention, as statutes.toml describes it."""

    key: str
    country: str  #: ``de``, ``pl``, ``eu`` or ``int`` (a convention)
    sign: str  #: before the number of a provision: ``§`` or ``art.``
    paragraph: str  #: how its first subdivision is called: ``Abs.``, ``ust.`` or ``§``
    titles: Mapping[str, str]  #: full title for each language
    shorts: Mapping[str, str]  #: the name in everyday use, for each language
    abbreviations: Mapping[str, str]  #: as cited in each edition
    aliases: tuple[str, ...]
    official: str  #: address of the official text
    pattern: str  #: address of a provision, with ``{section}`` and ``{language}``
    text_date: str  #: ISO date of the text that the structure was taken from; empty where nobody noted it
    source: str  #: where that text was read
    stand: str = ""  #: how the official text names its last amendment
    review_by: str = ""

    def title(self, language: str) -> str:
        """Return the full title in ``language``."""
        return self.titles.get(language) or self.titles["de"]

    def short(self, language: str) -> str:
        """Return the everyday name in ``language``."""
        return self.shorts.get(language) or self.title(language)

    def abbreviation(self, language: str) -> str:
        """Return the abbreviation that the edition in ``language`` uses."""
        return self.abbreviations.get(language) or self.abbreviations["de"]

    def names(self) -> Iterator[str]:
        """Return every name under which a citation may call this statute."""
        yield self.key
        yield from self.abbreviations.values()
        yield from self.aliases

    def provision_url(self, section: str, language: str) -> str:
        """Return the address of a provision, or of the statute where provisions have none."""
        pattern = self.pattern or self.official
        return pattern.replace("{section}", section.replace("^", "_")).replace("{LANGUAGE}", language.upper())


@dataclass(frozen=True)
class Register:
    """All statutes, immutable; the provisions of a statute are read when first asked for."""

    path: Path
    statutes: Mapping[str, Statute]
    _read: dict[str, Mapping[str, Provision]] = field(default_factory=dict, repr=False, compare=False)

    def statute(self, key: str) -> Statute:
        """Return the statute with this key.

        :raises KeyError: if there is none.
        """
        return self.statutes[key]

    def find(self, name: str) -> Statute | None:
        """Return the statute with this key, abbreviation or alias, in any case of letters."""
        return self._names.get(_plain(name))

    def name_at(self, text: str, at: int) -> tuple[Statute, int] | None:
        """Return the statute whose name stands at ``at``, the longest that fits, and where the name ends."""
        match = self._pattern.match(text, at)
        if match is None:
            return None
        statute = self.find(match[0])
        return (statute, match.end()) if statute else None

    def provisions(self, key: str) -> Mapping[str, Provision]:
        """Return the provisions of a statute by their number.

        :raises KeyError: if there is no such statute.
        :raises RegisterError: if its file cannot be read.
        """
        if key not in self._read:
            self._read[key] = read_provisions(self.file(key), key)
        return self._read[key]

    def provision(self, key: str, section: str) -> Provision | None:
        """Return one provision, or None if the register does not hold it."""
        return self.provisions(key).get(section)

    def citations(self, text: str) -> tuple[Citation, ...] | CitationError:
        """Return the citations in ``text``, or why it can't be read; a text is read once, however often it stands."""
        if text not in self._cited:
            try:
                self._cited[text] = tuple(parse_citations(text, self))
            except CitationError as error:
                self._cited[text] = error
        return self._cited[text]

    def file(self, key: str) -> Path:
        """Return the file that holds the provisions of a statute."""
        return self.path / self.statutes[key].country / f"{key}.toml"

    def missing(self, citation: Citation) -> Missing | None:
        """Return which part of a citation does not exist or is repealed; None if all of it may be cited.

        What the register does not know (sentences of a Polish act, say) is never missing.
        """
        if citation.statute not in self.statutes:
            return Missing("statute", citation.statute)
        return find_missing(citation, self.provisions(citation.statute), self.statutes[citation.statute])

    @cached_property
    def _cited(self) -> dict[str, tuple[Citation, ...] | CitationError]:
        return {}

    @cached_property
    def _names(self) -> Mapping[str, Statute]:
        return {_plain(name): statute for statute in self.statutes.values() for name in statute.names()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._names, key=len, reverse=True)
        choices = (r"\s+".join(map(re.escape, name.split())) for name in names)
        return re.compile(f"(?:{'|'.join(choices) or '(?!)'})" + r"(?!\w)", re.IGNORECASE)


def load_register(path: Path) -> Register:
    """Read ``statutes.toml`` in the folder ``path``.

    :raises RegisterError: if it is missing, is no TOML, or does not describe statutes.
    """
    file = path / "statutes.toml"
    statutes: dict[str, Statute] = {}
    names: dict[str, str] = {}
    for key, table in read_toml(file).items():
        statute = _statute(key, table, file)
        for name in dict.fromkeys(map(_plain, statute.names())):
            if names.setdefault(name, key) != key:
                raise RegisterError(
                    file, "“{name}” names both {first} and {second}", name=name, first=names[name], second=key
                )
        statutes[key] = statute
    return Register(path, statutes)


def read_provisions(file: Path, key: str) -> dict[str, Provision]:
    """Read the provisions of the statute ``key`` from its file.

    :raises RegisterError: if it cannot be read.
    """
    table = read_toml(file)
    provisions = table.get("provisions")
    if not isinstance(provisions, dict):
        raise RegisterError(file, "the table [{key}] is missing", key="provisions")
    unknown = table.get("unknown", [])
    if not isinstance(unknown, list) or not set(unknown) <= set(LEVELS):
        raise RegisterError(file, "unknown must list some of: {levels}", levels=", ".join(LEVELS))
    levels = frozenset(unknown)
    return {section: read_provision(key, section, one, file, levels) for section, one in provisions.items()}


def read_toml(file: Path) -> dict[str, Any]:
    """Read a TOML file.

    :raises RegisterError: if it is missing or is no TOML in UTF-8.
    """
    try:
        return toml_file.read_toml(file)
    except ManualError as error:
        raise RegisterError(file, error.message, error.line, **error.fields) from error


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _statute(key: str, table: object, file: Path) -> Statute:
    if not isinstance(table, dict):
        raise RegisterError(file, "{key} must be a table", key=key)
    texts = _Texts(table, f"[{key}]", file)
    country, sign = texts.text("country"), texts.text("sign")
    if country not in COUNTRIES:
        raise RegisterError(file, "[{key}] country must be one of: {known}", key=key, known=", ".join(COUNTRIES))
    paragraph = texts.text("paragraph")
    if paragraph not in _SIGNS.get(sign, ()):
        message = "[{key}] “{sign}” with “{paragraph}” is no way to cite a statute"
        raise RegisterError(file, message, key=key, sign=sign, paragraph=paragraph)
    aliases = table.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(one, str) and one.strip() for one in aliases):
        raise RegisterError(file, "[{key}] aliases must be a list of texts", key=key)
    return Statute(
        key=key,
        country=country,
        sign=sign,
        paragraph=paragraph,
        titles=texts.both("title"),
        shorts=texts.both("short"),
        abbreviations=texts.both("abbreviation"),
        aliases=tuple(aliases),
        official=texts.text("official"),
        pattern=texts.text("url", ""),
        text_date=texts.text("text_date", ""),
        source=texts.text("source"),
        stand=texts.text("stand", ""),
        review_by=texts.text("review_by", ""),
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts in a TOML table, with a clear word where one is missing."""

    table: Mapping[str, Any]
    name: str
    file: Path

    def text(self, key: str, default: str | None = None) -> str:
        value = self.table.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise RegisterError(self.file, "{table} needs {key} as a text", table=self.name, key=key)
        return value

    def both(self, key: str) -> Mapping[str, str]:
        value = self.table.get(key)
        if not isinstance(value, dict):
            raise RegisterError(self.file, "{table} needs {key} as a table with de and pl", table=self.name, key=key)
        texts = _Texts(value, f"{self.name} {key}", self.file)
        return {language: texts.text(language) for language in _LANGUAGES}
