"""Sessions on days to a plan: keys, and which entry is the race."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from surefoot.plugin import Entry, Kind, Plan, Unit, Workout

MOST_WEEKS = 260
"""Weeks: five years [H]."""
_IMPORTANCE = ("A", "", "B", "C", "parkrun")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says of the plan as a whole."""

    name: str = ""
    unit: Unit = Unit.KM
    start: date | None = None
    starts_on: int | None = None


def entries_of(sessions: Iterable[tuple[int, Workout]]) -> tuple[Entry, ...]:
    """Return the entries in order of day; a key is the day, the kind and its ordinal on that day."""
    counted: Counter[tuple[int, Kind]] = Counter()
    entries = []
    for day, workout in sorted(sessions, key=lambda one: one[0]):
        counted[day, workout.kind] += 1
        key = f"d{day:03d}-{workout.kind}-{counted[day, workout.kind]}"
        entries.append(Entry(key=key, day=day, workout=workout))
    return tuple(entries)


def race_of(entries: Sequence[Entry]) -> str | None:
    """Return the key of the last of the most important races, None where there is none."""
    races = [entry for entry in entries if entry.workout.kind is Kind.RACE]
    if not races:
        return None
    return min(races, key=lambda entry: (_IMPORTANCE.index(entry.workout.focus), -entry.day)).key


def plan_of(sessions: Iterable[tuple[int, Workout]], about: About, *, weeks: int) -> Plan:
    """Return the plan; the core gives it its id."""
    entries = entries_of(sessions)
    return Plan(
        id="",
        name=about.name,
        entries=entries,
        days=7 * weeks,
        race=race_of(entries),
        start=about.start,
        starts_on=about.starts_on,
        unit=about.unit,
    )
