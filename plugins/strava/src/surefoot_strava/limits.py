"""Strava's limits: so many requests a quarter of an hour, so many a day, told with each answer."""

from __future__ import annotations

import time

from surefoot.plugin import AuthError, SurefootError, Unavailable, net

QUARTER, DAY = 900, 86_400
"""Seconds; the windows begin at :00, :15, :30 and :45, and at midnight UTC."""
_HEADERS = ("x-readratelimit", "x-ratelimit")


def wait(answer: net.Answer) -> int | None:
    """Return the seconds until the next request is allowed; None where it is allowed now."""
    now, waits = time.time(), []
    for name in _HEADERS:
        pairs = zip(
            _numbers(answer, f"{name}-limit"), _numbers(answer, f"{name}-usage"), (QUARTER, DAY), strict=False
        )
        waits += [window - int(now) % window for limit, used, window in pairs if used >= limit > 0]
    return max(waits, default=None)


def explain(answer: net.Answer) -> SurefootError | None:
    """Return what a refusal means where Strava means something of its own by it."""
    if answer.status == 429:
        seconds = wait(answer) or QUARTER - int(time.time()) % QUARTER
        return Unavailable("is busy", where="Strava", retry_after=seconds)
    if answer.status == 403 and b'"Inactive"' in answer.data:
        return AuthError(
            "says that your API application is inactive: its owner needs a paid Strava subscription",
            where="Strava",
            mend='Strava\'s export costs nothing: use = "strava" with the path of the zip',
        )
    return None


def _numbers(answer: net.Answer, name: str) -> list[int]:
    found = answer.headers.get(name, "").split(",")
    return [int(one) for one in found if one.strip().isdecimal()]
