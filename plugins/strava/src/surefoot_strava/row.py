"""One row of Strava's list, made into an activity. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from math import isfinite
from typing import Any

from surefoot.plugin import Activity, Sport

SPORTS = {
    "Run": Sport.RUN,
    "TrailRun": Sport.RUN,
    "VirtualRun": Sport.RUN,
    "Walk": Sport.WALK,
    "Hike": Sport.HIKE,
    "Snowshoe": Sport.HIKE,
    "Ride": Sport.RIDE,
    "VirtualRide": Sport.RIDE,
    "GravelRide": Sport.RIDE,
    "MountainBikeRide": Sport.RIDE,
    "EBikeRide": Sport.RIDE,
    "EMountainBikeRide": Sport.RIDE,
    "Handcycle": Sport.RIDE,
    "Velomobile": Sport.RIDE,
    "Swim": Sport.SWIM,
    "WeightTraining": Sport.STRENGTH,
    "Crossfit": Sport.STRENGTH,
}
FARTHEST = 14 * 3600
"""Seconds; no place on earth is farther from UTC."""


class UnusableError(Exception):
    """A row says too little, or nonsense; its text is why."""


def start(row: dict[str, Any]) -> datetime:
    """Return the start in the offset it was recorded with.

    ``start_date_local`` ends in a Z that is not true: it is the runner's own clock.

    Raises:
        UnusableError: the row does not say.
    """
    moment = _moment(row, "start_date").astimezone(UTC)
    local = _moment(row, "start_date_local") if row.get("start_date_local") else moment
    apart = local.replace(tzinfo=None) - moment.replace(tzinfo=None)
    offset = timedelta(minutes=round(apart / timedelta(minutes=1)))
    if abs(offset.total_seconds()) > FARTHEST:
        raise UnusableError("its two starts are more than 14 hours apart")
    return moment.astimezone(timezone(offset))


def activity(row: dict[str, Any]) -> Activity:
    """Return the activity of a row.

    Raises:
        UnusableError: it says too little, or nonsense.
    """
    sport = row.get("sport_type") or row.get("type")
    if not isinstance(sport, str):
        raise UnusableError("it does not say what sport it was")
    metres, elapsed = _whole(row, "distance"), _whole(row, "elapsed_time")
    seconds = _whole(row, "moving_time") or elapsed
    if not metres and not seconds:
        raise UnusableError("it says neither how far nor how long")
    begun = start(row)
    offset = begun.utcoffset()
    return Activity(
        id=str(row["id"]),
        sport=SPORTS.get(sport, Sport.OTHER),
        start=begun,
        offset=int(offset.total_seconds()) if offset is not None else None,
        metres=metres or 0,
        seconds=seconds or 0,
        elapsed=elapsed,
        ascent=_whole(row, "total_elevation_gain"),
        title=row["name"] if isinstance(row.get("name"), str) else "",
        notes=() if metres else ("no distance was recorded",),
    )


def _moment(row: dict[str, Any], name: str) -> datetime:
    value = row.get(name)
    try:
        if isinstance(value, str):
            found = datetime.fromisoformat(value)
            return found if found.tzinfo else found.replace(tzinfo=UTC)
    except ValueError:
        pass
    raise UnusableError("it does not say when it was")


def _whole(row: dict[str, Any], name: str) -> int | None:
    """Return a length as a whole number; nothing is None, and anything but a length is refused."""
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value) or value < 0:
        raise UnusableError(f"its {name} is no number")
    return round(value)
