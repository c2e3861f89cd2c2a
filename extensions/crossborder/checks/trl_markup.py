"""TRL: whether a translation has the markup of its source. What these find as errors is not published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.catalog import structure
from crossborder.catalog.lawkey import law_key
from crossborder.checks.pairs import problems
from crossborder.checks.registry import catalog_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Manual, Problem, TranslatedFile


@catalog_rule("TRL005")
def roles_differ(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation lacks a role of its source, has one more, or leads elsewhere.

    The order is free, and so is the text that readers see; the target in angle brackets stays German.

    Wrong::

        msgid "Das :term:`Pflegekind` wohnt hier."
        msgstr "Tu mieszka :term:`dziecko <dziecko>`."

    Right::

        msgid "Das :term:`Pflegekind` wohnt hier."
        msgstr "Tu mieszka :term:`dziecko <Pflegekind>`."
    """
    yield from problems(file, structure.roles_differ)


@catalog_rule("TRL006")
def citations_differ(file: TranslatedFile, manual: Manual) -> Iterator[Problem]:
    """A translation cites other law than its source.

    Citations are compared by what they cite, so that German and Polish words for the parts may both stand.

    Wrong::

        msgid "Das folgt aus :law:`§ 44 Abs. 2 SGB VIII`."
        msgstr "Wynika to z :law:`§ 44 Abs. 3 SGB VIII`."

    Right::

        msgid "Das folgt aus :law:`§ 44 Abs. 2 SGB VIII`."
        msgstr "Wynika to z :law:`§ 44 Abs. 2 SGB VIII`."
    """
    key = law_key(manual.register)
    yield from problems(file, lambda pair: structure.citations_differ(pair, key))


@catalog_rule("TRL007", severity="warning")
def emphasis_differs(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """Words in literal or bold type differ between translation and source.

    What is bold guides a reader who skims; what is literal is to be typed as it stands.

    Wrong::

        msgid "**Sofort** anrufen."
        msgstr "Zadzwonić natychmiast."

    Right::

        msgid "**Sofort** anrufen."
        msgstr "Zadzwonić **natychmiast**."
    """
    yield from problems(file, structure.emphasis_differs)


@catalog_rule("TRL008")
def references_differ(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """Footnotes, substitutions, anchors or named links differ between translation and source.

    A footnote that nothing refers to, or a reference to nothing, breaks the page.

    Wrong::

        msgid "Das gilt immer. [1]_"
        msgstr "Obowiązuje to zawsze."

    Right::

        msgid "Das gilt immer. [1]_"
        msgstr "Obowiązuje to zawsze. [1]_"
    """
    yield from problems(file, structure.references_differ)


@catalog_rule("TRL009")
def links_differ(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation lacks a link of its source, or has one more.

    Who reads Polish needs the link as much; the same page in Polish is welcome.

    Wrong::

        msgid "Siehe `hier <https://example.org/de>`__."
        msgstr "Zobacz tutaj."

    Right::

        msgid "Siehe `hier <https://example.org/de>`__."
        msgstr "Zobacz `tutaj <https://example.org/pl>`__."
    """
    yield from problems(file, structure.links_differ)


@catalog_rule("TRL010")
def broken_markup(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """Markup in a translation is opened and not closed.

    The signs are shown as they are, and what they mark is lost.

    Wrong::

        msgid "**Sofort** anrufen."
        msgstr "Zadzwonić **natychmiast."

    Right::

        msgid "**Sofort** anrufen."
        msgstr "Zadzwonić **natychmiast**."
    """
    yield from problems(file, structure.broken_markup)


@catalog_rule("TRL011")
def glued_endings(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """An ending stands right behind a role, outside of it.

    Polish words have endings, roles have not: the word stands inside, with its target in angle brackets.

    Wrong::

        msgid "Die Rechte des :term:`Pflegekind`"
        msgstr "Prawa :term:`Pflegekind`u"

    Right::

        msgid "Die Rechte des :term:`Pflegekind`"
        msgstr "Prawa :term:`dziecka w pieczy zastępczej <Pflegekind>`"
    """
    yield from problems(file, structure.glued_endings)
