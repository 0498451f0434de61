"""What was read from each source: kept slice by slice, as the source holds it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple

from surefoot.model import Activity, Sport
from surefoot.store.database import Database
from surefoot.store.text import moment, strings

if TYPE_CHECKING:
    from surefoot.model import Span

_STORED = """SELECT source, id, day, start, offset, sport, metres, seconds, elapsed, ascent, descent, title,
    also, notes FROM activities WHERE source = ?"""
_WRITE = """INSERT OR REPLACE INTO activities
    (source, id, day, start, offset, sport, metres, seconds, elapsed, ascent, descent, title, also, notes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_READ = """SELECT source, id, start, offset, sport, metres, seconds, elapsed, ascent, descent, title, also,
    notes FROM activities WHERE start BETWEEN ? AND ? ORDER BY start, id, source"""
_WHOLE = ("metres", "seconds")
_WHOLE_OR_NONE = ("offset", "elapsed", "ascent", "descent")

_REACH = timedelta(
    days=2
)  # whatever the offset, a day's activities start before this after its midnight in UTC


class Slice(NamedTuple):
    """What storing one answer of a source changed, by the activities' ids in order of start.

    ``removed`` are those that the source no longer holds, in order of id.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def put_slice(
    database: Database,
    span: Span,
    activities: Iterable[Activity],
    asked: datetime,
    gaps: frozenset[date] = frozenset(),
) -> Slice:
    """See ``Store.put_slice``. Everything is taken from the source before the first row is written."""
    from surefoot.store import coverage  # reading, which today waits for, does not need it

    given = sorted((_row(span.source, one) for one in activities), key=lambda row: (row[3], row[1]))
    rows = {row[1]: row for row in given}
    with database.transaction():
        stored = {row[1]: row for row in database.rows(_STORED, (span.source,), make=_same)}
        written = [key for key, row in rows.items() if stored.get(key) != row]
        gone = [key for key, row in stored.items() if key not in rows and _is_within(span, row, gaps)]
        database.each(
            "DELETE FROM activities WHERE source = ? AND id = ?", ((span.source, key) for key in gone)
        )
        database.each(_WRITE, (rows[key] for key in written))
        coverage.answered(database, coverage.without(span, gaps), asked)
    return Slice(
        new=tuple(key for key in written if key not in stored),
        changed=tuple(key for key in written if key in stored),
        removed=tuple(sorted(gone)),
    )


def add(database: Database, activity: Activity) -> None:
    """See ``Store.add_activity``."""
    with database.transaction():
        database.run(_WRITE, _row(activity.source, activity))


def load(
    database: Database, zone: tzinfo, *, since: date | None = None, until: date | None = None
) -> tuple[Activity, ...]:
    """See ``Store.activities``."""
    first, last = since or date.min + _REACH, until or date.max - _REACH
    bounds = ((first - _REACH).isoformat(), (last + _REACH).isoformat())
    found = database.rows(_READ, bounds, make=_reader(zone))
    return tuple(one for one in found if first <= one.start.date() <= last)


def _same(source: str, key: str, day: str, *rest: Any) -> tuple[Any, ...]:
    return (source, key, day, *rest)


def _is_within(span: Span, row: tuple[Any, ...], gaps: frozenset[date]) -> bool:
    day: str = row[2]
    inside = span.since.isoformat() <= day <= span.until.isoformat()
    return inside and (not gaps or date.fromisoformat(day) not in gaps)


def _row(source: str, one: Activity) -> tuple[Any, ...]:
    """The columns of one activity; a plugin may give anything, so what is no whole number is refused."""
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
