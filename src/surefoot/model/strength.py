"""Exercises, what hurts, and the programme of a week that is made for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from surefoot.model.settings import Load
from surefoot.model.workout import Side, Workout

ExerciseKind: TypeAlias = Literal["isometric", "dynamic", "balance", "mobility", "self-test"]
Stage: TypeAlias = Literal["isometric", "dynamic", "loaded-functional", "maintenance"]
STAGES: tuple[Stage, ...] = ("isometric", "dynamic", "loaded-functional", "maintenance")
"""The way back, in order: holds, movement, load and one leg, and then for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise, in Surefoot's own words.

    ``cues`` are at most two lines. ``sets``, ``reps``, ``seconds`` (of a hold) and ``rest`` (seconds) are the
    entry dose; ``sets_to``, ``reps_to`` and ``seconds_to`` are the upper end of a range, where there is one.
    ``each`` is what a one-sided dose counts ("3 × 8 each leg"); ``sore`` marks what one sore leg does alone.
    ``equipment`` is all needed, ``alternative`` is what does instead of it. ``easier``, ``harder`` and
    ``instead`` are ids. ``precautions`` are the health states that leave it out. ``daily`` may be done on
    any day, as a hold. ``functional`` trains the movement of running: one leg, several joints.
    ``unscheduled`` says why it is information only. ``completeness`` is what an article keeps of it, or
    "ours". ``basis`` names where the numbers come from.
    """

    id: str
    name: str
    load: Load
    pattern: str
    cues: tuple[str, ...]
    kind: ExerciseKind = "dynamic"
    phase: Literal["isometric", "dynamic", "loaded-functional", "adjunct", "assessment"] = "dynamic"
    muscles: tuple[str, ...] = ()
    planes: tuple[str, ...] = ("sagittal",)
    equipment: tuple[str, ...] = ()
    alternative: tuple[str, ...] = ()
    sets: int = 3
    sets_to: int | None = None
    reps: int | None = None
    reps_to: int | None = None
    seconds: int | None = None
    seconds_to: int | None = None
    rest: int = 60
    side: Side = "both"
    each: Literal["leg", "side", "way"] = "leg"
    sore: bool = False
    daily: bool = False
    functional: bool = False
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    precautions: tuple[str, ...] = ()
    unscheduled: str = ""
    completeness: str = "full"
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One stage of a complaint's way back. ``inferred`` are those of ``exercises`` that are our reading."""

    name: Stage
    exercises: tuple[str, ...]
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A complaint, a finding or a state of health that changes what is trained. It is no diagnosis.

    ``names`` are what runners call it. ``gates`` are what comes first: ``triage``, ``settled`` (no pain
    above 2 for a week), ``seen`` (somebody qualified has looked at it) or ``refer`` (no programme).
    ``modified`` are exercises that are done in another version until load is due. ``descent`` counts going
    downhill as load. ``note`` is said with its programme.
    """

    id: str
    name: str
    kind: Literal["complaint", "finding", "state", "mention"]
    names: tuple[str, ...] = ()
    where: str = ""
    signs: tuple[str, ...] = ()
    aggravators: tuple[str, ...] = ()
    gates: tuple[Literal["triage", "settled", "seen", "refer"], ...] = ()
    phases: tuple[Phase, ...] = ()
    add_ons: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    descent: bool = False
    note: str = ""
    articles: tuple[str, ...] = ()

    def exercises(self, stage: Stage) -> tuple[str, ...]:
        """Return what this stage is made of; nothing where it has none."""
        return next((one.exercises for one in self.phases if one.name == stage), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All exercises: the shipped ones, then the runner's own, then plugins'; and all conditions."""

    exercises: tuple[Exercise, ...] = ()
    conditions: tuple[Condition, ...] = ()

    def __getitem__(self, exercise: str) -> Exercise:
        """Return the exercise with this id.

        Raises:
            KeyError: there is none.
        """
        for one in self.exercises:
            if one.id == exercise:
                return one
        raise KeyError(exercise)

    def known(self, names: Iterable[str]) -> tuple[Exercise, ...]:
        """Return the exercises of these ids, in this order; an id that nobody brings is left out."""
        found = {one.id: one for one in reversed(self.exercises)}
        return tuple(found[name] for name in names if name in found)

    def condition(self, name: str) -> Condition:
        """Return the condition with this id.

        Raises:
            KeyError: there is none.
        """
        for one in self.conditions:
            if one.id == name:
                return one
        raise KeyError(name)


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
    """What to place each week, most important first, and what a slot becomes when the week is full.

    ``notes`` say what was left out or comes first, and why; ``waits`` are those of them that end the
    programme or hold a part of it back. ``holds`` is done on other days, once or twice.
    """

    slots: tuple[Slot, ...] = ()
    light: Workout | None = None
    holds: Workout | None = None
    notes: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
