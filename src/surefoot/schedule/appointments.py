"""The fixed weekly appointment: a run that stands on its weekday with its own length, as a club's.

It is written where the weekday's kind is, ``only = { tue = "8k easy" }``. The plan's run of that day and kind
becomes it, else the nearest of that kind in the week; a week without one gets it besides. It counts in all
limits, and of its week it gives way last. In a week of the race that a plan is for, the plan stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from surefoot.load.known import DAY
from surefoot.load.weeks import week_start
from surefoot.model import Kind, Reason, Session, Settings, Unit, Workout
from surefoot.rules.your_days import SLUG
from surefoot.schedule.swaps import near
from surefoot.text.days import WEEKDAYS
from surefoot.text.shorthand import parse
from surefoot.text.units import distance, duration

MAIN = frozenset({"", "A"})
"""The letters of a race that a plan is for."""


def kind_of(word: str, unit: Unit) -> str:
    """Return the kind that a weekday is for, also where an appointment says it."""
    found = appointment(word, unit)
    return str(found.kind) if found else word


@cache
def appointment(word: str, unit: Unit) -> Workout | None:
    """Return the session that a weekday's word describes; None where it names a kind alone, or nothing.

    Raises:
        PlanError: it describes none.
    """
    return parse(word, unit)[0] if any(one.isdecimal() for one in word) else None


def is_appointment(one: Session, settings: Settings) -> bool:
    """Whether the session is its weekday's appointment, at its own length."""
    found = appointment(settings.runner.only[one.day.weekday()], settings.runner.unit)
    return found is not None and _alike(one.workout, found)


def keep_appointments(
    sessions: tuple[Session, ...], *, settings: Settings, allowed: frozenset[date]
) -> tuple[Session, ...]:
    """Return the sessions with an appointment on each of its days from the first run to the last.

    ``allowed`` are days on which the runner set it aside; nothing stands on the days of ``[[off]]``.
    """
    runner = settings.runner
    wanted = [appointment(word, runner.unit) for word in runner.only]
    runs = [one for one in sessions if one.workout.kind.is_run]
    if not any(wanted) or not runs:
        return sessions
    found = {one.uid: one for one in sessions}
    day, last = min(one.day for one in runs), max(one.day for one in runs)
    while day <= last:
        workout = wanted[day.weekday()]
        away = day in allowed or any(one.covers(day) for one in settings.off)
        if workout is not None and not away:
            _keep(day, workout, found, settings)
        day += DAY
    return tuple(found.values())


def _keep(day: date, workout: Workout, found: dict[str, Session], settings: Settings) -> None:
    starts = settings.runner.week_starts
    week = [one for one in found.values() if week_start(one.day, starts) == week_start(day, starts)]
    races = [one for one in week if one.workout.kind is Kind.RACE]
    if any(one.day == day or one.workout.focus in MAIN for one in races):
        return
    one = _nearest(day, workout, week, settings)
    if one is None:
        uid = f"every-{day}"
        found[uid] = Session(
            uid=uid, day=day, plan_day=day, workout=workout, reasons=(_reason(day, workout, settings),)
        )
    elif one.day != day or not _alike(one.workout, workout):
        reasons = tuple(dict.fromkeys((*one.reasons, _reason(day, workout, settings))))
        found[one.uid] = replace(one, day=day, workout=workout, reasons=reasons)


def _nearest(day: date, workout: Workout, week: Iterable[Session], settings: Settings) -> Session | None:
    """The run of that kind that becomes the appointment; another weekday's appointment is none."""
    return min(
        (
            one
            for one in week
            if one.workout.kind is workout.kind and (one.day == day or not _is_kept(one.day, settings))
        ),
        key=lambda one: (*near(day, one.day), one.uid),
        default=None,
    )


def _is_kept(day: date, settings: Settings) -> bool:
    return appointment(settings.runner.only[day.weekday()], settings.runner.unit) is not None


def _alike(one: Workout, other: Workout) -> bool:
    return (one.kind, one.metres, one.seconds, one.steps) == (
        other.kind,
        other.metres,
        other.seconds,
        other.steps,
    )


def _reason(day: date, workout: Workout, settings: Settings) -> Reason:
    size = (
        distance(workout.metres, settings.runner.unit) if workout.metres else duration(workout.seconds or 0)
    )
    return Reason(
        rule=SLUG, text=f"{size} {workout.title.lower()} every {WEEKDAYS[day.weekday()].capitalize()}."
    )
