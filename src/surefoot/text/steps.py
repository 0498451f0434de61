"""A structured workout in words, a line a step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from surefoot.model import Unit
from surefoot.text.units import distance, duration, pace

if TYPE_CHECKING:
    from surefoot.model import Effort, Step, Workout

GAITS = {"run": "running", "walk": "walking"}
ROLES = {"warmup": "Warm up", "cooldown": "Cool down", "recovery": "Easy", "rest": "Rest", "work": "Run"}


def steps(workout: Workout, unit: Unit) -> tuple[str, ...]:
    """Return the lines; a workout without steps has none."""
    return tuple(_lines(workout, unit)) if workout.steps else ()


def _lines(workout: Workout, unit: Unit) -> Iterator[str]:
    from surefoot.model import Repeat  # most workouts have no steps, and today is waited for

    for one in workout.steps:
        if isinstance(one, Repeat):
            parts = ", then ".join(_part(step, unit) for step in one.steps)
            yield f"{one.times} × {parts}"
        else:
            yield f"{ROLES[one.role]} {_part(one, unit, named=True)}".strip()


def _part(step: Step, unit: Unit, *, named: bool = False) -> str:
    size = _size(step, unit)
    if step.text in GAITS:
        return f"{size} {GAITS[step.text]}"
    aim = f" at {_aim(step)}" if _aim(step) else ""
    easy = " easy" if step.role == "recovery" and not named else ""
    rest = " rest" if step.role == "rest" and not named else ""
    return f"{size}{aim}{easy}{rest}".strip()


def _size(step: Step, unit: Unit) -> str:
    if step.metres is not None:
        return f"{step.metres} m" if step.metres < 1000 else distance(step.metres, unit)
    return duration(step.seconds) if step.seconds is not None else "until you are ready"


def _aim(step: Step) -> str:
    if step.effort is not None:
        return effort(step.effort)
    return f"{step.text} pace" if step.text[:1].isdigit() else step.text


def effort(aim: Effort) -> str:
    """Return a target in words: "5:00-4:45/km", "140-150 bpm", "6-7 of 10"."""
    if aim.of == "pace":
        return f"{pace(aim.lo, Unit.KM).removesuffix('/km')}-{pace(aim.hi, Unit.KM)}"
    return f"{aim.lo}-{aim.hi} {'bpm' if aim.of == 'hr' else 'of 10'}"
