"""Which exercise it is: the first that is allowed, else another of the same pattern."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from surefoot.model import Catalogue, Exercise
from surefoot.strength.vocabulary import has

FAMILY = {"step": ("step", "lunge"), "knee-extension": ("knee-extension", "squat")}
"""Patterns that stand in for each other where one has nothing else: a step-up becomes a lunge."""

RANK = {"light": 0, "moderate": 1, "heavy": 2}
STAGE = {"isometric": 0, "dynamic": 1, "loaded-functional": 2}
TRAINED = ("isometric", "dynamic", "balance")


def family(pattern: str) -> tuple[str, ...]:
    """Return the patterns that may replace ``pattern``, itself first."""
    return FAMILY.get(pattern, (pattern,))


def _any(_: Exercise) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What was chosen, and what was meant before equipment, precautions and pain had their say."""

    wanted: Exercise
    exercise: Exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """What a runner can and may do.

    ``barred`` are ids that are left out whatever they need: a gate is closed, or they hurt.
    """

    catalogue: Catalogue
    equipment: tuple[str, ...]
    precautions: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    heaviest: str = "heavy"

    def allows(self, exercise: Exercise) -> bool:
        """Return whether the exercise is trained, has its equipment, and nothing speaks against it."""
        return (
            not exercise.unscheduled
            and exercise.kind in TRAINED
            and exercise.id not in self.barred
            and self.precautions.isdisjoint(exercise.precautions)
            and self._equipped(exercise)
            and RANK[exercise.load] <= RANK[self.heaviest]
        )

    def _equipped(self, exercise: Exercise) -> bool:
        ways = (exercise.equipment, exercise.alternative) if exercise.alternative else (exercise.equipment,)
        return any(all(has(thing, self.equipment) for thing in way) for way in ways)

    def pick(
        self, wanted: Iterable[str], taken: Iterable[str] = (), *, like: Callable[[Exercise], bool] = _any
    ) -> Picked | None:
        """Return the first of ``wanted`` that can be had, itself or what replaces it; none that is taken.

        Whatever replaces an exercise is ``like`` what the place asks for.
        """
        gone = frozenset(taken)
        for one in (self.catalogue[name] for name in wanted if name not in gone):
            if self.allows(one):
                return Picked(wanted=one, exercise=one)
            for other in self._instead_of(one):
                if other.id not in gone and self.allows(other) and like(other):
                    return Picked(wanted=one, exercise=other)
        return None

    def _instead_of(self, exercise: Exercise) -> Iterator[Exercise]:
        """What the exercise names itself, and then all of its pattern that is no harder."""
        patterns = family(exercise.pattern)
        yield from self.catalogue.known(exercise.instead)
        yield from (one for one in self.catalogue.known(exercise.easier) if one.pattern in patterns)
        for pattern in patterns:
            for one in self.catalogue.exercises:
                if one.pattern == pattern and one.id not in exercise.harder and _no_harder(one, exercise):
                    yield one


def _no_harder(one: Exercise, than: Exercise) -> bool:
    return RANK[one.load] <= RANK[than.load] and STAGE.get(one.phase, 9) <= STAGE.get(than.phase, 9)
