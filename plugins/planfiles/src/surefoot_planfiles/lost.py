"""What a format did not hold: the plan beside what is read back from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from surefoot.plugin import Plan, Workout

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FIELDS = (
    ("kind", "the kind"),
    ("title", "the title"),
    ("metres", "the distance"),
    ("upto", "the range"),
    ("seconds", "the duration"),
    ("focus", "the emphasis"),
    ("steps", "the parts"),
    ("doses", "the exercises"),
    ("notes", "the notes"),
)


def lost(plan: Plan, back: Plan, *, shift: int = 0) -> Iterator[str]:
    """Yield a line for each thing that differs; ``shift`` is by how many days the plan was moved.

    Keys and the id are the core's business and not compared.
    """
    yield from _of_plan(plan, back, shift)
    missed: dict[str, list[str]] = defaultdict(list)
    theirs = _by_day(back, shift)
    mine = _by_day(plan, 0)
    for day in sorted(mine.keys() | theirs.keys()):
        for what in _of_day(mine.get(day, []), theirs.get(day, [])):
            missed[what].append(_place(plan, day))
    for what, places in missed.items():
        count = len(dict.fromkeys(places))
        yield f"{what}: {count} {'day' if count == 1 else 'days'}, first {places[0]}"


def _of_plan(plan: Plan, back: Plan, shift: int) -> Iterator[str]:
    if plan.name != back.name:
        yield "the plan's name"
    if plan.unit is not back.unit:
        yield "the unit of distances"
    if plan.start is not None and back.start is None:
        yield f"the start, {plan.start}"
    if plan.starts_on != back.starts_on:
        yield "the day that weeks begin on: they are written from Monday"
    if plan.days + shift != back.days:
        yield f"the length of {plan.days} days: whole weeks are written"
    if _race(plan, 0) != _race(back, shift):
        yield "which entry is the race"


def _race(plan: Plan, shift: int) -> tuple[int, int] | None:
    for day, entries in _keys_by_day(plan, shift).items():
        if plan.race in entries:
            return day, entries.index(plan.race)
    return None


def _keys_by_day(plan: Plan, shift: int) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for entry in sorted(plan.entries, key=attrgetter("day")):
        found[entry.day - shift].append(entry.key)
    return found


def _by_day(plan: Plan, shift: int) -> dict[int, list[Workout]]:
    found: dict[int, list[Workout]] = defaultdict(list)
    for entry in sorted(plan.entries, key=attrgetter("day")):
        found[entry.day - shift].append(entry.workout)
    return found


def _of_day(mine: list[Workout], theirs: list[Workout]) -> Iterator[str]:
    if not mine:
        yield "a free day is written as rest"
    elif len(theirs) < len(mine):
        yield "more than one session on a day"
    elif len(theirs) > len(mine):
        yield "one session is read back as several"
    for one, other in zip(mine, theirs, strict=False):
        for name, words in _FIELDS:
            if getattr(one, name) != getattr(other, name):
                yield words


def _place(plan: Plan, day: int) -> str:
    name = f"day {day % 7 + 1}" if plan.starts_on is None else _DAYS[(plan.starts_on + day) % 7]
    return f"week {day // 7 + 1}, {name}"
