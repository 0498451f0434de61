"""What the runs of a week may come to together: its own limit, and what holds leave for all their days.

A hold's total can reach over the end of a week, and weeks are decided in order. The later days then keep
back their share of the total by their number, or what is planned on them where that is less; everything else
is the earlier week's. What is kept back depends on nothing that the earlier week comes to, and shorter runs
on the later days only ever lower it: so what was decided once fits again, and deciding twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.load.known import DAY, days
from surefoot.load.size import metres as size
from surefoot.load.weeks import WEEK
from surefoot.model import Hold, Kind, Reason
from surefoot.schedule.given import Given
from surefoot.schedule.holds import Held
from surefoot.schedule.slots import Budget, Week


def budgets(given: Given, week: Week, done: int) -> list[Budget]:
    """Return all that bounds sums of the week's runs; ``done`` metres of it were run already."""
    return [*_week_budget(given, week, done), *_hold_budgets(given, week)]


def _week_budget(given: Given, week: Week, done: int) -> Iterable[Budget]:
    """The week's own limit, unless the runner allowed the week."""
    start, rule = week.bound.start, week.bound.rule
    span = tuple(days(start, start + WEEK))
    if week.bound.limit is None or any(given.holds.allows(rule, day) for day in span):
        return
    maybe = sum(size(one.workout, given.pace) for one in given.unsure if one.day in span)
    yield Budget(
        rule=rule,
        metres=week.bound.limit,
        spent=done + maybe,
        days=frozenset(span),
        exact=any(_of_week(why, rule) for one in given.behind if one.day in span for why in one.reasons),
    )


def _of_week(why: Reason, rule: str) -> bool:
    """Whether a run was cut for the sum of its week: a limit of the run alone tells what was planned."""
    return why.rule == rule and why.limit is not None and why.value is None


def _hold_budgets(given: Given, week: Week) -> Iterable[Budget]:
    """What holds leave for the days that they have in this week."""
    start, end = week.bound.start, week.bound.start + WEEK
    for held in given.holds.held:
        span = _span(given, held)
        mine = frozenset(day for day in span if start <= day < end)
        if held.hold.total is None or not mine:
            continue
        later = tuple(day for day in span if day >= end)
        left = held.hold.total - _gone(given, held.hold, span)
        yield Budget(
            rule=held.hold.rule,
            metres=left - _kept_back(given, held.hold.total, span, later),
            spent=0,
            days=mine,
            exact=_was_cut(given, held, span),
            held=held,
        )


def _span(given: Given, held: Held) -> tuple[date, ...]:
    """The days on which a hold is in force."""
    return tuple(day for day in days(held.hold.since, held.hold.until + DAY) if held in given.holds.on(day))


def _gone(given: Given, hold: Hold, span: tuple[date, ...]) -> int:
    """What was run on the hold's days, and what the weeks decided so far have on them."""
    ran = sum(run.metres for run in given.done if hold.since <= run.day <= hold.until)
    return ran + sum(given.decided.get(day, 0) for day in span)


def _kept_back(given: Given, total: int, span: tuple[date, ...], later: tuple[date, ...]) -> int:
    """What the later days keep of a total: their races, which nothing cuts, and their share beside them."""
    ahead = [one for one in given.open if one.day in later]
    races = sum(size(one.workout, given.pace) for one in ahead if one.workout.kind is Kind.RACE)
    others = sum(size(one.workout, given.pace) for one in ahead if one.workout.kind is not Kind.RACE)
    return races + min(others, max(0, total - races) * len(later) // len(span))


def _was_cut(given: Given, held: Held, span: tuple[date, ...]) -> bool:
    """Whether runs behind were cut for the hold already."""
    return any(
        why.decision == held.decision for one in given.behind if one.day in span for why in one.reasons
    )
