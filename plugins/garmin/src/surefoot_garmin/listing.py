"""The list of activities, page after page from the latest back, and what of a page is believed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from surefoot.plugin import Unavailable, net
from surefoot_garmin.host import NAME
from surefoot_garmin.row import is_id, local_start

LIST = "/activitylist-service/activities/search/activities"
PAGE = 40
"""Rows a page: Garmin's server was seen to break (500) above some 45."""
FIELDS = (
    "activityId",
    "activityName",
    "activityType",
    "startTimeLocal",
    "startTimeGMT",
    "distance",
    "duration",
    "movingDuration",
    "elapsedDuration",
    "elevationGain",
    "elevationLoss",
    "isParent",
    "parent",
    "parentId",
)
"""What is kept of a row: with all of it, where somebody lives would lie on the disk while an import lasts."""
LONG_IMPORT = 400
"""Days; what asks for more goes on where it stopped, should it be broken off."""
DAY = timedelta(days=1)
SLACK = timedelta(hours=26)
"""How far two clocks on earth are apart: rows in the order of the one may be so much out of the other's."""

Get = Callable[..., net.Answer]
Row = dict[str, Any]


def rows(get: Get, folder: Path, since: date, until: date) -> Iterator[Row]:
    """Yield each row of these days once.

    The next page begins at the day that the last one ended with, so that what is recorded or deleted
    meanwhile moves nothing out of sight.

    Raises:
        Unavailable: a page is not what was asked for.
    """
    kept = net.Pages(folder, f"{since} {until}") if (until - since).days > LONG_IMPORT else None
    seen: set[str] = set()
    last = until
    while True:
        page = _page(get, kept, since, last)
        fresh = [row for row in page if str(row["activityId"]) not in seen]
        seen.update(str(row["activityId"]) for row in fresh)
        yield from fresh
        if len(page) < PAGE:
            break
        if not fresh:
            raise _doubtful("the same page twice")
        last = min(local_start(row) for row in page).date() + DAY
    if kept:
        if kept.resumed:
            late = _page(get, None, max(since, until - net.RECENT), until)
            yield from (row for row in late if str(row["activityId"]) not in seen)
        kept.done()


def _page(get: Get, kept: net.Pages | None, since: date, until: date) -> list[Row]:
    def ask() -> list[Any]:
        found = get(
            LIST,
            start=0,
            limit=PAGE,
            startDate=since.isoformat(),
            endDate=until.isoformat(),
            excludeChildren="false",
        ).rows()
        _check(found, since, until)
        return [{name: row[name] for name in FIELDS if name in row} for row in found]

    return kept.page(f"{until:%Y%m%d}", ask) if kept else ask()


def _check(found: list[Row], since: date, until: date) -> None:
    """Make sure that a page is the one that was asked for: of a wrong one nothing is believed."""
    try:
        starts = [local_start(row) for row in found]
    except net.UnusableError:
        raise _doubtful("an activity without a start") from None
    if any(not since - DAY <= one.date() <= until + DAY for one in starts):
        raise _doubtful("other days than were asked for")
    if any(one > starts[0] + SLACK for one in starts):
        raise _doubtful("activities in another order than the latest first")
    if not all(is_id(row.get("activityId")) for row in found):
        raise _doubtful("an activity without an id")
    if len({str(row["activityId"]) for row in found}) < len(found):
        raise _doubtful("several activities under one id")


def _doubtful(what: str) -> Unavailable:
    return Unavailable(f"gave {what}, so nothing of this answer was kept", where=NAME, mend="try again later")
