"""A session as an event: the bytes that go into the calendar."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from surefoot.plugin import Kind, Session
from surefoot_ical.content import Key, words

if TYPE_CHECKING:
    from icalendar import Event

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands in DTSTAMP where the core gives no time of the last real change; it is never the present."""

EASY_PACE = 390
"""Seconds per kilometre that a run without a duration is estimated at: 6:30/km, as the scheduler does."""

SHORT = timedelta(minutes=30)
"""The length of what has neither duration nor distance."""

_CATEGORIES = {
    Kind.RACE: "Race",
    Kind.STRENGTH: "Strength",
    Kind.MICRO: "Strength",
    Kind.CROSS: "Cross-training",
}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_OUR_START = re.compile(rb"^DTSTART(?:;VALUE=DATE:(\d{8})|:(\d{8}T\d{6}Z))\r?$", re.MULTILINE)
_STAMPS = (b"SEQUENCE:", b"DTSTAMP:", b"LAST-MODIFIED:")


def uid(session: str) -> str:
    """Return the event's UID for a session's uid: it lasts, and knows nothing of the day."""
    return f"{hashlib.sha1(session.encode(), usedforsecurity=False).hexdigest()[:20]}@surefoot"


@dataclass(frozen=True, slots=True)
class Rendered:
    """An event of ours: its bytes, and the key of its content, as ``content`` would read it back."""

    raw: bytes
    key: Key


def render(session: Session, zone: ZoneInfo, *, sequence: int | None = None) -> Rendered:
    """Return the session's VEVENT; ``sequence`` stands for its revision where a higher one was seen."""
    import icalendar

    start, lasts = span(session, zone)
    event = icalendar.Event()
    event.add("uid", uid(session.uid))
    event.add("summary", clean(session.workout.title) or session.workout.kind.value.capitalize())
    event.add("dtstart", start)
    event.add("dtend", start + lasts)
    if notes := clean(session.workout.notes):
        event.add("description", notes)
    event.add("categories", [_CATEGORIES.get(session.workout.kind, "Running")])
    event.add("status", "CONFIRMED")
    # An all-day event that blocks time would make every training day look busy.
    event.add("transp", "OPAQUE" if session.at else "TRANSPARENT")
    stamp(event, session.revision if sequence is None else sequence, session.revised)
    return Rendered(bytes(event.to_ical()), (start.isoformat(), int(lasts.total_seconds()), words(event)))


def cancelled(raw: bytes, changed: datetime | None) -> bytes:
    """Return the event called off: the same, with the next sequence."""
    import icalendar

    event = icalendar.Event.from_ical(raw)
    assert isinstance(event, icalendar.Event)
    event["status"] = icalendar.vText("CANCELLED")
    stamp(event, int(event.get("sequence", 0)) + 1, changed)
    return bytes(event.to_ical())


def stamp(event: Event, sequence: int, changed: datetime | None) -> None:
    """Set the three properties that say which version this is."""
    moment = (changed or EPOCH).astimezone(UTC).replace(microsecond=0)
    for name in ("sequence", "dtstamp", "last-modified"):
        event.pop(name, None)
    event.add("sequence", sequence)
    event.add("dtstamp", moment)
    event.add("last-modified", moment)


def span(session: Session, zone: ZoneInfo) -> tuple[date | datetime, timedelta]:
    """Return start and length: a date for a whole day, else an instant in UTC.

    Our events never repeat, so each has one instant, and UTC is read alike by every client.
    """
    if session.at is None:
        return session.day, timedelta(days=1)
    at = session.at.replace(microsecond=0, tzinfo=None)
    return datetime.combine(session.day, at, tzinfo=zone).astimezone(UTC), length(session)


def length(session: Session) -> timedelta:
    """Return how long the session takes: as it says, or estimated up to the next five minutes."""
    workout = session.workout
    if workout.seconds:
        return timedelta(seconds=workout.seconds)
    metres = workout.upto or workout.metres
    if not metres:
        return SHORT
    return timedelta(minutes=-(metres * EASY_PACE // -300_000) * 5)


def local(moment: date | datetime, zone: ZoneInfo) -> tuple[date, time | None]:
    """Return the day, and the hour unless it is a whole day, in the runner's zone."""
    if not isinstance(moment, datetime):
        return moment, None
    here = moment.astimezone(zone)
    return here.date(), here.time().replace(microsecond=0)


def our_day(raw: bytes, zone: ZoneInfo) -> date | None:
    """Return the runner's day of an event without parsing it; None if its start is not written as we do."""
    match = _OUR_START.search(raw)
    try:
        if match and match[1]:
            return datetime.strptime(match[1].decode(), "%Y%m%d").replace(tzinfo=UTC).date()
        return local(datetime.strptime(match[2].decode(), "%Y%m%dT%H%M%S%z"), zone)[0] if match else None
    except ValueError:
        return None


def unstamped(raw: bytes) -> bytes:
    """Return the event without the properties that say which version it is."""
    return b"".join(line for line in raw.splitlines(keepends=True) if not line.startswith(_STAMPS))


def clean(text: str) -> str:
    """Return the text with plain line ends and without characters that no calendar may hold."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")).strip()
