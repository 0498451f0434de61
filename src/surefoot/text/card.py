"""The card of a strength session, as it stands in a calendar event: all one needs, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from surefoot.model import Catalogue, Dose, Exercise, Workout
from surefoot.text.days import SHORT, WEEKDAYS
from surefoot.text.units import duration

LONGEST = 1200
"""Characters of a card: what a phone shows of an event without a second tap."""

MOST = 6
"""Exercises of a card."""

PAIN = (
    "Up to 4 of 10 is fine if it is gone by tomorrow morning.",
    "More than that: stop that one, do the wall sit instead.",
    "A swollen knee or a sharp pain: stop, and have it looked at.",
)
"""Always the same three lines. The ceiling of 4 is article 000's; it is for exercises, not for runs."""

DONE = "Done? surefoot log strength"
WARM_UP = "Warm up: 3 min of brisk walking or marching on the spot."

_REGIONS = {
    "bridge": "hips",
    "hinge": "hips",
    "hip-abduction": "hips",
    "squat": "knees",
    "lunge": "knees",
    "step": "knees",
    "calf-raise": "calves",
    "core": "core",
    "balance": "balance",
}
_ORDER = tuple(dict.fromkeys(_REGIONS.values()))
_NAME, _LINE, _WHY = 30, 100, 160
"""Characters that the shortest card leaves to a name, a line and the reason."""


def strength_card(workout: Workout, catalogue: Catalogue, *, why: str = "", uid: str = "") -> str:
    """Return what to do, in at most 1,200 characters: cues go first, from the last on, exercises never.

    ``workout.notes`` is a remark that stands above the exercises, ``why`` the reason for the day.
    """
    doses = tuple((dose, _exercise(dose, catalogue)) for dose in workout.doses[:MOST])
    ways = ((2,) * len(doses), *((1,) * some + (0,) * (len(doses) - some) for some in _down(doses)))
    for cues in ways:
        card = _card(workout, doses, cues, why, uid)
        if len(card) <= LONGEST:
            return card
    return _shortest(workout, doses, why, uid)


def exercise_card(exercise: Exercise, catalogue: Catalogue) -> str:
    """Return one exercise: dose, cues, pain lines, and what is easier, harder or done instead."""
    dose = Dose(
        exercise=exercise.id,
        sets=exercise.sets,
        reps=exercise.reps,
        seconds=exercise.seconds,
        side=exercise.side,
        rest=exercise.rest,
    )
    others = (("Easier", exercise.easier), ("Harder", exercise.harder), ("Instead of it", exercise.instead))
    lines = (
        f"{exercise.name}  {amount(dose, exercise)}",
        *(f"   {cue}" for cue in (*exercise.cues, *exercise.cautions)),
        *_needs((exercise,)),
        "",
        *PAIN,
        "",
        *(f"{word}: {_names(ids, catalogue)}" for word, ids in others if ids),
        f"Source: {_source(exercise.basis)}" if exercise.basis else "",
    )
    return "\n".join(lines).rstrip()


def amount(dose: Dose, exercise: Exercise) -> str:
    """Return the dose in words: "4 × 45 s, rest 60 s", "3 × 8 each leg", "2 × 15, hold 3 s"."""
    each = f" each {exercise.each}" if dose.side == "each" else ""
    side = f" {dose.side}" if dose.side in ("left", "right") else ""
    hold = f", hold {dose.seconds} s" if dose.reps and dose.seconds else ""
    once = f"{dose.reps}" if dose.reps else duration(dose.seconds or 0)
    load = f", {dose.load_g / 1000:g} kg" if dose.load_g else ""
    # Changing legs is rest enough, so a one-sided dose says none.
    rest = f", rest {dose.rest} s" if dose.sets > 1 and dose.side == "both" else ""
    return f"{dose.sets} × {once}{each}{side}{hold}{load}{rest}"


def _source(basis: str) -> str:
    """Where the dose comes from; the rest of the basis is for those who read the catalogue."""
    parts = basis.split("; ")
    dose = [
        part for part in parts if part.split(":")[0].split(", ")[0] in ("sets", "reps", "seconds", "rest")
    ]
    return "; ".join(dose or parts)


_Doses = tuple[tuple[Dose, Exercise], ...]


def _down(doses: _Doses) -> range:
    return range(len(doses), -1, -1)


def _card(workout: Workout, doses: _Doses, cues: tuple[int, ...], why: str, uid: str) -> str:
    blocks = (
        (_opening(workout, doses),),
        (workout.notes, *((WARM_UP,) if doses else ())),
        tuple(_exercises(doses, cues)),
        PAIN,
        (f"Why today: {_lower(why)}" if why else "", _next_time(doses), DONE),
        (f"surefoot · {uid}" if uid else "",),
    )
    return _joined(blocks)


def _shortest(workout: Workout, doses: _Doses, why: str, uid: str) -> str:
    """Nothing that a plugin or a decision may have written long can make this one too long."""
    names = tuple(
        f"{place}  {_cut(each.name, _NAME)}  {_cut(amount(dose, each), _NAME)}"
        for place, (dose, each) in enumerate(doses, 1)
    )
    return _joined(
        (
            (_cut(_opening(workout, doses), _LINE),),
            names,
            PAIN,
            (f"Why today: {_lower(_cut(why, _WHY))}" if why else "",),
            (_cut(f"surefoot · {uid}", _LINE) if uid else "",),
        )
    )


def _joined(blocks: tuple[tuple[str, ...], ...]) -> str:
    written = ("\n".join(line for line in block if line) for block in blocks)
    return "\n\n".join(block for block in written if block)


def _opening(workout: Workout, doses: _Doses) -> str:
    found = {_REGIONS[each.pattern] for _, each in doses if each.pattern in _REGIONS}
    regions = _listed([word for word in _ORDER if word in found]).capitalize()
    length = duration(workout.seconds) if workout.seconds else ""
    said = tuple(f"{part}." for part in (regions, length) if part)
    return " ".join((*said, *_needs(tuple(each for _, each in doses))))


def _needs(exercises: tuple[Exercise, ...]) -> tuple[str, ...]:
    things = dict.fromkeys(thing for each in exercises for thing in _things(each))
    if not exercises:
        return ()
    if not things:
        return ("You need nothing but room to lie down.",)
    return (f"You need {_listed(list(things))}.",)


def _things(exercise: Exercise) -> Iterator[str]:
    """Each thing an exercise needs, or in one phrase what does instead of it."""
    if not exercise.alternative:
        yield from map(_a, exercise.equipment)
        return
    ways = (exercise.equipment, exercise.alternative)
    yield " or ".join(" with ".join(map(_a, way)) for way in ways)


def _exercises(doses: _Doses, cues: tuple[int, ...]) -> Iterator[str]:
    """The numbered lines; a cue that the next exercise shares is said once, after the last of them."""
    wide = max((len(each.name) for _, each in doses), default=0) + 2
    following = [after for _, after in pairwise(doses)]
    for place, (dose, each) in enumerate(doses, 1):
        yield f"{place}  {each.name:<{wide}}{amount(dose, each)}"
        shared = place <= len(following) and following[place - 1][1].cues == each.cues
        if not shared:
            yield from (f"   {cue}" for cue in each.cues[: cues[place - 1]])


def _next_time(doses: _Doses) -> str:
    counted = next(((dose, each) for dose, each in doses if dose.reps and each.load == "heavy"), None)
    if counted is None:
        return "Longer next time if the last seconds were easy." if doses else ""
    dose, each = counted
    then = ", add weight" if "weight" in each.equipment else " a harder one follows"
    return (
        f"Easier next time if {dose.sets} × {dose.reps} was hard; "
        f"after two sessions with reps to spare{then}."
    )


def _exercise(dose: Dose, catalogue: Catalogue) -> Exercise:
    """The exercise of a dose; one that a plugin no longer brings still has its name."""
    try:
        return catalogue[dose.exercise]
    except KeyError:
        return Exercise(id=dose.exercise, name=_spoken(dose.exercise), load="heavy", pattern="", cues=())


def _names(ids: tuple[str, ...], catalogue: Catalogue) -> str:
    known = {one.id: one.name for one in catalogue.exercises}
    return _listed([known.get(one, _spoken(one)).lower() for one in ids])


def _spoken(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _a(thing: str) -> str:
    return f"{'an' if thing[:1] in tuple('aeiou') else 'a'} {thing}"


def _listed(words: list[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _lower(text: str) -> str:
    """Begin small after a colon; a weekday keeps its capital."""
    names = (*SHORT, *(name.capitalize() for name in WEEKDAYS), "You")
    return text if text.startswith(names) else text[:1].lower() + text[1:]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
