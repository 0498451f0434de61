"""The calendar around the events: its name, and when to look for a newer one."""

from __future__ import annotations

from datetime import timedelta

from surefoot_ical.blocks import PRODID
from surefoot_ical.event import clean, uid

END = b"END:VCALENDAR\r\n"
EVERY = timedelta(hours=4)
"""How often a subscriber is asked to look; a plan changes once a day, mostly after a run."""


def head(name: str, label: str) -> bytes:
    """Return ``BEGIN:VCALENDAR`` and the calendar's own properties, as RFC 5545 and RFC 7986 want them."""
    from icalendar import Calendar
    from icalendar.prop import vDuration, vText

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("uid", uid(f"calendar {label}"))
    # Newer clients read the first of each pair, Apple, Google and Outlook the second.
    # The types are given where the library knows no default and would write the text without escapes.
    calendar.add("name", vText(clean(name)))
    calendar.add("x-wr-calname", vText(clean(name)))
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(EVERY))
    return bytes(calendar.to_ical()).removesuffix(END)
