"""A run made gentler without being made shorter for it: on the flat, or with walking in between."""

from __future__ import annotations

from dataclasses import replace

from surefoot.model import Kind, Repeat, Step, Workout

FLAT = "Choose a flat route."


def on_the_flat(workout: Workout) -> Workout:
    """Return the run with a word about its route; hills as such are made easy elsewhere."""
    if FLAT in workout.notes:
        return workout
    return replace(workout, notes=f"{workout.notes} {FLAT}".strip())


def run_walk(workout: Workout, turns: tuple[int, ...], metres: int, pace: int) -> Workout:
    """Return running and walking in turns, at most as long as the run is.

    Args:
        workout: the run; of its words the note about a flat route is kept.
        turns: seconds of running, seconds of walking, and how many times.
        metres: how long the run is.
        pace: the easy pace, at which walking counts as well.
    """
    run, walk, times = turns
    times = max(1, min(times, metres * pace // 1000 // (run + walk)))
    walking = (Step(role="recovery", seconds=walk, text="walk"),) if walk else ()
    steps = (Step(seconds=run, text="run"), *walking)
    return Workout(
        kind=Kind.EASY,
        title="Run/walk" if walk else "Easy",
        seconds=times * (run + walk),
        focus="run-walk" if walk else "",
        steps=(Repeat(times=times, steps=steps),) if walk else (),
        notes=FLAT if FLAT in workout.notes else "",
    )
