"""What a structured session is made of, and how long it comes out: shared by the reader and the writer."""

from __future__ import annotations

from surefoot.model import Kind, Repeat, Step, Workout
from surefoot.text.naming import Steps
from surefoot.text.units import seconds_as_metres
from surefoot.text.words import CANONICAL, Word

WARMUP = Step(role="warmup", metres=2000)
COOLDOWN = Step(role="cooldown", metres=1000)
"""What quality in repetitions includes where nobody wrote otherwise (rule 12 of the schedule)."""

MOST_TIMES = 100
"""Repetitions of one part [H]."""

HILLY = frozenset(("hill", "hills", "uphill"))


def outline(workout: Workout) -> tuple[Step | Repeat, ...]:
    """Return what is run, step by step: a run that nobody wrote in parts is one step of its whole length.

    What is no run, or has no length, has no steps. A session by distance is never told by time.
    """
    if workout.steps or not workout.kind.is_run:
        return workout.steps
    if workout.metres is None and workout.seconds is None:
        return ()
    return (Step(metres=workout.metres, seconds=None if workout.metres else workout.seconds),)


def meaning(kind: Kind, focus: str) -> Word:
    """Return the word that is written for this kind and focus, or for the kind alone."""
    found = [word for word, _ in CANONICAL if word.kind is kind]
    return next((word for word in found if word.focus == focus), found[0])


def implied(steps: Steps) -> Word:
    """Return what a session with these parts is where nobody says: run/walk, hills, intervals or tempo."""
    repeats = [one for one in steps if isinstance(one, Repeat)]
    texts = {step.text for one in steps for step in (one.steps if isinstance(one, Repeat) else (one,))}
    if "walk" in texts and all(any(step.text == "walk" for step in one.steps) for one in repeats):
        return meaning(Kind.EASY, "run-walk")
    if texts & HILLY:
        return meaning(Kind.QUALITY, "hills")
    return meaning(Kind.QUALITY, "intervals" if repeats else "tempo")


def recovery(step: Step, *, hills: bool) -> Step:
    """Return the jog after a repetition where nobody wrote one.

    Half the distance (rounded up to 100 m), or the same time; after a hill twice the time, for the way
    down [H].
    """
    if step.metres is not None:
        return Step(role="recovery", metres=-(-step.metres // 200) * 100)
    if step.seconds is not None:
        return Step(role="recovery", seconds=step.seconds * (2 if hills else 1))
    return Step(role="recovery")


def extent(steps: Steps) -> tuple[int | None, int | None]:
    """Return the metres, or the seconds where all parts are by time; neither where one has no length.

    Beside distances a time counts as an easy jog, and standing still counts as nothing.
    """
    flat = [
        (step, one.times if isinstance(one, Repeat) else 1)
        for one in steps
        for step in (one.steps if isinstance(one, Repeat) else (one,))
    ]
    if not flat or any(step.metres is None and step.seconds is None for step, _ in flat):
        return None, None
    if all(step.metres is None for step, _ in flat):
        return None, sum((step.seconds or 0) * times for step, times in flat)
    return sum(_metres(step) * times for step, times in flat), None


def _metres(step: Step) -> int:
    if step.metres is not None:
        return step.metres
    return 0 if step.role == "rest" else seconds_as_metres(step.seconds or 0)
