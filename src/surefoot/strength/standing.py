"""What the runner has got to in each exercise: double progression, read from the diary.

Repetitions rise within the exercise's range, one each time; after two sessions in a row at its top (two
more than its bottom of 8: the 2-for-2 rule, Baechle and Earle 2008) the load rises and they begin at the
bottom again. Where no load can be added, a set is, or the next exercise of the ladder opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from surefoot.model import Catalogue, Diary, Exercise, Lifted
from surefoot.strength.stage import EXERCISE_CEILING, FROZEN, GO, frozen, sore

TWICE = 2
"""Sessions in a row at the top of the range before a step up (2-for-2 rule)."""

PAUSE = timedelta(days=14)
"""Without strength for this long, everything is one step lower [H]."""

LOAD_STEP = 2500
"""Grams of one step up: 2.5 kg, the smallest pair of plates [H]."""

RUCKSACK = 10_000
"""Grams that a rucksack is filled with at most; after that the exercise gets harder instead [H]."""

HOLD_STEP = 5
"""Seconds by which a hold gets longer [H]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Where one exercise stands: what to do next time, and how often in a row its top was reached.

    ``outgrown`` opens the next exercise of the ladder. ``hurt`` is the day it last hurt too much.
    """

    sets: int
    reps: int | None = None
    seconds: int | None = None
    load_g: int | None = None
    tops: int = 0
    outgrown: bool = False
    hurt: date | None = None


Standing = Mapping[str, Reached]


def start(exercise: Exercise) -> Reached:
    """Return where an exercise begins: the lower end of its ranges, without load."""
    return Reached(sets=exercise.sets, reps=exercise.reps, seconds=exercise.seconds)


def standing(
    diary: Diary, catalogue: Catalogue, *, equipment: Iterable[str], strict: bool, today: date
) -> Standing:
    """Return where every exercise stands that was logged up to ``today``, by its id."""
    known = {one.id: one for one in catalogue.exercises}
    owned = frozenset(equipment)
    found: dict[str, Reached] = {}
    last: date | None = None
    for entry in sorted(_logged(diary, today), key=lambda one: one.day):
        if last is not None and entry.day - last >= PAUSE:
            found = _after_pause(found, known)
        last = entry.day
        exercise = known.get(entry.exercise)
        if exercise is None:
            continue
        before = found.get(exercise.id, start(exercise))
        found[exercise.id] = _after(entry, exercise, before, owned, diary, ceiling=0 if strict else None)
    return _after_pause(found, known) if last is not None and today - last >= PAUSE else found


def hurting(reached: Standing, today: date) -> frozenset[str]:
    """Return the exercises that are left out for now: they hurt too much within the last week."""
    return frozenset(
        name for name, one in reached.items() if one.hurt is not None and today - one.hurt < FROZEN
    )


def _logged(diary: Diary, today: date) -> list[Lifted]:
    return [one for one in diary.entries if isinstance(one, Lifted) and one.day <= today]


def _after(
    entry: Lifted,
    exercise: Exercise,
    before: Reached,
    owned: frozenset[str],
    diary: Diary,
    *,
    ceiling: int | None,
) -> Reached:
    most = EXERCISE_CEILING if ceiling is None else ceiling
    if (entry.pain or 0) > most:
        return replace(_lower(before, exercise), hurt=entry.day)
    now = replace(before, hurt=None, load_g=before.load_g if entry.load_g is None else entry.load_g)
    held = frozen(diary, entry.day) or sore(diary, entry.day)
    if (entry.pain or 0) > GO or held or (entry.sets or now.sets) < now.sets:
        return replace(now, tops=0)
    return _progressed(entry, exercise, now, owned)


def _progressed(entry: Lifted, exercise: Exercise, now: Reached, owned: frozenset[str]) -> Reached:
    did, wanted, top, step = _measure(entry, exercise, now)
    if did < wanted:
        return replace(now, tops=0)
    if did < top:
        return _aimed(now, exercise, min(top, max(wanted + step, did)), tops=0)
    tops = now.tops + 1
    if tops < TWICE:
        return _aimed(now, exercise, top, tops=tops)
    return _stepped_up(exercise, now, owned)


def _measure(entry: Lifted, exercise: Exercise, now: Reached) -> tuple[int, int, int, int]:
    """What was done, what was wanted, the top of the range and one step towards it."""
    if exercise.reps:
        wanted = now.reps or exercise.reps
        return entry.reps or wanted, wanted, exercise.reps_to or exercise.reps, 1
    wanted = now.seconds or exercise.seconds or 0
    return entry.seconds or wanted, wanted, exercise.seconds_to or wanted, HOLD_STEP


def _aimed(now: Reached, exercise: Exercise, aim: int, *, tops: int) -> Reached:
    if exercise.reps:
        return replace(now, reps=aim, tops=tops)
    return replace(now, seconds=aim, tops=tops)


def _stepped_up(exercise: Exercise, now: Reached, owned: frozenset[str]) -> Reached:
    heavier = (now.load_g or 0) + LOAD_STEP
    loaded = "weight" in exercise.equipment
    if loaded and ("weights" in owned or heavier <= RUCKSACK):
        return replace(now, load_g=heavier, reps=exercise.reps, seconds=exercise.seconds, tops=0)
    if now.sets < (exercise.sets_to or now.sets):
        return replace(now, sets=now.sets + 1, reps=exercise.reps, seconds=exercise.seconds, tops=0)
    return replace(now, tops=0, outgrown=True)


def _lower(now: Reached, exercise: Exercise) -> Reached:
    """One step lower: the bottom of the range, one step less load, and no longer outgrown."""
    less = max(0, now.load_g - LOAD_STEP) or None if now.load_g else None
    return replace(now, reps=exercise.reps, seconds=exercise.seconds, load_g=less, tops=0, outgrown=False)


def _after_pause(found: Standing, known: Mapping[str, Exercise]) -> dict[str, Reached]:
    """Lower everything by a step; of a ladder only the highest rung that was outgrown is."""
    outgrown = {name for name, one in found.items() if one.outgrown}
    below = {name for name in outgrown if outgrown.intersection(known[name].harder)}
    lowered = {name: _lower(one, known[name]) for name, one in found.items()}
    return {name: replace(one, outgrown=True) if name in below else one for name, one in lowered.items()}
