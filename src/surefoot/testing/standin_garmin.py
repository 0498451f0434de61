"""Garmin on loopback, as its documentation and its users tell of it: one runner, one key, one login.

All of Garmin's hosts are this one server: sign-in with a second factor, tokens, activities, workouts and
the calendar. A test may write into what it holds, as the runner would in the app.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from typing import Any

from surefoot.testing.standin import Asked, Reply, Standin, json_reply
from surefoot.testing.standin_garmin_calendar import Planned

KEY = "garmin-key-31b7"
EMAIL, PASSWORD, CODE = "runner@example.org", "correct horse 9", "271828"
ENDS = 4_102_444_800
"""Unix seconds of the year 2100: a token that a test does not end lasts."""
BREAKS = 45
"""Rows a page from which the Personal API answers 500."""
TOKEN = "/personalapitoken-service/personal-api/personal-api-key/token"  # noqa: S105 - a path
LIST = "/activitylist-service/activities/search/activities"
KINDS = {"running": (1, 17), "trail_running": (6, 1), "treadmill_running": (18, 1), "walking": (9, 17)}


def jwt(name: str, ends: int) -> str:
    """Return a token as Garmin's: its middle says when it ends."""
    parts = ({"alg": "RS256", "typ": "JWT"}, {"exp": ends, "client_id": "GARMIN_CONNECT_MOBILE_ANDROID_DI"})
    coded = (urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in parts)
    return ".".join((*coded, name))


class GarminStandin(Standin):
    """Holds activities, workouts and the calendar.

    ``asks_code`` is whether a second factor is wanted, ``refuses`` whether refresh tokens are worth nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.activities: list[dict[str, Any]] = []
        self.planned = Planned()
        self.asks_code = False
        self.refuses = False
        self.ends = ENDS
        self._turn = 0
        self._access: set[str] = set()
        self._refresh = ""

    def answer(self, asked: Asked) -> Reply:
        """Answer as the platform does."""
        if asked.path.startswith(("/mobile/", "/portal/", "/sso/")):
            return self._sign_in(asked)
        if asked.path.endswith("/token"):
            return self._swap(asked) if asked.path == TOKEN else self._token(asked.form)
        if asked.header("authorization").removeprefix("Bearer ") not in self._access:
            return json_reply({"message": "Token is not active"}, status=401)
        if asked.path == LIST:
            return self._list(asked)
        if asked.path == "/userprofile-service/socialProfile":
            return json_reply({"displayName": "runner", "fullName": "R."})
        return self.planned.answer(asked)

    def login(self) -> dict[str, Any]:
        """Return what is kept of a login that was just made."""
        said = self._grant()
        return {
            "di_token": said["access_token"],
            "di_refresh_token": said["refresh_token"],
            "di_client_id": "GARMIN_CONNECT_MOBILE_ANDROID_DI",
        }

    def end_tokens(self) -> None:
        """Let all access tokens end, as they do after a day."""
        self._access.clear()

    def add_run(self, start: datetime, metres: float, seconds: float, **more: Any) -> dict[str, Any]:
        """Add a run that started at this aware moment, and return its row."""
        kind = str(more.pop("kind", "running"))
        number, parent = KINDS.get(kind, (99, 17))
        row = {
            "activityId": 20_000_000_000 + len(self.activities),
            "activityName": "Run",
            "startTimeLocal": f"{start:%Y-%m-%d %H:%M:%S}",
            "startTimeGMT": f"{start.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
            "activityType": {"typeId": number, "typeKey": kind, "parentTypeId": parent},
            "distance": metres,
            "duration": seconds,
            "elapsedDuration": seconds,
            "movingDuration": seconds - 1,
            "elevationGain": 12.0,
            "isParent": False,
            "parentId": None,
        }
        self.activities.append(row | more)
        return self.activities[-1]

    def add_years(self, years: int, until: datetime) -> None:
        """Add a run every second day of so many years up to a moment."""
        for number in range(years * 365 // 2):
            self.add_run(until - timedelta(days=2 * number), 8000.4, 2700)

    def _swap(self, asked: Asked) -> Reply:
        if asked.header("authorization") != f"ApiKey {KEY}":
            return json_reply({"message": "Unauthorized"}, status=401)
        return Reply(body=self._granted().encode(), headers={"Content-Type": "text/plain"})

    def _sign_in(self, asked: Asked) -> Reply:
        if asked.method == "GET":
            return Reply(body=b"<html><title>Sign in</title></html>", headers={"Content-Type": "text/html"})
        said = json.loads(asked.body)
        if asked.path.endswith("/api/mfa/verifyCode"):
            return _status("SUCCESSFUL" if said["mfaVerificationCode"] == CODE else "MFA_INVALID")
        if (said["username"], said["password"]) != (EMAIL, PASSWORD):
            return _status("INVALID_USERNAME_PASSWORD")
        return _status("MFA_REQUIRED" if self.asks_code else "SUCCESSFUL")

    def _token(self, form: dict[str, str]) -> Reply:
        renews = form.get("grant_type") == "refresh_token"
        right = ("refresh_token", self._refresh) if renews else ("service_ticket", "ST-1")
        if self.refuses or form.get(right[0]) != right[1]:
            return json_reply({"error": "invalid_grant"}, status=400)
        return json_reply(self._grant() | {"token_type": "Bearer", "expires_in": 86400})

    def _grant(self) -> dict[str, Any]:
        access = self._granted()
        self._refresh = f"garmin-refresh-{self._turn}"
        return {"access_token": access, "refresh_token": self._refresh}

    def _granted(self) -> str:
        self._turn += 1
        self._access.add(token := jwt(f"garmin-access-{self._turn}", self.ends))
        return token

    def _list(self, asked: Asked) -> Reply:
        limit = int(asked.query.get("limit", "99"))
        if limit > BREAKS:
            return json_reply({"message": "Internal Server Error"}, status=500)
        first, last = asked.query.get("startDate", ""), asked.query.get("endDate", "9999")
        found = [one for one in self.activities if first <= str(one["startTimeLocal"])[:10] <= last]
        if asked.query.get("excludeChildren", "true") == "true":
            found = [one for one in found if one["parentId"] is None]
        found.sort(key=lambda one: str(one["startTimeLocal"]), reverse=True)
        start = int(asked.query.get("start", "0"))
        return json_reply(found[start : start + limit])


def _status(kind: str) -> Reply:
    return json_reply(
        {
            "responseStatus": {"type": kind},
            "serviceTicketId": "ST-1" if kind == "SUCCESSFUL" else None,
            "customerMfaInfo": {"mfaLastMethodUsed": "email"},
        }
    )
