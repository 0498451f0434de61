"""The tables of parts: ``[sources.LABEL]``, ``[targets.LABEL]``, ``[policies.LABEL]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from surefoot.config.convert import found
from surefoot.config.place import place
from surefoot.config.value import CoreKeys, Table
from surefoot.model import ConfigError, Kind
from surefoot.model.activity import BY_HAND
from surefoot.settings.lines import Lines
from surefoot.settings.readers import Reader, between, of_type
from surefoot.settings.section import plain, read_value

KINDS = ("sources", "targets", "policies")

CORE: Mapping[str, Mapping[str, Reader]] = {
    "sources": {},
    "targets": {
        "show": of_type(Literal["full", "busy"]),
        "kinds": of_type(tuple[Kind, ...]),
        "weeks": between(1, 520),
    },
    "policies": {"on": of_type(bool)},
}
"""What the core takes out of a table before its part sees it, beside ``use``."""

LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,40}")
"""A label is part of a folder's name."""


def read_tables(raw: Mapping[str, Any], home: Path, runners_zone: str, lines: Lines) -> Iterator[Table]:
    """Yield each part's table, as written, in the order of the file.

    Raises:
        ConfigError: a table has no label, a strange one, or a core key that cannot be used.
    """
    for kind in KINDS:
        for label, values in _labelled(kind, raw.get(kind, {}), lines):
            bare = Table(
                kind=kind,
                label=label,
                use=label,
                home=home,
                zone=runners_zone,
                lines=lines.within(kind, label),
            )
            yield _filled(bare, values)


def _labelled(kind: str, raw: object, lines: Lines) -> Iterator[tuple[str, dict[str, Any]]]:
    example = f"write it as  [{kind}.NAME]  with a name of your own"
    if not isinstance(raw, dict):
        where = place(f"[{kind}]", lines.of(kind))
        raise ConfigError(f"expected tables, found {found(raw)}", where=where, mend=example)
    for label, values in raw.items():
        line = lines.of(kind, label)
        if not isinstance(values, dict):
            where = place(f"[{kind}]", line)
            raise ConfigError(f"{label!r} stands in no table of its own", where=where, mend=example)
        if not LABEL.fullmatch(label):
            where = place(f"[{kind}.{label}]", line)
            raise ConfigError(
                f"{label!r} is no name for a table", where=where, mend="use letters, digits, - and _"
            )
        if (kind, label) == ("sources", BY_HAND):
            where = place(f"[{kind}.{label}]", line)
            raise ConfigError(
                f"{label!r} stands for what is typed in with surefoot log run",
                where=where,
                mend="give the table another name",
            )
        yield label, values


def _filled(table: Table, values: dict[str, Any]) -> Table:
    readers = {"use": of_type(str), **CORE[table.kind]}
    core = {
        key: read_value(key, value, readers[key], table.at(key))
        for key, value in values.items()
        if key in readers
    }
    return replace(
        table,
        use=core.pop("use", table.label),
        values={_spelt(key, values): value for key, value in values.items() if key not in readers},
        core=CoreKeys(**core),
        lines={plain(key): line for key, line in table.lines.items()},
    )


def _spelt(key: str, values: dict[str, Any]) -> str:
    """A key as Python spells it, unless that is there as well: then the part's own check names it."""
    return key if plain(key) in values else plain(key)
