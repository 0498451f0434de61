"""The weeks of a plan before any length is known: phases, lighter weeks, taper, recovery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from surefoot.load.weeks import WEEK, week_start
from surefoot.schedule.building.order import Goal, Order

Name: TypeAlias = Literal["base", "build", "peak", "taper", "recovery"]

TAPERS = ((7_500, (60,)), (15_000, (80, 55)), (30_000, (70, 45)), (60_000, (80, 60, 40)))
"""Up to a distance in metres, percent of the greatest week (the race excluded), the last being race week.

Bosquet et al. 2007 and Wang et al. 2023: 41-60 % less volume over one to three weeks, as often and as hard;
Smyth & Lawlor 2021: three weeks before a marathon."""
TAPER_RUNS = ((7_500, (0,)), (15_000, (75, 0)), (30_000, (65, 0)), (60_000, (65, 45, 0)))
"""The long run of the same weeks, in percent of the longest [H]."""
RECOVERY = ((7_500, (80,)), (15_000, (70,)), (30_000, (45, 70)), (60_000, (35, 60)))
"""Percent of the greatest week after the race; rule 8 allows at most 50 and 75 after a half or a marathon."""
RECOVERY_RUNS = ((7_500, (80,)), (15_000, (70,)), (30_000, (0, 55)), (60_000, (0, 45)))
"""The long run of the same weeks, in percent of the longest; none in the first week after a long race [H]."""

EVERY, EVERY_GENTLY = 4, 3
"""Every so manieth week is lighter: coaching practice, no trial."""
EARLY = 2  # days: a race this early in its week has its taper mostly in the week before


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One week: its first day, its phase, its number in the phase and how many that has.

    ``volume`` and ``run`` are percent of the greatest week and the longest run, for taper and recovery.
    ``step`` counts the weeks that build up, from 1; 0 for all others. ``lighter`` marks a cut-back week.
    """

    start: date
    name: Name
    number: int
    of: int
    volume: int = 100
    run: int = 100
    step: int = 0
    lighter: bool = False


def phases(order: Order, *, growing: int | None = None) -> tuple[Phase, ...]:
    """Return all weeks before and after the race.

    Only the last ``growing`` weeks before the taper build up, those before them hold; None: all build up.
    """
    starts = order.settings.runner.week_starts
    first = first_week(order.today, starts)
    assert order.goal.race is not None
    volumes, runs = _taper(order.goal, starts)
    race_week = week_start(order.goal.race, starts)
    count = (race_week - first) // WEEK + 1
    volumes, runs = volumes[-count:], runs[-count:]
    before = count - len(volumes)
    names = _names(before)
    taper = tuple(
        Phase(
            start=first + (before + place) * WEEK,
            name="taper",
            number=place + 1,
            of=len(volumes),
            volume=volume,
            run=run,
        )
        for place, (volume, run) in enumerate(zip(volumes, runs, strict=True))
    )
    hold = 0 if growing is None else max(0, before - growing)
    return (*_before(first, names, order, hold), *taper, *_recovery(race_week + WEEK, order.goal))


def steady(order: Order, count: int) -> tuple[Phase, ...]:
    """Return ``count`` weeks towards a weekly volume, with no race at their end."""
    first = first_week(order.today, order.settings.runner.week_starts)
    names: list[Name] = ["base"] * count
    return tuple(_before(first, names, order, 0))


def first_week(today: date, starts: int) -> date:
    """Return the first day of the plan's first week: today where a week begins, else the next such day."""
    this = week_start(today, starts)
    return this if this == today else this + WEEK


def _taper(goal: Goal, starts: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    assert goal.metres is not None
    assert goal.race is not None
    volumes, runs = _up_to(goal.metres, TAPERS), _up_to(goal.metres, TAPER_RUNS)
    if (goal.race.weekday() - starts) % 7 <= EARLY:
        return (*volumes, volumes[-1] // 2), (*runs, 0)
    return volumes, runs


def _up_to(metres: int, table: tuple[tuple[int, tuple[int, ...]], ...]) -> tuple[int, ...]:
    return next((values for upto, values in table if metres <= upto), table[-1][1])


def _before(first: date, names: list[Name], order: Order, hold: int) -> list[Phase]:
    """The weeks that build up, with those that hold before them."""
    lighter = _lighter(first, len(names), order)
    found, step = [], 0
    for place, name in enumerate(names):
        grows = place >= hold and place not in lighter
        step += grows
        found.append(
            Phase(
                start=first + place * WEEK,
                name=name,
                number=names[: place + 1].count(name),
                of=names.count(name),
                step=step if grows else 0,
                lighter=place in lighter,
            )
        )
    return found


def _names(count: int) -> list[Name]:
    """A fifth of the weeks is peak, two fifths build, the rest base; short plans begin with build."""
    peak = min(4, max(1, count // 5)) if count >= 4 else 0
    build = min(8, max(1, count * 2 // 5)) if count else 0
    base = max(0, count - peak - build)
    counts: tuple[tuple[Name, int], ...] = (("base", base), ("build", build), ("peak", peak))
    return [name for name, many in counts for _ in range(many)]


def _lighter(first: date, count: int, order: Order) -> frozenset[int]:
    """Which weeks are lighter: those of races on the way, and every so manieth counted back from each end."""
    starts = order.settings.runner.week_starts
    every = EVERY_GENTLY if order.stand.gentle or order.stand.experience == "novice" else EVERY
    raced = {(week_start(one.day, starts) - first) // WEEK for one in order.also if one.focus == "B"}
    found = {place for place in raced if 0 < place < count}
    edges = [*sorted(found), count]
    since = 0
    for edge in edges:
        place = edge - every
        while place > since + 1:
            found.add(place)
            place -= every
        since = edge
    return frozenset(found)


def _recovery(start: date, goal: Goal) -> tuple[Phase, ...]:
    volumes, runs = _up_to(goal.metres or 0, RECOVERY), _up_to(goal.metres or 0, RECOVERY_RUNS)
    return tuple(
        Phase(
            start=start + place * WEEK,
            name="recovery",
            number=place + 1,
            of=len(volumes),
            volume=volume,
            run=run,
        )
        for place, (volume, run) in enumerate(zip(volumes, runs, strict=True))
    )
