"""One of the core's own tables: every key has a reader, and every complaint says where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surefoot.config.convert import found
from surefoot.config.near import choices, did_you_mean
from surefoot.config.place import place
from surefoot.model import ConfigError, PlanError
from surefoot.settings.lines import Lines
from surefoot.settings.readers import Reader


def read_section(name: str, raw: object, readers: Mapping[str, Reader], lines: Lines) -> dict[str, Any]:
    """Return the values that a table gives, by the names of the model's fields.

    Raises:
        ConfigError: it is no table, a key is unknown or there twice, or a value cannot be used.
    """
    if not isinstance(raw, dict):
        raise ConfigError(
            f"expected a table, found {found(raw)}",
            where=place(name, lines.of(name)),
            mend=f"write  [{name}]  on a line of its own and its keys below",
        )
    values: dict[str, Any] = {}
    for key, value in raw.items():
        field = plain(key)
        where = place(f"[{name}]" if name else "at the top", lines.of(*((name, key) if name else (key,))))
        if field not in readers:
            raise unknown(key, readers, where)
        if field in values:
            raise ConfigError(f"{key} is given twice", where=where, mend="keep one of the two")
        values[field] = read_value(key, value, readers[field], where)
    return values


def read_value(key: str, raw: object, reader: Reader, where: str) -> Any:
    """Return one value as its reader reads it.

    Raises:
        ConfigError: it cannot be used; says which key, and where.
    """
    try:
        return reader(raw)
    except (ConfigError, PlanError) as problem:
        raise ConfigError(f"{key}: {problem.what}", where=where, mend=problem.mend) from None


def unknown(key: str, known: Mapping[str, object] | tuple[str, ...], where: str) -> ConfigError:
    """Return the error for a key that nothing reads, with the nearest one that something does."""
    names = tuple(one.replace("_", "-") if "-" in key else one for one in known)
    return ConfigError(
        f"there is no setting {key!r}",
        where=where,
        mend=did_you_mean(key, names, f"it takes: {choices(names)}"),
    )


def plain(key: str) -> str:
    """Return a key as Python spells it: ``week-starts`` and ``week_starts`` are one."""
    return key.replace("-", "_")
