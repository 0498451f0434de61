"""Two hard days do not stand side by side: quality next to quality, or next to a long run.

Quality beside quality is a warning, quality beside an easy long run is information (many plans do it on
purpose). A parkrun and a C race count as quality. The scheduler moves no run, so it has no mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from surefoot.model import Finding, Kind, Level, Session
from surefoot.rules.plan_weeks import WEEKDAYS, PlanWeek

SLUG = "back-to-back-hard"
LEVELS = (Level.INFO, Level.WARN)
CITATION = "Coaching practice: two or three hard days a week, never consecutive; no trial has tested it"
SETTINGS: tuple[str, ...] = ()
MEND = "Nothing in the schedule; `surefoot check --fix` sets quality days of a plan file apart."


def find(weeks: Iterable[PlanWeek]) -> Iterator[Finding]:
    """Yield a finding on the second day of each pair, the Sunday before a Monday included."""
    held = tuple(weeks)
    sessions = sorted((one for week in held for one in week.sessions), key=_weight)
    hard = {one.day: one for one in sessions if _is_long(one) or is_quality(one)}
    for week in held:
        for day in sorted({one.day for one in week.sessions}):
            first, second = hard.get(day - timedelta(days=1)), hard.get(day)
            if first and second and (is_quality(first) or is_quality(second)):
                yield _finding(first, second, week.number)


def is_quality(session: Session) -> bool:
    """Whether it is a quality session, or a race small enough to count as one."""
    workout = session.workout
    is_small_race = workout.kind is Kind.RACE and workout.focus in ("C", "parkrun")
    return workout.kind is Kind.QUALITY or is_small_race


def _is_long(session: Session) -> bool:
    return session.workout.kind is Kind.LONG


def _weight(session: Session) -> tuple[date, bool, str]:
    """Of two hard sessions on one day the quality session comes last, and so stands for the day."""
    return session.day, is_quality(session), session.uid


def _finding(first: Session, second: Session, week: int) -> Finding:
    both = is_quality(first) and is_quality(second)
    easier = " An easy day between them helps both." if both else ""
    return Finding(
        rule=SLUG,
        level=Level.WARN if both else Level.INFO,
        day=second.day,
        week=week,
        uid=second.uid,
        message=f"Two hard days side by side: {_words(first)} and {_words(second)}.{easier}",
        evidence=CITATION,
    )


def _words(session: Session) -> str:
    what = "quality" if is_quality(session) else "the long run"
    return f"{what} on {WEEKDAYS[session.day.weekday()]}"
