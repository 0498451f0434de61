"""One row of the list of activities, as the platform sends it, made into an activity. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, Sport

FIELDS = (
    "id",
    "type",
    "name",
    "start_date",
    "start_date_local",
    "timezone",
    "distance",
    "moving_time",
    "icu_recording_time",
    "elapsed_time",
    "total_elevation_gain",
    "total_elevation_loss",
    "source",
)
"""What is asked for; all of a row would be ten times as much."""

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
    "TrackRide": Sport.RIDE,
    "Cyclocross": Sport.RIDE,
    "Swim": Sport.SWIM,
    "OpenWaterSwim": Sport.SWIM,
    "WeightTraining": Sport.STRENGTH,
}
FARTHEST = 14 * 3600
"""Seconds; no place on earth is farther from UTC."""


STUB = (
    "intervals.icu has them from Strava, which lets no other program read them; "
    "connect your watch to intervals.icu directly, or add your Strava export as a source"
)


class UnusableError(Exception):
    """A row says too little, or nonsense; its text is why."""


def is_stub(row: dict[str, Any]) -> bool:
    """Whether it stands for an activity that intervals.icu has from Strava and may not give out."""
    return row.get("source") == "STRAVA" and row.get("type") is None


def local_start(row: dict[str, Any]) -> datetime:
    """Return the start by the runner's own clock, without a zone: it says on which day it was.

    Raises:
        UnusableError: the row does not say.
    """
    return _moment(row, "start_date_local").replace(tzinfo=None)


def activity(row: dict[str, Any], zone: ZoneInfo) -> Activity:
    """Return the activity of a row; ``zone`` is the runner's, for one that gives its local time alone.

    Raises:
        UnusableError: it says too little, or nonsense, or is a stub.
    """
    if is_stub(row):
        raise UnusableError(STUB)
    if not isinstance(row.get("id"), str) or not row["id"]:
        raise UnusableError("it has no id")
    if not isinstance(row.get("type"), str):
        raise UnusableError("it does not say what sport it was")
    metres = _whole(row, "distance")
    seconds = _whole(row, "icu_recording_time") or _whole(row, "moving_time")
    elapsed = _whole(row, "elapsed_time")
    seconds = seconds or elapsed
    if not metres and not seconds:
        raise UnusableError("it says neither how far nor how long")
    start, offset = _start(row, zone)
    return Activity(
        id=row["id"],
        sport=SPORTS.get(row["type"], Sport.OTHER),
        start=start,
        offset=offset,
        metres=metres or 0,
        seconds=seconds or 0,
        elapsed=elapsed,
        ascent=_whole(row, "total_elevation_gain"),
        descent=_whole(row, "total_elevation_loss"),
        title=row["name"] if isinstance(row.get("name"), str) else "",
        notes=() if metres else ("no distance was recorded",),
    )


def _start(row: dict[str, Any], zone: ZoneInfo) -> tuple[datetime, int | None]:
    local = local_start(row)
    if row.get("start_date") is None:
        return local.replace(tzinfo=_zone(row, zone)), None
    start = _moment(row, "start_date")
    start = (start if start.tzinfo else start.replace(tzinfo=UTC)).astimezone(UTC)
    offset = round((local - start.replace(tzinfo=None)) / timedelta(minutes=1)) * 60
    if abs(offset) > FARTHEST:
        raise UnusableError("its two starts are more than 14 hours apart")
    return start.astimezone(timezone(timedelta(seconds=offset))), offset


def _zone(row: dict[str, Any], zone: ZoneInfo) -> ZoneInfo:
    try:
        return ZoneInfo(str(row.get("timezone")))
    except (KeyError, OSError, ValueError):
        return zone


def _moment(row: dict[str, Any], name: str) -> datetime:
    value = row.get(name)
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value)
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
