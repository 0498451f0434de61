"""The class that a table, or a file's suffix, asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from surefoot.config import Table
from surefoot.config.near import choices, did_you_mean
from surefoot.model import ConfigError, Unavailable
from surefoot.parts import Format, Part
from surefoot.registry.faults import Faults, Faulty
from surefoot.registry.plugins import KINDS, Plugins, use_of

FIRST_PARTY = {
    "files": "surefoot-files",
    "ical": "surefoot-ical",
    "intervals": "surefoot-intervals",
    "strava": "surefoot-strava",
    "strava-api": "surefoot-strava",
    "csv": "surefoot-planfiles",
    "yaml": "surefoot-planfiles",
    "yml": "surefoot-planfiles",
}
"""What brings a part that is asked for and not there. Never a guessed name: anybody may own that."""


def part_class(plugins: Plugins, faults: Faults, table: Table) -> type[Part]:
    """Return the class that a table uses: the plugin of that name is asked first, then all.

    Raises:
        ConfigError: no installed plugin brings it.
        Unavailable: the plugin was left out for this run.
        Faulty: the plugin that should bring it is broken.
    """
    first = _by_name(plugins, table.kind, table.use)
    if first is not None:
        return first
    _refuse_blocked(plugins, table)
    found = {use_of(one): one for one in _all(plugins, table.kind)}
    if table.use in found:
        return found[table.use]
    _refuse_broken(plugins, faults, table)
    raise _missing(plugins, table, tuple(found))


def _by_name(plugins: Plugins, kind: str, use: str) -> type[Part] | None:
    entry = plugins.entry(use)
    if entry is None or not plugins.loaded(entry):
        return None
    return next((one for one in plugins.parts(entry.name, kind) if use_of(one) == use), None)


def _all(plugins: Plugins, kind: str) -> Iterator[type[Part]]:
    """Every class of a kind; the plugins' order is reversed, so that in a dictionary the first one wins."""
    for name in reversed(plugins.all()):
        yield from reversed(plugins.parts(name, kind))


def _refuse_blocked(plugins: Plugins, table: Table) -> None:
    entry = plugins.entry(table.use)
    if entry is not None and plugins.is_blocked(entry):
        raise Unavailable(
            "its plugin is left out of this run", where=table.at(), mend=f"leave -p no:{entry.name} away"
        )


def _refuse_broken(plugins: Plugins, faults: Faults, table: Table) -> None:
    entry = plugins.entry(table.use)
    for fault in faults.noted:
        if entry is not None and fault.name == entry.name:
            raise Faulty(fault)


def _missing(plugins: Plugins, table: Table, known: tuple[str, ...]) -> ConfigError:
    return ConfigError(
        f"no installed plugin brings {table.kind} of the name {table.use!r}",
        where=table.at("use"),
        mend=_elsewhere(plugins, table) or _installable(table.use, known),
    )


def _elsewhere(plugins: Plugins, table: Table) -> str | None:
    """A part of this name, but of another kind: the table is headed wrongly."""
    for kind in KINDS:
        if any(use_of(one) == table.use for one in _all(plugins, kind)):
            return f"it is one of the {kind}: write  [{kind}.{table.label}]"
    return None


def _installable(use: str, known: tuple[str, ...]) -> str:
    if use in FIRST_PARTY:
        return f"pip install {FIRST_PARTY[use]}"
    return did_you_mean(use, known, f"installed are: {choices(known)}. See: surefoot plugins")


def format_class(plugins: Plugins, faults: Faults, path: Path) -> type[Format]:
    """Return the class that reads files of this suffix; of several the longest suffix wins.

    Raises:
        ConfigError: no installed plugin reads them.
        Faulty: the plugin that should is broken.
    """
    name = path.name.lower()
    entry = plugins.entry(path.suffix.lower().removeprefix("."))
    if entry is not None and plugins.loaded(entry):
        found = _longest(name, _formats(plugins, entry.name))
        if found is not None:
            return found
    everything = [one for plugin in plugins.all() for one in _formats(plugins, plugin)]
    found = _longest(name, everything)
    if found is not None:
        return found
    if entry is not None:
        for fault in faults.noted:
            if fault.name == entry.name:
                raise Faulty(fault)
    raise _unreadable(path, sorted({suffix for one in everything for suffix in one.suffixes}))


def _formats(plugins: Plugins, name: str) -> list[type[Format]]:
    return [one for one in plugins.parts(name, Format.kinds) if issubclass(one, Format)]


def _longest(name: str, formats: list[type[Format]]) -> type[Format] | None:
    fitting = ((len(suffix), one) for one in formats for suffix in one.suffixes if name.endswith(suffix))
    return max(fitting, key=lambda pair: pair[0], default=(0, None))[1]


def _unreadable(path: Path, known: list[str]) -> ConfigError:
    suffix = path.suffix.lower()
    install = FIRST_PARTY.get(suffix.removeprefix("."))
    mend = f"pip install {install}" if install else f"plans can be in: {choices(known)}"
    if not known and not install:
        mend = "pip install surefoot-planfiles"
    what = f"no installed plugin reads {suffix} plans" if suffix else "its name has no suffix to know it by"
    return ConfigError(what, where=str(path), mend=mend)
