"""How one session is made: what may stand in each place, how much of it, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from surefoot.model import Catalogue, Dose, Exercise, Kind, Workout
from surefoot.model.settings import Strength
from surefoot.model.strength import Stage
from surefoot.strength.choose import Chooser, family
from surefoot.strength.doses import dosed
from surefoot.strength.findings import STRETCHES
from surefoot.strength.minutes import KEPT, fitted, whole_minutes
from surefoot.strength.pool import Pool
from surefoot.strength.roles import (
    BODY_WEIGHT,
    CHAIN,
    ENTRY,
    GENTLE,
    IN_ORDER,
    LIGHT,
    LIGHT_ASKED,
    LOADED,
    Role,
)
from surefoot.strength.standing import Standing, hurting
from surefoot.strength.vocabulary import WEIGHTS, has

LIGHT_MINUTES = 15
"""A light session is never longer: it may stand on any day (``docs/reference/rules.md``)."""

HOLDS = 2
"""Kinds of hold a day, at most, one for each complaint [H]."""

HOLD_MINUTES = 30
"""What two of them on each leg can take, with the longest holds."""

MOST = 6
"""Exercises of a session, and how many of them never give way: knee, hip, calf pair, and a hold first."""
GENTLY_KEPT = 5

SHOWN = ("squat", "lunge", "hinge", "step", "bridge", "hip-abduction", "hip-adduction", "knee-flexion")
"""The order on the card by pattern, after the holds; what is not named here comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kitchen:
    """Everything a session is cooked from."""

    wanted: Strength
    catalogue: Catalogue
    pool: Pool
    reached: Standing
    today: date

    def session(self, key: str, place: int, used: frozenset[str]) -> Workout:
        """Return one of the week's sessions, with what the others have not ``used`` first.

        Upkeep keeps a complaint's exercises in some sessions; the others are everybody's again.
        """
        asked: tuple[str, ...] = ()
        if self.pool.stage != "maintenance" or place < self.wanted.upkeep:
            names = self.pool.exercises(self.pool.stage)
            asked = (*(one for one in names if one not in used), *(one for one in names if one in used))
        roles, load = self._recipe(key)
        return self._made(roles, load, asked)

    def _recipe(self, key: str) -> tuple[tuple[Role, ...], str]:
        stage = self.pool.stage
        if self.wanted.load == "light":
            return LIGHT_ASKED, "light"
        if stage == "isometric":
            return GENTLE[key], "moderate"
        if key == "a" and any(one.id == "dynamic-knee-valgus" for one in self.pool.open):
            return CHAIN, self.wanted.load
        if stage == "dynamic":
            return (ENTRY if self.wanted.load == "heavy" else BODY_WEIGHT)[key], self.wanted.load
        # One session a week has the squat on one leg in it.
        return LOADED["b" if self.wanted.sessions == 1 else key], self.wanted.load

    def light(self) -> Workout:
        """Return what a session becomes on a day that has no room for load: the holds first."""
        return self._made(LIGHT, "light", self.pool.exercises(self.pool.stage))

    def holds(self) -> Workout | None:
        """Return what is done on the other days while something hurts; None where nothing does."""
        stages = ("isometric", "dynamic")
        if not self.wanted.holds or not self.pool.hurts or self.pool.stage not in stages:
            return None
        chosen = tuple(dict.fromkeys(self._first_holds()))
        if not chosen:
            return None
        doses = tuple(self._dose(one) for one in chosen[:HOLDS])
        minutes = whole_minutes(doses, HOLD_MINUTES)
        twice = "Twice today: morning and evening." if self.wanted.holds > 1 else ""
        title = f"Holds {minutes} min"
        return Workout(
            kind=Kind.MICRO, title=title, focus="light", seconds=minutes * 60, doses=doses, notes=twice
        )

    def _first_holds(self) -> Iterator[Exercise]:
        """The first hold of each complaint that has one; a gate that waits for calm has none unless asked."""
        chooser = self._chooser("light")
        for one in self.pool.conditions:
            names = one.exercises("isometric")
            if "settled" in one.gates and self.wanted.holds_before_settled and one not in self.pool.open:
                names = ("wall-sit",)
            known = (self.catalogue[name] for name in names)
            yield from [each for each in known if each.daily and chooser.allows(each)][:1]

    def _chooser(self, load: str) -> Chooser:
        bare = load != "heavy" and self.wanted.load != "heavy"
        return Chooser(
            catalogue=self.catalogue,
            equipment=tuple(
                one for one in self.wanted.equipment if not (bare and one in (*WEIGHTS, "leg-press"))
            ),
            precautions=frozenset(self.wanted.precautions),
            barred=self.pool.barred() | hurting(self.reached, self.today) | {*self.wanted.without},
            heaviest="light" if load == "light" else "heavy",
        )

    def _made(self, roles: tuple[Role, ...], load: str, asked: tuple[str, ...]) -> Workout:
        most = min(self.wanted.minutes, LIGHT_MINUTES) if load == "light" else self.wanted.minutes
        chosen = self._chosen(roles, self._chooser(load), asked)[:MOST]
        kept = GENTLY_KEPT if self.pool.stage == "isometric" else KEPT
        doses = fitted(tuple(self._dose(one) for one in chosen), most, kept)
        shown = tuple(sorted(doses, key=lambda dose: self._rank(dose.exercise, is_chain=roles is CHAIN)))
        notes = "\n".join(self._notes())
        return titled(Workout(kind=Kind.STRENGTH, title="", focus=load, notes=notes), shown, most)

    def _chosen(
        self, roles: tuple[Role, ...], chooser: Chooser, asked: tuple[str, ...]
    ) -> tuple[Exercise, ...]:
        chosen: list[Exercise] = []
        taken: list[str] = []
        for role in roles:
            like = partial(_is_like, role=role)
            found = chooser.pick(self._candidates(role, asked), taken, like=like)
            if found is not None:
                chosen.append(self._climbed(found.exercise, chooser, taken))
                taken += [found.wanted.id, found.exercise.id, chosen[-1].id]
        return tuple(chosen)

    def _candidates(self, role: Role, asked: tuple[str, ...]) -> Iterator[str]:
        """What the runner would rather do, what a complaint or a finding asks for, what everybody does."""
        patterns = {self.catalogue[name].pattern for name in role.usual}
        for name in self.wanted.favourites:
            one = self.catalogue[name]
            is_same = one.pattern in (patterns if role.fixed else {*patterns, *role.patterns})
            if is_same and role.hold == (one.kind == "isometric") and (one.functional or not role.drill):
                yield name
        theirs = tuple(name for name in role.among if name in asked) if role.among else asked
        for name in () if role.fixed else theirs:
            one = self.catalogue[name]
            is_next = role.hold and any(not self._is_outgrown(below) for below in one.easier)
            if role.hold == (one.kind == "isometric") and not is_next and _fills(one, role, self.pool.stage):
                yield name
        yield from role.usual

    def _climbed(self, exercise: Exercise, chooser: Chooser, taken: list[str]) -> Exercise:
        """Go up the ladder past what was outgrown, as far as the next rung can be had."""
        while self._is_outgrown(exercise.id):
            rungs = self.catalogue.known(exercise.harder)
            above = [
                one
                for one in rungs
                if one.pattern in family(exercise.pattern) and one.id not in taken and chooser.allows(one)
            ]
            if not above:
                return exercise
            exercise = above[0]
        return exercise

    def _is_outgrown(self, name: str) -> bool:
        return name in self.reached and self.reached[name].outgrown

    def _dose(self, exercise: Exercise) -> Dose:
        return dosed(exercise, self.reached.get(exercise.id), self.wanted.sore_leg)

    def _rank(self, name: str, *, is_chain: bool) -> tuple[bool, int]:
        one = self.catalogue[name]
        if is_chain and name in IN_ORDER:
            return False, IN_ORDER.index(name)
        place = SHOWN.index(one.pattern) if one.pattern in SHOWN else len(SHOWN)
        return one.kind != "isometric", place

    def _notes(self) -> Iterator[str]:
        if self.pool.found.weaker:
            yield f"Begin with the {self.pool.found.weaker} leg, and do as much with the other."
        if self.wanted.mobility == "after" and (names := tuple(self._stretches())):
            yield f"At the end, while warm: {', '.join(names)}."

    def _stretches(self) -> Iterator[str]:
        """What is tight, or the complaints' add-ons, two at most; nothing in a week that hurt."""
        if not self.pool.is_calm:
            return
        tight = [name for muscle in self.pool.found.tight for name in STRETCHES[muscle]]
        add_ons = [name for one in self.pool.open for name in one.add_ons]
        for_all = () if self.pool.hurts else ("general-stretching",)
        known = self.catalogue.known(dict.fromkeys(tight or add_ons or for_all))
        fit = [one for one in known if all(has(thing, self.wanted.equipment) for thing in one.equipment)]
        yield from (one.name.lower() for one in fit[:2])


def _fills(exercise: Exercise, role: Role, stage: Stage) -> bool:
    if role.drill:
        return exercise.functional
    # In the first weeks a drill that is all load waits.
    early = stage in ("isometric", "dynamic") and exercise.phase == "loaded-functional"
    return not early and (role.hold or bool(role.among) or exercise.pattern in role.patterns)


def _is_like(exercise: Exercise, role: Role) -> bool:
    """Whether a replacement still does what its place is for; legs may be held where moving hurts."""
    if role.drill:
        return exercise.functional
    return exercise.kind == "isometric" if role.hold else True


def titled(workout: Workout, doses: tuple[Dose, ...], most: int) -> Workout:
    """Return the session with these doses, their estimated length, and a title that says it."""
    minutes = whole_minutes(doses, most)
    return replace(workout, doses=doses, seconds=minutes * 60, title=f"Strength {minutes} min")
