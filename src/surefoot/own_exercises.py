"""The runner's own exercises: ``exercises.toml`` in the training folder, checked when it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, get_type_hints

from surefoot.config.convert import convert, found
from surefoot.config.near import choices, did_you_mean
from surefoot.model import ConfigError, Exercise, PlanError
from surefoot.strength.vocabulary import AT_HOME, EQUIPMENT, PATTERNS, PRECAUTIONS
from surefoot.text.units import parse_duration

FILE = "exercises.toml"
NEEDED = ("name", "load", "pattern", "cues")
LADDER = ("easier", "harder", "instead")
MOST = 300
"""Seconds; a longer hold or rest is a slip of the pen [H]."""


def own(folder: Path, shipped: Mapping[str, Exercise]) -> tuple[Exercise, ...]:
    """Return the exercises of the folder's file, none where there is no file.

    Raises:
        ConfigError: it is no TOML, a key or a word is unknown, a unit is wrong, an id is Surefoot's own,
            or a ladder leads back to where it began; names the exercise and the key.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ConfigError(f"it cannot be read: {problem}", where=FILE, mend="see exercises.md") from None
    known = {**shipped, **dict.fromkeys(tables)}
    made = {name: _exercise(name, table, shipped) for name, table in tables.items()}
    for name, one in made.items():
        _linked(name, one, known)
    _refuse_circles({**shipped, **made})
    return tuple(made.values())


def _exercise(name: str, table: object, shipped: Mapping[str, Exercise]) -> Exercise:
    if not isinstance(table, dict):
        raise _refused(name, f"expected a table, found {found(table)}", f"begin it with  [{name}]")
    if name in shipped:
        raise _refused(name, "Surefoot has an exercise of this name", "give yours another name")
    for key in NEEDED:
        if key not in table:
            raise _refused(name, f"{key} is missing", f"it needs {', '.join(NEEDED)}")
    values = {key: _value(name, key, raw) for key, raw in table.items()}
    if not values.get("reps") and not values.get("seconds"):
        raise _refused(name, "it has no dose", "add  reps = 8  or  seconds = 30")
    return Exercise(id=name, **{"completeness": "ours", "basis": "your own", **values})


def _value(name: str, key: str, raw: object) -> Any:
    kinds = {one.name: one.type for one in fields(Exercise)}
    if key not in kinds or key in ("id", "unscheduled", "completeness"):
        raise _refused(
            name, f"there is no key {key!r}", did_you_mean(key, kinds, f"see {FILE} in exercises.md")
        )
    reader = READERS.get(key, partial(convert, get_type_hints(Exercise)[key], home=Path()))
    try:
        return reader(raw=raw)
    except (ConfigError, PlanError) as problem:
        raise _refused(name, f"{key}: {problem.what}", problem.mend) from None


def _seconds(raw: object) -> int:
    value = parse_duration(raw) if isinstance(raw, str) else raw
    if type(value) is not int or not 0 <= value <= MOST:
        raise ConfigError(f'expected up to {MOST} seconds, as 45 or "45 s", found {found(raw)}')
    return value


def _count(raw: object, most: int) -> int:
    if type(raw) is not int or not 1 <= raw <= most:
        raise ConfigError(f"expected a whole number from 1 to {most}, found {found(raw)}")
    return raw


def _words(raw: object, known: tuple[str, ...]) -> tuple[str, ...]:
    words: tuple[str, ...] = convert(tuple[str, ...], raw, Path())
    for one in words:
        _word(one, known)
    return words


def _word(raw: object, known: tuple[str, ...]) -> str:
    if raw not in known:
        word = raw if isinstance(raw, str) else ""
        mend = did_you_mean(word, known, f"it takes: {choices(known)}")
        raise ConfigError(f"{found(raw)} is none it knows", mend=mend)
    return str(raw)


READERS: Mapping[str, Any] = {
    **dict.fromkeys(("seconds", "seconds_to", "rest"), _seconds),
    **dict.fromkeys(("reps", "reps_to"), partial(_count, most=100)),
    **dict.fromkeys(("sets", "sets_to"), partial(_count, most=10)),
    **dict.fromkeys(
        ("equipment", "alternative"), partial(_words, known=(*EQUIPMENT, *sorted(AT_HOME), "weight"))
    ),
    "precautions": partial(_words, known=PRECAUTIONS),
    "pattern": partial(_word, known=PATTERNS),
}


def _linked(name: str, one: Exercise, known: Mapping[str, object]) -> None:
    for key in LADDER:
        for other in getattr(one, key):
            if other not in known:
                mend = did_you_mean(other, known, "surefoot strength lists them")
                raise _refused(name, f"{key}: there is no exercise {other!r}", mend)


def _refuse_circles(known: Mapping[str, Exercise]) -> None:
    for key in ("easier", "harder"):
        for name in known:
            circle = _circle(name, key, known, (name,))
            if circle:
                way = " → ".join(circle)
                raise _refused(name, f"{key} leads back to where it began: {way}", "take one of them out")


def _circle(name: str, key: str, known: Mapping[str, Exercise], way: tuple[str, ...]) -> tuple[str, ...]:
    for following in getattr(known[name], key):
        if following == way[0]:
            return (*way, following)
        if following not in way and (found_one := _circle(following, key, known, (*way, following))):
            return found_one
    return ()


def _refused(name: str, what: str, mend: str | None) -> ConfigError:
    return ConfigError(what, where=f"{FILE} [{name}]", mend=mend)
