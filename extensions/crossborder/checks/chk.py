"""CHK: the waivers themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossborder.checks.model import Problem
from crossborder.checks.registry import waiver_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossborder.checks.model import WaiverUse


@waiver_rule("CHK001")
def unused_waiver(use: WaiverUse) -> Iterator[Problem]:
    """A waiver lets nothing stand.

    It was written for a finding that is no longer there. If it stayed, it would hide the next one.

    Wrong::

        .. waive: DOC007 The list belongs to one sentence of the law.

        A short sentence.

    Right::

        A short sentence.
    """
    ran = {rule.code for rule in use.ran}
    for waiver in use.waivers:
        if waiver.code in ran and waiver not in use.used:
            values = {"code": waiver.code}
            yield Problem(waiver.place, "This waiver of {code} is not needed.", "Delete it.", values)


@waiver_rule("CHK002")
def waiver_without_reason(use: WaiverUse) -> Iterator[Problem]:
    """A waiver does not say why.

    Who reads the text a year later has to be able to tell whether the reason still holds.

    Wrong::

        .. waive: FCT004

        Beide Teams haben 10 Euro gesammelt.

    Right::

        .. waive: FCT004 Part of an invented case; nobody is entitled to it.

        Beide Teams haben 10 Euro gesammelt.
    """
    for waiver in use.waivers:
        if len(waiver.reason.split()) < 2:
            hint = "Say after the code, in a few words, why {code} may stand here."
            yield Problem(waiver.place, "This waiver gives no reason.", hint, {"code": waiver.code})


@waiver_rule("CHK003")
def waiver_of_unknown_rule(use: WaiverUse) -> Iterator[Problem]:
    """A waiver names a rule that does not exist.

    A waiver holds for one rule, by its whole code, so that it never lets more stand than its author has seen.

    Wrong::

        .. waive: FCT An invented amount.

        Beide Teams haben 10 Euro gesammelt.

    Right::

        .. waive: FCT004 Part of an invented case; nobody is entitled to it.

        Beide Teams haben 10 Euro gesammelt.
    """
    for waiver in use.waivers:
        if waiver.code not in use.known:
            values = {"code": waiver.code}
            yield Problem(waiver.place, "There is no rule “{code}”.", "manual check --explain CODE", values)
