"""The exact search for one week's strength: every arrangement is looked at, the best one is taken.

What the best is, in this order: as many sessions as possible, none made lighter that need not be; then
as many as possible next week, given this choice (a greedy choice loses sessions at the week's edge); then
the worth of the days; then the greatest smallest gap; then where they stood before; then the earliest days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from surefoot.model import Slot
from surefoot.schedule.place_ground import DAY, Ground, Spot, is_quality
from surefoot.schedule.place_rules import barred, crowded, on_long_run, takes_last_rest

WORTH_QUALITY, WORTH_EASY, WORTH_FREE = 4, 2, 1
"""A hard day stays hard, an easy day easy: after quality is best, the rest day worst (coaching practice)."""

BEFORE_QUALITY = 3
"""What a moderate session loses on the day before quality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A session to be placed. ``before`` is where it stood; ``late`` means it never becomes light."""

    uid: str
    slot: Slot
    before: date | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week's work for the search: the sessions, most important first, and the days left to them."""

    days: tuple[date, ...]
    since: date
    tasks: tuple[Task, ...]
    has_light: bool = True

    @property
    def open(self) -> tuple[date, ...]:
        """The days that can still be used."""
        return tuple(day for day in self.days if day >= self.since)


def fill(
    week: Week, standing: tuple[Spot, ...], ground: Ground, ahead: Callable[[tuple[Spot, ...]], int]
) -> tuple[Spot, ...]:
    """Return the best places for the week's tasks; what has none is left out.

    ``ahead`` counts what is possible next week when these spots are added to those ``standing``.
    """
    found = _best_stage(week, standing, ground)
    if not found:
        return ()
    before = {task.uid: task.before for task in week.tasks}
    stood = frozenset(before.values())
    value = {(one.day, one.load): worth(one, ground) for spots in found for one in spots}

    def rank(spots: tuple[Spot, ...]) -> tuple[object, ...]:
        return (
            ahead(spots),
            sum(value[one.day, one.load] for one in spots),
            _smallest_gap(week, (*standing, *spots)),
            sum(one.day in stood for one in spots),
            sorted(-one.day.toordinal() for one in spots)[::-1],
            [-one.day.toordinal() for one in spots],
        )

    return _assigned(max(found, key=rank), before)


def possible(week: Week, standing: tuple[Spot, ...], ground: Ground) -> int:
    """Return how many of the week's sessions can keep their own class."""
    own = {task.uid: task.slot.load for task in week.tasks}
    first = next((one for stage in _stages(week, standing, ground) for one in stage), ())
    return sum(own[one.uid] == one.load for one in first)


def worth(spot: Spot, ground: Ground) -> int:
    """Return how well the day suits: quality 4, easy run or cross-training 2, free 1, long run or race 0."""
    runs = ground.runs.get(spot.day, ())
    hard = ground.hard(spot.day)
    if hard is not None:
        worth = WORTH_QUALITY if is_quality(hard) else 0
    else:
        worth = WORTH_EASY if runs else WORTH_FREE
    if spot.load == "moderate" and any(is_quality(run) for run in ground.runs.get(spot.day + DAY, ())):
        worth -= BEFORE_QUALITY
    return worth


def _best_stage(week: Week, standing: tuple[Spot, ...], ground: Ground) -> list[tuple[Spot, ...]]:
    """All arrangements of the first stage that has any: the week gives up as little as it can."""
    return next((found for stage in _stages(week, standing, ground) if (found := list(stage))), [])


def _stages(week: Week, standing: tuple[Spot, ...], ground: Ground) -> Iterator[Iterator[tuple[Spot, ...]]]:
    """When the week is full: the third becomes light, then the second, then after the long run if allowed."""
    count = len(week.tasks)
    for lighter in range(count):
        yield _arrangements(week, count - lighter, standing, ground)
    loaded = any(one.day in week.days and one.loads for one in standing)
    if count and ground.settings.strength.after_long_run and not loaded:
        yield _arrangements(week, 1, standing, ground, after_long_run=True)
    yield _arrangements(week, 0, standing, ground)


def _arrangements(
    week: Week, own: int, standing: tuple[Spot, ...], ground: Ground, *, after_long_run: bool = False
) -> Iterator[tuple[Spot, ...]]:
    """Yield every way to place the first ``own`` tasks as they are and as many others as fit as light."""
    taken = {one.day for one in standing}
    light = tuple(day for day in week.open if day not in taken and barred(day, "light", ground) is None)
    others = [task for task in week.tasks[own:] if not task.late and week.has_light]
    others = others[: max(0, len(light) - own)]
    wanted = [(task.uid, task.slot.load) for task in week.tasks[:own]] + [
        (one.uid, "light") for one in others
    ]
    places = [
        tuple(
            ground.spot(uid, day, load)
            for day in light
            if _suits(day, load, ground, after_long_run=after_long_run)
        )
        for uid, load in wanted
    ]
    yield from _combined(places, (), standing, ground)


def _suits(day: date, load: str, ground: Ground, *, after_long_run: bool) -> bool:
    if barred(day, load, ground) is not None:
        return False
    return load != "heavy" or after_long_run or on_long_run(day, ground) is None


def _combined(
    places: list[tuple[Spot, ...]],
    chosen: tuple[Spot, ...],
    standing: tuple[Spot, ...],
    ground: Ground,
) -> Iterator[tuple[Spot, ...]]:
    if len(chosen) == len(places):
        yield chosen
        return
    others = (*standing, *chosen)
    for spot in places[len(chosen)]:
        if any(one.day == spot.day or (one.load == spot.load and one.day > spot.day) for one in chosen):
            # Of sessions of one class the earlier takes the earlier day; who goes where is told later.
            continue
        if crowded(spot, others) is None and takes_last_rest(spot, others, ground) is None:
            yield from _combined(places, (*chosen, spot), standing, ground)


def _assigned(spots: tuple[Spot, ...], before: Mapping[str, date | None]) -> tuple[Spot, ...]:
    """Of sessions of one class each keeps the day it had, if that is among theirs; the others go in order."""
    found: list[Spot] = []
    for load in dict.fromkeys(one.load for one in spots):
        group = [one for one in spots if one.load == load]
        free = {one.day: one for one in group}
        kept = {
            one.uid: free.pop(day) for one in group if (day := before[one.uid]) is not None and day in free
        }
        rest = iter(free.values())
        found += [replace(kept.get(one.uid) or next(rest), uid=one.uid) for one in group]
    return tuple(found)


def _smallest_gap(week: Week, spots: tuple[Spot, ...]) -> int:
    near = sorted(one.day for one in spots if -7 <= (one.day - week.days[0]).days < 14)
    return min((after - before).days for before, after in pairwise(near)) if len(near) > 1 else 7
