"""What a reader hands on: one recorded activity as plain numbers, ready to be cached."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from surefoot.plugin import Activity, Sport

LONGEST = 31 * 86_400
"""Seconds; a recording that claims more holds damaged numbers (six-day races are the longest on foot)."""

FARTHEST = 5_000_000
"""Metres; the same for distance (the longest ride without a stop is below it)."""


EARLIEST, LATEST = 899_501_056, 4_102_444_800
"""Unix seconds of July 1998 (FIT's own bound for a clock that was set) and of the year 2100."""


FARTHEST_OFFSET = 14 * 3600
"""Seconds; no place on earth is farther from UTC."""


class UnreadableError(Exception):
    """A file holds nothing that can be used; its text is a reason for the runner."""


class Recording(NamedTuple):
    """One activity of a file: times in Unix seconds, lengths in whole metres and seconds.

    ``offset`` is the offset from UTC in seconds it was recorded with, None where the file does not say.
    ``doubt`` is true where another file with the same activity would know better.
    """

    start: int
    sport: str
    metres: int
    seconds: int
    elapsed: int
    offset: int | None = None
    ascent: int | None = None
    descent: int | None = None
    title: str = ""
    notes: tuple[str, ...] = ()
    doubt: bool = False

    @property
    def end(self) -> int:
        """When it was over, in Unix seconds."""
        return self.start + max(self.elapsed, self.seconds)

    @property
    def id(self) -> str:
        """Made of what was recorded, so that a renamed or copied file holds the same activity."""
        return f"{datetime.fromtimestamp(self.start, UTC).isoformat()[:19]}Z-{self.sport}"

    def activity(self, source: str) -> Activity:
        """Return it as the core wants it, its start in the offset it was recorded with, else in UTC."""
        zone = UTC if self.offset is None else timezone(timedelta(seconds=self.offset))
        return Activity(
            id=self.id,
            sport=Sport(self.sport),
            start=datetime.fromtimestamp(self.start, zone),
            offset=self.offset,
            metres=self.metres,
            seconds=self.seconds,
            elapsed=self.elapsed,
            ascent=self.ascent,
            descent=self.descent,
            title=self.title,
            source=source,
            notes=self.notes,
        )


def checked(recording: Recording) -> Recording:
    """Return the recording if its numbers can be true.

    Raises:
        UnreadableError: they cannot, or nothing was recorded.
    """
    if not EARLIEST <= recording.start < LATEST:
        raise UnreadableError("the clock was not set, so it has no date")
    if recording.metres <= 0 and recording.seconds <= 0:
        raise UnreadableError("it holds neither time nor distance")
    if not 0 <= recording.metres <= FARTHEST:
        raise UnreadableError(f"it says {recording.metres // 1000} km, which cannot be true")
    if not 0 <= recording.seconds <= LONGEST or not 0 <= recording.elapsed <= LONGEST:
        raise UnreadableError(
            f"it says {max(recording.seconds, recording.elapsed) // 3600} hours, which cannot be true"
        )
    return recording
