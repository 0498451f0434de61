"""iCalendar: a plan with dates, an event a session, its title in the session shorthand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from surefoot.plugin import Format, Plan, PlanError, Unit, write_session
from surefoot_planfiles.build import MOST_WEEKS, About, plan_of
from surefoot_planfiles.events import Event, calendar_of, events_of, parsed
from surefoot_planfiles.lost import lost

if TYPE_CHECKING:
    from icalendar import Component

DAY = timedelta(days=1)
START, LENGTH, UNIT = "X-SUREFOOT-START", "X-SUREFOOT-DAYS", "X-SUREFOOT-UNIT"
"""What a calendar has no word for: the plan's first day where that one is free, its length, its unit."""


class ICalendar(Format):
    """Plans in calendars: each event a session, as ``Easy 8 km`` or ``6x800m @5k r 90s``."""

    suffixes: ClassVar[tuple[str, ...]] = (".ics",)

    def read(self, data: bytes) -> Plan:
        """Return the plan; its first day is the first event's, and hours are not kept.

        Raises:
            PlanError: no calendar, an event that is no session of one day, or one that repeats.
        """
        calendar = calendar_of(data)
        unit = Unit.MI if str(calendar.get(UNIT, "")).strip() == "mi" else Unit.KM
        events = sorted(events_of(calendar), key=lambda one: (one.day, one.at or time.min))
        if not events:
            raise PlanError("the calendar holds no events", mend="add one, as Easy 8 km on its day")
        length = _length(str(calendar.get(LENGTH, "")))
        start = _start(str(calendar.get(START, "")), length, events)
        weeks = -(-((events[-1].day - start).days + 1) // 7)
        days = length if start + length * DAY > events[-1].day else 7 * weeks
        if days > 7 * MOST_WEEKS:
            raise PlanError(f"the events span more than {MOST_WEEKS} weeks", mend="is it the right calendar?")
        sessions = [((one.day - start).days, workout) for one in events for workout in parsed(one, unit)]
        name = str(calendar.get("X-WR-CALNAME") or calendar.get("NAME") or "").strip()
        about = About(name=name, unit=unit, start=start, starts_on=start.weekday())
        return replace(plan_of(sessions, about, weeks=weeks), days=days)

    def write(self, plan: Plan) -> bytes:
        """Return the plan as all-day events.

        Raises:
            PlanError: the plan has no dates.
        """
        from icalendar import Calendar

        if plan.start is None:
            mend = "write the date of its first day in it, as the line  # start: 2027-01-04"
            raise PlanError("a calendar needs dates, and the plan has none", mend=mend)
        calendar = Calendar()
        calendar.add("VERSION", "2.0")
        calendar.add("PRODID", "-//Surefoot//Plan//EN")
        if name := " ".join(plan.name.split()):
            calendar.add("X-WR-CALNAME", name)
        calendar.add(START, plan.start.isoformat())
        calendar.add(LENGTH, str(plan.days))
        calendar.add(UNIT, plan.unit.value)
        for event in _events(plan, plan.start):
            calendar.add_component(event)
        data: bytes = calendar.to_ical()
        return data

    def lost(self, plan: Plan) -> Iterable[str]:
        """Yield what a calendar does not hold: exercises, above all. Without dates nothing can be written."""
        return () if plan.start is None else lost(plan, self.read(self.write(plan)))


def _events(plan: Plan, start: date) -> Iterable[Component]:
    from icalendar import Event as VEvent

    stamp = datetime.combine(start, time.min, tzinfo=UTC)
    for number, entry in enumerate(sorted(plan.entries, key=lambda one: one.day)):
        event, day = VEvent(), start + timedelta(days=entry.day)
        event.add("UID", f"{day:%Y%m%d}-{number}@plan.surefoot")
        event.add("DTSTAMP", stamp)
        event.add("SUMMARY", write_session(replace(entry.workout, notes=""), plan.unit))
        event.add("DTSTART", day)
        event.add("DTEND", day + DAY)
        if entry.workout.notes:
            event.add("DESCRIPTION", entry.workout.notes)
        event.add("TRANSP", "TRANSPARENT")
        yield event


def _start(said: str, days: int, events: Sequence[Event]) -> date:
    """The plan's own first day where the events still lie in it, else the first event's: they were moved."""
    first, last = events[0].day, events[-1].day
    try:
        start = date.fromisoformat(said.strip())
    except ValueError:
        return first
    return start if start <= first and last < start + days * DAY else first


def _length(said: str) -> int:
    return int(said) if said.strip().isdecimal() and len(said) < 5 else 0
