"""What races ask of the days around them, beyond what the limits do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.model import Session
from surefoot.rules import after_race

DAYS = 7
NO_LONG_BEFORE = {"A": 5, "B": 2, "C": 1, "parkrun": 1}
NO_QUALITY_BEFORE = {"A": 3, "B": 2, "C": 1, "parkrun": 1}
"""Days before a race of such weight; the day after any race has neither [H]."""


def is_training(session: Session) -> bool:
    """Whether the race counts as a hard session and no more."""
    return session.workout.focus in after_race.TRAINING


def is_free(day: date, races: Iterable[Session]) -> bool:
    """Whether ``day`` has no run: it holds a race, or stands beside one that matters."""
    return any(one.day == day or (not is_training(one) and abs((one.day - day).days) == 1) for one in races)


def no_quality(day: date, races: Iterable[Session]) -> bool:
    """Whether a race is too near for a hard session on ``day``."""
    return any(-1 <= (one.day - day).days <= NO_QUALITY_BEFORE[one.workout.focus] for one in races)


def no_long(day: date, races: Iterable[Session]) -> bool:
    """Whether a race is too near for a long run on ``day``."""
    return any(-1 <= (one.day - day).days <= NO_LONG_BEFORE[one.workout.focus] for one in races)


def with_rest(days: list[date], raced: Iterable[Session], long: int) -> list[date]:
    """Return the days to run on; where races fill up the week, one beside a race is given back to rest."""
    races = {one.day for one in raced}
    if len({*days, *races}) < DAYS:
        return days
    able = [day for day in days if day.weekday() != long and day not in races]
    nearest = min(able, key=lambda day: min((abs((day - one).days), day < one) for one in races))
    return [day for day in days if day != nearest]
