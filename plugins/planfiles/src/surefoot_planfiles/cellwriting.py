"""One cell of a calendar-hack week, as it is written: whatever is read back as most like the workout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from surefoot.plugin import Kind, Unit, Workout, write_session
from surefoot_planfiles.cells import read_cell
from surefoot_planfiles.measures import number, pair

_WRITTEN_TAGS = {
    Kind.REST: "Rest",
    Kind.EASY: "Easy Run",
    Kind.LONG: "Long Run",
    Kind.CROSS: "Cross Train",
    Kind.RACE: "Race",
    Kind.QUALITY: "Speedwork",
}
_ORDER = ("kind", "metres", "upto", "seconds", "steps", "focus", "title", "notes")


def write_cells(workouts: list[Workout], unit: Unit) -> dict[str, Any]:
    """Return the one cell of a day with several sessions, where all of them fit in its title."""
    cell = {"title": " + ".join(write_session(workout, unit) for workout in workouts)}
    return cell if read_cell(cell, unit) == tuple(workouts) else {}


def write_cell(workout: Workout, unit: Unit) -> dict[str, Any]:
    """Return the cell that reads back as the workout, or as near to it as the format comes."""
    best: dict[str, Any] = {}
    highest: tuple[bool, ...] = ()
    for cell in _candidates(workout, unit):
        likeness = _likeness(cell, workout, unit)
        if likeness > highest:
            best, highest = cell, likeness
        if all(likeness):
            break
    return best


def _likeness(cell: dict[str, Any], workout: Workout, unit: Unit) -> tuple[bool, ...]:
    """Say what is read back alike, what matters most first."""
    found = read_cell(as_text(cell), unit)
    back = found[0]
    return (len(found) == 1, *(getattr(back, name) == getattr(workout, name) for name in _ORDER))


def as_text(value: Any) -> Any:
    """Return a value as the reader gets it, all scalars text."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    return [as_text(one) for one in value] if isinstance(value, list) else str(value)


def _candidates(workout: Workout, unit: Unit) -> Iterator[dict[str, Any]]:
    plain = replace(workout, notes="", doses=())
    timeless = replace(plain, metres=None, upto=None)
    texts = [workout.title, write_session(timeless, unit), write_session(plain, unit)]
    if workout.metres is not None and workout.upto is None and workout.kind.is_run and not workout.steps:
        texts.insert(0, f"{pair(workout.metres)} {workout.title}")
    for text in texts:
        title = " ".join(text.split())
        for tagged in (False, True):
            cell: dict[str, Any] = {"title": title or "Rest"}
            if workout.notes:
                cell["description"] = workout.notes
            if workout.metres is not None:
                ends = [number(end, unit) for end in (workout.metres, workout.upto) if end is not None]
                cell["distance"] = ends if workout.upto is not None else ends[0]
            if tagged and workout.kind in _WRITTEN_TAGS:
                hills = workout.kind is Kind.QUALITY and workout.focus == "hills"
                cell["tags"] = ["Hills" if hills else _WRITTEN_TAGS[workout.kind]]
            yield cell
