"""Every platform that can be read over the network, each told in the same words, so that each is tried alike.

A new platform joins by one more class in ``PLATFORMS``.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from surefoot.net import save_private
from surefoot.testing.standin_garmin import KEY as GARMIN_KEY
from surefoot.testing.standin_garmin import LIST, GarminStandin
from surefoot.testing.standin_intervals import KEY, IntervalsStandin
from surefoot.testing.standin_strava import CLIENT, SECRET, StravaStandin


class Intervals:
    """intervals.icu, with a key.

    ``rows`` is where the list of activities is; ``fields`` are a row's, by what they mean.
    """

    name = "intervals"
    rows = "/api/v1/athlete/0/activities"
    secrets = (KEY,)
    environment: ClassVar = {"ICU_KEY": KEY}
    fields: ClassVar = {
        "id": "id",
        "sport": "type",
        "start": "start_date",
        "local": "start_date_local",
        "metres": "distance",
        "seconds": "moving_time",
        "elapsed": "elapsed_time",
        "title": "name",
    }
    first, daily, pages = 3, 1, 3
    """Requests: of the first sync of ten years at most, and of each one after it; pages of the first."""

    def __init__(self) -> None:
        self.standin = IntervalsStandin()

    def table(self, *, label: str = "net", patience: float = 0.3) -> str:
        """Return the settings that read from it."""
        return (
            f'\n[sources.{label}]\nuse = "intervals"\nkey = {{ env = "ICU_KEY" }}\n'
            f'host = "{self.standin.base}"\npatience = {patience}\n'
        )

    def log_in(self, folder: Path, label: str = "net") -> None:
        """Nothing is needed but the key."""

    def add_run(self, start: datetime, metres: float = 8000.0, **more: Any) -> dict[str, Any]:
        """Let the runner run; the row of it may be altered."""
        return self.standin.add_run(start, metres, 2700, **more)


class Strava:
    """Strava's API, with a login; see ``Intervals``."""

    name = "strava"
    rows = "/api/v3/athlete/activities"
    secrets = (SECRET, "access-0", "refresh-0", "access-1", "refresh-1")
    environment: ClassVar = {"STRAVA_SECRET": SECRET}
    fields: ClassVar = {
        "id": "id",
        "sport": "sport_type",
        "start": "start_date",
        "local": "start_date_local",
        "metres": "distance",
        "seconds": "moving_time",
        "elapsed": "elapsed_time",
        "title": "name",
    }
    first, daily, pages = 11, 2, 11

    def __init__(self) -> None:
        self.standin = StravaStandin()

    def table(self, *, label: str = "net", patience: float = 0.3) -> str:
        """Return the settings that read from it."""
        return (
            f'\n[sources.{label}]\nuse = "strava-api"\nclient_id = "{CLIENT}"\n'
            f'client_secret = {{ env = "STRAVA_SECRET" }}\nhost = "{self.standin.base}"\n'
            f'api = "{self.standin.api}"\npatience = {patience}\n'
        )

    def log_in(self, folder: Path, label: str = "net") -> None:
        """Leave what a login leaves."""
        save_private(folder / ".surefoot" / f"sources.{label}" / "login.json", self.standin.login())

    def add_run(self, start: datetime, metres: float = 8000.0, **more: Any) -> dict[str, Any]:
        """Let the runner run; the row of it may be altered."""
        return self.standin.add_run(start, metres, 2700, **more)


class Garmin:
    """Garmin's Personal API, with a key; see ``Intervals``."""

    name = "garmin"
    rows = LIST
    secrets = (GARMIN_KEY, "garmin-access-1", "garmin-access-2")
    environment: ClassVar = {"GARMIN_PERSONAL_API_KEY": GARMIN_KEY}
    fields: ClassVar = {
        "id": "activityId",
        "sport": "activityType",
        "start": "startTimeGMT",
        "local": "startTimeLocal",
        "metres": "distance",
        "seconds": "duration",
        "elapsed": "elapsedDuration",
        "title": "activityName",
    }
    first, daily, pages = 48, 2, 47

    def __init__(self) -> None:
        self.standin = GarminStandin()

    def table(self, *, label: str = "net", patience: float = 0.3) -> str:
        """Return the settings that read from it."""
        return f'\n[sources.{label}]\nuse = "garmin"\nhost = "{self.standin.base}"\npatience = {patience}\n'

    def log_in(self, folder: Path, label: str = "net") -> None:
        """Nothing is needed but the key."""

    def add_run(self, start: datetime, metres: float = 8000.0, **more: Any) -> dict[str, Any]:
        """Let the runner run; the row of it may be altered."""
        return self.standin.add_run(start, metres, 2700, **more)


class GarminLogin(Garmin):
    """Garmin Connect by way of garminconnect, with a login."""

    name = "garmin-login"
    secrets = ("garmin-access-1", "garmin-refresh-1", "garmin-access-2", "garmin-refresh-2")
    environment: ClassVar = {}
    first, daily, pages = 47, 1, 47

    def table(self, *, label: str = "net", patience: float = 0.3) -> str:
        """Return the settings that read from it."""
        return super().table(label=label, patience=patience) + 'via = "login"\n'

    def log_in(self, folder: Path, label: str = "net") -> None:
        """Leave what a login leaves."""
        save_private(folder / ".surefoot" / f"sources.{label}" / "login.json", self.standin.login())


PLATFORMS = (Intervals, Strava, Garmin, GarminLogin)
