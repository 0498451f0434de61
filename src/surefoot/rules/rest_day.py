"""Each week has a day without a run and without heavy strength.

It need not be the same day each week; light strength, cycling or a walk may stand on it. The scheduler
moves no run, so this is information.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from surefoot.model import Finding, Kind, Level, Session
from surefoot.rules.plan_weeks import PlanWeek

SLUG = "rest-day"
LEVELS = (Level.INFO,)
CITATION = "Coaching practice: one day a week without running or more; no trial has tested it"
SETTINGS: tuple[str, ...] = ()
MEND = "Nothing: the scheduler moves no run."


def find(weeks: Iterable[PlanWeek]) -> Iterator[Finding]:
    """Yield a finding for each week that has no such day; ``value`` and ``limit`` count days."""
    for week in weeks:
        if _rest_days(week) == 0:
            yield Finding(
                rule=SLUG,
                level=Level.INFO,
                week=week.number,
                value=0,
                limit=1,
                message=f"Week {week.number} has no day without a run or heavy strength.",
                evidence=CITATION,
            )


def _rest_days(week: PlanWeek) -> int:
    loaded = {one.day for one in week.sessions if loads(one)}
    return sum(week.start + timedelta(days=day) not in loaded for day in range(7))


def loads(session: Session) -> bool:
    """Whether a session takes the rest out of its day: any run, and heavy strength."""
    is_heavy = session.workout.kind is Kind.STRENGTH and session.workout.focus == "heavy"
    return session.workout.kind.is_run or is_heavy
