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

KEPT = 3
"""The first exercises of a card never give way: a squat or lunge and the calf pair."""


def seconds(doses: tuple[Dose, ...]) -> int:
    """Return the estimated length of a session in seconds, warm-up included."""
    return WARM_UP + sum(_one(dose) + CHANGE for dose in doses)


def whole_minutes(doses: tuple[Dose, ...], most: int) -> int:
    """Return the length that a title says: the estimate in steps of five minutes, up, at most ``most``."""
    return min(most, -(-seconds(doses) // 300) * 5)


def fitted(doses: tuple[Dose, ...], minutes: int) -> tuple[Dose, ...]:
    """Take sets off the last exercises, then exercises off the end, until the session fits.

    The first three stay, with one set each at least: ten minutes are enough for them.
    """
    while seconds(doses) > minutes * 60 and (shorter := _shortened(doses)) != doses:
        doses = shorter
    return doses


def _shortened(doses: tuple[Dose, ...]) -> tuple[Dose, ...]:
    most = max(dose.sets for dose in doses)
    if most > FEWEST or (most > 1 and len(doses) <= KEPT):
        last = max(place for place, dose in enumerate(doses) if dose.sets == most)
        return (*doses[:last], replace(doses[last], sets=most - 1), *doses[last + 1 :])
    return doses[:-1] if len(doses) > KEPT else doses


def _one(dose: Dose) -> int:
    sides = 2 if dose.side == "each" else 1
    once = dose.reps * max(REP, dose.seconds or 0) if dose.reps else dose.seconds or 0
    return dose.sets * once * sides + (dose.sets - 1) * dose.rest
