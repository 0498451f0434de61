"""What was read from each source: kept slice by slice, as the source holds it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import TypeAlias

from surefoot.model import Activity, Sport
from surefoot.store import coverage
from surefoot.store.database import Database
from surefoot.store.text import moment, strings
from surefoot.store.values import Slice

_COLUMNS = (
    "source, id, day, start, offset, sport, metres, seconds, elapsed, ascent, descent, title, also, notes"
)
_WHOLE = ("metres", "seconds")
_WHOLE_OR_NONE = ("offset", "elapsed", "ascent", "descent")

_Row: TypeAlias = tuple[str | int | None, ...]


def put_slice(
    database: Database, source: str, since: date, until: date, activities: Iterable[Activity], asked: datetime
) -> Slice:
    """See ``Store.put_slice``. Everything is taken from the source before the first row is written."""
    given = sorted((_row(source, one) for one in activities), key=lambda row: (row[3], row[1]))
    rows = {str(row[1]): row for row in given}
    with database.transaction():
        stored = {
            row[1]: row
            for row in database.rows(
                f"SELECT {_COLUMNS} FROM activities WHERE source = ?", (source,), make=lambda *row: row
            )
        }
        gone = [
            key
            for key, row in stored.items()
            if key not in rows and since.isoformat() <= row[2] <= until.isoformat()
        ]
        written = [key for key, row in rows.items() if stored.get(key) != row]
        database.each("DELETE FROM activities WHERE source = ? AND id = ?", ((source, key) for key in gone))
        database.each(
            f"INSERT OR REPLACE INTO activities ({_COLUMNS}) VALUES ({', '.join('?' * 14)})",
            (rows[key] for key in written),
        )
        coverage.answered(database, source, since, until, asked)
    return Slice(
        new=tuple(key for key in written if key not in stored),
        changed=tuple(key for key in written if key in stored),
        removed=tuple(sorted(gone)),
    )


def load(
    database: Database, until: date | None, zone: tzinfo, sources: tuple[str, ...] | None = None
) -> tuple[Activity, ...]:
    """See ``Store.activities``; of these sources only, where some are named."""
    last = until or date.max - timedelta(days=2)
    which = "" if sources is None else f"AND source IN ({', '.join('?' * len(sources))})"
    found = database.rows(
        "SELECT source, id, start, offset, sport, metres, seconds, elapsed, ascent, descent, title, also, notes "
        f"FROM activities WHERE start < ? {which} ORDER BY start, id, source",
        ((last + timedelta(days=2)).isoformat(), *(sources or ())),
        make=_reader(zone),
    )
    return tuple(one for one in found if one.start.date() <= last)


def _row(source: str, one: Activity) -> _Row:
    """The columns of one activity; a plugin may have given anything, so what is no whole number is refused."""
    for name in (*_WHOLE, *_WHOLE_OR_NONE):
        value = getattr(one, name)
        if type(value) is not int and not (value is None and name in _WHOLE_OR_NONE):
            raise ValueError(f"activity {one.id!r} of {source}: {name} is {value!r}, not a whole number")
    return (
        source,
        _storable(one.id),
        one.day.isoformat(),
        moment(one.start),
        one.offset,
        Sport(one.sport).value,
        one.metres,
        one.seconds,
        one.elapsed,
        one.ascent,
        one.descent,
        _storable(one.title),
        json.dumps(one.also),
        json.dumps(one.notes),
    )


def _storable(text: str) -> str:
    """The text itself, unless it comes from a file name in another encoding."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _reader(zone: tzinfo) -> Callable[..., Activity]:
    """What makes an activity of a row, its start in the offset it was recorded with, else in ``zone``."""
    zones: dict[int | None, tzinfo] = {None: zone}

    def read(  # noqa: PLR0917 - one argument a column
        source: str,
        key: str,
        start: str,
        offset: int | None,
        sport: str,
        metres: int,
        seconds: int,
        elapsed: int | None,
        ascent: int | None,
        descent: int | None,
        title: str,
        also: str,
        notes: str,
    ) -> Activity:
        if offset not in zones:
            zones[offset] = timezone(timedelta(seconds=offset or 0))
        return Activity(
            id=key,
            sport=Sport(sport),
            start=datetime.fromisoformat(start).astimezone(zones[offset]),
            offset=offset,
            metres=metres,
            seconds=seconds,
            elapsed=elapsed,
            ascent=ascent,
            descent=descent,
            title=title,
            source=source,
            also=strings(also),
            notes=strings(notes),
        )

    return read
