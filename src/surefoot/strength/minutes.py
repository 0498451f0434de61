"""How long a strength session takes, and how it is made to fit."""

from __future__ import annotations

from dataclasses import replace

from surefoot.model import Dose

WARM_UP = 180
"""Seconds of brisk walking or marching before the first exercise [H]."""

REP = 4
"""Seconds of one slow repetition, up and down [H]."""

CHANGE = 15
"""Seconds from one exercise to the next [H]."""

FEWEST = 2
"""Sets below which an exercise gives way altogether [H]."""

KEPT = 4
"""The first exercises of a card never give way: knee, hip and the calf pair."""

LEAST, SHORTEST = 5, 15
"""Repetitions and seconds that are left of an exercise in the shortest session [H]."""


def seconds(doses: tuple[Dose, ...]) -> int:
    """Return the estimated length of a session in seconds, warm-up included."""
    return WARM_UP + sum(_one(dose) + CHANGE for dose in doses)


def whole_minutes(doses: tuple[Dose, ...], most: int) -> int:
    """Return the length that a title says: the estimate in steps of five minutes, up, at most ``most``."""
    return min(most, -(-seconds(doses) // 300) * 5)


def fitted(doses: tuple[Dose, ...], minutes: int, kept: int = KEPT) -> tuple[Dose, ...]:
    """Take sets off the last exercises, then exercises off the end, until the session fits.

    The first ``kept`` stay, with one set each at least; where ten minutes are too short for them, with fewer
    repetitions.
    """
    while seconds(doses) > minutes * 60 and (shorter := _shortened(doses, kept)) != doses:
        doses = shorter
    return doses


def _shortened(doses: tuple[Dose, ...], kept: int) -> tuple[Dose, ...]:
    most = max(dose.sets for dose in doses)
    if most > FEWEST or (most > 1 and len(doses) <= kept):
        last = max(place for place, dose in enumerate(doses) if dose.sets == most)
        return (*doses[:last], replace(doses[last], sets=most - 1), *doses[last + 1 :])
    return doses[:-1] if len(doses) > kept else _fewer(doses)


def _fewer(doses: tuple[Dose, ...]) -> tuple[Dose, ...]:
    """One repetition, or five seconds of a hold, off what takes longest."""
    longest = max(range(len(doses)), key=lambda place: _one(doses[place]))
    dose = doses[longest]
    if dose.reps:
        less = replace(dose, reps=max(min(LEAST, dose.reps), dose.reps - 1))
    else:
        held = dose.seconds or 0
        less = replace(dose, seconds=max(min(SHORTEST, held), held - 5))
    return (*doses[:longest], less, *doses[longest + 1 :])


def _one(dose: Dose) -> int:
    sides = 2 if dose.side == "each" else 1
    once = dose.reps * max(REP, dose.seconds or 0) if dose.reps else dose.seconds or 0
    return dose.sets * once * sides + (dose.sets - 1) * dose.rest
