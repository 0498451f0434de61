"""Garmin's workouts and its calendar, as a stand-in holds them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from surefoot.testing.standin import Asked, Reply, json_reply

GONE = 204
SPILL = timedelta(days=6)
"""How far a month's view shows the months beside it: whole weeks."""


class Planned:
    """``workouts`` are by their id, ``days`` the workout and the day of each place in the calendar."""

    def __init__(self) -> None:
        self.workouts: dict[int, dict[str, Any]] = {}
        self.days: dict[int, tuple[int, str]] = {}
        self._next = 500

    def answer(self, asked: Asked) -> Reply:
        """Answer what is asked of workouts and of the calendar."""
        _, service, *rest = asked.path.split("/")
        if service == "calendar-service" and asked.method == "GET":
            return self._month(int(rest[1]), int(rest[3]) + 1)
        if service != "workout-service":
            return json_reply({"message": "HTTP 404 Not Found"}, status=404)
        if rest[0] == "workouts":
            return self._list(asked)
        if rest[0] == "workout":
            return self._workout(asked, int(rest[1]) if rest[1:] else None)
        return self._schedule(asked, int(rest[1]))

    def add(self, body: dict[str, Any]) -> int:
        """Add a workout, as a POST or the runner does, and return its id."""
        self._next += 1
        self.workouts[self._next] = body | {"workoutId": self._next}
        return self._next

    def put(self, workout: int, day: str) -> int:
        """Put a workout on a day, and return the id of this place."""
        self._next += 1
        self.days[self._next] = (workout, day)
        return self._next

    def drop(self, workout: int) -> None:
        """Delete a workout, with all its days."""
        del self.workouts[workout]
        self.days = {place: one for place, one in self.days.items() if one[0] != workout}

    def _list(self, asked: Asked) -> Reply:
        start, limit = int(asked.query["start"]), int(asked.query["limit"])
        found = [self.workouts[one] for one in sorted(self.workouts, reverse=True)]
        shown = ("workoutId", "workoutName", "description", "sportType")
        return json_reply([{name: one.get(name) for name in shown} for one in found[start : start + limit]])

    def _workout(self, asked: Asked, workout: int | None) -> Reply:
        if asked.method == "POST" and workout is None:
            return json_reply(self.workouts[self.add(asked.json)])
        if workout not in self.workouts:
            return json_reply({"message": "HTTP 404 Not Found"}, status=404)
        if asked.method == "DELETE":
            self.drop(workout)
            return Reply(status=GONE)
        if asked.method == "PUT":
            self.workouts[workout] = asked.json | {"workoutId": workout}
            return Reply(status=GONE)
        return json_reply(self.workouts[workout])

    def _schedule(self, asked: Asked, number: int) -> Reply:
        known = self.workouts if asked.method == "POST" else self.days
        if number not in known:
            return json_reply({"message": "HTTP 404 Not Found"}, status=404)
        if asked.method == "POST":
            place = self.put(number, asked.json["date"])
            return json_reply({"workoutScheduleId": place, "calendarDate": asked.json["date"]})
        del self.days[number]
        return Reply(status=GONE)

    def _month(self, year: int, month: int) -> Reply:
        first = date(year, month, 1)
        last = (first + timedelta(days=31)).replace(day=1) + SPILL
        items = [
            {
                "id": place,
                "itemType": "workout",
                "workoutId": workout,
                "date": day,
                "title": self.workouts[workout]["workoutName"],
            }
            for place, (workout, day) in sorted(self.days.items())
            if (first - SPILL).isoformat() <= day < last.isoformat()
        ]
        ran = {"id": 1, "itemType": "activity", "date": first.isoformat(), "title": "Run", "workoutId": None}
        return json_reply({"calendarItems": [ran, *items]})
