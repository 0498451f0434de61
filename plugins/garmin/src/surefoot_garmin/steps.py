"""The steps of a workout as Garmin's JSON has them. Pure.

The ids are those of Garmin's own list of workout types; a value is metres, seconds or repetitions, a pace
metres a second, a weight grams.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from surefoot.plugin import Dose, Effort, Repeat, Step, Workout, outline
from surefoot_garmin.exercises import KNOWN, words

Json = dict[str, Any]

KINDS = {"warmup": 1, "cooldown": 2, "interval": 3, "recovery": 4, "rest": 5, "repeat": 6}
ENDS = {"lap.button": 1, "time": 2, "distance": 3, "iterations": 7, "reps": 10}
TARGETS = {"no.target": 1, "heart.rate.zone": 4, "pace.zone": 6}
KILOGRAM = {"unitId": 8, "unitKey": "kilogram", "factor": 1000.0}


def steps(workout: Workout) -> list[Json]:
    """Return all steps, numbered from 1 through all groups; there is always one."""
    order = count(1)
    parts = outline(workout)
    found = [_part(one, order) for one in parts]
    found += [_sets(one, order) for one in workout.doses]
    return found or [_step(order, "interval", *_length(None, workout.seconds))]


def flat(workout: Workout) -> Iterator[Step]:
    """Yield each step that is run, once."""
    for one in outline(workout):
        yield from one.steps if isinstance(one, Repeat) else (one,)


def told(step: Step) -> str:
    """Return what of a step stands there in words: an effort of 10, or a text that is no number."""
    if step.effort is not None and step.effort.of == "rpe":
        return f"effort {step.effort.lo}-{step.effort.hi}"
    return step.text if step.effort is None else ""


def _part(one: Step | Repeat, order: count[int]) -> Json:
    if isinstance(one, Step):
        return _run(one, order)
    return _repeat(order, one.times, lambda: [_run(step, order) for step in one.steps])


def _run(step: Step, order: count[int]) -> Json:
    kind = "interval" if step.role == "work" else step.role
    return _step(
        order, kind, *_length(step.metres, step.seconds), target=_target(step.effort), note=told(step)
    )


def _sets(dose: Dose, order: count[int]) -> Json:
    """An exercise with its rests; a hold on each side is two steps, for the watch counts the time."""
    sides = ("left", "right") if dose.side == "each" and dose.reps is None else (dose.side,)

    def once() -> list[Json]:
        work = [_exercise(dose, side, order) for side in sides]
        return [*work, _step(order, "rest", "time", dose.rest)] if dose.rest else work

    return _repeat(order, dose.sets, once)


def _exercise(dose: Dose, side: str, order: count[int]) -> Json:
    end, value = ("reps", dose.reps) if dose.reps is not None else _length(None, dose.seconds)
    notes = {"both": "", "each": "each side"}.get(side, side)
    known = KNOWN.get(dose.exercise)
    note = notes if known else ", ".join(one for one in (words(dose.exercise), notes) if one)
    made = _step(order, "interval", end, value, note=note)
    if known:
        made |= {"category": known[0], "exerciseName": known[1]}
    if dose.load_g:
        made |= {"weightValue": float(dose.load_g), "weightUnit": KILOGRAM}
    return made


def _repeat(order: count[int], times: int, once: Any) -> Json:
    number = next(order)
    return {
        "type": "RepeatGroupDTO",
        "stepOrder": number,
        "stepType": {"stepTypeId": KINDS["repeat"], "stepTypeKey": "repeat"},
        "numberOfIterations": times,
        "smartRepeat": False,
        "endCondition": _end("iterations"),
        "endConditionValue": float(times),
        "workoutSteps": once(),
    }


def _step(
    order: count[int],
    kind: str,
    end: str,
    value: int | None,
    *,
    target: tuple[str, float | None, float | None] = ("no.target", None, None),
    note: str = "",
) -> Json:
    made: Json = {
        "type": "ExecutableStepDTO",
        "stepOrder": next(order),
        "stepType": {"stepTypeId": KINDS[kind], "stepTypeKey": kind},
        "endCondition": _end(end),
        "targetType": {"workoutTargetTypeId": TARGETS[target[0]], "workoutTargetTypeKey": target[0]},
    }
    if value is not None:
        made["endConditionValue"] = float(value)
    if target[1] is not None:
        made |= {"targetValueOne": target[1], "targetValueTwo": target[2]}
    return made | ({"description": note} if note else {})


def _end(key: str) -> Json:
    return {"conditionTypeId": ENDS[key], "conditionTypeKey": key}


def _length(metres: int | None, seconds: int | None) -> tuple[str, int | None]:
    if metres is not None:
        return "distance", metres
    return ("lap.button", None) if seconds is None else ("time", seconds)


def _target(effort: Effort | None) -> tuple[str, float | None, float | None]:
    """A span of metres a second from slow to fast, or of beats a minute."""
    if effort is None or effort.of == "rpe":
        return "no.target", None, None
    if effort.of == "hr":
        return "heart.rate.zone", float(effort.lo), float(effort.hi)
    return "pace.zone", round(1000 / effort.lo, 4), round(1000 / effort.hi, 4)
