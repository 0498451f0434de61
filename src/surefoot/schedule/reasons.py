"""One plain sentence for each thing that was made of a session.

A reason is published with its session, so it says nothing that changes from day to day while the session
does not: limits stand in it rounded down to the grid.
"""

from __future__ import annotations

from surefoot.model import Reason, Settings
from surefoot.rules import after_race, break_return, session_spike, unknown, weekly_increase
from surefoot.rules.ledger import RunBound
from surefoot.schedule.grid import floor
from surefoot.schedule.slots import Budget, Slot
from surefoot.text.units import distance

RUN = {
    session_spike.SLUG: "At most {most}: one step up from your longest run of the 30 days before.",
    break_return.SLUG: "At most {most}: after a break, runs come back in steps.",
    unknown.SLUG: "At most {most}, your longest known run, while a source has not answered.",
}
WEEK = {
    weekly_increase.SLUG: "At most {most} this week: one step up from the greatest of the four weeks before.",
    break_return.SLUG: "At most {most} this week: after a break, running comes back in steps.",
    after_race.SLUG: "At most {most} this week: the weeks after a race are lighter.",
    unknown.SLUG: "At most {most} this week, as in your last known weeks, while a source has not answered.",
}
OFF = "No running yet: the days after a race are for rest."
EASY = {
    after_race.SLUG: "Easy instead: the days after a race are for easy running.",
    break_return.SLUG: "Easy instead: after a break, quality comes back last.",
}


def of_length(slot: Slot, bound: RunBound, binding: list[Budget]) -> tuple[Reason, ...]:
    """Return why a run has the length it has; nothing where it has its own."""
    if slot.metres >= slot.planned:
        return ()
    limit = None if slot.exempt or slot.usual else bound.limit
    own = slot.at_most(_lower(limit, slot.ceiling))
    found: list[Reason] = []
    if slot.ceiling is not None and slot.at_most(slot.ceiling) < slot.planned:
        found += [held.reason for most, held in slot.ceilings if most == slot.ceiling]
    if (
        limit is not None
        and slot.at_most(limit) < slot.planned
        and (not found or limit < (slot.ceiling or 0))
    ):
        found = [_of_run(slot, bound.rule, limit)]
    if slot.metres < own:
        found += [_of_budget(one, slot.settings) for one in binding]
    return tuple(dict.fromkeys(found))


def left_out(rule: str) -> Reason:
    """Return why there is no run on a day."""
    return Reason(rule=rule, text=OFF)


def made_easy(rule: str) -> Reason:
    """Return why quality became an easy run."""
    return Reason(rule=rule, text=EASY[rule])


def _of_run(slot: Slot, rule: str, limit: int) -> Reason:
    unit = slot.settings.runner.unit
    most = floor(limit, unit)
    text = RUN[rule].format(most=distance(most, unit))
    return Reason(rule=rule, text=text, value=slot.planned, limit=most)


def _of_budget(budget: Budget, settings: Settings) -> Reason:
    if budget.held is not None:
        return budget.held.reason
    unit = settings.runner.unit
    most = floor(budget.metres, unit)
    return Reason(rule=budget.rule, text=WEEK[budget.rule].format(most=distance(most, unit)), limit=most)


def _lower(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)
