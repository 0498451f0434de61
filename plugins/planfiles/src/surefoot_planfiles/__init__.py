"""Surefoot reads and writes plan files: CSV grids and lists, calendar-hack YAML."""

from __future__ import annotations

from collections.abc import Iterable

from surefoot.plugin import Format, hookimpl


@hookimpl
def surefoot_formats() -> Iterable[type[Format]]:
    """Yield both formats; what they need is imported when it is used."""
    from surefoot_planfiles.csvfile import Csv
    from surefoot_planfiles.hack import CalendarHack

    return (Csv, CalendarHack)
