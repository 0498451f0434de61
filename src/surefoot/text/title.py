"""The one line that names a session: on the terminal, in a calendar, on a watch."""

from __future__ import annotations

from surefoot.model import Kind, Unit, Workout
from surefoot.text.units import distance, duration

UNMEASURED = frozenset({Kind.STRENGTH, Kind.MICRO, Kind.REST})
"""Kinds whose title says how long they are, or that have no length."""


def length(workout: Workout, unit: Unit) -> str:
    """Return how long the session is: "6.5 km", "8.0-10.0 km", "45 min", or nothing."""
    if workout.metres is not None and workout.upto is not None:
        low = distance(workout.metres, unit).split()[0]
        return f"{low}-{distance(workout.upto, unit)}"
    if workout.metres is not None:
        return distance(workout.metres, unit)
    return duration(workout.seconds) if workout.seconds is not None else ""


def title(workout: Workout, unit: Unit) -> str:
    """Return the session's name with its length: "Easy 6.5 km", "6 x 600 m, 8.0 km"."""
    size = length(workout, unit)
    if not size or workout.kind in UNMEASURED:
        return workout.title
    between = ", " if workout.title[-1:].isdigit() or " × " in workout.title else " "
    return f"{workout.title}{between}{size}"
