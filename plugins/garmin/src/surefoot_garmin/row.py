"""One row of Garmin's list of activities, made into an activity. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, Sport
from surefoot_garmin.sports import RUNNING, named

FARTHEST = 14 * 3600
"""Seconds; no place on earth is farther from UTC."""


class UnusableError(Exception):
    """A row says too little, or nonsense; its text is why."""


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
    """Return the activity of a row: metres, seconds; ``zone`` is the runner's, where it says no other time.

    Raises:
        UnusableError: it says too little, or nonsense.
    """
    what = _sport(row)
    metres, elapsed = whole(row, "distance"), whole(row, "elapsedDuration")
    seconds = whole(row, "duration") or whole(row, "movingDuration") or elapsed
    start, offset = placed(local_start(row), _universal(row), zone)
    return made(row, sport=what, start=start, offset=offset, metres=metres, seconds=seconds, elapsed=elapsed)


def made(
    row: dict[str, Any],
    *,
    sport: Sport,
    start: datetime,
    offset: int | None,
    metres: int | None,
    seconds: int | None,
    elapsed: int | None,
) -> Activity:
    """Return the activity.

    Raises:
        UnusableError: it has neither a distance nor a time.
    """
    if not metres and not seconds:
        raise UnusableError("it says neither how far nor how long")
    title = row.get("activityName", row.get("name"))
    return Activity(
        id=str(row["activityId"]),
        sport=sport,
        start=start,
        offset=offset,
        metres=metres or 0,
        seconds=seconds or 0,
        elapsed=elapsed,
        ascent=whole(row, "elevationGain"),
        descent=whole(row, "elevationLoss"),
        title=title if isinstance(title, str) else "",
        notes=() if metres else ("no distance was recorded",),
    )


def placed(local: datetime, universal: datetime | None, zone: ZoneInfo) -> tuple[datetime, int | None]:
    """Return the aware start and its offset from UTC in seconds.

    Args:
        local: by the runner's own clock.
        universal: the same in UTC, both without a zone.
        zone: where it was, if only the local time is known.

    Raises:
        UnusableError: the two cannot be the same moment.
    """
    if universal is None:
        return local.replace(tzinfo=zone), None
    offset = round((local - universal) / timedelta(minutes=1)) * 60
    if abs(offset) > FARTHEST:
        raise UnusableError("its two starts are more than 14 hours apart")
    start = universal.replace(tzinfo=UTC).astimezone(timezone(timedelta(seconds=offset)))
    return start, offset


def moment(row: dict[str, Any], name: str) -> datetime:
    """Return a moment without a zone: it is sent as a text, and at times as milliseconds since 1970.

    Raises:
        UnusableError: there is none.
    """
    value = row.get(name)
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value).replace(tzinfo=None)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000, UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        pass
    raise UnusableError("it does not say when it was")


def whole(row: dict[str, Any], name: str, parts: int = 1) -> int | None:
    """Return a length as a whole number; nothing is None, and anything but a length is refused.

    Args:
        row: the row.
        name: the field.
        parts: how many of its units make one: 100 where it is centimetres.

    Raises:
        UnusableError: it is no length.
    """
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value) or value < 0:
        raise UnusableError(f"its {name} is no number")
    return round(value / parts)


def _universal(row: dict[str, Any]) -> datetime | None:
    return None if row.get("startTimeGMT") is None else moment(row, "startTimeGMT")


def _sport(row: dict[str, Any]) -> Sport:
    kind = row.get("activityType")
    name = kind.get("typeKey") if isinstance(kind, dict) else None
    if not isinstance(kind, dict) or not isinstance(name, str):
        raise UnusableError("it does not say what sport it was")
    if RUNNING in (kind.get("typeId"), kind.get("parentTypeId")):
        return Sport.RUN
    return named(name)
