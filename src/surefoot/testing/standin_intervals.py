"""intervals.icu on loopback, as its API description and its users tell of it: one athlete, one key."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from typing import Any

from surefoot.testing.standin import Asked, Reply, Standin, json_reply

KEY = "icu-key-4f9a"
ROOT = "/api/v1/athlete/0/"


class IntervalsStandin(Standin):
    """Holds activities, events and daily notes; a test may write into all, as the runner would by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.key = KEY
        self.activities: list[dict[str, Any]] = []
        self.events: list[dict[str, Any]] = []
        self.wellness: list[dict[str, Any]] = []
        self._next = 1000

    def answer(self, asked: Asked) -> Reply:
        """Answer as the platform does to the owner of the key."""
        right = "Basic " + b64encode(f"API_KEY:{self.key}".encode()).decode()
        if asked.header("authorization") != right:
            return json_reply({"status": 401, "error": "Unauthorized"}, status=401)
        calls = {
            ("GET", "activities"): self._activities,
            ("GET", "events"): self._events,
            ("GET", "wellness"): self._wellness,
            ("POST", "events/bulk"): self._bulk,
            ("PUT", "events/bulk-delete"): self._delete,
        }
        call = calls.get((asked.method, asked.path.removeprefix(ROOT)))
        return json_reply({"status": 404}, status=404) if call is None else json_reply(call(asked))

    def add_run(self, start: datetime, metres: float, seconds: int, **more: Any) -> dict[str, Any]:
        """Add a run that started at this aware moment, and return its row."""
        self._next += 1
        row = {
            "id": f"i{self._next}",
            "type": "Run",
            "name": "Run",
            "start_date": f"{start.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "start_date_local": f"{start:%Y-%m-%dT%H:%M:%S}",
            "distance": metres,
            "moving_time": seconds,
            "elapsed_time": seconds,
            "source": "GARMIN_CONNECT",
        }
        self.activities.append(row | more)
        return self.activities[-1]

    def add_stub(self, start: datetime) -> dict[str, Any]:
        """Add what is given out of an activity that came from Strava."""
        self._next += 1
        row = {
            "id": str(self._next),
            "start_date_local": f"{start:%Y-%m-%dT%H:%M:%S}",
            "source": "STRAVA",
            "_note": "STRAVA activities are not available via the API",
        }
        self.activities.append(row)
        return row

    def add_years(self, years: int, until: datetime) -> None:
        """Add a run every second day of so many years up to a moment."""
        for number in range(years * 365 // 2):
            self.add_run(until - timedelta(days=2 * number), 8000.4, 2700)

    def _activities(self, asked: Asked) -> list[dict[str, Any]]:
        fields = {"id", *asked.query.get("fields", "").split(","), "_note"}
        newest = asked.query.get("newest", "9999")
        found = [
            {name: value for name, value in row.items() if name in fields or fields == {"id", "", "_note"}}
            for row in self.activities
            if asked.query["oldest"] <= str(row["start_date_local"]) <= newest
        ]
        found.sort(key=lambda row: str(row["start_date_local"]), reverse=True)
        return found[: int(asked.query.get("limit", "100000"))]

    def _events(self, asked: Asked) -> list[dict[str, Any]]:
        oldest, newest = asked.query["oldest"], asked.query["newest"]
        wanted = asked.query.get("category", "").split(",")
        found = [
            one
            for one in self.events
            if oldest <= str(one["start_date_local"])[:10] <= newest
            and (wanted == [""] or one.get("category") in wanted)
        ]
        return sorted(found, key=lambda one: (str(one["start_date_local"]), int(one["id"])))

    def _wellness(self, asked: Asked) -> list[dict[str, Any]]:
        oldest, newest = asked.query["oldest"], asked.query["newest"]
        fields = asked.query["fields"].split(",")
        found = (one for one in self.wellness if oldest <= str(one["id"]) <= newest)
        return [{name: one[name] for name in fields if one.get(name) is not None} for one in found]

    def _bulk(self, asked: Asked) -> list[dict[str, Any]]:
        return [self._put(one, upsert=asked.query.get("upsert") == "true") for one in json.loads(asked.body)]

    def _put(self, sent: dict[str, Any], *, upsert: bool) -> dict[str, Any]:
        given = {name: value for name, value in sent.items() if value is not None}
        for one in self.events if upsert else ():
            if one.get("external_id") == sent.get("external_id") is not None:
                kept = {"id": one["id"], "updated": one["updated"]}
                one.clear()
                one.update(given | kept)
                return one
        self._next += 1
        made = given | {"id": self._next, "updated": "2031-03-01T06:00:00.000+00:00"}
        self.events.append(made)
        return made

    def _delete(self, asked: Asked) -> dict[str, Any]:
        doomed = {one.get("id") for one in json.loads(asked.body)}
        before = len(self.events)
        self.events = [one for one in self.events if one["id"] not in doomed]
        return {"eventsDeleted": before - len(self.events)}
