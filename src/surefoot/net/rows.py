"""One row of a platform's list of activities, its fields checked: they come in every other type too. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from math import isfinite
from typing import Any

from surefoot.model import Activity, Sport

FARTHEST = 14 * 3600
"""Seconds; no place on earth is farther from UTC."""


class UnusableError(Exception):
    """A row says too little, or nonsense; its text is why, as the runner is told."""


class Unread:
    """What of an answer could not be read: its reasons for the runner, its days for the history."""

    def __init__(self) -> None:
        self._days: dict[str, list[date]] = {}

    def note(self, why: str, day: date) -> None:
        """Remember that an activity of this day could not be read."""
        self._days.setdefault(why, []).append(day)

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return how many activities of which days could not be read, and why: see ``Source.problems``."""
        return tuple((_counted(days), why) for why, days in sorted(self._days.items()))

    def gaps(self) -> tuple[date, ...]:
        """Return these days: see ``Source.gaps``."""
        return tuple(sorted({day for days in self._days.values() for day in days}))


def whole(row: Mapping[str, Any], name: str) -> int | None:
    """Return a length as a whole number; nothing is None.

    Raises:
        UnusableError: it is anything but a length.
    """
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value) or value < 0:
        raise UnusableError(f"its {name} is no number")
    return round(value)


def moment(row: Mapping[str, Any], name: str) -> datetime:
    """Return a moment that is sent as ISO text; it is aware where the text is.

    Raises:
        UnusableError: there is none.
    """
    value = row.get(name)
    try:
        if isinstance(value, str):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise UnusableError("it does not say when it was")


def placed(local: datetime, universal: datetime | None, zone: tzinfo) -> tuple[datetime, int | None]:
    """Return an aware start, and the offset from UTC in seconds that it was recorded with.

    Args:
        local: the start by the runner's own clock; a zone that it claims to have is left out.
        universal: the same moment in UTC, aware or not; None where the platform does not say.
        zone: where it was, if only the local time is known.

    Raises:
        UnusableError: the two cannot be the same moment.
    """
    local = local.replace(tzinfo=None)
    if universal is None:
        return local.replace(tzinfo=zone), None
    start = (universal if universal.tzinfo else universal.replace(tzinfo=UTC)).astimezone(UTC)
    offset = round((local - start.replace(tzinfo=None)) / timedelta(minutes=1)) * 60
    if abs(offset) > FARTHEST:
        raise UnusableError("its two starts are more than 14 hours apart")
    return start.astimezone(timezone(timedelta(seconds=offset))), offset


def recorded(
    row: Mapping[str, Any],
    *,
    id: str,  # noqa: A002 - the field's own name
    sport: Sport,
    start: tuple[datetime, int | None],
    seconds: int | None,
    distance: str = "distance",
    elapsed: str = "elapsed_time",
    ascent: str = "total_elevation_gain",
    descent: str = "total_elevation_loss",
    title: str = "name",
) -> Activity:
    """Return the activity of a row. ``distance`` to ``title`` name its fields, in metres and seconds.

    Args:
        row: the row.
        id: what it is known by from now on.
        sport: what it was.
        start: what ``placed`` returned.
        seconds: timer time; where there is none, elapsed time stands in.
        distance: metres.
        elapsed: seconds.
        ascent: metres.
        descent: metres.
        title: what the runner called it.

    Raises:
        UnusableError: it has neither a distance nor a time, or one that is no number.
    """
    metres, lasted = whole(row, distance), whole(row, elapsed)
    seconds = seconds or lasted
    if not metres and not seconds:
        raise UnusableError("it says neither how far nor how long")
    called = row.get(title)
    return Activity(
        id=id,
        sport=sport,
        start=start[0],
        offset=start[1],
        metres=metres or 0,
        seconds=seconds or 0,
        elapsed=lasted,
        ascent=whole(row, ascent),
        descent=whole(row, descent),
        title=called if isinstance(called, str) else "",
        notes=() if metres else ("no distance was recorded",),
    )


def _counted(days: list[date]) -> str:
    first, last = min(days), max(days)
    number = "1 activity" if len(days) == 1 else f"{len(days)} activities"
    return f"{number} ({first})" if first == last else f"{number} ({first} to {last})"
