"""The events of a calendar that may be sessions of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from surefoot.plugin import PlanError, Unit, Workout, parse_sessions

if TYPE_CHECKING:
    from icalendar import Calendar

LARGEST = 1024 * 1024
"""Bytes; a year of sessions with their cards is some 200 KB [H]."""
MOST_EVENTS = 4000
"""Five years with two sessions a day [H]."""
_OUR_TARGET = "-//Surefoot//Surefoot//"
_REPEATS = ("RRULE", "RDATE", "RECURRENCE-ID", "EXDATE")
_SIZED = re.compile(r"(?P<what>\d.*), (?P<size>\d+(?:\.\d+)? (?:km|mi))")
_AFTER = ", after the run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event on one day, as the calendar words it; ``at`` is None where it lasts all day."""

    day: date
    at: time | None
    title: str
    notes: str


def calendar_of(data: bytes) -> Calendar:
    """Return the one calendar in these bytes.

    Raises:
        PlanError: they are no iCalendar file in UTF-8.
    """
    from icalendar import Calendar

    if not data.strip():
        raise PlanError("the file is empty", mend="export the calendar again")
    if len(data) > LARGEST:
        raise PlanError("too large to be a plan", mend="keep the plan's sessions in a calendar of their own")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlanError("the calendar is not in UTF-8", mend="export it again as iCalendar (.ics)") from None
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR") or "\x00" in text:
        raise PlanError(
            "this is no calendar", mend="export it as iCalendar (.ics): BEGIN:VCALENDAR comes first"
        )
    if text.upper().count("\nBEGIN:") > 2 * MOST_EVENTS:
        raise PlanError("too many events to be a plan", mend="is it the right calendar?")
    try:
        found = Calendar.from_ical(text.lstrip())
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise PlanError("the calendar is cut off or broken", mend="export it again") from None
    if not isinstance(found, Calendar):
        raise PlanError("this is no calendar", mend="export it as iCalendar (.ics)")
    return found


def events_of(calendar: Calendar) -> Iterator[Event]:
    """Yield the events that stand; what was cancelled is left out.

    Raises:
        PlanError: one has no day or title, lasts longer than a day, or repeats.
    """
    ours = str(calendar.get("PRODID", "")).startswith(_OUR_TARGET)
    for one in calendar.walk("VEVENT"):
        if str(one.get("STATUS", "")).upper() == "CANCELLED":
            continue
        title = " ".join(str(one.get("SUMMARY", "")).split())
        begin = _moment(one, "DTSTART", title)
        if begin is None:
            raise PlanError("an event has no day", where=title or None, mend="give it a DTSTART")
        day = _day(begin)
        where = f"{day}, {title}" if title else str(day)
        if not title:
            raise PlanError("an event has no title", where=where, mend="name the session, as Easy 8 km")
        _check(one, begin, title, where)
        # What Surefoot published says why a session stands there: that is not part of a plan.
        notes = "" if ours else str(one.get("DESCRIPTION", "")).strip()
        yield Event(
            day=day, at=begin.time() if isinstance(begin, datetime) else None, title=title, notes=notes
        )


def _check(event: Any, begin: date, title: str, where: str) -> None:
    if any(name in event for name in _REPEATS):
        mend = "write each of its days as an event of its own"
        raise PlanError("an event that repeats is no session of one day", where=where, mend=mend)
    end = _moment(event, "DTEND", title)
    if end is not None and _last_day(end) > _day(begin):
        raise PlanError("an event over several days is no session", where=where, mend="give it one day")


def _moment(event: Any, name: str, title: str) -> date | None:
    """A date or a moment; None where nothing is said.

    Raises:
        PlanError: it is neither.
    """
    if name not in event:
        return None
    try:
        found = event[name].dt
    except (AttributeError, ValueError):  # twice there, or no date at all
        found = None
    if not isinstance(found, date):
        raise PlanError(f"{name} is no day", where=title or None, mend=f"write {name};VALUE=DATE:20270104")
    return found


def _day(moment: date) -> date:
    """The day in the offset it was written with."""
    return moment.date() if isinstance(moment, datetime) else moment


def _last_day(end: date) -> date:
    """The last day of what ends then: an end is not part of the event."""
    if isinstance(end, datetime):
        return (end - timedelta(microseconds=1)).date()
    return end - timedelta(days=1)


def parsed(event: Event, unit: Unit) -> tuple[Workout, ...]:
    """Return the sessions that an event's title names, mostly one.

    Raises:
        PlanError: the title is not in the shorthand.
    """
    try:
        sessions = parse_sessions(_plain(event.title), unit)
    except PlanError as problem:
        mend = "keep the plan's sessions in a calendar of their own, titled as Easy 8 km or 6x800m @5k r 90s"
        where = f"{event.day}, {event.title}"
        raise PlanError(f"the title is no session: {problem.what}", where=where, mend=mend) from None
    notes = "\n".join(one for one in (sessions[0].notes, event.notes) if one)
    return (replace(sessions[0], notes=notes), *sessions[1:])


def _plain(title: str) -> str:
    """The shorthand for a title that Surefoot published: ``6 × 600 m, 8.0 km`` is 8 km with these in it."""
    title = title.removesuffix(_AFTER)
    match = _SIZED.fullmatch(title)
    return f"{match['size']} {match['what']}" if match else title
