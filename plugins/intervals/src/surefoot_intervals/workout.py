"""A session in the text that intervals.icu reads workouts from. Pure.

Metres are ``mtr`` there: ``400m`` is 400 minutes. A pace without the word ``pace`` is dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from surefoot.plugin import Effort, Repeat, Step, Workout

CUES = {"warmup": "Warm-up", "work": "Run", "recovery": "Easy", "cooldown": "Cool-down", "rest": "Rest"}
_STEP_LIKE = re.compile(r"^(\s*)-", re.MULTILINE)
_REPEAT_LIKE = re.compile(r"(?<=\d)\s*x\b", re.IGNORECASE)


def text(workout: Workout) -> str:
    """Return the steps in its syntax, a blank line, and the notes, of which nothing is taken for a step."""
    return "\n\n".join(part for part in ("\n".join(_lines(workout)).strip(), harmless(workout.notes)) if part)


def harmless(notes: str) -> str:
    """Return words that are read as words: no line begins with a hyphen, no ``4x`` begins a repeat."""
    return _REPEAT_LIKE.sub(" ×", _STEP_LIKE.sub(r"\1–", notes.strip()))


def has_pace(workout: Workout) -> bool:
    """Whether any step has a pace to hold."""
    return any(_pace(step.effort) for step in _flat(workout))


def _flat(workout: Workout) -> Iterator[Step]:
    for one in workout.steps:
        yield from one.steps if isinstance(one, Repeat) else (one,)


def _lines(workout: Workout) -> Iterator[str]:
    if not workout.kind.is_run:
        return
    if not workout.steps and (workout.metres or workout.seconds):
        yield _step(Step(metres=workout.metres, seconds=None if workout.metres else workout.seconds))
    for one in workout.steps:
        if isinstance(one, Repeat):
            yield from ("", f"{one.times}x", *(_step(step) for step in one.steps), "")
        else:
            yield _step(one)


def _step(step: Step) -> str:
    resting = " intensity=rest" if step.role == "rest" else ""
    return f"- {CUES[step.role]} {_length(step)}{_pace(step.effort)}{resting}"


def _length(step: Step) -> str:
    if step.metres is not None:
        return f"{step.metres // 1000}km" if step.metres % 1000 == 0 else f"{step.metres}mtr"
    if step.seconds is None:
        return "lap press"
    return f"{step.seconds // 60}m" if step.seconds % 60 == 0 else f"{step.seconds}s"


def _pace(effort: Effort | None) -> str:
    """Return a pace target; heart rates and efforts stand in the notes: there they are zones of its own."""
    if effort is None or effort.of != "pace":
        return ""
    slow, fast = (f"{one // 60}:{one % 60:02}" for one in (effort.lo, effort.hi))
    return f" {slow}/km pace" if slow == fast else f" {slow}-{fast}/km pace"
