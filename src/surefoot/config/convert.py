"""One value of a TOML file made into what a declared type asks for, or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from surefoot.config.near import choices, did_you_mean
from surefoot.model import ConfigError


def convert(kind: Any, raw: object, home: Path) -> Any:
    """Return ``raw`` as a value of the type ``kind``; relative paths are relative to ``home``.

    Raises:
        ConfigError: it is none; says what was expected and what was there.
        TypeError: ``kind`` is no type that a setting can have.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return convert(_only(arguments), raw, home)
    if origin is Literal:
        return _chosen(raw, arguments)
    if origin in (tuple, list):
        return origin(_each(kind, arguments, raw, home))
    return _single(kind, raw, home)


def describe(kind: Any) -> str:
    """Return the type in a runner's words.

    Raises:
        TypeError: ``kind`` is no type that a setting can have.
    """
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return describe(_only(arguments))
    if origin is Literal:
        return " or ".join(f'"{one}"' if isinstance(one, str) else str(one) for one in arguments)
    if origin in (tuple, list):
        return f"a list, each {describe(_item(kind, origin, arguments))}"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return " or ".join(f'"{one}"' for one in kind)
    if kind in WORDS:
        return WORDS[kind]
    if _is_secret(kind):
        from surefoot.secret import HOW

        return f"a secret: {HOW}"
    raise TypeError(f"{kind!r} is no type of a setting; these are: {choices(NAMES)}, and lists of them")


WORDS: dict[Any, str] = {
    str: "text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    Path: "a path in quotes",
    date: "a date, as 2027-05-02",
    time: 'an hour, as 07:00:00 or "07:00"',
    ZoneInfo: 'a time zone, as "Europe/Berlin"',
}
NAMES = ("str", "int", "float", "bool", "Path", "date", "time", "ZoneInfo", "Literal", "StrEnum", "Secret")


def found(raw: object) -> str:
    """Return what was found, in a runner's words; never more of it than a line shows."""
    names: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (str, "text"),
        (int, "a whole number"),
        (float, "a number"),
        (datetime, "a date with an hour"),
        (date, "a date"),
        (time, "an hour"),
        (list, "a list"),
        (dict, "a table"),
    )
    name = next((name for kind, name in names if isinstance(raw, kind)), type(raw).__name__)
    shown = str(raw).lower() if isinstance(raw, bool) else repr(raw) if isinstance(raw, str) else str(raw)
    return f"{name}, {shown}" if len(shown) <= 40 and not isinstance(raw, (list, dict)) else name


def mismatch(kind: Any, raw: object) -> ConfigError:
    """Return the error that says what was expected and what was there."""
    return ConfigError(f"expected {describe(kind)}, found {found(raw)}")


def _only(arguments: tuple[Any, ...]) -> Any:
    """``X | None`` is an X that may be left out; TOML itself has no null."""
    rest = [one for one in arguments if one is not NoneType]
    if len(rest) != 1:
        raise TypeError("a setting has one type, or that type and None")
    return rest[0]


def _item(kind: Any, origin: Any, arguments: tuple[Any, ...]) -> Any:
    if origin is list and len(arguments) == 1:
        return arguments[0]
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return arguments[0]
    raise TypeError(f"{kind!r} is no list that a setting can be; write it as tuple[str, ...]")


def _each(kind: Any, arguments: tuple[Any, ...], raw: object, home: Path) -> list[Any]:
    item = _item(kind, get_origin(kind), arguments)
    if not isinstance(raw, list):
        raise mismatch(kind, raw)
    return [convert(item, one, home) for one in raw]


def _chosen(raw: object, known: tuple[Any, ...]) -> Any:
    if any(raw == one and type(raw) is type(one) for one in known):
        return raw
    words = [str(one) for one in known]
    raise ConfigError(
        f"expected {' or '.join(repr(one) for one in known)}, found {found(raw)}",
        mend=did_you_mean(str(raw), words, f"it can be: {', '.join(words)}"),
    )


def _single(kind: Any, raw: object, home: Path) -> Any:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(_chosen(raw, tuple(one.value for one in kind)))
    if kind is Path:
        return home / Path(_plain(str, raw)).expanduser()
    if kind is ZoneInfo:
        return _zone(raw)
    if _is_secret(kind):
        from surefoot.secret import secret

        return secret(raw, home)
    return _plain(kind, raw)


def _is_secret(kind: Any) -> bool:
    if kind in PLAIN:
        return False
    # Imported where a part asks for one: the core's own settings have none.
    from surefoot.secret import Secret

    return kind is Secret


def _zone(raw: object) -> ZoneInfo:
    """Return the zone of this name, if this machine knows it."""
    name: str = _plain(str, raw)
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # not there, no path, not known
        from zoneinfo import available_timezones

        raise ConfigError(
            f"there is no time zone {name!r}",
            mend=did_you_mean(name, available_timezones(), 'write it as Area/City, as "Europe/Berlin"'),
        ) from None


def _time(raw: object) -> time | None:
    if isinstance(raw, str):
        try:
            return time.fromisoformat(raw if len(raw) != 4 else f"0{raw}")
        except ValueError:
            return None
    return raw if isinstance(raw, time) else None


def _date(raw: object) -> date | None:
    if isinstance(raw, str):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            return None
    return raw if type(raw) is date else None


def _strict(kind: type) -> Callable[[object], Any]:
    return lambda raw: raw if type(raw) is kind else None


PLAIN: dict[Any, Callable[[object], Any]] = {
    str: _strict(str),
    int: _strict(int),
    bool: _strict(bool),
    date: _date,
    float: lambda raw: float(raw) if type(raw) in (int, float) else None,  # type: ignore[arg-type]
    time: _time,
}
"""What each plain type takes, or None."""


def _plain(kind: Any, raw: object) -> Any:
    if kind not in PLAIN:
        raise TypeError(describe(kind))
    value = PLAIN[kind](raw)
    if value is None:
        raise mismatch(kind, raw)
    return value
