"""What was done, from the export that Garmin sends to everybody who asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, Source, Unavailable, net
from surefoot_garmin.row import activity, is_id, is_parent, local_start

if TYPE_CHECKING:
    from surefoot_garmin.archive import Archive

HUNDREDTHS = ("distance", "elevationGain", "elevationLoss")
"""Centimetres there, metres everywhere else."""
THOUSANDTHS = ("duration", "elapsedDuration", "movingDuration")
"""Milliseconds there, seconds everywhere else."""


class Export(Source):
    """Reads the export of all your data that Garmin sends on request, as a zip or unpacked.

    Attributes:
        path: the zip as it was downloaded, or the folder it was unpacked to.
        zone: the zone of activities that do not say theirs, by default the runner's.
    """

    use: ClassVar[str] = "garmin-export"
    archive: ClassVar[bool] = True

    path: Path
    zone: ZoneInfo

    def check(self) -> None:
        """See whether the export is there.

        Raises:
            Unavailable: it is not, or is none.
        """
        self._archive().check()

    def activities(self, since: date, until: date) -> Iterator[Activity]:
        """Yield what the export holds for these days.

        Raises:
            Unavailable: the export is not there, or cannot be read.
        """
        self._unread = net.Unread()
        seen = set[str]()
        for found in self._archive().activities():
            row = as_listed(found)
            if is_parent(row) or str(row["activityId"]) in seen:
                continue
            seen.add(str(row["activityId"]))
            try:
                one = activity(row, self.zone)
            except net.UnusableError as why:
                self._unread.note(str(why), _day(row))
                continue
            if since <= one.day <= until:
                yield one

    def problems(self) -> Iterable[tuple[str, str]]:
        """Yield what could not be read, how often and on which days, and why."""
        return self._unread.problems()

    def gaps(self) -> Iterable[date]:
        """Yield the days of what could not be read."""
        return self._unread.gaps()

    def _archive(self) -> Archive:
        from surefoot_garmin.archive import Archive  # unpacking is slow to import

        return Archive(self.path, self.label)


def as_listed(found: dict[str, Any]) -> dict[str, Any]:
    """Return an activity of an export with the names and units that Garmin's list of activities has.

    Raises:
        Unavailable: it has no id, so it cannot be told from others.
    """
    if not is_id(found.get("activityId")):
        raise Unavailable("an activity of the Garmin export has no id", mend="ask Garmin for a new export")
    begun = found.get("startTimeGmt", found.get("beginTimestamp"))
    row = found | {
        "activityName": found.get("name"),
        "activityType": {"typeKey": found.get("activityType")},
        "startTimeGMT": begun,
    }
    row |= {name: _parts(found.get(name), 100) for name in HUNDREDTHS}
    return row | {name: _parts(found.get(name), 1000) for name in THOUSANDTHS}


def _parts(value: Any, parts: int) -> Any:
    """Return a number in whole units; anything else as it is, to be refused where it is read."""
    return value / parts if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def _day(row: dict[str, Any]) -> date:
    try:
        return local_start(row).date()
    except net.UnusableError:
        raise Unavailable(
            "an activity of the Garmin export says not when it was", mend="ask Garmin for a new export"
        ) from None
