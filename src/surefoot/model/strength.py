"""Exercises, and the programme of a week that is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from surefoot.model.settings import Load
from surefoot.model.workout import Side, Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise, in Surefoot's own words.

    ``cues`` are at most two lines. ``sets``, ``reps``, ``seconds`` (of a hold) and ``rest`` (seconds) are
    the entry dose. ``each`` is what a one-sided dose counts ("3 × 8 each leg"). ``easier``, ``harder`` and
    ``instead`` are ids. ``basis`` names where the dose comes from.
    """

    id: str
    name: str
    load: Load
    pattern: str
    cues: tuple[str, ...]
    muscles: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    sets: int = 3
    reps: int | None = None
    seconds: int | None = None
    rest: int = 60
    side: Side = "both"
    each: Literal["leg", "side", "way"] = "leg"
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All exercises by id order: the shipped ones, then plugins', then the runner's own."""

    exercises: tuple[Exercise, ...] = ()

    def __getitem__(self, exercise: str) -> Exercise:
        """Return the exercise with this id.

        Raises:
            KeyError: there is none.
        """
        for one in self.exercises:
            if one.id == exercise:
                return one
        raise KeyError(exercise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One session of a week's programme; ``key`` (a, b, c) and the week make the session's uid."""

    key: str
    workout: Workout

    @property
    def load(self) -> str:
        """The class that spacing goes by: ``heavy``, ``moderate`` or ``light``."""
        return self.workout.focus


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What to place each week, most important first, and what a slot becomes when the week is full."""

    slots: tuple[Slot, ...] = ()
    light: Workout | None = None
