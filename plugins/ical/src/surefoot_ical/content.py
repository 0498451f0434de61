"""What a person sees of an event: the measure of what is the same, and of what the runner edited.

Programs write events anew in their own order and folding, so bytes alone would call everything edited.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event

Key: TypeAlias = tuple[str, int, str]
"""Start, length in seconds, and a digest of the words."""

_SEEN = ("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "RRULE", "RDATE", "URL")


@dataclass(frozen=True, slots=True)
class Content:
    """An event as a person sees it.

    ``seconds`` is its length, ``words`` a digest of all that is neither start nor length. ``sequence``
    and ``cancelled`` are no part of what makes two contents the same.
    """

    start: date | datetime
    seconds: int
    words: str
    sequence: int
    cancelled: bool

    @property
    def key(self) -> Key:
        """What two contents are compared by, and what is remembered of one."""
        return self.start.isoformat(), self.seconds, self.words

    def moved_from(self, written: tuple[Key, ...]) -> bool:
        """Whether it differs from what was written in nothing but when it is.

        Given an hour, or made a whole day, an event has another length by itself.
        """
        timed = isinstance(self.start, datetime)
        return any(
            words == self.words and (seconds == self.seconds or ("T" in start) is not timed)
            for start, seconds, words in written
        )


def content(raw: bytes, zone: ZoneInfo, zones: bytes = b"") -> Content | None:
    """Read an event, ``zones`` being the time zones it may refer to; None if it cannot be read.

    A floating time is taken in the runner's zone, instants are given in UTC.
    """
    import icalendar

    try:
        calendar = icalendar.Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + zones + raw + b"END:VCALENDAR\r\n")
        event = calendar.events[0]
        start, end = _instant(event.start, zone), _instant(event.end, zone)
        return Content(
            start=start,
            seconds=int((end - start).total_seconds()),
            words=words(event),
            sequence=int(event.get("SEQUENCE", 0)),
            cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
        )
    except Exception:  # noqa: BLE001 - what other programs and people wrote can break a parser in any way
        return None


def _instant(moment: date | datetime, zone: ZoneInfo) -> date | datetime:
    if not isinstance(moment, datetime):
        return moment
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def words(event: Event) -> str:
    """Return a digest of all that a person sees of an event but when it is."""
    seen = [" ".join(str(event.get(name, "")).split()) for name in _SEEN]
    if seen[_SEEN.index("STATUS")].upper() == "CONFIRMED":
        seen[_SEEN.index("STATUS")] = ""  # what no STATUS means, too
    seen.append(",".join(sorted(str(category) for category in event.categories)))
    seen.append(str(len(event.subcomponents)))  # an alarm of one's own
    return hashlib.sha256("\0".join(seen).encode(errors="replace")).hexdigest()[:20]
