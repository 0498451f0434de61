"""A session in the text that intervals.icu reads workouts from. Pure.

Metres are ``mtr`` there: ``400m`` is 400 minutes. A pace without the word ``pace`` is dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from surefoot.plugin import Effort, Fidelity, Repeat, Step, Workout, outline

CUES = {"warmup": "Warm-up", "work": "Run", "recovery": "Easy", "cooldown": "Cool-down", "rest": "Rest"}
WALKED = {"walk": "Walk"}
"""Words that a step may begin with; most others would be read as lengths or targets."""
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


def fidelity(workout: Workout) -> Fidelity:
    """Say what stands in words only: a heart rate, an effort, a pace that has a name and no number."""
    words = sorted({_words(step) for step in _flat(workout)} - {""})
    return Fidelity(level="degraded", why=f"in words only: {', '.join(words)}") if words else Fidelity()


def _words(step: Step) -> str:
    if step.effort is None:
        return step.text if step.text not in WALKED else ""
    lo, hi, of = step.effort.lo, step.effort.hi, step.effort.of
    return "" if of == "pace" else f"{lo}-{hi} bpm" if of == "hr" else f"effort {lo}-{hi}"


def _flat(workout: Workout) -> Iterator[Step]:
    for one in workout.steps:
        yield from one.steps if isinstance(one, Repeat) else (one,)


def _lines(workout: Workout) -> Iterator[str]:
    for one in outline(workout):
        if isinstance(one, Repeat):
            yield from ("", f"{one.times}x", *(_step(step) for step in one.steps), "")
        else:
            yield _step(one)


def _step(step: Step) -> str:
    resting = " intensity=rest" if step.role == "rest" else ""
    cue = WALKED.get(step.text, CUES[step.role])
    return f"- {cue} {_length(step)}{_pace(step.effort)}{resting}"


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
