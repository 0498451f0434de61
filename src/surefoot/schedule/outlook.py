"""The whole middle in one call: decisions, limits and strength over what is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from surefoot.load.pairing import pair
from surefoot.load.size import easy_pace
from surefoot.model import (
    Activity,
    Decision,
    Finding,
    History,
    Kind,
    Programme,
    Reason,
    Schedule,
    Session,
    Settings,
)
from surefoot.schedule.apply import Applied, apply
from surefoot.schedule.arrange import Arranged, arrange, days_off
from surefoot.schedule.limit import WeekLimit, cap
from surefoot.schedule.micro import micro
from surefoot.schedule.place import place
from surefoot.text.days import day_name

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
    decisions = (*days_off(settings, decisions), *decisions)
    pace = easy_pace(history, settings, kept.sessions if kept else wanted)
    arranged = arrange(wanted, settings=settings, decisions=decisions, kept=kept, pace=pace, today=today)
    past = _past(arranged.sessions, kept, today)
    applied = _applied(arranged, past, decisions, today)
    split = _split(applied.sessions, past, kept=kept, history=history, settings=settings, today=today)
    capped = cap(
        _ordered((*past, *split.closed, *split.open)),
        history=history,
        kept=kept,
        decisions=decisions,
        settings=settings,
        today=today,
        skipped=applied.dropped,
    )
    placed = place(
        capped.sessions,
        kept=kept,
        decisions=decisions,
        programme=programme,
        settings=settings,
        today=today,
    )
    trained = (*capped.sessions, *placed.sessions)
    holds = micro(trained, programme, decisions, today=today, week_starts=settings.runner.week_starts)
    return Outlook(
        schedule=Schedule(
            today=today,
            sessions=_standing(past, split, (*trained, *holds), settings),
            dropped=_gone(kept, (*applied.dropped, *split.early, *capped.dropped, *placed.dropped), today),
        ),
        findings=capped.findings,
        weeks=capped.weeks,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Split:
    """What is ahead: ``closed`` was run today, ``early`` on a day before, ``open`` not yet."""

    closed: tuple[Session, ...]
    early: tuple[Session, ...]
    open: tuple[Session, ...]


def _applied(
    arranged: Arranged, past: tuple[Session, ...], decisions: tuple[Decision, ...], today: date
) -> Applied:
    """The sessions from today on with the runner's word on them; a word on what is over has no effect."""
    over = {one.uid for one in past}
    found = apply([one for one in arranged.sessions if one.uid not in over], decisions, today=today)
    return Applied(
        sessions=tuple(one for one in found.sessions if one.day >= today),
        dropped=tuple(one for one in (*arranged.dropped, *found.dropped) if one.day >= today),
    )


def _split(
    ahead: tuple[Session, ...],
    past: tuple[Session, ...],
    *,
    kept: Schedule | None,
    history: History,
    settings: Settings,
    today: date,
) -> _Split:
    """Set apart what needs not be run again."""
    near = (one for one in ahead if one.day < today + timedelta(days=7))
    done = dict(pair((*past, *near), history.activities, settings).done)
    closed = _closed(ahead, done, kept, today)
    return _Split(
        closed=tuple(closed.values()),
        early=tuple(_early(one, done[one.uid]) for one in ahead if one.uid in done and one.uid not in closed),
        open=tuple(one for one in ahead if one.uid not in done),
    )


def _standing(
    past: tuple[Session, ...], split: _Split, decided: tuple[Session, ...], settings: Settings
) -> tuple[Session, ...]:
    """What can no longer change as it stands, and everything else as it was decided, with its hours."""
    fixed = {one.uid for one in (*past, *split.closed)}
    future = (_at(one, settings) for one in decided if one.uid not in fixed)
    return _ordered((*past, *split.closed, *future))


def _gone(kept: Schedule | None, dropped: tuple[Session, ...], today: date) -> tuple[Session, ...]:
    """What is not done from today on; of the days before, what was left out there once and for all."""
    now = {one.uid for one in dropped}
    before = (one for one in (kept.dropped if kept else ()) if one.day < today and one.uid not in now)
    return _ordered((*before, *dropped))


def _past(wanted: tuple[Session, ...], kept: Schedule | None, today: date) -> tuple[Session, ...]:
    """The days that can no longer change; with nothing accepted yet, what the plan says they held."""
    return tuple(one for one in (wanted if kept is None else kept.sessions) if one.day < today)


def _closed(
    ahead: tuple[Session, ...], done: dict[str, Activity], kept: Schedule | None, today: date
) -> dict[str, Session]:
    """Today's sessions that were run today, as they were accepted: they too can no longer change."""
    accepted = {one.uid: one for one in kept.sessions} if kept else {}
    return {
        one.uid: accepted.get(one.uid, one)
        for one in ahead
        if one.day == today and one.uid in done and done[one.uid].day == today
    }


def _early(session: Session, run: Activity) -> Session:
    """A session that an earlier run of its week has fulfilled need not be run again."""
    reason = Reason(rule="paired", text=f"Done on {day_name(run.day)}.", value=run.metres)
    return replace(session, reasons=(*session.reasons, reason))


def _at(session: Session, settings: Settings) -> Session:
    """The runner's start hour for that weekday, unless a decision gave another."""
    if session.at is not None:
        return session
    hours = settings.runner.strength_at if session.workout.kind in NOT_RUNNING else settings.runner.run_at
    at: time | None = hours[session.day.weekday()]
    return session if at is None else replace(session, at=at)


def _ordered(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    return tuple(sorted(sessions, key=lambda one: (one.day, one.uid)))
