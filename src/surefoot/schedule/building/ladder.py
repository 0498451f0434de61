"""Run/walk for those who begin from little: a stage a week, until a run is run in one go."""

from __future__ import annotations

from dataclasses import replace

from surefoot.model import Kind, Unit, Workout
from surefoot.text.shorthand import parse

STAGES = ((1, 2), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (9, 1), (14, 1), (19, 1))
"""Minutes of running and of walking; the usual ladder, with nothing to prove its steps [H]."""
WALK_FIRST = 5  # minutes of brisk walking that every session begins with
FIRST_STEPS = 4  # of five minutes: a first session takes 20 min
MOST_DAYS = 3  # sessions a week, with a day between where the runner's days allow it

NOTES = "Walk briskly for the first 5 min. Running is slow enough to talk in sentences: 3-4 of 10."


def on_stage(workout: Workout, stage: int) -> Workout:
    """Return a run by time on a stage, 0 the first; from the end of the ladder on it is run in one go."""
    if stage >= len(STAGES) or workout.seconds is None or workout.kind not in (Kind.EASY, Kind.LONG):
        return workout
    run, walk = STAGES[stage]
    minutes = workout.seconds // 60
    times = max(1, (minutes - WALK_FIRST) // (run + walk))
    head = f"{minutes}min long:" if workout.kind is Kind.LONG else f"{minutes}min"
    return replace(parse(f"{head} {run}min run {walk}min walk x {times}", Unit.KM)[0], notes=NOTES)
