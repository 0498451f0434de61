"""FIT's clock and its numbers."""

from __future__ import annotations

from surefoot_files.recording import FARTHEST_OFFSET, UnreadableError

UNSET = 0x10000000
"""FIT seconds below this count from the moment the watch was switched on: its clock was never set."""

_EPOCH = 631_065_600
"""1989-12-31 00:00 UTC, where FIT's clock begins, in Unix seconds."""


def unix(fit: int) -> int:
    """Return FIT seconds as Unix seconds."""
    return fit + _EPOCH


def whole(number: float) -> int:
    """Return a number that is not negative rounded to the nearest whole one, halves up."""
    return int(number + 0.5)


def offset(here: object, utc: object) -> int | None:
    """Return local time less UTC in seconds, to the quarter of an hour; None where it cannot be true."""
    if not isinstance(here, int) or not isinstance(utc, int):
        return None
    away = (here - utc + 450) // 900 * 900
    return away if abs(away) <= FARTHEST_OFFSET else None


def no_date() -> UnreadableError:
    """Return the reason for a recording of a watch whose clock was never set."""
    return UnreadableError("the clock was not set, so it has no date")
