"""TRL: the state of PO files; what concerns markup and wording stands in the modules imported here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.catalog.po_writer import dump
from crossborder.checks import trl_markup, trl_wording
from crossborder.checks.markup import flat
from crossborder.checks.model import Place, Problem
from crossborder.checks.registry import catalog_rule, manual_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Manual, TranslatedFile

__all__ = ["trl_markup", "trl_wording"]  # their rules are registered when they are imported


@catalog_rule("TRL000")
def unreadable(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A PO file can't be read.

    Nothing of it reaches a reader until the line named here is mended.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj "świecie"."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj „świecie”."
    """
    error = file.catalog.error
    if error is not None:
        yield Problem(Place(file.path, error.line), error.message, error.hint, error.fields)


@catalog_rule("TRL001", severity="warning")
def untranslated(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """Messages of a page are not translated yet.

    Readers see the German text there, marked as German.

    Wrong::

        msgid "Hallo Welt."
        msgstr ""

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    missing = [message for message in file.catalog.messages if not message.filled]
    if missing:
        values = {"count": len(missing), "all": len(file.catalog.messages)}
        place = Place(file.path, missing[0].msgstr_line)
        yield Problem(place, "Not translated: {count} of {all} texts.", "This is the first of them.", values)


@catalog_rule("TRL002", severity="warning")
def fuzzy(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation is marked as uncertain.

    The German text has changed since it was made, or a translator is not sure of it. It is not published.

    Wrong::

        #, fuzzy
        msgid "Hallo Welt."
        msgstr "Witaj świecie."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    for message in file.catalog.messages:
        if message.fuzzy and message.filled:
            hint = "Bring it to the German text and take the mark “needs work” away."
            yield Problem(Place(file.path, message.msgstr_line), "The translation is marked as uncertain.", hint)


@catalog_rule("TRL003", severity="warning")
def obsolete(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A PO file holds translations of texts that are gone.

    They are noise for translators. The update moves them to the memory, from which they come back.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."

        #~ msgid "Weg"
        #~ msgstr "Precz"

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    if file.catalog.obsolete:
        values = {"count": len(file.catalog.obsolete)}
        place = Place(file.path, file.catalog.obsolete[0].line)
        yield Problem(place, "Translations of texts that are gone: {count}", "manual translate update", values)


@catalog_rule("TRL021")
def duplicate(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A text stands twice in a PO file.

    Which of the two translations readers see would depend on the program that reads the file.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."

        msgid "Hallo Welt."
        msgstr "Cześć świecie."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    seen: dict[tuple[str | None, str], int] = {}
    for message in file.catalog.messages:
        first = seen.setdefault(message.key, message.line)
        if first != message.line:
            hint = "Keep one of the two; the other stands in line {line}."
            yield Problem(Place(file.path, message.line), "This text stands twice.", hint, {"line": first})


@catalog_rule("TRL022", severity="warning")
def not_normal(file: TranslatedFile, manual: Manual) -> Iterator[Problem]:
    r"""A PO file of the manual is not in the form in which the manual writes them.

    Differences of form hide the differences of text from those who review it.

    Wrong::

        #: page.rst:12
        msgid "Hallo "
        "Welt."
        msgstr "Witaj świecie."

    Right::

        msgid ""
        msgstr ""
        "Language: pl\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    if manual.documents and file.catalog.error is None and dump(file.catalog, file.language) != file.text:
        yield Problem(Place(file.path), "The file is not in the manual's own form.", "manual translate update")


@manual_rule("TRL023")
def orphan(manual: Manual) -> Iterator[Problem]:
    """A PO file has no page, or a page has no PO file.

    The page was renamed, removed or added without an update of the translations.

    Wrong::

        # gone.po, but no gone.rst

    Right::

        # page.po and page.rst
    """
    languages = {file.language for file in manual.catalogs}
    pages = {document.docname for document in manual.documents if document.passages}
    for language in languages if pages else ():
        files = {_page(file): file for file in manual.catalogs if file.language == language}
        for page in sorted(files.keys() - manual.by_docname.keys()):
            place = Place(files[page].path)
            yield Problem(place, "There is no page {page}.", "manual translate update", {"page": page})
        for page in sorted(pages - files.keys()):
            place = manual.by_docname[page].place(1)
            yield Problem(
                place, "The page has no PO file for {language}.", "manual translate update", {"language": language}
            )


@catalog_rule("TRL024", severity="warning")
def stale(file: TranslatedFile, manual: Manual) -> Iterator[Problem]:
    """The German text of a message does not stand on its page, or reads otherwise there.

    The page was changed without an update of the translations. Its readers in the other language meet German.

    Wrong::

        # page.rst: Hallo, liebe Welt.
        msgid "Hallo Welt."
        msgstr "Witaj świecie."

    Right::

        # page.rst: Hallo, liebe Welt.
        msgid "Hallo, liebe Welt."
        msgstr "Witaj, kochany świecie."
    """
    page = manual.by_docname.get(_page(file))
    if page is None:
        return
    for message in file.catalog.messages:
        if flat(message.msgid) not in page.texts:
            problem = "This German text does not stand on the page, or reads otherwise there."
            yield Problem(Place(file.path, message.line), problem, "manual translate update")


def _page(file: TranslatedFile) -> str:
    return file.path.partition("/LC_MESSAGES/")[2].removesuffix(".po")
