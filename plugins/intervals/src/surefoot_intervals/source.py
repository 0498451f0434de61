"""What was done, from the list of activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, DiaryEntry, Secret, Source, Unavailable, net
from surefoot_intervals import account, marks
from surefoot_intervals.row import FIELDS, activity, local_start

PAGE = 1000
"""Rows asked for at once; about 300 kB."""
SHORT = 100
"""A page of fewer rows is the last: no platform cuts its pages that small by itself."""
LONG_IMPORT = 400
"""Days; what asks for more goes on where it stopped, should it be broken off."""
DAY = timedelta(days=1)
LONG_ILL = timedelta(days=60)
"""An illness that ends in the days asked for may have begun so long before them."""


class Activities(Source):
    """Reads activities from intervals.icu.

    Attributes:
        key: the account's own key, from Settings, Developer there.
        athlete: whose activities, as i12345; 0 is the owner of the key.
        host: the address of the service.
        patience: seconds to wait for an answer.
        zone: the zone of activities that do not say theirs, by default the runner's.
        diary: whether soreness, injury and illness that you mark there go into the diary.
    """

    use: ClassVar[str] = "intervals"
    revisit_days: ClassVar[int | None] = 42

    key: Secret
    athlete: str = "0"
    host: str = account.HOST
    patience: float = 30.0
    zone: ZoneInfo
    diary: bool = False

    def check(self) -> None:
        """See whether the key is there.

        Raises:
            ConfigError: it is not where it should be.
        """
        self.key.reveal()

    def activities(self, since: date, until: date) -> Iterator[Activity]:
        """Yield what the account holds for these days, the latest first.

        Raises:
            AuthError: the key was refused.
            ConfigError: the key is not where it should be.
            Unavailable: intervals.icu cannot answer, or not in a way that can be understood.
        """
        self._unread = net.Unread()
        with account.client(self.host, self.key, self.folder, self.patience) as web:
            for row in self._rows(web, since, until):
                try:
                    found = activity(row, self.zone)
                except net.UnusableError as why:
                    self._unread.note(str(why), local_start(row).date())
                    continue
                if since <= found.day <= until:
                    yield found

    def problems(self) -> Iterable[tuple[str, str]]:
        """Return what could not be read, how often and on which days, and why."""
        return self._unread.problems()

    def gaps(self) -> Iterable[date]:
        """Return the days of what could not be read."""
        return self._unread.gaps()

    def reports(self, since: date, until: date) -> Iterator[DiaryEntry]:
        """Yield what is marked there of soreness, injury and illness, if it is wished.

        Raises:
            AuthError: the key was refused.
            ConfigError: the key is not where it should be.
            Unavailable: intervals.icu cannot answer, or not in a way that can be understood.
        """
        if not self.diary:
            return
        with account.client(self.host, self.key, self.folder, self.patience) as web:
            days = web.get(
                account.address(self.athlete, "wellness"),
                oldest=since.isoformat(),
                newest=until.isoformat(),
                fields=",".join(marks.FIELDS),
            ).rows()
            events = web.get(
                account.address(self.athlete, "events"),
                oldest=(since - LONG_ILL).isoformat(),
                newest=until.isoformat(),
                category=",".join(marks.CATEGORIES),
            ).rows()
        for one in (*marks.of_days(days), *marks.of_events(events)):
            if since <= one.day <= until:
                yield one

    def _rows(self, web: net.Client, since: date, until: date) -> Iterator[dict[str, Any]]:
        """Yield each row once; the next page begins where the last one ended."""
        pages = net.Pages(self.folder, f"{self.athlete} {since} {until}") if _is_long(since, until) else None
        seen: set[str] = set()
        newest = _end(until)
        while True:
            page = self._page(web, pages, since, newest)
            fresh = [row for row in page if str(row.get("id")) not in seen]
            seen.update(str(row.get("id")) for row in fresh)
            yield from fresh
            if len(page) < SHORT or not fresh:
                break
            newest = min(local_start(row) for row in page)
        if pages:
            if pages.resumed:
                late = self._page(web, None, max(since, until - net.RECENT), _end(until))
                yield from (row for row in late if str(row.get("id")) not in seen)
            pages.done()

    def _page(
        self, web: net.Client, pages: net.Pages | None, since: date, newest: datetime
    ) -> list[dict[str, Any]]:
        def ask() -> list[Any]:
            rows = web.get(
                account.address(self.athlete, "activities"),
                oldest=since.isoformat(),
                newest=newest.isoformat(),
                limit=PAGE,
                fields=",".join(FIELDS),
            ).rows()
            _check(rows, since, newest)
            return rows

        return pages.page(f"{newest:%Y%m%dT%H%M%S}", ask) if pages else ask()


def _end(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59))


def _check(rows: list[dict[str, Any]], since: date, newest: datetime) -> None:
    """Make sure that a page is the one that was asked for: of a wrong one nothing is believed.

    A day more on either side is the platform's way of counting days, and no other page.
    """
    for row in rows:
        try:
            start = local_start(row)
        except net.UnusableError:
            raise _doubtful(f"activity {row.get('id')} without a start") from None
        if not since - DAY <= start.date() or start > newest + DAY:
            raise _doubtful("other days than were asked for")
    if len({str(row.get("id")) for row in rows}) < len(rows):
        raise _doubtful("several activities under one id")


def _doubtful(what: str) -> Unavailable:
    return Unavailable(
        f"gave {what}, so nothing of this answer was kept", where=account.NAME, mend="try again later"
    )


def _is_long(since: date, until: date) -> bool:
    return (until - since).days > LONG_IMPORT
