"""The whole middle in one call: decisions, limits and strength over what is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from surefoot.load.pairing import pair
from surefoot.model import (
    Decision,
    Finding,
    History,
    Kind,
    Programme,
    Schedule,
    Session,
    Settings,
    Sport,
)
from surefoot.schedule.apply import apply
from surefoot.schedule.limit import WeekLimit, cap
from surefoot.schedule.place import place

NOT_RUNNING = frozenset({Kind.STRENGTH, Kind.MICRO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A schedule with what was found on the way: findings from today on, and each week's limits."""

    schedule: Schedule
    findings: tuple[Finding, ...]
    weeks: tuple[WeekLimit, ...]


def outlook(
    *,
    wanted: tuple[Session, ...],
    kept: Schedule | None,
    history: History,
    decisions: tuple[Decision, ...],
    programme: Programme,
    settings: Settings,
    today: date,
) -> Outlook:
    """Return what will be done, and why. The same arguments give the same answer, byte for byte."""
    past = _past(wanted, kept, history, settings, today)
    closed = {one.uid for one in past}
    applied = apply([one for one in wanted if one.uid not in closed], decisions, today=today)
    ahead = tuple(one for one in applied.sessions if one.day >= today and one.uid not in closed)
    capped = cap(
        _ordered((*past, *ahead)),
        history=history,
        kept=kept,
        decisions=decisions,
        settings=settings,
        today=today,
    )
    placed = place(
        capped.sessions,
        kept=kept,
        decisions=decisions,
        programme=programme,
        settings=settings,
        today=today,
    )
    future = tuple(
        _at(one, settings) for one in (*capped.sessions, *placed.sessions) if one.uid not in closed
    )
    return Outlook(
        schedule=Schedule(
            today=today,
            sessions=_ordered((*past, *future)),
            dropped=_ordered((*applied.dropped, *capped.dropped, *placed.dropped)),
        ),
        findings=capped.findings,
        weeks=capped.weeks,
    )


def _past(
    wanted: tuple[Session, ...],
    kept: Schedule | None,
    history: History,
    settings: Settings,
    today: date,
) -> tuple[Session, ...]:
    """What can no longer change: days before today, and a session of today that was done.

    With nothing accepted yet, the plan itself says what the past days held.
    """
    if kept is None:
        return tuple(one for one in wanted if one.day < today)
    runs = tuple(one for one in history.activities if one.day == today and one.sport is Sport.RUN)
    open_today = tuple(one for one in kept.sessions if one.day == today)
    done = {uid for uid, _ in pair(open_today, runs, settings).done}
    return tuple(one for one in kept.sessions if one.day < today or one.uid in done)


def _at(session: Session, settings: Settings) -> Session:
    """The runner's start hour for that weekday, unless a decision gave another."""
    if session.at is not None:
        return session
    hours = settings.runner.strength_at if session.workout.kind in NOT_RUNNING else settings.runner.run_at
    at: time | None = hours[session.day.weekday()]
    return session if at is None else replace(session, at=at)


def _ordered(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    return tuple(sorted(sessions, key=lambda one: (one.day, one.uid)))
