"""What was done, from Strava's API: for those who have a subscription, and an application of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, ClassVar

from surefoot.plugin import Activity, Ask, Secret, Source, Unavailable, net
from surefoot_strava import tokens
from surefoot_strava.account import NAME, Account
from surefoot_strava.row import activity, start

PAGE = 200
"""Rows a page; the most that Strava gives."""
LONG_IMPORT = 400
"""Days; what asks for more goes on where it stopped, should it be broken off."""
DAY = timedelta(days=1)


class Api(Source):
    """Reads activities from Strava itself, with an API application of your own.

    Attributes:
        client_id: the number of your application, from strava.com/settings/api.
        client_secret: its secret.
        host: the address that logins go to.
        api: the address of the API; from 2027 on it is https://api-v3.strava.com.
        patience: seconds to wait for an answer.
    """

    use: ClassVar[str] = "strava-api"
    revisit_days: ClassVar[int | None] = 42

    client_id: str
    client_secret: Secret
    host: str = "https://www.strava.com"
    api: str = "https://www.strava.com/api/v3"
    patience: float = 30.0

    def login(self, ask: Ask) -> None:
        """Let the runner allow it in a browser, and keep what comes back.

        Raises:
            AuthError: it was not allowed, or Strava refused.
            ConfigError: the secret is not where it should be.
            Unavailable: Strava cannot answer.
        """
        self._account().login(ask)

    def check(self) -> None:
        """See whether there is a login, and the secret.

        Raises:
            AuthError: there is no login, or it has ended.
            ConfigError: the secret or the login is not where it should be.
        """
        self.client_secret.reveal()
        tokens.load(self.folder, self.label)

    def activities(self, since: date, until: date) -> Iterator[Activity]:
        """Yield what Strava holds for these days, the earliest first.

        Raises:
            AuthError: there is no login, or Strava does not accept it any more.
            ConfigError: the secret or the login is not where it should be.
            Unavailable: Strava cannot answer, or wants to be left alone for a while.
        """
        self._unread = net.Unread()
        for row in self._rows(since, until):
            try:
                found = activity(row)
            except net.UnusableError as why:
                self._unread.note(str(why), _day(row))
                continue
            if since <= found.day <= until:
                yield found

    def problems(self) -> Iterable[tuple[str, str]]:
        """Return what could not be read, how often and on which days, and why."""
        return self._unread.problems()

    def gaps(self) -> Iterable[date]:
        """Return the days of what could not be read."""
        return self._unread.gaps()

    def _rows(self, since: date, until: date) -> Iterator[dict[str, Any]]:
        """Yield each row once. The last page is the empty one: others may be short."""
        # The earliest are asked for first, so that what is new does not move the pages before it.
        bounds = {"after": _epoch(since - DAY), "before": _epoch(until + 2 * DAY)}
        is_long = (until - since).days > LONG_IMPORT
        pages = net.Pages(self.folder, str(bounds)) if is_long else None
        seen: set[str] = set()
        account = self._account()
        with account.opened() as web:
            number = 1
            while page := _page(account, web, pages, bounds | {"page": number}):
                fresh = [row for row in page if str(row["id"]) not in seen]
                if not fresh:
                    raise Unavailable("gave the same page twice", where=NAME, mend="try again later")
                seen.update(str(row["id"]) for row in fresh)
                yield from fresh
                number += 1
            if pages and pages.resumed:
                late = bounds | {"after": _epoch(until - net.RECENT), "page": 1}
                yield from (row for row in _page(account, web, None, late) if str(row["id"]) not in seen)
        if pages:
            pages.done()

    def _account(self) -> Account:
        return Account(
            client_id=self.client_id,
            client_secret=self.client_secret,
            host=self.host,
            api=self.api,
            patience=self.patience,
            folder=self.folder,
            label=self.label,
        )


def _page(
    account: Account, web: net.Client, pages: net.Pages | None, asked: dict[str, int]
) -> list[dict[str, Any]]:
    def ask() -> list[Any]:
        rows = account.get(web, "/athlete/activities", **asked, per_page=PAGE).rows()
        _check(rows)
        return rows

    return pages.page(str(asked["page"]), ask) if pages else ask()


def _check(rows: list[dict[str, Any]]) -> None:
    """Make sure that each row has an id and a day: of a page with others nothing is believed."""
    try:
        for row in rows:
            _day(row)
    except net.UnusableError as why:
        raise _doubtful(str(why)) from None
    if any(isinstance(row.get("id"), bool) or not isinstance(row.get("id"), (int, str)) for row in rows):
        raise _doubtful("it has no id")
    if len({str(row["id"]) for row in rows}) < len(rows):
        raise _doubtful("another one has the same id")


def _doubtful(why: str) -> Unavailable:
    return Unavailable(
        f"gave an activity that cannot be understood ({why}), so nothing of this answer was kept",
        where=NAME,
        mend="try again later",
    )


def _day(row: dict[str, Any]) -> date:
    return start(row)[0].date()


def _epoch(day: date) -> int:
    return int(datetime.combine(day, time.min, tzinfo=UTC).timestamp())
