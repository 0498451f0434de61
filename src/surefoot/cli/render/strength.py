"""What ``strength`` says: the week's sessions, every exercise in a line, or one in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surefoot.app.strength import Strength
from surefoot.cli.width import paragraph
from surefoot.model import Catalogue, Exercise, Workout
from surefoot.text.card import amount, exercise_card

STAGES = {
    "isometric": "holds first",
    "dynamic": "movement",
    "loaded-functional": "load and one leg",
    "maintenance": "upkeep",
}
"""The stages in a runner's words."""


def one(exercise: Exercise, catalogue: Catalogue) -> str:
    """Return one exercise in full; one that is information only says why."""
    if exercise.unscheduled:
        return f"{exercise.name}\n\n{exercise.unscheduled}"
    return exercise_card(exercise, catalogue)


def every(exercises: Iterable[Exercise]) -> str:
    """Return a line an exercise: its id and its name, what is information only marked so."""
    known = sorted(exercises, key=lambda each: each.id)
    wide = max(len(each.id) for each in known)
    return "\n".join(
        f"{each.id:<{wide}}  {each.name}{' (information)' if each.unscheduled else ''}" for each in known
    )


def week(found: Strength) -> str:
    """Return the programme with its doses, what stands beside it, and what is still to be found out."""
    return "\n".join(_lines(found)).strip()


def _lines(found: Strength) -> Iterator[str]:
    made = found.programme
    if found.complaints:
        yield paragraph(f"For: {', '.join(found.complaints)}. Now: {STAGES[found.stage]}.")
    for slot in made.slots:
        yield from ("", f"{slot.key}  {slot.workout.title}, {slot.workout.focus}")
        yield from _doses(slot.workout, found.catalogue)
    if made.light is not None:
        yield from ("", f"Where a day has no room for load: {made.light.title}")
        yield from _doses(made.light, found.catalogue)
    if made.holds is not None:
        yield from ("", f"On the other days: {made.holds.title}")
        yield from _doses(made.holds, found.catalogue)
    if made.notes:
        yield ""
        yield from (paragraph(note) for note in made.notes)
    if found.due and made.slots:
        yield from ("", "To find out, or to find out again:")
        yield from (f"  {how}" for _, how in found.due)
    yield from ("", "One of them in full: surefoot strength NAME")


def _doses(workout: Workout, catalogue: Catalogue) -> Iterator[str]:
    known = [(dose, catalogue[dose.exercise]) for dose in workout.doses]
    wide = max((len(each.name) for _, each in known), default=0)
    for dose, each in known:
        yield f"   {each.name:<{wide}}  {amount(dose, each)}"
    if workout.notes:
        yield from (f"   {line}" for line in workout.notes.splitlines())
