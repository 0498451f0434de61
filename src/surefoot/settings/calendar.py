"""``[[races]]`` and ``[[off]]``, and what a weekday is for: the runner's calendar as far as it is fixed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from surefoot.config.convert import convert, found
from surefoot.config.near import did_you_mean
from surefoot.config.place import place
from surefoot.model import Away, ConfigError, Kind, Most, PlanError, RaceDay, Unit
from surefoot.model.calendar import Priority
from surefoot.settings.lines import Lines
from surefoot.settings.readers import Reader, day_of_week, of_type
from surefoot.settings.section import read_section
from surefoot.text.units import parse_distance, parse_duration

T = TypeVar("T")

RACES, OFF = "races", "off"
KINDS = tuple(str(one) for one in (Kind.REST, Kind.EASY, Kind.LONG, Kind.QUALITY, Kind.RECOVERY, Kind.CROSS))
"""What ``only`` may name."""

SHORTEST = 1000
"""Metres. A day that takes less was meant in minutes [H]."""


def races(unit: Unit) -> Mapping[str, Reader]:
    """Return the keys of ``[[races]]``."""
    return {
        "date": of_type(date),
        "distance": lambda raw: race_distance(raw, unit),
        "priority": of_type(Priority),
        "name": of_type(str),
    }


def off() -> Mapping[str, Reader]:
    """Return the keys of ``[[off]]``."""
    return {"since": of_type(date), "until": of_type(date), "name": of_type(str)}


def read_races(raw: Mapping[str, Any], unit: Unit, lines: Lines) -> tuple[RaceDay, ...]:
    """Return the races that the settings name, in order of day.

    Raises:
        ConfigError: something in them cannot be used, or two are on one day.
    """
    read = tuple(
        _race(values, where)
        for values, where in _tables(RACES, raw, races(unit), lines, example="date = 2027-03-14")
    )
    ordered = tuple(sorted(read, key=lambda one: one.day))
    for one, other in pairwise(ordered):
        if one.day == other.day:
            where = place(f"[[{RACES}]]", lines.of(RACES))
            raise ConfigError(f"two races are on {one.day}", where=where, mend="keep one of the two")
    return ordered


def read_off(raw: Mapping[str, Any], lines: Lines) -> tuple[Away, ...]:
    """Return the days off that the settings name, in order of day.

    Raises:
        ConfigError: something in them cannot be used, or they end before they begin.
    """
    read = (
        _away(values, where)
        for values, where in _tables(OFF, raw, off(), lines, example="since = 2027-03-20")
    )
    return tuple(sorted(read, key=lambda one: (one.since, one.until)))


def only(raw: object, unit: Unit) -> tuple[str, ...]:
    """Read what a weekday is for: ``{ tue = "8k easy", fri = "rest" }``; any other day takes anything."""
    by_day = _by_day(raw, lambda one: _kind(one, unit), '{ tue = "quality", fri = "rest" }')
    return tuple(by_day.get(day, "") for day in range(7))


def most(unit: Unit) -> Reader:
    """Return the reader of the longest run: one for every day, ``"1 h"``, or a table by weekday."""

    def read(raw: object) -> tuple[Most | None, ...]:
        if not isinstance(raw, dict):
            return (_most(raw, unit),) * 7
        by_day = _by_day(raw, lambda one: _most(one, unit), '{ tue = "45 min" }')
        return tuple(by_day.get(day) for day in range(7))

    return read


def race_distance(raw: object, unit: Unit) -> int:
    """Read a race's length: ``10 km``, ``half`` or ``marathon``.

    Raises:
        ConfigError: it is no text.
        PlanError: it is no distance.
    """
    if type(raw) is not str:
        raise ConfigError(f'expected a distance in quotes, as "10 km" or "half", found {found(raw)}')
    names = {"half": 21097, "half marathon": 21097, "half-marathon": 21097, "marathon": 42195}
    return names.get(raw.strip().lower()) or parse_distance(raw, unit)


def _race(values: dict[str, Any], where: str) -> RaceDay:
    if "date" not in values:
        raise ConfigError("date is missing", where=where, mend="add a line  date = 2027-03-14")
    is_parkrun = values.get("priority") == "parkrun"
    if "distance" not in values and not is_parkrun:
        raise ConfigError("distance is missing", where=where, mend='add a line  distance = "10 km"')
    return RaceDay(
        day=values["date"],
        metres=values.get("distance", 5000),
        priority=values.get("priority", "B"),
        name=values.get("name", "").strip(),
    )


def _away(values: dict[str, Any], where: str) -> Away:
    if "since" not in values:
        raise ConfigError("since is missing", where=where, mend="add a line  since = 2027-03-20")
    since, until = values["since"], values.get("until", values["since"])
    if until < since:
        raise ConfigError(
            f"it ends on {until}, before it begins on {since}",
            where=where,
            mend="write the earlier day first",
        )
    return Away(since=since, until=until, name=values.get("name", "").strip())


def _tables(
    name: str, raw: Mapping[str, Any], readers: Mapping[str, Reader], lines: Lines, *, example: str
) -> Iterator[tuple[dict[str, Any], str]]:
    """Each table of a list of tables with its values, and where the list stands."""
    found_ = raw.get(name, [])
    where = place(f"[[{name}]]", lines.of(name))
    if not isinstance(found_, list) or not all(isinstance(one, dict) for one in found_):
        mend = f"write  [[{name}]]  on a line of its own and below it  {example}"
        raise ConfigError(f"expected a list of tables, found {found(found_)}", where=where, mend=mend)
    for one in found_:
        yield read_section(name, one, readers, lines), where


def _by_day(raw: object, read: Callable[[object], T], example: str) -> dict[int, T]:
    if not isinstance(raw, dict):
        raise ConfigError(f"expected a table by day of the week, found {found(raw)}", mend=f"as {example}")
    return {day_of_week(day): read(value) for day, value in raw.items()}


def _kind(raw: object, unit: Unit) -> str:
    word: str = convert(str, raw, Path())
    if any(one.isdecimal() for one in word):
        _check_appointment(word, unit)
    elif word not in KINDS:
        mend = did_you_mean(word, KINDS, f"one of: {', '.join(KINDS)}")
        raise ConfigError(f"a day is not for {word!r}", mend=mend)
    return word


def _check_appointment(word: str, unit: Unit) -> None:
    """A weekly appointment is one run with its length, as a plan would have it."""
    from surefoot.text.shorthand import parse

    found = parse(word, unit)
    if len(found) != 1 or not found[0].kind.is_run or found[0].kind is Kind.RACE:
        mend = 'write one run, as tue = "8k easy"; races stand in [[races]]'
        raise ConfigError(f"{word!r} is no weekly run", mend=mend)


def _most(raw: object, unit: Unit) -> Most:
    if type(raw) is not str:
        raise ConfigError(
            f'expected a time or a distance in quotes, as "45 min" or "8 km", found {found(raw)}'
        )
    try:
        return Most(seconds=parse_duration(raw))
    except PlanError:
        metres = parse_distance(raw, unit)
    if metres < SHORTEST:
        raise ConfigError(f"{raw} is too short for a run", mend="for minutes write 45 min")
    return Most(metres=metres)
