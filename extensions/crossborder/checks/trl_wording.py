"""TRL: what can be told of a translation by its words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.catalog import wording
from crossborder.checks.pairs import worded
from crossborder.checks.registry import catalog_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Manual, Problem, TranslatedFile


@catalog_rule("TRL004")
def numbers_differ(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A number, a date or an amount stands in one of the two texts only.

    Deadlines and amounts are what readers act on. Digits and words count alike: „sieben Tage“, „7 dni”.

    Wrong::

        msgid "Das Amt entscheidet innerhalb von sieben Tagen und nicht später."
        msgstr "Urząd decyduje w ciągu 9 dni i nie później."

    Right::

        msgid "Das Amt entscheidet innerhalb von sieben Tagen und nicht später."
        msgstr "Urząd decyduje w ciągu siedmiu dni i nie później."
    """
    yield from worded(file, wording.numbers_differ)


@catalog_rule("TRL012", severity="warning")
def negation_gone(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """The source denies something, the translation does not.

    A lost „nicht“ turns the law into its opposite.

    Wrong::

        msgid "Das Kind darf nicht allein mit dem Zug fahren."
        msgstr "Dziecko może jechać samo pociągiem."

    Right::

        msgid "Das Kind darf nicht allein mit dem Zug fahren."
        msgstr "Dziecko nie może jechać samo pociągiem."
    """
    yield from worded(file, wording.negation_gone)


@catalog_rule("TRL013", severity="warning")
def end_differs(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation ends with another punctuation mark than its source.

    A question is not a statement, and a colon promises a list.

    Wrong::

        msgid "Wer entscheidet?"
        msgstr "Kto decyduje."

    Right::

        msgid "Wer entscheidet?"
        msgstr "Kto decyduje?"
    """
    yield from worded(file, wording.end_differs)


@catalog_rule("TRL014", severity="warning")
def brackets_differ(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A bracket has no partner, while those of the source have.

    Readers can't tell where the remark ends.

    Wrong::

        msgid "Der Plan (siehe unten) gilt."
        msgstr "Plan (zob. niżej obowiązuje."

    Right::

        msgid "Der Plan (siehe unten) gilt."
        msgstr "Plan (zob. niżej) obowiązuje."
    """
    yield from worded(file, wording.brackets_differ)


@catalog_rule("TRL015", severity="warning")
def wrong_quotes(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """Quotation marks are those of the other language.

    German closes with “, Polish with ”.

    Wrong::

        msgid "Das heißt „Hilfeplan“."
        msgstr "To jest „plan pomocy“."

    Right::

        msgid "Das heißt „Hilfeplan“."
        msgstr "To jest „plan pomocy”."
    """
    yield from worded(file, wording.wrong_quotes)


@catalog_rule("TRL016", severity="warning")
def invisible_signs(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    r"""A translation holds signs that nobody sees.

    They come with copied text, break words apart for search and stop screen readers.

    Wrong::

        msgid "Hallo Welt."
        msgstr "Wi\302\255taj świecie."

    Right::

        msgid "Hallo Welt."
        msgstr "Witaj świecie."
    """
    yield from worded(file, wording.invisible_signs)


@catalog_rule("TRL017", severity="warning")
def lonely_letters(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    r"""A one-letter word stands at the end of a line that readers see.

    Polish does not leave w, z, i, o, u, a alone at the end of a line. In running text the manual takes care of it.

    Wrong::

        msgid "Im Amt der Stadt"
        msgstr "w\nurzędzie miasta"

    Right::

        msgid "Im Amt der Stadt"
        msgstr "w urzędzie miasta"
    """
    yield from worded(file, wording.lonely_letters)


@catalog_rule("TRL018")
def left_as_it_was(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """The translation of a sentence is the German sentence.

    It counts as translated and nobody looks at it again. A name may stay as it is.

    Wrong::

        msgid "Das Kind wohnt bei der Tante."
        msgstr "Das Kind wohnt bei der Tante."

    Right::

        msgid "Das Kind wohnt bei der Tante."
        msgstr "Dziecko mieszka u ciotki."
    """
    yield from worded(file, wording.left_as_it_was)


@catalog_rule("TRL019", severity="warning")
def words_left(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """Words of the source stand untranslated in the translation.

    What has no Polish word is marked with :de:`…`, so that it is read out in German and shown in italics.

    Wrong::

        msgid "Das Kind wohnt bei der Tante, und sie sorgt für das Kind."
        msgstr "Dziecko mieszka u ciotki, i ona sorgt für das dziecko."

    Right::

        msgid "Das Kind wohnt bei der Tante, und sie sorgt für das Kind."
        msgstr "Dziecko mieszka u ciotki, i ona troszczy się o dziecko."
    """
    yield from worded(file, wording.words_left)


@catalog_rule("TRL020", severity="warning")
def out_of_proportion(file: TranslatedFile, _manual: Manual) -> Iterator[Problem]:
    """A translation is far shorter or longer than its source.

    A sentence may be missing, or the translation belongs to another message.

    Wrong::

        msgid "Das Kind wohnt bei der Tante, und die Mutter besucht es jeden Sonntag."
        msgstr "Dziecko mieszka."

    Right::

        msgid "Das Kind wohnt bei der Tante, und die Mutter besucht es jeden Sonntag."
        msgstr "Dziecko mieszka u ciotki, a matka odwiedza je w każdą niedzielę."
    """
    yield from worded(file, wording.out_of_proportion)
