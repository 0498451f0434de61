"""The plan brought into the runner's own calendar: races, days away and weekdays, before any decision.

Nothing of it depends on the day it is looked at from, so that what was arranged once is arranged the same
tomorrow; only what would fall into days that are past already stays where it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from surefoot.load.known import DAY
from surefoot.load.weeks import week_start
from surefoot.model import Allow, Decision, Kind, Off, RaceDay, Reason, Schedule, Session, Settings, Workout
from surefoot.rules.your_days import SLUG
from surefoot.schedule.appointments import keep_appointments
from surefoot.schedule.shorten import easy
from surefoot.schedule.weekdays import Weekdays

BEFORE_ALL = datetime(1990, 1, 1, tzinfo=UTC)
"""A setting is older than any decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """The sessions on the days that the settings leave them, and what found no day."""

    sessions: tuple[Session, ...]
    dropped: tuple[Session, ...] = ()


@dataclass(slots=True, kw_only=True)
class _Work:
    sessions: dict[str, Session]
    dropped: list[Session] = field(default_factory=list)

    def drop(self, session: Session, reason: Reason) -> None:
        del self.sessions[session.uid]
        self.dropped.append(replace(session, reasons=(*session.reasons, reason)))


def arrange(
    wanted: tuple[Session, ...],
    *,
    settings: Settings,
    decisions: Iterable[Decision],
    kept: Schedule | None,
    pace: int,
    today: date,
) -> Arranged:
    """Return the plan's sessions as races and weekdays leave them; the very same where none is set.

    ``pace`` is the runner's easy pace in seconds per km. A race before the plan begins is no race of it.
    """
    runner = settings.runner
    if not wanted or not (settings.races or any(runner.only) or any(runner.most)):
        return Arranged(sessions=wanted)
    allowed = _allowed(decisions)
    work = _Work(sessions={one.uid: one for one in wanted})
    first = week_start(min(one.day for one in wanted), runner.week_starts)
    for race in settings.races:
        if race.day >= first:
            _race(race, work, runner.week_starts)
    weekdays = Weekdays(settings=settings, pace=pace, allowed=allowed)
    moved = weekdays.settle(tuple(work.sessions.values()))
    kept_up = keep_appointments(moved.sessions, settings=settings, allowed=allowed)
    return _not_into_the_past(wanted, kept_up, (*work.dropped, *moved.dropped), kept, today)


def days_off(settings: Settings, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the days of ``[[off]]`` as the decisions they amount to, one a day, in order.

    A day on which the runner allows this rule is none of them.
    """
    allowed = _allowed(decisions)
    days = {
        away.since + n * DAY: away.name
        for away in settings.off
        for n in range((away.until - away.since).days + 1)
    }
    return tuple(_off(day, days[day]) for day in sorted(days) if day not in allowed)


def _off(day: date, name: str) -> Decision:
    uid = f"off-{day}"
    return Decision(
        id=uid,
        set="",
        made=BEFORE_ALL,
        by="settings",
        effect=Off(since=day, until=day),
        reason=Reason(rule=SLUG, text=f"Off: {name}." if name else "A day off."),
    )


def _allowed(decisions: Iterable[Decision]) -> frozenset[date]:
    return frozenset(
        one.effect.day
        for one in decisions
        if one.withdrawn is None and isinstance(one.effect, Allow) and one.effect.rule == SLUG
    )


def _race(race: RaceDay, work: _Work, starts: int) -> None:
    """Put the race on its day; a race that the plan has there already is that race."""
    on_day = [
        one for one in work.sessions.values() if one.day == race.day and one.workout.kind is not Kind.REST
    ]
    if any(one.workout.kind is Kind.RACE for one in on_day):
        return
    replaced = [one for one in on_day if one.workout.kind.is_run]
    for one in replaced:
        work.drop(one, Reason(rule=SLUG, text=f"{_capital(_named(race))} takes its place."))
    if not any(one.workout.kind is Kind.QUALITY for one in replaced):
        _ease(race, work, starts)
    session = _session(race)
    work.sessions[session.uid] = session


def _ease(race: RaceDay, work: _Work, starts: int) -> None:
    """The race is the hard day of its week: the quality nearest to it becomes easy."""
    week = week_start(race.day, starts)
    near = min(
        (
            one
            for one in work.sessions.values()
            if one.workout.kind is Kind.QUALITY and week_start(one.day, starts) == week
        ),
        key=lambda one: (abs((one.day - race.day).days), one.day, one.uid),
        default=None,
    )
    if near is not None:
        text = f"Easy instead: {_named(race)} is the hard day of this week."
        reason = Reason(rule=SLUG, text=text)
        work.sessions[near.uid] = replace(near, workout=easy(near.workout), reasons=(*near.reasons, reason))


def _session(race: RaceDay) -> Session:
    title = race.name or ("parkrun" if race.priority == "parkrun" else "Race")
    workout = Workout(kind=Kind.RACE, title=title, metres=race.metres, focus=race.priority)
    reason = Reason(rule=SLUG, text="One of your races.")
    return Session(
        uid=f"race-{race.day}", day=race.day, plan_day=race.day, workout=workout, reasons=(reason,)
    )


def _named(race: RaceDay) -> str:
    return race.name or ("the parkrun" if race.priority == "parkrun" else "the race")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _not_into_the_past(
    wanted: tuple[Session, ...],
    sessions: tuple[Session, ...],
    dropped: tuple[Session, ...],
    kept: Schedule | None,
    today: date,
) -> Arranged:
    """New settings reach only the future: what they would put into the past stays where it stood."""
    if kept is None:
        return Arranged(sessions=sessions, dropped=dropped)
    stood = {one.uid: one for one in kept.sessions}
    planned = {one.uid: one for one in wanted}

    def reached(one: Session) -> Session:
        if one.day >= today or one.uid not in planned:
            return one
        usual = planned[one.uid]
        there = stood.get(one.uid, usual)
        if there.day < today or (usual.day < today and not _is_settings(there)):
            return one  # also where a move was taken back and the session's own day is over
        return replace(usual, day=there.day, reasons=(*usual.reasons, *filter(_is_yours, there.reasons)))

    return Arranged(sessions=tuple(reached(one) for one in sessions), dropped=dropped)


def _is_settings(session: Session) -> bool:
    """Whether the settings had moved the session to where it stands."""
    return any(map(_is_yours, session.reasons))


def _is_yours(reason: Reason) -> bool:
    return reason.rule == SLUG
