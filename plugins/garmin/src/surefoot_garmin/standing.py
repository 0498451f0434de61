"""What of ours stands at Garmin: workouts with their mark, and the days they are planned on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from surefoot.plugin import Unavailable, net
from surefoot_garmin.host import NAME
from surefoot_garmin.workout import shown, uid

PAGE = 100
"""Workouts asked for at once."""
MOST = 100
"""Pages; nobody has ten thousand workouts."""

Get = Callable[..., net.Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One of our workouts: its id, a digest of its words, and its places in the calendar, by their ids."""

    workout: int
    words: str
    places: tuple[tuple[int, str], ...] = ()

    @property
    def days(self) -> frozenset[str]:
        """The days it is planned on."""
        return frozenset(day for _, day in self.places)


def look(get: Get, since: date, until: date) -> dict[str, list[Standing]]:
    """Return our workouts by the session's uid, with their places in the months of these days.

    Raises:
        Unavailable: Garmin cannot answer, or not in a way that can be understood.
    """
    ours = {workout: (name, words) for workout, name, words in _workouts(get)}
    places: dict[int, list[tuple[int, str]]] = {}
    for place, workout, day in _calendar(get, since, until) if ours else ():
        if workout in ours:
            places.setdefault(workout, []).append((place, day))
    found: dict[str, list[Standing]] = {}
    for workout, (name, words) in sorted(ours.items()):
        one = Standing(workout=workout, words=words, places=tuple(sorted(places.get(workout, ()))))
        found.setdefault(name, []).append(one)
    return found


def _workouts(get: Get) -> Iterator[tuple[int, str, str]]:
    """Yield id, uid and words of each of our workouts."""
    for page in range(MOST):
        rows = get("/workout-service/workouts", start=page * PAGE, limit=PAGE).rows()
        for row in rows:
            name = uid(row.get("description"))
            if name is not None:
                yield _number(row, "workoutId"), name, shown(row.get("workoutName"), row.get("description"))
        if len(rows) < PAGE:
            return
    raise _doubtful("workouts without end")


def _calendar(get: Get, since: date, until: date) -> Iterator[tuple[int, int, str]]:
    """Yield id, workout and day of each place once: a month's view shows days of its neighbours too."""
    seen: set[int] = set()
    month = since.replace(day=1)
    while month <= until:
        path = f"/calendar-service/year/{month.year}/month/{month.month - 1}"
        items = get(path).json(dict).get("calendarItems")
        if not isinstance(items, list):
            raise _doubtful("a calendar without days")
        for item in items:
            if isinstance(item, dict) and item.get("itemType") == "workout" and item.get("workoutId"):
                place = _number(item, "id")
                if place not in seen:
                    seen.add(place)
                    yield place, _number(item, "workoutId"), _day(item)
        month = (month + timedelta(days=31)).replace(day=1)


def _number(row: dict[str, Any], name: str) -> int:
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _doubtful("a planned workout that cannot be understood")
    return value


def _day(item: dict[str, Any]) -> str:
    try:
        return date.fromisoformat(str(item.get("date"))[:10]).isoformat()
    except ValueError:
        raise _doubtful("a planned workout without a day") from None


def _doubtful(what: str) -> Unavailable:
    return Unavailable(f"gave {what}", where=NAME, mend="try again later")
