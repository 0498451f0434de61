"""How each value of the core's own tables is read, in the runner's units.

A reader takes what TOML gave and returns what the model holds; what is wrong it says as a ConfigError or
a PlanError without a place: the section that asked adds key, table and line.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from surefoot.config.convert import convert, found
from surefoot.config.near import did_you_mean
from surefoot.model import ConfigError, Unit
from surefoot.text.days import WEEKDAYS, weekday
from surefoot.text.units import parse_distance, parse_duration, parse_pace

Reader = Callable[[object], Any]

MOST_PERCENT = 1000
MOST_DAYS = 3650


def of_type(kind: Any, home: Path = Path()) -> Reader:
    """Return the reader of a plain type; see ``config.convert``."""
    return lambda raw: convert(kind, raw, home)


def distance(unit: Unit) -> Reader:
    """Return the reader of whole metres, from text with a unit: a bare number could be in any."""

    def read(raw: object) -> int:
        if type(raw) is not str:
            raise ConfigError(f'expected a distance in quotes, as "27 km" or "5 mi", found {found(raw)}')
        return parse_distance(raw, unit)

    return read


def margin(unit: Unit) -> Reader:
    """Return the reader of a distance that may be nothing, written as a plain 0."""
    return lambda raw: 0 if type(raw) is int and raw == 0 else distance(unit)(raw)


def pace(unit: Unit) -> Reader:
    """Return the reader of seconds per kilometre."""

    def read(raw: object) -> int:
        if type(raw) is not str:
            raise ConfigError(f'expected a pace in quotes, as "6:30/km", found {found(raw)}')
        return parse_pace(raw, unit)

    return read


def duration(raw: object) -> int:
    """Read whole seconds from text with a unit."""
    if type(raw) is not str:
        raise ConfigError(f'expected a duration in quotes, as "20 min", found {found(raw)}')
    return parse_duration(raw)


def percent(raw: object) -> int:
    """Read whole percent: 110 or "110 %"."""
    text = str(raw).removesuffix("%").strip() if type(raw) in (int, str) else ""
    if not text.isdecimal() or not text.isascii() or int(text) > MOST_PERCENT:
        raise ConfigError(
            f'expected whole percent up to {MOST_PERCENT}, as 110 or "110 %", found {found(raw)}'
        )
    return int(text)


def between(least: int, most: int) -> Reader:
    """Return the reader of a whole number within these bounds."""

    def read(raw: object) -> int:
        if type(raw) is not int or not least <= raw <= most:
            raise ConfigError(f"expected a whole number from {least} to {most}, found {found(raw)}")
        return raw

    return read


def day_of_week(raw: object) -> int:
    """Read a weekday by name: Monday is 0."""
    number = weekday(raw) if type(raw) is str else None
    if number is None:
        word = raw if isinstance(raw, str) else ""
        raise ConfigError(
            f"expected a day of the week, found {found(raw)}",
            mend=did_you_mean(word, WEEKDAYS, 'write it as "monday" or "mon"'),
        )
    return number


def days_of_week(raw: object) -> tuple[int, ...]:
    """Read a list of weekdays, in any order."""
    if not isinstance(raw, list):
        raise ConfigError(f'expected a list of days, as ["tue", "thu"], found {found(raw)}')
    return tuple(sorted({day_of_week(one) for one in raw}))


def hours(raw: object) -> tuple[time | None, ...]:
    """Read start hours: one for every day, or a table by weekday; a day without one is all day."""
    if not isinstance(raw, dict):
        return (_hour(raw),) * 7
    by_day = {day_of_week(day): _hour(hour) for day, hour in raw.items()}
    return tuple(by_day.get(day) for day in range(7))


def zone(raw: object) -> str:
    """Read the name of a time zone that this machine knows."""
    known: ZoneInfo = convert(ZoneInfo, raw, Path())
    return known.key


def _hour(raw: object) -> time:
    hour: time = convert(time, raw, Path())
    if hour.tzinfo is not None:
        raise ConfigError(f'an hour is meant in your own zone, as "07:00", found {found(raw)}')
    return hour
