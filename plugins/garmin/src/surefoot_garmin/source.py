"""What was done, from Garmin's list of activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import Any, ClassVar, Literal, Protocol
from zoneinfo import ZoneInfo

from surefoot.plugin import Activity, Ask, Secret, Source, net
from surefoot_garmin import tokens
from surefoot_garmin.connect import Connect
from surefoot_garmin.listing import rows
from surefoot_garmin.login import login
from surefoot_garmin.personal import Personal
from surefoot_garmin.row import activity, is_parent, local_start

DAY = timedelta(days=1)


class Reader(Protocol):
    """Whoever is let in, by key or by login."""

    def get(self, path: str, **query: object) -> net.Answer:
        """Read something."""

    def close(self) -> None:
        """Give the connection back."""


class Activities(Source):
    """Reads activities from Garmin Connect.

    Attributes:
        via: "key" for Garmin's Personal API, or "login" for what the app uses: see ``surefoot login``.
        key: your own key of Garmin's Personal API, made at connect.garmin.com under Settings.
        host: garmin.com, or garmin.cn for an account in China.
        patience: seconds to wait for an answer.
        zone: the zone of activities that do not say theirs, by default the runner's.
    """

    use: ClassVar[str] = "garmin"
    revisit_days: ClassVar[int | None] = 42

    via: Literal["key", "login"] = "key"
    key: Secret = Secret(env="GARMIN_PERSONAL_API_KEY")
    host: str = "garmin.com"
    patience: float = 30.0
    zone: ZoneInfo

    def login(self, ask: Ask) -> None:
        """Log in, or try the key.

        Raises:
            AuthError: what was typed, or the key, was refused.
            ConfigError: the key is not where it should be.
            Unavailable: Garmin cannot answer, or wants to be left alone.
        """
        if self.via == "login":
            login(ask, self.folder, self.label, self.host, self.patience)
        else:
            with closing(self._by_key()) as web:
                web.swap()

    def check(self) -> None:
        """See whether the key or the login is there.

        Raises:
            AuthError: there is no login, or it has ended.
            ConfigError: the key is not where it should be, or others can read the login.
        """
        if self.via == "login":
            tokens.load(tokens.place(self.folder), self.label)
        else:
            self.key.reveal()

    def activities(self, since: date, until: date) -> Iterator[Activity]:
        """Yield what Garmin holds for these days, the latest first.

        Raises:
            AuthError: the key or the login was refused.
            ConfigError: the key is not where it should be.
            Unavailable: Garmin cannot answer, or not in a way that can be understood.
        """
        self._unread = net.Unread()
        legs, sums = set[object](), dict[object, date]()
        with closing(self._reader()) as web:
            for row in rows(web.get, self.folder, since - DAY, until + DAY):
                legs.add(row.get("parentId"))
                if is_parent(row):
                    sums[row["activityId"]] = local_start(row).date()
                    continue
                found = self._activity(row)
                if found is not None and since <= found.day <= until:
                    yield found
        for one in sums.keys() - legs:
            self._unread.note("the legs of a multisport activity were not listed", sums[one])

    def problems(self) -> Iterable[tuple[str, str]]:
        """Yield what could not be read, how often and on which days, and why."""
        return self._unread.problems()

    def gaps(self) -> Iterable[date]:
        """Yield the days of what could not be read."""
        return self._unread.gaps()

    def _reader(self) -> Reader:
        if self.via == "login":
            return Connect(self.folder, self.label, self.host, self.patience)
        return self._by_key()

    def _by_key(self) -> Personal:
        return Personal(self.key, self.host, self.folder, self.patience)

    def _activity(self, row: dict[str, Any]) -> Activity | None:
        try:
            return activity(row, self.zone)
        except net.UnusableError as why:
            self._unread.note(str(why), local_start(row).date())
            return None
