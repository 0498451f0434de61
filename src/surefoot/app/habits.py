"""The days of the week that a runner's recordings show: where nobody says others, a plan keeps them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.model import History, Sport

SPAN = timedelta(days=42)
OFTEN = 40  # percent of the weeks in which a day has to be run on
FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Weekdays from Monday 0 that are run on, and the one of the longest runs."""

    days: tuple[int, ...]
    long: int


def habits(history: History, today: date) -> Habits | None:
    """Return what the last six weeks show; None where they show too little."""
    runs = [one for one in history.activities if one.sport is Sport.RUN and today - SPAN <= one.day < today]
    if not runs:
        return None
    weeks = max(1, (today - min(one.day for one in runs)).days // 7)
    often = Counter(day.weekday() for day in {one.day for one in runs})
    days = tuple(sorted(day for day, count in often.items() if count * 100 >= OFTEN * weeks))
    if len(days) < FEWEST:
        return None
    sums = {day: sum(one.metres for one in runs if one.day.weekday() == day) // often[day] for day in days}
    return Habits(days=days, long=max(days, key=lambda day: (sums[day], day)))
