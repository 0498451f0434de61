"""A review as a runner looks at it: week by week, with what was planned, allowed and done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from surefoot.app.numbers import numbers
from surefoot.app.review import Review
from surefoot.load.averages import Averages
from surefoot.load.pairing import Pairing, look_back
from surefoot.load.size import easy_pace, metres
from surefoot.load.weeks import week_start
from surefoot.model import Change, Diary, Finding, Kind, Lifted, Plan, Schedule, Session, Settings, Sport
from surefoot.schedule.cost import Cost, cost
from surefoot.schedule.diff import diff

SILENT = Diary()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """One week in metres: what the plan asks, what is scheduled, its limit, its reference, what was run.

    ``number`` counts from the plan's first week, 1. ``limit`` and ``reference`` are None for a past week
    and where nothing limits.
    """

    number: int
    start: date
    planned: int
    metres: int
    done: int
    limit: int | None
    reference: int | None
    sessions: tuple[tuple[Session, str], ...]

    @property
    def is_inside(self) -> bool:
        """Whether what was run is no more than was scheduled or allowed, as far as a watch can tell."""
        allowed = max(self.metres, self.limit or 0)
        return 100 * self.done <= 105 * allowed or self.done <= allowed + 500


class Strength(NamedTuple):
    """How many strength sessions were told as done, of those that stood up to today in the weeks begun."""

    done: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """All weeks of the plan, and every difference between the plan and the schedule.

    ``pending`` are the changes that are proposed and not accepted yet. ``averages`` are metres a day, up to
    yesterday, and advise nobody. ``waits`` say what holds the strength programme back. ``assumed`` is true
    where no source is configured, and ``strength`` None where none stood or the runner never told of any.
    """

    today: date
    plan: Plan
    race: Session | None
    weeks: tuple[WeekView, ...]
    changes: tuple[Change, ...]
    pending: tuple[Change, ...]
    findings: tuple[Finding, ...]
    cost: Cost
    sets: dict[str, str]
    averages: Averages
    waits: tuple[str, ...] = ()
    assumed: bool = False
    strength: Strength | None = None

    def set_of(self, change: Change) -> str | None:
        """The id of the accepted set that made the change, None while it is only proposed."""
        known = (self.sets.get(one.decision) for one in change.reasons if one.decision)
        return next((one for one in known if one), None)


def plan_view(review: Review, settings: Settings, diary: Diary = SILENT) -> PlanView:
    """Return the weeks of the plan as they will be run; of ``diary`` the strength that was done counts."""
    schedule = review.proposal.schedule
    today = review.proposal.today
    pairing = look_back(schedule.sessions, history=review.history, settings=settings, today=today)
    proposed = {one.id for one in review.proposal.decisions}
    weeks = tuple(_weeks(review, settings, pairing))
    return PlanView(
        today=today,
        plan=review.plan,
        race=_goal(schedule),
        weeks=weeks,
        waits=review.programme.waits,
        assumed=review.history.assumed,
        strength=_strength(weeks, diary, today),
        changes=from_plan(review),
        pending=review.proposal.changes,
        findings=(*review.past, *review.proposal.findings),
        cost=cost(review.dated.sessions, schedule.sessions),
        sets={one.id: one.set for one in review.active if one.id not in proposed},
        averages=numbers(review.history, review.accepted.schedule, settings, today=today),
    )


def _strength(weeks: tuple[WeekView, ...], diary: Diary, today: date) -> Strength | None:
    """A week's sessions done are its days with strength, at most as many as it has; today's is still open."""
    lifted = {one.day for one in diary.entries if isinstance(one, Lifted)}
    if not lifted:
        return None
    done = asked = 0
    for week in weeks:
        days = [one.day for one, status in week.sessions if _is_strength(one, status)]
        days = [day for day in days if day < today or (day == today and day in lifted)]
        asked += len(days)
        done += min(len(days), sum(week.start <= day < week.start + timedelta(days=7) for day in lifted))
    return Strength(done, asked) if asked else None


def _is_strength(session: Session, status: str) -> bool:
    return session.workout.kind is Kind.STRENGTH and status != "dropped"


def _goal(schedule: Schedule) -> Session | None:
    """The race that it is all for: the last A race, else the last race."""
    races = [one for one in schedule.sessions if one.workout.kind is Kind.RACE]
    return max(races, key=lambda one: (one.workout.focus == "A", one.day), default=None)


def from_plan(review: Review) -> tuple[Change, ...]:
    """Everything in which the schedule differs from the plan, strength from where it would stand unheld."""
    today = review.proposal.today
    strength = (one for one in review.unheld.sessions if one.workout.kind is Kind.STRENGTH)
    runs = (one for one in review.dated.sessions if one.workout.kind is not Kind.STRENGTH)
    plain = Schedule(today=today, sessions=tuple(_hours(review, (*runs, *strength))))
    return diff(plain, review.proposal.schedule)


def _hours(review: Review, sessions: Iterable[Session]) -> Iterable[Session]:
    """The plan says no hours, so hours alone are no difference from it."""
    from dataclasses import replace

    at = {one.uid: one.at for one in review.proposal.schedule.sessions}
    return (replace(one, at=at.get(one.uid)) for one in sessions)


def _weeks(review: Review, settings: Settings, pairing: Pairing) -> Iterable[WeekView]:
    starts = settings.runner.week_starts
    pace = easy_pace(review.history, settings, review.proposal.schedule.sessions)
    limits = {one.start: one for one in review.weeks}
    first = week_start(review.dated.first, starts)
    last = week_start(max(one.day for one in review.dated.sessions), starts)
    planned = _by_week(review.dated.sessions, starts, pace)
    scheduled = _by_week(review.proposal.schedule.sessions, starts, pace)
    week, number = first, 1
    while week <= last:
        limit = limits.get(week)
        yield WeekView(
            number=number,
            start=week,
            planned=planned.get(week, 0),
            metres=scheduled.get(week, 0),
            done=_done(review, week) + _presumed(review, week, pairing, pace),
            limit=limit.limit if limit else None,
            reference=limit.reference if limit else None,
            sessions=tuple(_sessions(review, week, pairing)),
        )
        week, number = week + timedelta(days=7), number + 1


def _by_week(sessions: Iterable[Session], starts: int, pace: int) -> dict[date, int]:
    total: dict[date, int] = {}
    for one in sessions:
        if one.workout.kind.is_run:
            week = week_start(one.day, starts)
            total[week] = total.get(week, 0) + metres(one.workout, pace)
    return total


def _done(review: Review, week: date) -> int:
    return sum(
        one.metres
        for one in review.history.activities
        if one.sport is Sport.RUN and week <= one.day < week + timedelta(days=7)
    )


def _presumed(review: Review, week: date, pairing: Pairing, pace: int) -> int:
    """What counts as done as planned, where no source is configured."""
    presumed = set(pairing.presumed)
    return sum(
        metres(one.workout, pace)
        for one in review.proposal.schedule.sessions
        if one.uid in presumed and week <= one.day < week + timedelta(days=7)
    )


def _sessions(review: Review, week: date, pairing: Pairing) -> Iterable[tuple[Session, str]]:
    schedule = review.proposal.schedule
    done = {uid for uid, _ in pairing.done} | set(pairing.presumed)
    missed = set(pairing.missed)
    end = week + timedelta(days=7)
    for one in schedule.sessions:
        if week <= one.day < end:
            status = "done" if one.uid in done else "missed" if one.uid in missed else "planned"
            yield one, status
    for one in schedule.dropped:
        if week <= one.day < end:
            yield one, "dropped"
