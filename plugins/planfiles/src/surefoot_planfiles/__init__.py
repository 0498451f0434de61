"""Surefoot reads and writes plan files: CSV grids and lists, calendar-hack YAML, iCalendar."""

from __future__ import annotations

from collections.abc import Iterable

from surefoot.plugin import Format, hookimpl


@hookimpl
def surefoot_formats() -> Iterable[type[Format]]:
    """Yield the formats; what they need is imported when it is used."""
    from surefoot_planfiles.csvfile import Csv
    from surefoot_planfiles.hack import CalendarHack
    from surefoot_planfiles.icsfile import ICalendar

    return (Csv, CalendarHack, ICalendar)
