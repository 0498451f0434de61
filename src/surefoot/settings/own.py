"""The core's own tables and what each of their keys takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Literal

from surefoot.model import Limits, Runner, Settings, Strength, Unit
from surefoot.model.settings import Apply, Load
from surefoot.settings.lines import Lines
from surefoot.settings.readers import (
    MOST_DAYS,
    Reader,
    between,
    day_of_week,
    days_of_week,
    distance,
    duration,
    hours,
    margin,
    of_type,
    pace,
    percent,
    zone,
)
from surefoot.settings.section import read_section
from surefoot.settings.words import complaints, some_of
from surefoot.strength.vocabulary import AT_HOME, EQUIPMENT, PRECAUTIONS

TOP: Mapping[str, Reader] = {
    "apply": of_type(Apply),
    "calendar_reasons": of_type(Literal["short", "full"]),
}
"""The keys that stand above all tables."""


def runner(unit: Unit) -> Mapping[str, Reader]:
    """Return the keys of ``[runner]``."""
    return {
        "zone": zone,
        "units": of_type(Unit),
        "week_starts": day_of_week,
        "easy_pace": pace(unit),
        "weekly": distance(unit),
        "longest": distance(unit),
        "run_at": hours,
        "strength_at": hours,
        "only": lambda raw: _only(raw, unit),
        "most": lambda raw: _most(raw, unit),
    }


def _only(raw: object, unit: Unit) -> object:
    from surefoot.settings import calendar

    return calendar.only(raw, unit)


def _most(raw: object, unit: Unit) -> object:
    from surefoot.settings import calendar

    return calendar.most(unit)(raw)


def strength() -> Mapping[str, Reader]:
    """Return the keys of ``[strength]``."""
    return {
        "sessions": between(0, 7),
        "load": of_type(Load),
        "minutes": between(5, 120),
        "days": days_of_week,
        "after_long_run": of_type(bool),
        "complaints": complaints,
        "seen": complaints,
        "precautions": some_of("precaution", PRECAUTIONS),
        "equipment": some_of("equipment", (*EQUIPMENT, *sorted(AT_HOME))),
        "sore_leg": of_type(Literal["both", "left", "right"]),
        "pain": of_type(Literal["graded", "strict"]),
        "dose": of_type(Literal["own", "entry", "circuit"]),
        "holds": between(0, 2),
        "holds_before_settled": of_type(bool),
        "mobility": of_type(Literal["off", "after"]),
        "upkeep": between(1, 3),
        "favourites": of_type(tuple[str, ...]),
        "without": of_type(tuple[str, ...]),
    }


def limits(unit: Unit) -> Mapping[str, Reader]:
    """Return the keys of ``[limits]``: each field's name says what it counts."""
    return {name: _limit(name, unit) for name in _names(Limits)}


def _limit(name: str, unit: Unit) -> Reader:
    if name.endswith("_percent"):
        return percent
    if name.endswith(("_days", "_weeks", "_row")):
        return between(0, MOST_DAYS)
    return duration if name.endswith("_seconds") else margin(unit)


def _names(model: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(model))


def read_settings(raw: Mapping[str, Any], lines: Lines) -> Settings:
    """Return what ``[runner]``, ``[limits]``, ``[strength]``, ``[[races]]`` and ``[[off]]`` say.

    Raises:
        ConfigError: something in them cannot be used.
    """
    table = raw.get("runner", {})
    written = table.get("units") if isinstance(table, dict) else None
    # A unit that is none is complained about below, with its place.
    unit = Unit(written) if written in tuple(Unit) else Unit.KM
    values = read_section("runner", table, runner(unit), lines)
    values["unit"] = values.pop("units", unit)
    return Settings(
        runner=Runner(**values),
        limits=Limits(**read_section("limits", raw.get("limits", {}), limits(unit), lines)),
        strength=Strength(**read_section("strength", raw.get("strength", {}), strength(), lines)),
        **(_calendar(raw, unit, lines) if "races" in raw or "off" in raw else {}),
    )


def _calendar(raw: Mapping[str, Any], unit: Unit, lines: Lines) -> dict[str, Any]:
    from surefoot.settings.calendar import read_off, read_races

    return {"races": read_races(raw, unit, lines), "off": read_off(raw, lines)}
