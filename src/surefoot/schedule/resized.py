"""A session at the length that the runner gave it: whole repetitions, or the exercises that fit."""

from __future__ import annotations

from dataclasses import replace

from surefoot.load.size import USUAL_PACE
from surefoot.model import Dose, Kind, Resize, Unit, Workout
from surefoot.schedule.shorten import ladder
from surefoot.strength.kitchen import titled
from surefoot.strength.minutes import seconds as taken


def resized(workout: Workout, effect: Resize) -> Workout:
    """Return the workout at the length of ``effect``.

    Where that is a length the workout can be cut to it keeps its repetitions, and strength keeps the first
    exercises that fit; else it is a plain run of that length.
    """
    if workout.kind is Kind.STRENGTH:
        return _strength(workout, effect.seconds) if effect.seconds and workout.doses else workout
    for unit in (Unit.KM, Unit.MI):
        for rung in ladder(workout, USUAL_PACE, unit):
            if _length(rung.workout) == (effect.metres, effect.seconds):
                return rung.workout
    return replace(workout, metres=effect.metres, upto=None, seconds=effect.seconds, steps=())


def resize(uid: str, workout: Workout) -> Resize:
    """Return the effect that makes the session with this uid as long as ``workout``."""
    metres, seconds = _length(workout)
    return Resize(uid=uid, metres=metres, seconds=seconds)


def first_that_fit(doses: tuple[Dose, ...], seconds: int) -> tuple[Dose, ...]:
    """Return the first exercises, warm-up counted, that take no longer; none where one is too long."""
    return next((doses[:n] for n in range(len(doses), 0, -1) if taken(doses[:n]) <= seconds), ())


def _length(workout: Workout) -> tuple[int | None, int | None]:
    return workout.upto or workout.metres, workout.seconds


def _strength(workout: Workout, seconds: int) -> Workout:
    doses = first_that_fit(workout.doses, seconds)
    return titled(workout, doses, seconds // 60) if doses else workout
