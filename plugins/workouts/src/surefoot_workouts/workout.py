"""A session as a FIT workout: its steps, its repeats and what to hold. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from zlib import crc32

from surefoot.plugin import Dose, Effort, Fidelity, Kind, Repeat, Session, Step, Workout, outline
from surefoot_workouts.message import ENUM, UINT16, UINT32, UINT32Z, Field, Message, document

FILE_ID, WORKOUT, STEP = 0, 26, 27
WORKOUT_FILE, DEVELOPMENT = 5, 255
RUNNING, GENERIC, STRENGTH = (1, 0), (0, 0), (10, 20)
"""Sport and sub-sport."""

TIME, DISTANCE, LAP, REPEAT, REPS = 0, 1, 5, 6, 29
SPEED, HEART, FREE = 0, 1, 2
INTENSITY = {"work": 0, "rest": 1, "warmup": 2, "cooldown": 3, "recovery": 4}
EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
BEATS = 100
"""A heart rate is written above this number; below it, it is a share of the greatest."""


def encode(session: Session) -> bytes:
    """Return the FIT file of a session."""
    steps = tuple(_steps(session.workout))
    sport, below = _sport(session.workout.kind)
    created = _moment(session.revised or session.day)
    head = (
        Field(0, WORKOUT_FILE, ENUM),
        Field(1, DEVELOPMENT, UINT16),
        Field(2, 0, UINT16),
        Field(3, crc32(session.uid.encode()) or 1, UINT32Z),
        Field(4, created, UINT32),
    )
    workout = (
        Field(4, sport, ENUM),
        Field(11, below, ENUM),
        Field(6, len(steps), UINT16),
        Field(8, session.workout.title),
    )
    return document((Message(FILE_ID, head), Message(WORKOUT, workout), *steps))


def fidelity(workout: Workout) -> Fidelity:
    """Say what a watch would not follow: a target in words, an effort of 10, a session without a length."""
    if workout.kind is Kind.REST:
        return Fidelity(level="unsupported", why="rest is nothing to start on a watch")
    steps = tuple(_flat(workout))
    if not steps and not workout.doses and not workout.seconds:
        return Fidelity(level="degraded", why="it has no length, so it ends with the lap button")
    words = sorted({_words(one) for one in steps} - {""})
    if words:
        return Fidelity(level="degraded", why=f"in words only: {', '.join(words)}")
    return Fidelity()


def _sport(kind: Kind) -> tuple[int, int]:
    if kind.is_run:
        return RUNNING
    return STRENGTH if kind in {Kind.STRENGTH, Kind.MICRO} else GENERIC


def _words(step: Step) -> str:
    if step.effort is not None and step.effort.of == "rpe":
        return f"effort {step.effort.lo}-{step.effort.hi}"
    return step.text if step.effort is None else ""


def _moment(when: datetime | date) -> int:
    if not isinstance(when, datetime):
        when = datetime.combine(when, time(), UTC)
    return int((when - EPOCH).total_seconds())


def _flat(workout: Workout) -> Iterator[Step]:
    for one in outline(workout):
        yield from one.steps if isinstance(one, Repeat) else (one,)


def _steps(workout: Workout) -> Iterator[Message]:
    """Each step, and after those that are repeated one that says from where and how often."""
    number = 0
    for steps, times in _parts(workout):
        first = number
        for fields in steps:
            yield Message(STEP, (Field(254, number, UINT16), *fields))
            number += 1
        if times > 1:
            yield Message(STEP, (Field(254, number, UINT16), *_again(first, times)))
            number += 1


Fields = tuple[Field, ...]


def _parts(workout: Workout) -> Iterator[tuple[tuple[Fields, ...], int]]:
    """What stands together, and how often it is done."""
    parts = outline(workout) or (() if workout.doses else (Step(seconds=workout.seconds),))
    for one in parts:
        if isinstance(one, Repeat):
            yield tuple(_step(step) for step in one.steps), one.times
        else:
            yield (_step(one),), 1
    for dose in workout.doses:
        yield _dose(dose), dose.sets


def _dose(dose: Dose) -> tuple[Fields, ...]:
    """An exercise and the rest after it; a hold is by time, the rest by repetitions."""
    each = "" if dose.side == "both" else ", each side"
    load = f", {dose.load_g / 1000:g} kg" if dose.load_g else ""
    name = dose.exercise.replace("-", " ").capitalize() + load + each
    kind, length = (REPS, dose.reps) if dose.reps is not None else (TIME, (dose.seconds or 0) * 1000)
    work = _fields(name, (kind, length), (FREE, 0, 0), "work")
    return (work, _step(Step(role="rest", seconds=dose.rest))) if dose.rest else (work,)


def _step(step: Step) -> Fields:
    return _fields(_words(step), _length(step), _target(step.effort), step.role)


def _fields(name: str, length: tuple[int, int | None], target: tuple[int, int, int], role: str) -> Fields:
    return (
        Field(0, name),
        Field(1, length[0], ENUM),
        Field(2, length[1], UINT32),
        Field(3, target[0], ENUM),
        Field(4, 0, UINT32),
        Field(5, target[1], UINT32),
        Field(6, target[2], UINT32),
        Field(7, INTENSITY[role], ENUM),
    )


def _again(first: int, times: int) -> Fields:
    return (Field(1, REPEAT, ENUM), Field(2, first, UINT32), Field(3, FREE, ENUM), Field(4, times, UINT32))


def _length(step: Step) -> tuple[int, int | None]:
    """Centimetres, milliseconds, or until the lap button."""
    if step.metres is not None:
        return DISTANCE, step.metres * 100
    return (LAP, None) if step.seconds is None else (TIME, step.seconds * 1000)


def _target(effort: Effort | None) -> tuple[int, int, int]:
    """A span of millimetres a second, or of beats a minute; an effort of 10 is free."""
    if effort is None or effort.of == "rpe":
        return FREE, 0, 0
    if effort.of == "hr":
        return HEART, effort.lo + BEATS, effort.hi + BEATS
    return SPEED, _speed(effort.lo), _speed(effort.hi)


def _speed(pace: int) -> int:
    """Seconds a kilometre as millimetres a second, to the nearest."""
    return (1_000_000 + pace // 2) // pace
