"""One simulated season through the rules: what they say on its evenings, and what simpler rules would say.

The recorded runs go through the policies and the rules about the past themselves, and what the policies
advise through the rule that at most one automatic reduction begins in 14 days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import TypeAlias

from seasons import BEGINS, SETTLED, STEP, WEEKS, Season

from surefoot.load.averages import averages, by_day
from surefoot.load.runs import runs_done
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Decision, Diary, History, Hold, Level, Schedule, Settings
from surefoot.rules import POLICIES, overrun_week, past_findings, session_spike, weekly_increase
from surefoot.rules.ledger import RunBound, WeekBound
from surefoot.rules.replay import Replay, replay
from surefoot.schedule.decide import Numbering, decide

SETTINGS, QUIET = Settings(), Diary()
FIRST = BEGINS + SETTLED * WEEK
END = BEGINS + WEEKS * WEEK
STEPPED = BEGINS + STEP * WEEK
FORTNIGHT = timedelta(days=14)
ROW = 3  # evenings in a row without a run may say something as well
RATIO = 1.5

Marks: TypeAlias = set[tuple[str, date]]


def judge(one: Season, *, every: bool = False) -> Counter[str]:
    """Return in how many weeks of a season each thing happened.

    Evenings that can say nothing are not asked: no run of the last week and neither of the last two weeks
    was past its limit, and the last runs were not missed. ``every`` asks all of them.
    """
    done = replay(*evening(one, END), QUIET, SETTINGS)
    found: Marks = set()
    decisions: tuple[Decision, ...] = ()
    for today in _evenings(one) if every else _telling(one, done):
        schedule, history = evening(one, today)
        said = past_findings(schedule, history, SETTINGS, today=today, diary=QUIET)
        found |= {(f"{each.rule} {each.level.value}", each.day or today) for each in said}
        decisions += _decided(schedule, history, decisions)
    begun = _begun(decisions)
    marks = found | begun | _past_limits(done) | _over(done, found) | _naive(one)
    counts = Counter(
        name for name, _ in {(name, week_start(day)) for name, day in marks if FIRST <= day < END}
    )
    counts["weeks"] = WEEKS - SETTLED
    counts["seasons"] = 1
    counts["answered"] = any(STEPPED <= day < STEPPED + FORTNIGHT for _, day in begun)
    counts["told"] = any(STEPPED <= day < STEPPED + FORTNIGHT for _, day in found)
    return counts


def evening(one: Season, today: date) -> tuple[Schedule, History]:
    """Return what is known on an evening: all runs so far, and the plan since it began."""
    runs = tuple(each for each in one.runs if each.day <= today)
    planned = tuple(each for each in one.planned if FIRST <= each.day < today)
    return Schedule(today=today, sessions=planned), History(since=BEGINS, until=today, activities=runs)


def _evenings(one: Season) -> list[date]:
    return sorted({each.day for each in one.planned if each.day >= FIRST})


def _telling(one: Season, done: Replay) -> Iterator[date]:
    """The evenings on which a rule may have something to say."""
    runs = {each.run.day for each in done.runs}
    past = {each.run.day for each in done.runs if _is_past(each.run.metres, each.bound)}
    weeks = {each.bound.start for each in done.weeks if _is_past(each.metres, each.bound)}
    evenings = _evenings(one)
    for place, today in enumerate(evenings):
        week = week_start(today)
        if (
            any(today - WEEK <= day <= today for day in past)
            or weeks & {week, week - WEEK}
            or not runs & set(evenings[max(0, place - ROW) : place])
        ):
            yield today


def _is_past(metres: int, bound: RunBound | WeekBound) -> bool:
    return bound.limit is not None and metres > bound.limit


def _decided(schedule: Schedule, history: History, before: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """What is proposed on an evening, and accepted."""
    return decide(
        ((each.use, one) for each in POLICIES for one in each().review(schedule, history, QUIET)),
        before,
        today=schedule.today,
        now=datetime.combine(schedule.today, time(20), UTC),
        numbering=Numbering(next=len(before) + 1, set=f"s{schedule.today}"),
    )


def _begun(decisions: Iterable[Decision]) -> Marks:
    """The days on which automatic reductions begin, by policy and level."""
    marks: Marks = set()
    for one in decisions:
        assert isinstance(one.effect, Hold)
        marks |= {
            ("reduction", one.made.date()),
            (f"{one.by} reduction {one.effect.level.value}", one.made.date()),
        }
    return marks


def _past_limits(done: Replay) -> Marks:
    """The runs and weeks above their own limit, by the level of the limit's rule."""
    marks: Marks = set()
    limits = SETTINGS.limits
    for one in done.runs:
        if one.bound.longest and _is_past(one.run.metres, one.bound):
            level = session_spike.level(one.run.metres, one.bound.longest, limits) or Level.INFO
            marks.add((f"run past its limit {level.value}", one.run.day))
    for week in done.weeks:
        if week.bound.base and _is_past(week.metres, week.bound):
            level = weekly_increase.level(week.metres, week.bound.base, limits) or Level.INFO
            marks.add((f"week past its limit {level.value}", week.bound.start))
    return marks


def _over(done: Replay, found: Marks) -> Marks:
    """The weeks above 1.3 times their reference that no limit allows, and those of them that were found."""
    said = {day for name, day in found if name.startswith(overrun_week.SLUG)}
    over = {
        week.bound.start
        for week in done.weeks
        if week.bound.base is not None
        and _is_past(week.metres, week.bound)
        and 100 * week.metres > SETTINGS.limits.week_over_percent * week.bound.base
    }
    return {("over", day) for day in over} | {("over and found", day) for day in over & said}


def _naive(one: Season) -> Marks:
    """What simpler rules would say of the same weeks."""
    runs = runs_done(History(since=BEGINS, until=END, activities=one.runs), None, SETTINGS)
    daily = by_day(runs, BEGINS, END - timedelta(days=1))
    weeks = [sum(daily[at : at + 7]) for at in range(0, len(daily), 7)]
    marks: Marks = set()
    for number, (before, now) in enumerate(pairwise(weeks), start=1):
        day = BEGINS + number * WEEK
        means = averages(daily[: 7 * number + 7])
        if now * 10 > before * 11:
            marks.add(("last week + 10 %", day))
        if (means.coupled or 0) > RATIO:
            marks.add(("coupled ratio > 1.5", day))
        if (means.uncoupled or 0) > RATIO:
            marks.add(("uncoupled ratio > 1.5", day))
    return marks
