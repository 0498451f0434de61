"""One row of the list of activities, as the platform sends it, made into an activity. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, Sport, net

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
STUB = (
    "came to intervals.icu from Strava, which lets no other program read such records there; "
    "connect your watch to intervals.icu directly, or add your Strava export as a source"
)


def is_stub(row: dict[str, Any]) -> bool:
    """Whether it stands for an activity that intervals.icu has from Strava and may not give out."""
    return row.get("source") == "STRAVA" and row.get("type") is None


def local_start(row: dict[str, Any]) -> datetime:
    """Return the start by the runner's own clock, without a zone: it says on which day it was.

    Raises:
        UnusableError: the row does not say.
    """
    return net.moment(row, "start_date_local").replace(tzinfo=None)


def activity(row: dict[str, Any], zone: ZoneInfo) -> Activity:
    """Return the activity of a row; ``zone`` is the runner's, for one that gives its local time alone.

    Raises:
        UnusableError: it says too little, or nonsense, or is a stub.
    """
    if is_stub(row):
        raise net.UnusableError(STUB)
    if not isinstance(row.get("id"), str) or not row["id"]:
        raise net.UnusableError("it has no id")
    if not isinstance(row.get("type"), str):
        raise net.UnusableError("it does not say what sport it was")
    universal = None if row.get("start_date") is None else net.moment(row, "start_date")
    return net.recorded(
        row,
        id=row["id"],
        sport=SPORTS.get(row["type"], Sport.OTHER),
        start=net.placed(local_start(row), universal, _zone(row, zone)),
        seconds=net.whole(row, "icu_recording_time") or net.whole(row, "moving_time"),
    )


def _zone(row: dict[str, Any], zone: ZoneInfo) -> ZoneInfo:
    try:
        return ZoneInfo(str(row.get("timezone")))
    except (KeyError, OSError, ValueError):
        return zone
