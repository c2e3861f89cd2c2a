"""From what is wrong with a pair of texts to a problem with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.catalog.wording import Tongues
from crossborder.checks.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from crossborder.catalog.fault import Fault
    from crossborder.catalog.pair import Pair
    from crossborder.checks.model import TranslatedFile


def problems(
    file: TranslatedFile, check: Callable[[Pair], Iterable[Fault]], *, fuzzy: bool = False, plain: bool = False
) -> Iterator[Problem]:
    """Yield what ``check`` finds in the translations of a file.

    :param fuzzy: look at translations too that are not certain yet.
    :param plain: look at plain text too, in which no markup can be.
    """
    for pair in file.catalog.pairs if plain else file.catalog.marked_pairs:
        if pair.certain or fuzzy:
            for fault in check(pair):
                yield _problem(file, pair, fault)


def worded(file: TranslatedFile, check: Callable[[Pair, Tongues], Iterable[Fault]]) -> Iterator[Problem]:
    """Yield what ``check``, which knows languages, finds in the certain translations of prose."""
    tongues = Tongues(file.catalog.source_language, file.language)
    for pair in file.catalog.prose_pairs:
        for fault in check(pair, tongues):
            yield _problem(file, pair, fault)


def _problem(file: TranslatedFile, pair: Pair, fault: Fault) -> Problem:
    return Problem(file.place(pair.message, fault.offset), fault.message, fault.hint, fault.values)
