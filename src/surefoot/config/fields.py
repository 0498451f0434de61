"""A part's annotated fields are its settings: listed, checked against a table, and built from it."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_type_hints

from surefoot.config.convert import convert, describe
from surefoot.config.near import choices, did_you_mean
from surefoot.config.value import Table
from surefoot.model import ConfigError
from surefoot.parts import Part

PartT = TypeVar("PartT", bound=Part)

CORE: Mapping[str, tuple[str, ...]] = {
    "sources": ("use",),
    "targets": ("use", "show", "kinds", "weeks"),
    "policies": ("use", "on"),
    "formats": (),
}
"""The keys of a table that are the core's, by kind of part. No part can have a setting of that name."""


ZONE = "zone"
"""The setting that is the runner's own where a table gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting of a part, in words.

    Attributes:
        name: the key in its table.
        type: what it takes, in a runner's words.
        required: whether it must be given.
        default: what it is where it is not given; None where that is nothing.
        doc: what the class's docstring says of it under ``Attributes``.
    """

    name: str
    type: str
    required: bool
    default: object = None
    doc: str = ""


def settings_of(part: type[Part]) -> tuple[Setting, ...]:
    """Return the settings of a part in the order they are declared.

    Raises:
        TypeError: a field has a type that no setting can have, or the name of one of the core's keys.
    """
    kinds, docs = _types(part), _docs(part)
    return tuple(
        Setting(
            name=one.name,
            type=describe(kinds[one.name]),
            required=_is_required(one) and one.name != ZONE,
            default=_default(one),
            doc=docs.get(one.name, ""),
        )
        for one in _fields(part)
    )


def build(part: type[PartT], table: Table) -> PartT:
    """Return the part that a table asks for; it is not bound yet.

    Raises:
        ConfigError: a key is unknown or missing, or its value has the wrong type.
        TypeError: the class itself is at fault: see ``settings_of``.
    """
    kinds = _types(part)
    names = [one.name for one in _fields(part)]
    for key in table.values:
        if key not in names:
            raise _unknown(key, (*names, *CORE[part.kinds]), table)
    values = {key: _value(kinds[key], key, raw, table) for key, raw in table.values.items()}
    if ZONE in names and ZONE not in values:
        values[ZONE] = convert(kinds[ZONE], table.zone, table.home)
    for one in _fields(part):
        if _is_required(one) and one.name not in values:
            raise ConfigError(
                f"{one.name} is missing",
                where=table.at(),
                mend=f"add a line  {one.name} = …  ({describe(kinds[one.name])})",
            )
    return part(**values)


def _unknown(key: str, known: tuple[str, ...], table: Table) -> ConfigError:
    return ConfigError(
        f"there is no setting {key!r}",
        where=table.at(key),
        mend=did_you_mean(key, known, f"it takes: {choices(known)}"),
    )


def _value(kind: Any, key: str, raw: object, table: Table) -> Any:
    try:
        return convert(kind, raw, table.home)
    except ConfigError as problem:
        raise ConfigError(f"{key}: {problem.what}", where=table.at(key), mend=problem.mend) from None


def _fields(part: type[Part]) -> tuple[dataclasses.Field[Any], ...]:
    found = tuple(one for one in dataclasses.fields(part) if one.init)  # type: ignore[arg-type]
    taken = {one.name for one in found} & {*CORE[part.kinds], "label", "folder", "kinds"}
    if taken:
        raise TypeError(f"{part.__name__}: {choices(taken)} is the core's own name, no setting of a part")
    return found


def _types(part: type[Part]) -> dict[str, Any]:
    try:
        hints = get_type_hints(part)
    except NameError as problem:
        raise TypeError(f"{part.__name__}: {problem}; settings are read from the annotations") from problem
    return hints


def _is_required(one: dataclasses.Field[Any]) -> bool:
    return one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING


def _default(one: dataclasses.Field[Any]) -> object:
    if one.default_factory is not dataclasses.MISSING:
        return one.default_factory()
    return None if one.default is dataclasses.MISSING else one.default


_ENTRY = re.compile(r"(?P<name>\w+)(?: \([^)]*\))?: (?P<text>.*)")


def _docs(part: type[Part]) -> dict[str, str]:
    """What the ``Attributes`` sections of the class and its bases say of each field."""
    found: dict[str, str] = {}
    for one in reversed(part.__mro__):
        found |= _section(inspect.cleandoc(one.__dict__.get("__doc__") or ""))
    return found


def _section(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    for line in re.split(r"^(?:Attributes|Args):\n", text, flags=re.MULTILINE)[-1].splitlines():
        if not line.startswith("    "):
            break
        entry = _ENTRY.fullmatch(line[4:]) if not line.startswith("     ") else None
        if entry:
            name = entry["name"]
            found[name] = entry["text"].strip()
        elif name:
            found[name] = f"{found[name]} {line.strip()}"
    return found
