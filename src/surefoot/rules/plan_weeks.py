"""The calendar weeks of a plan, numbered from 1, so that rules speak of "week 5, Sunday"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.load.weeks import week_start
from surefoot.model import Kind, Session

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeek:
    """One week: its number, its first day and its sessions in order of day and uid."""

    number: int
    start: date
    sessions: tuple[Session, ...]

    @property
    def runs(self) -> tuple[Session, ...]:
        """Its runs, a race among them."""
        return tuple(one for one in self.sessions if one.workout.kind.is_run)

    @property
    def has_race(self) -> bool:
        """Whether a race is in it; such a week is judged apart (rule 3)."""
        return any(one.workout.kind is Kind.RACE for one in self.sessions)


def plan_weeks(
    sessions: Iterable[Session], starts: int, *, begins: date | None = None
) -> tuple[PlanWeek, ...]:
    """Return the weeks from the first session's to the last one's, empty ones included.

    Args:
        sessions: in any order.
        starts: the weekday a week begins on, Monday 0.
        begins: a day of week 1, none later than the first session's; None: the first session's own.
    """
    ordered = sorted(sessions, key=lambda one: (one.day, one.uid))
    if not ordered:
        return ()
    first = week_start(begins or ordered[0].day, starts)
    count = (week_start(ordered[-1].day, starts) - first).days // 7 + 1
    by_week: list[list[Session]] = [[] for _ in range(count)]
    for session in ordered:
        by_week[(session.day - first).days // 7].append(session)
    return tuple(
        PlanWeek(number=place + 1, start=first + timedelta(weeks=place), sessions=tuple(held))
        for place, held in enumerate(by_week)
    )
