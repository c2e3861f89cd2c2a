"""LAW: citations and the law behind them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from crossborder.checks import cited
from crossborder.checks.model import Problem
from crossborder.checks.registry import catalog_rule, document_rule, manual_rule, passage_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Document, Manual, Passage, TranslatedFile
    from crossborder.law import Statute

_PLAIN = re.compile(r"(?<![\w§])(?:§{1,2}\s*\d|(?:[Aa]rt\.|[Aa]rtikel)\s*\d)")
#: a text of the law older than this has to be read again
_OLD = dt.timedelta(days=548)


@manual_rule("LAW001")
def unknown_statute(manual: Manual) -> Iterator[Problem]:
    """A citation names a statute that the register does not know.

    Only statutes in data/law/statutes.toml have an address, a date and provisions that can be checked.
    A new one is added there first.

    Wrong::

        :law:`§ 8a SGB 18`

    Right::

        :law:`§ 8a SGB VIII`
    """
    for place in manual.cited:
        if place.error and place.error.kind == "unknown-statute":
            hint = "Name it as data/law/statutes.toml does, or add it there."
            yield Problem(place.place(place.error.column - 1), "{reason}", hint, {"reason": place.error})


@manual_rule("LAW002")
def unreadable_citation(manual: Manual) -> Iterator[Problem]:
    """A citation can't be read to its end.

    What can't be read can't be checked, can't be linked, and can't be compared with its translation.

    Wrong::

        :law:`§ 8a Absatz zwei SGB VIII`

    Right::

        :law:`§ 8a Abs. 2 SGB VIII`
    """
    for place in manual.cited:
        if place.error and place.error.kind not in {"unknown-statute", "wrong-sign"}:
            hint = "Write it like “§ 44 Abs. 2 SGB VIII” or “art. 42 ust. 1 pkt 7 uwrspz”; separate several by “;”."
            yield Problem(place.place(place.error.column - 1), "{reason}", hint, {"reason": place.error})


def _missing(manual: Manual, *kinds: str) -> Iterator[Problem]:
    for place, citation, missing in manual.missing:
        if manual.register and missing.kind in kinds:
            values = {"citation": citation.canonical(manual.register), "reason": missing}
            hint = "Look it up in the official text: {url}"
            values["url"] = citation.url(manual.register)
            yield Problem(place.place(), "{citation}: {reason}", hint, values)


@manual_rule("LAW003")
def missing_provision(manual: Manual) -> Iterator[Problem]:
    """A provision or subdivision does not exist.

    A reader who looks up a wrong number stops trusting the right ones. The structure of each statute stands in
    data/law, as the official text has it.

    Wrong::

        :law:`§ 8a Abs. 9 SGB VIII`

    Right::

        :law:`§ 8a Abs. 4 SGB VIII`
    """
    yield from _missing(manual, "provision", "subdivision", "ambiguous", "omitted", "range")


@manual_rule("LAW004")
def repealed_provision(manual: Manual) -> Iterator[Problem]:
    """A provision is repealed.

    It no longer holds, and often another one has taken its place under another number.

    Wrong::

        :law:`art. 46 uwrspz`

    Right::

        :law:`art. 45 uwrspz`
    """
    yield from _missing(manual, "repealed")


@passage_rule("LAW005", needs="§|Art|art")
def plain_citation(passage: Passage, manual: Manual) -> Iterator[Problem]:
    """A provision is cited as plain text.

    Without the role it has no link, is not in the list of legal sources, is not rewritten for the other edition,
    and no check sees it.

    Wrong::

        Das Jugendamt prüft nach § 8a SGB VIII, ob ein Kind in Gefahr ist.

    Right::

        Das Jugendamt prüft nach :law:`§ 8a SGB VIII`, ob ein Kind in Gefahr ist.
    """
    if "§" not in passage.prose and "rt" not in passage.prose:
        return
    for found in _PLAIN.finditer(passage.prose):
        text = passage.prose[found.start() : found.start() + 120].replace("\n", " ")
        citation = cited.first_readable(text, manual)
        message = "“{text}” is cited without the role :law:."
        if citation:
            yield Problem(passage.place(found.start()), message, ":law:`{text}`", {"text": citation})
        elif not found[0].startswith(("Artikel", "artikel")):
            hint = "Write it like :law:`§ 44 Abs. 2 SGB VIII`, with the statute."
            yield Problem(passage.place(found.start()), message, hint, {"text": found[0]})


@manual_rule("LAW006")
def wrong_sign(manual: Manual) -> Iterator[Problem]:
    """A Polish act is cited with §, or a German one with Art.

    The sign tells a reader which country's law is meant before she has read the name of the statute.

    Wrong::

        :law:`§ 42 uwrspz`

    Right::

        :law:`art. 42 uwrspz`
    """
    for place in manual.cited:
        if place.error and place.error.kind == "wrong-sign":
            yield Problem(place.place(place.error.column - 1), "{reason}", "", {"reason": place.error})


def _is_old(statute: Statute, today: dt.date) -> bool:
    if statute.review_by and dt.date.fromisoformat(statute.review_by) >= today:
        return False
    return bool(statute.text_date) and dt.date.fromisoformat(statute.text_date) + _OLD < today


@manual_rule("LAW007", "warning")
def old_text(manual: Manual) -> Iterator[Problem]:
    """The text of a statute that the manual cites was read more than eighteen months ago.

    Laws of this field change every year. After that time somebody has to read the current text, import it and see
    which passages are concerned.

    Wrong::

        text_date = "2024-01-16"

    Right::

        text_date = "2026-05-02"
    """
    if manual.register is None:
        return
    keys = {citation.statute for place in manual.cited for citation in place.citations}
    for key in sorted(keys):
        statute = manual.register.statute(key)
        if _is_old(statute, manual.today):
            values = {"statute": statute.abbreviation("de"), "date": statute.text_date}
            message = "The text of {statute} is of {date}: more than eighteen months old."
            place = manual.data_place("law/statutes.toml", f"[{key}]")
            yield Problem(place, message, "manual law import FILE, then manual law drift FILE", values)


@document_rule("LAW008")
def basis_cites_otherwise(document: Document, manual: Manual) -> Iterator[Problem]:
    """The text of a legal basis cites a provision that its options do not name.

    The options are what the box is headed with and what the list of legal sources shows. A provision that only the
    text names is missing there, or one of the two is a slip.

    Wrong::

        .. legal-basis:: Wer entscheidet?
           :de: § 36 Abs. 2 SGB VIII
           :relation: only-de

           :de: Mehrere Fachkräfte entscheiden (:law:`§ 27 Abs. 1 SGB VIII`).

    Right::

        .. legal-basis:: Wer entscheidet?
           :de: § 36 Abs. 2 SGB VIII; § 27 Abs. 1 SGB VIII
           :relation: only-de

           :de: Mehrere Fachkräfte entscheiden (:law:`§ 27 Abs. 1 SGB VIII`).
    """
    for directive in document.directives:
        if directive.name != "legal-basis":
            continue
        options = [document.passage(option, cites=True) for option in directive.options.values()]
        named = {one for option in options for place in cited.cited(option, manual) for one in place.provisions}
        for side in ("de", "pl"):
            text = directive.fields.get(side)
            for place in cited.cited(document.passage(text), manual) if text else ():
                if not place.provisions <= named:
                    hint = "Add it to the option :{side}:, or mend the text."
                    values = {"citation": place.text, "side": side}
                    message = "{citation} stands in the text of this legal basis, but not in its options."
                    yield Problem(place.place(), message, hint, values)


@catalog_rule("LAW009")
def cited_in_one_language(file: TranslatedFile, manual: Manual) -> Iterator[Problem]:
    """A translated page cites a provision that its source does not cite, or the other way round.

    Both editions have to rest on the same law, also where a sentence was turned around in translation.

    Wrong::

        msgid "Die Hilfe wird im Team geplant (:law:`§ 36 Abs. 2 SGB VIII`)."
        msgstr "Pomoc planuje zespół (:law:`§ 37 Abs. 2 SGB VIII`)."

    Right::

        msgid "Die Hilfe wird im Team geplant (:law:`§ 36 Abs. 2 SGB VIII`)."
        msgstr "Pomoc planuje zespół (:law:`§ 36 Abs. 2 SGB VIII`)."
    """
    translated = [one for one in file.passages if ":law:" in one.raw or ":law:" in one.msgid]
    in_source = _by_provision([replace(one, raw=one.msgid) for one in translated], manual)
    in_translation = _by_provision(translated, manual)
    for provision in sorted(in_source.keys() - in_translation.keys()):
        message = "The German text cites {citation}; no translation on this page does."
        yield _one_sided(in_source[provision], message)
    for provision in sorted(in_translation.keys() - in_source.keys()):
        message = "The translation cites {citation}; the German text of this page does not."
        yield _one_sided(in_translation[provision], message)


def _by_provision(passages: list[Passage], manual: Manual) -> dict[tuple[str, str], cited.Cited]:
    found: dict[tuple[str, str], cited.Cited] = {}
    for passage in passages:
        for place in cited.cited(passage, manual):
            for provision in place.provisions:
                found.setdefault(provision, place)
    return found


def _one_sided(place: cited.Cited, message: str) -> Problem:
    hint = "Take the citation over as it stands: :law:`{citation}`"
    return Problem(place.passage.place(), message, hint, {"citation": place.text})


@manual_rule("LAW010")
def no_list_of_sources(manual: Manual) -> Iterator[Problem]:
    """A statute is used, but missing in the list of legal sources.

    The list is what a lawyer reads first. It is made by the directive law-index; a manual without it keeps its
    statutes from her.

    Wrong::

        Rechtsquellen
        =============

        SGB VIII, BGB

    Right::

        Rechtsquellen
        =============

        .. law-index::
    """
    lists = [one for document in manual.documents for one in document.directives if one.name == "law-index"]
    if manual.documents and manual.cited and not lists:
        first = manual.cited[0]
        message = "{citation} is cited, but the manual has no list of legal sources."
        yield Problem(first.place(), message, ".. law-index::", {"citation": first.text})
