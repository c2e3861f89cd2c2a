"""SEC: what a translation must not bring with it. Nobody can waive these rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.catalog import safety
from crossborder.catalog.extract import RESERVED
from crossborder.checks.model import Place, Problem
from crossborder.checks.pairs import problems
from crossborder.checks.registry import catalog_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Manual, TranslatedFile


@catalog_rule("SEC001")
def explicit_markup(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A line of a translation begins like a directive, a definition, a comment or a field.

    A directive can read files and run code; a translation is text and needs none.

    Wrong::

        msgid "Hallo Welt."
        msgstr ".. include:: /etc/passwd"

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    yield from problems(file, safety.explicit_markup, fuzzy=True)


@catalog_rule("SEC002")
def added_lines(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    r"""A translation has line breaks that its source does not have.

    A paragraph is one line in a PO file. What stands behind a line break would be read as something new.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj\n\nświecie."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    yield from problems(file, safety.added_lines, fuzzy=True)


@catalog_rule("SEC003")
def added_roles(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation uses a role that its source does not use.

    Roles link, copy files and can pass text on unread. The author decides where they stand.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj :download:`świecie <../conf.py>`."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    yield from problems(file, safety.added_roles, fuzzy=True)


@catalog_rule("SEC004")
def changed_content(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A formula or a download is not to the letter that of the source.

    Formulas are passed on to programs as they are, and a download copies the file that it names.

    Wrong::

        msgid "Es gilt :math:`a + b`."
        msgstr "Zachodzi :math:`a - b`."

    Right::

        msgid "Es gilt :math:`a + b`."
        msgstr "Zachodzi :math:`a + b`."
    """
    yield from problems(file, safety.changed_content, fuzzy=True)


@catalog_rule("SEC005")
def foreign_links(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A link runs a script, or leads to a site that the source does not link to.

    Readers trust a link on an authority's page. The same site in another language is fine.

    Wrong::

        msgid "Siehe `hier <https://example.org/de>`__."
        msgstr "Zobacz `tutaj <https://example.com/pl>`__."

    Right::

        msgid "Siehe `hier <https://example.org/de>`__."
        msgstr "Zobacz `tutaj <https://example.org/pl>`__."
    """
    yield from problems(file, safety.foreign_links, fuzzy=True)


@catalog_rule("SEC006")
def added_tags(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation holds HTML that its source does not have.

    It is shown as text at best; in a page written in Markdown it would run.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj <b>świecie</b>."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    yield from problems(file, safety.added_tags, fuzzy=True)


@catalog_rule("SEC007")
def added_markdown(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation holds a link, a picture or a directive of Markdown that its source does not have.

    Pages are not written in Markdown here; in a page that is, it would fetch pictures and read files.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj ![świecie](https://example.com/p.png)"

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    yield from problems(file, safety.added_markdown, fuzzy=True)


@catalog_rule("SEC008")
def silenced_checks(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation holds a mark that silences a check of Sphinx.

    A finding may stand only with a reason that others can read.

    Wrong::

        msgid "Siehe :ref:`a`."
        msgstr "Zobacz :ref:`a`. #noqa"

    Right::

        msgid "Siehe :ref:`a`."
        msgstr "Zobacz :ref:`a`."
    """
    yield from problems(file, safety.silenced_checks, fuzzy=True)


@catalog_rule("SEC009")
def hidden_signs(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    r"""A translation holds signs that turn the direction of the text, or control a device.

    They are invisible and make a text look other than it is.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Witaj \001świecie."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    yield from problems(file, safety.hidden_signs, fuzzy=True)


@catalog_rule("SEC010")
def reserved_name(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A catalog has the name of Sphinx's own.

    Its texts would replace Sphinx's words on every page, where nothing escapes them.

    Wrong::

        # sphinx.po
        msgid "Search"
        msgstr "Szukaj"

    Right::

        # page.po
        msgid "Search"
        msgstr "Szukaj"
    """
    if file.path.rpartition("/")[2] == f"{RESERVED}.po":
        yield Problem(Place(file.path), "A catalog of this name would replace Sphinx's own words.", "Delete the file.")


@catalog_rule("SEC011")
def compiled_catalog(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A compiled catalog lies among the PO files.

    Programs read it instead of the PO file, and nobody can see what is in it.

    Wrong::

        # page.mo beside it
        msgid "Hallo Welt."
        msgstr "Witaj świecie."

    Right::

        # no page.mo beside it
        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    path = file.catalog.path
    if path is not None and path.with_suffix(".mo").exists():
        values = {"name": path.with_suffix(".mo").name}
        yield Problem(Place(file.path), "A compiled catalog lies here: {name}", "Delete {name}.", values)
