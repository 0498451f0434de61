"""How long a run takes at the easy pace. Information, one line a plan; nothing is cut for it.

Coaches advise to keep a training run under two and a half hours; what a run takes is estimated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surefoot.model import Finding, Kind, Level, Session, Settings, Workout
from surefoot.rules.plan_weeks import PlanWeek
from surefoot.text.units import distance, pace

SLUG = "long-run-time"
LEVELS = (Level.INFO,)
CITATION = "Daniels, Running Formula: long runs up to 150 minutes; no trial has tested it"
SETTINGS = ("limits.long_run_seconds", "runner.easy_pace")
MEND = "Nothing."


def find(weeks: Iterable[PlanWeek], settings: Settings, easy_pace: int) -> Iterator[Finding]:
    """Yield at most one finding, on the run that takes longest; ``value`` and ``limit`` are seconds."""
    limit = settings.limits.long_run_seconds
    over = [
        (seconds, week, one)
        for week in weeks
        for one in week.runs
        if one.workout.kind is not Kind.RACE and (seconds := _seconds(one.workout, easy_pace)) > limit
    ]
    if not over:
        return
    seconds, week, session = max(over, key=lambda one: (one[0], -one[1].number, one[2].uid))
    yield Finding(
        rule=SLUG,
        level=Level.INFO,
        day=session.day,
        week=week.number,
        uid=session.uid,
        value=seconds,
        limit=limit,
        message=_message(session, seconds, len(over), settings, easy_pace),
        evidence=CITATION,
    )


def _message(session: Session, seconds: int, count: int, settings: Settings, easy_pace: int) -> str:
    unit, limit = settings.runner.unit, settings.limits.long_run_seconds
    runs = "1 run takes" if count == 1 else f"{count} runs take"
    size = session.workout.upto or session.workout.metres
    longest = f"{distance(size, unit)} takes about {seconds // 60} min" if size else f"{seconds // 60} min"
    return (
        f"{runs} more than {limit // 60} min at your easy pace of {pace(easy_pace, unit)}; "
        f"the longest: {longest}."
    )


def _seconds(workout: Workout, easy_pace: int) -> int:
    size = workout.upto or workout.metres
    return size * easy_pace // 1000 if size else workout.seconds or 0
