"""One row of Garmin's list of activities, made into an activity. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, Sport, net
from surefoot_garmin.sports import RUNNING, named


def local_start(row: dict[str, Any]) -> datetime:
    """Return the start by the runner's own clock, without a zone: it says on which day it was.

    Raises:
        UnusableError: the row does not say.
    """
    return moment(row, "startTimeLocal")


def is_id(value: object) -> bool:
    """Whether it can name an activity."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, str) and value != ""
    )


def is_parent(row: dict[str, Any]) -> bool:
    """Whether it sums up the legs of a triathlon, which have rows of their own."""
    return row.get("isParent") is True or row.get("parent") is True


def activity(row: dict[str, Any], zone: ZoneInfo) -> Activity:
    """Return the activity of a row; ``zone`` is the runner's, where it says no other time.

    Raises:
        UnusableError: it says too little, or nonsense.
    """
    universal = None if row.get("startTimeGMT") is None else moment(row, "startTimeGMT")
    return net.recorded(
        row,
        id=str(row["activityId"]),
        sport=_sport(row),
        start=net.placed(local_start(row), universal, zone),
        seconds=net.whole(row, "duration") or net.whole(row, "movingDuration"),
        elapsed="elapsedDuration",
        ascent="elevationGain",
        descent="elevationLoss",
        title="activityName",
    )


def moment(row: dict[str, Any], name: str) -> datetime:
    """Return a moment without a zone: it is sent as a text, and at times as milliseconds since 1970.

    Raises:
        UnusableError: there is none.
    """
    value = row.get(name)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            return datetime.fromtimestamp(value / 1000, UTC).replace(tzinfo=None)
        except (ValueError, OverflowError, OSError):
            raise net.UnusableError("it does not say when it was") from None
    return net.moment(row, name).replace(tzinfo=None)


def _sport(row: dict[str, Any]) -> Sport:
    kind = row.get("activityType")
    name = kind.get("typeKey") if isinstance(kind, dict) else None
    if not isinstance(kind, dict) or not isinstance(name, str):
        raise net.UnusableError("it does not say what sport it was")
    if RUNNING in (kind.get("typeId"), kind.get("parentTypeId")):
        return Sport.RUN
    return named(name)
