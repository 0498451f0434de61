"""When a platform may be asked again: what it says, and what is remembered of it between runs."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from surefoot.model import Unavailable
from surefoot.net.private import load_private, save_private

NAME = "wait.json"
FIRST = 60
"""Seconds to leave a platform alone that asks for it without saying how long; doubled each time it does."""
LONGEST = 24 * 3600
"""Seconds; a longer wait is a clock that is wrong. The longest quota known is a day's."""


def seconds_of(header: str | None) -> int | None:
    """Return what ``Retry-After`` asks for, in seconds from now; it gives seconds or an HTTP date."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return min(int(header), LONGEST)
    from email.utils import parsedate_to_datetime

    with suppress(ValueError, TypeError):
        left = parsedate_to_datetime(header).timestamp() - time.time()
        return max(0, min(round(left + 0.5), LONGEST))
    return None


def words(seconds: int) -> str:
    """Return a wait as people say it."""
    if seconds < 90:
        return f"{seconds} s"
    return f"{-(-seconds // 60)} min" if seconds < 5400 else f"{-(-seconds // 3600)} h"


class Wait:
    """Remembers in a part's folder until when its platform wants to be left alone."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / NAME
        self._name = name

    def check(self) -> None:
        """Refuse to ask before the time has come.

        Raises:
            Unavailable: it has not; ``retry_after`` are the seconds left.
        """
        until, _ = self._noted()
        left = until - time.time()
        if 0 < left <= LONGEST:
            raise self._unavailable(int(left) + 1)

    def begin(self, asked_for: int | None) -> Unavailable:
        """Remember that the platform wants to be left alone, and return the error that says so.

        Args:
            asked_for: the seconds it asked for; None where it did not say.
        """
        _, times = self._noted()
        seconds = asked_for if asked_for is not None else min(FIRST << min(times, 12), 3600)
        save_private(self._path, {"until": time.time() + seconds, "times": times + 1})
        return self._unavailable(seconds)

    def over(self) -> None:
        """Forget it: the platform answers again."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _noted(self) -> tuple[float, int]:
        found = load_private(self._path)
        with suppress(TypeError, KeyError, ValueError):
            return float(found["until"]), max(0, int(found["times"]))
        return 0.0, 0

    def _unavailable(self, seconds: int) -> Unavailable:
        return Unavailable(
            f"wants to be asked again in {words(seconds)}, not before",
            where=self._name,
            mend="the next sync after that goes on where this one stopped",
            retry_after=seconds,
        )
