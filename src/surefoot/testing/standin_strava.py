"""Strava on loopback, as its documentation tells of it: logins that rotate, pages, limits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from surefoot.testing.standin import Asked, Reply, Standin, json_reply

SECRET = "strava-app-secret-77"  # noqa: S105 - of nobody
CLIENT = "4711"
ENDS = 4_102_444_800
"""Unix seconds of the year 2100: an access token that a test does not end lasts."""
INACTIVE = {
    "message": "Forbidden",
    "errors": [{"resource": "Application", "field": "Status", "code": "Inactive"}],
}


class StravaStandin(Standin):
    """Holds activities; logs its runner in at once, unless ``allows`` says otherwise.

    ``scope`` is what the runner leaves ticked, ``usage`` what the limits' headers say was used of
    100 requests a quarter of an hour and 1,000 a day.
    """

    def __init__(self) -> None:
        super().__init__()
        self.activities: list[dict[str, Any]] = []
        self.allows = True
        self.scope = "read,activity:read_all"
        self.inactive = False
        self.usage = (1, 1)
        self.code = "code-1"
        self.access, self.refresh, self.ends = "access-0", "refresh-0", ENDS
        self._turn = 0

    @property
    def api(self) -> str:
        """The address of the API."""
        return f"{self.base}/api/v3"

    def answer(self, asked: Asked) -> Reply:
        """Answer as the platform does."""
        if asked.path == "/oauth/authorize":
            return self._authorize(asked)
        if asked.path == "/oauth/token":
            return self._token(asked.form)
        if asked.path == "/api/v3/athlete/activities":
            return self._activities(asked)
        return json_reply({"message": "Record Not Found"}, status=404)

    def login(self) -> dict[str, Any]:
        """Return tokens as a login just made would have left them."""
        return {"access_token": self.access, "refresh_token": self.refresh, "expires_at": self.ends}

    def add_run(self, start: datetime, metres: float, seconds: int, **more: Any) -> dict[str, Any]:
        """Add a run that started at this aware moment, and return its row."""
        offset = start.utcoffset() or timedelta()
        row = {
            "id": 9_000_000_000 + len(self.activities),
            "name": "Run",
            "sport_type": "Run",
            "distance": metres,
            "moving_time": seconds,
            "elapsed_time": seconds,
            "total_elevation_gain": 12.0,
            "start_date": f"{start.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "start_date_local": f"{start:%Y-%m-%dT%H:%M:%SZ}",
            "utc_offset": offset.total_seconds(),
        }
        self.activities.append(row | more)
        return self.activities[-1]

    def add_years(self, years: int, until: datetime) -> None:
        """Add a run every second day of so many years up to a moment."""
        for number in range(years * 365 // 2):
            self.add_run(until - timedelta(days=2 * number), 8000.4, 2700)

    def _authorize(self, asked: Asked) -> Reply:
        said = {"code": self.code, "scope": self.scope} if self.allows else {"error": "access_denied"}
        back = urlencode(said | {"state": asked.query["state"]})
        return Reply(status=302, headers={"Location": f"{asked.query['redirect_uri']}?{back}"})

    def _token(self, form: dict[str, str]) -> Reply:
        grants = {"authorization_code": ("code", self.code), "refresh_token": ("refresh_token", self.refresh)}
        name, right = grants.get(form.get("grant_type", ""), ("grant_type", ""))
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            return _refused(401, "Application", "")
        if form.get(name) != right:
            return _refused(400, "RefreshToken" if name == "refresh_token" else "AuthorizationCode", name)
        self._turn += 1
        self.access, self.refresh = f"access-{self._turn}", f"refresh-{self._turn}"
        self.ends = ENDS
        return json_reply(self.login() | {"token_type": "Bearer"})

    def _activities(self, asked: Asked) -> Reply:
        if self.inactive:
            return json_reply(INACTIVE, status=403)
        if asked.header("authorization") != f"Bearer {self.access}":
            return json_reply({"message": "Authorization Error"}, status=401)
        after, before = int(asked.query["after"]), int(asked.query["before"])
        found = [one for one in self.activities if after < _epoch(one) < before]
        found.sort(key=_epoch)
        first = (int(asked.query["page"]) - 1) * int(asked.query["per_page"])
        return json_reply(found[first : first + int(asked.query["per_page"])], headers=self._limits())

    def _limits(self) -> dict[str, str]:
        quarter, day = self.usage
        return {"X-ReadRateLimit-Limit": "100,1000", "X-ReadRateLimit-Usage": f"{quarter},{day}"}


def _refused(status: int, resource: str, field: str) -> Reply:
    errors = [{"resource": resource, "field": field, "code": "invalid"}]
    return json_reply({"message": "Bad Request", "errors": errors}, status=status)


def _epoch(row: dict[str, Any]) -> float:
    return datetime.fromisoformat(str(row["start_date"])).timestamp()
