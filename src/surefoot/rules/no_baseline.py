"""What a plan is measured by while nothing is known of what was run before it.

The runner's own ``weekly`` and ``longest`` stand in for it. Without them the plan's own first seven days
count as what is usual, and Surefoot says so. No step is then too large for the first week itself, so
somebody who starts from less had better say how much.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.load.past import Baseline
from surefoot.load.size import metres
from surefoot.load.weeks import WEEK
from surefoot.model import Finding, Kind, Level, Session, Settings
from surefoot.rules import after_race
from surefoot.text.units import distance

SLUG = "no-baseline"
LEVELS = (Level.INFO,)
CITATION = "A judgement: a limit needs something to start from."
SETTINGS = ("runner.weekly", "runner.longest")
MEND = "Nothing: saying how much you run answers it."


def baseline(sessions: Iterable[Session], settings: Settings, pace: int, *, from_plan: bool) -> Baseline:
    """Return what stands in for the unknown past; ``from_plan``: the plan's first days may."""
    week = first_runs(sessions) if from_plan else ()
    sizes = [metres(one.workout, pace) for one in week]
    steady = [size for one, size in zip(week, sizes, strict=True) if one.workout.kind is not Kind.RACE]
    runner = settings.runner
    return Baseline(
        weekly=runner.weekly if runner.weekly is not None else sum(sizes) or None,
        longest=runner.longest if runner.longest is not None else max(steady, default=0) or None,
        runs=len(week),
    )


def find(sessions: Iterable[Session], settings: Settings, found: Baseline) -> tuple[Finding, ...]:
    """Return the finding that the plan is measured by itself, where it is."""
    runner = settings.runner
    week = first_runs(sessions)
    if not week or found.weekly is None or (runner.weekly is not None and runner.longest is not None):
        return ()
    size = distance(found.weekly, runner.unit)
    return (
        Finding(
            rule=SLUG,
            level=Level.INFO,
            message=f"No earlier runs are known, so the plan's own first seven days ({size}) "
            "count as what you usually run.",
            evidence=CITATION,
            day=week[0].day,
            week=1,
            value=found.weekly,
        ),
    )


def first_day(sessions: Iterable[Session]) -> date | None:
    """Return the first day of all sessions as they were planned; None without any."""
    return min((one.plan_day or one.day for one in sessions), default=None)


def first_runs(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """Return the runs of the plan's first seven days; of those from its first run on where they have none.

    A run in the days off after a race is not one that is usual.
    """
    ordered = sorted(sessions, key=lambda one: (_day(one), one.uid))
    runs = [one for one in ordered if one.workout.kind.is_run]
    if not runs:
        return ()
    begins = _day(ordered[0]) if _day(runs[0]) < _day(ordered[0]) + WEEK else _day(runs[0])
    first = [one for one in runs if _day(one) < begins + WEEK]
    races = [
        after_race.Raced(day=one.day, metres=max(one.workout.metres or 0, one.workout.upto or 0), peak=None)
        for one in first
        if one.workout.kind is Kind.RACE and one.workout.focus not in after_race.TRAINING
    ]
    return tuple(one for one in first if not any(race.off(one.day) for race in races))


def _day(session: Session) -> date:
    return session.plan_day or session.day
