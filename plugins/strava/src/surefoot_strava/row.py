"""One row of Strava's list, made into an activity. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from surefoot.plugin import Activity, Sport, net

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


def start(row: dict[str, Any]) -> tuple[datetime, int | None]:
    """Return the start and the offset it was recorded with; see ``net.placed``.

    ``start_date_local`` ends in a Z that is not true: it is the runner's own clock.

    Raises:
        UnusableError: the row does not say.
    """
    moment = net.moment(row, "start_date")
    local = net.moment(row, "start_date_local") if row.get("start_date_local") else moment
    return net.placed(local, moment, UTC)


def activity(row: dict[str, Any]) -> Activity:
    """Return the activity of a row.

    Raises:
        UnusableError: it says too little, or nonsense.
    """
    sport = row.get("sport_type") or row.get("type")
    if not isinstance(sport, str):
        raise net.UnusableError("it does not say what sport it was")
    return net.recorded(
        row,
        id=str(row["id"]),
        sport=SPORTS.get(sport, Sport.OTHER),
        start=start(row),
        seconds=net.whole(row, "moving_time"),
    )
