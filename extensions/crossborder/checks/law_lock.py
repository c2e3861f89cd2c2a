"""LAW: how the lock stands to what the manual cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.checks.model import Problem
from crossborder.checks.registry import manual_rule
from crossborder.law.state import overdue, uncited, unpinned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import Manual, Place

_LOCK = "law/lock.toml"


def _line(manual: Manual, key: str, section: str = "") -> Place:
    """Return the line of the lock where a provision is pinned, or its statute."""
    place = manual.data_place(_LOCK, f'[{key}.provisions."{section}"]')
    return place if section and place.line else manual.data_place(_LOCK, f"[{key}]")


@manual_rule("LAW011", "warning")
def not_pinned(manual: Manual) -> Iterator[Problem]:
    """A provision is cited, but not pinned.

    Only of a pinned provision will `manual law drift` say that its wording has changed. The lock follows the text when
    somebody has read the new provision and pins it.

    Wrong::

        :law:`§ 8a Abs. 1 SGB VIII` in a page, no table [sgb8.provisions."8a"] in data/law/lock.toml

    Right::

        manual law lock FILE
    """
    if manual.register is None or not manual.lock.statutes:
        return
    told = set()
    for target in unpinned(manual.targets, manual.lock, manual.register):
        pair = (target.statute, target.section)
        if pair not in told:
            told.add(pair)
            values = {"provision": target._replace(path=()).canonical(manual.register)}
            yield Problem(
                manual.targets[target].place(), "{provision} is cited, but not pinned.", "manual law lock", values
            )


@manual_rule("LAW012", "warning")
def no_longer_cited(manual: Manual) -> Iterator[Problem]:
    """A provision is pinned, but no page cites it any more.

    Whoever reads what has changed would have to look at provisions that concern nobody.

    Wrong::

        [sgb8.provisions."9"] in data/law/lock.toml, § 9 SGB VIII in no page

    Right::

        manual law lock
    """
    if manual.register is None or not manual.lock.statutes:
        return
    for key, section in uncited(manual.targets, manual.lock):
        values = {"statute": manual.register.statute(key).abbreviation("de"), "section": section}
        yield Problem(
            _line(manual, key, section), "{section} {statute} is pinned, but not cited.", "manual law lock", values
        )


@manual_rule("LAW013", "warning")
def lock_overdue(manual: Manual) -> Iterator[Problem]:
    """The pinned text of a statute is due to be looked at again.

    A lock says which text was read; whether that text is still in force, only a person with the newer one can say.

    Wrong::

        review_by = "2025-11-24"

    Right::

        manual law drift FILE, then manual law lock FILE
    """
    for statute in overdue(manual.lock, manual.today):
        values = {"statute": statute.key, "date": statute.review_by}
        message = "The pinned text of {statute} was to be looked at again by {date}."
        yield Problem(_line(manual, statute.key), message, "manual law drift FILE, then manual law lock FILE", values)
