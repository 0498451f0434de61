"""How much of an exercise: its own dose, or the one that the runner chose, from where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from surefoot.model import Catalogue, Dose, Exercise
from surefoot.strength.standing import Reached, start

PROFILES = {"entry": (3, None, 8, 10), "circuit": (2, 3, 15, 30)}
"""Sets, sets at most, repetitions from and to: article 001's for all, and article 003's."""


def profiled(catalogue: Catalogue, dose: Literal["own", "entry", "circuit"]) -> Catalogue:
    """Return the catalogue with the sets and repetitions that ``[strength] dose`` asks for."""
    if dose == "own":
        return catalogue
    return replace(catalogue, exercises=tuple(_profiled(one, dose) for one in catalogue.exercises))


def _profiled(exercise: Exercise, dose: str) -> Exercise:
    if exercise.kind != "dynamic" or not exercise.reps or exercise.seconds:
        return exercise
    sets, sets_to, reps, reps_to = PROFILES[dose]
    return replace(exercise, sets=sets, sets_to=sets_to, reps=reps, reps_to=reps_to)


def dosed(exercise: Exercise, reached: Reached | None, sore_leg: Literal["both", "left", "right"]) -> Dose:
    """Return the next dose; what is for the sore leg is done with that one, where it is known."""
    now = reached or start(exercise)
    return Dose(
        exercise=exercise.id,
        sets=now.sets,
        reps=now.reps,
        # A pause within each repetition is part of the exercise; a hold grows.
        seconds=exercise.seconds if exercise.reps else now.seconds,
        load_g=now.load_g,
        side=sore_leg if exercise.sore and sore_leg != "both" else exercise.side,
        rest=exercise.rest,
    )
