"""What is installed, as plain values: for ``surefoot plugins`` and its ``--json``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surefoot.config import Table
from surefoot.config.fields import Setting, settings_of
from surefoot.parts import Format, Part
from surefoot.registry import builtin
from surefoot.registry.discovery import Entry
from surefoot.registry.faults import Fault, Faults
from surefoot.registry.plugins import KINDS, Plugins, use_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PartListing:
    """One part that a plugin brings.

    Attributes:
        kind: ``sources``, ``targets``, ``formats`` or ``policies``.
        use: the name that a table uses it by.
        doc: the first line of its docstring.
        suffixes: the endings that a format reads.
        settings: what its table takes.
        tables: the names of the tables that use it, as ``sources.runs``.
    """

    kind: str
    use: str
    doc: str = ""
    suffixes: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginListing:
    """One plugin.

    Attributes:
        name: the name of its entry point; ``-p no:NAME`` leaves it out.
        also: further names of the same plugin.
        distribution: what to ``pip uninstall``.
        version: the distribution's.
        blocked: whether it was left out of this run.
        parts: what it brings.
        fault: the first thing that broke in it.
    """

    name: str
    also: tuple[str, ...] = ()
    distribution: str = ""
    version: str = ""
    blocked: bool = False
    parts: tuple[PartListing, ...] = ()
    fault: Fault | None = None


def listing(plugins: Plugins, faults: Faults, tables: Iterable[Table]) -> tuple[PluginListing, ...]:
    """Import everything and return what there is, Surefoot's own first, then by name."""
    used = tuple(tables)
    plugins.all()
    own = PluginListing(
        name=builtin.NAME,
        distribution="surefoot",
        version=_version(),
        blocked=builtin.NAME in plugins.blocked,
        parts=tuple(_parts(plugins, builtin.NAME, used)),
        fault=_first(faults, (builtin.NAME,)),
    )
    return (own, *(_plugin(plugins, faults, entry, used) for entry in plugins.entries))


def _plugin(plugins: Plugins, faults: Faults, entry: Entry, used: tuple[Table, ...]) -> PluginListing:
    parts = tuple(_parts(plugins, entry.name, used))
    return PluginListing(
        name=entry.name,
        also=entry.also,
        distribution=entry.distribution,
        version=entry.version,
        blocked=plugins.is_blocked(entry),
        parts=parts,
        fault=_first(faults, entry.names),
    )


def _parts(plugins: Plugins, name: str, used: tuple[Table, ...]) -> Iterator[PartListing]:
    for kind in KINDS:
        for part in plugins.parts(name, kind):
            yield _part(part, kind, used)


def _part(part: type[Part], kind: str, used: tuple[Table, ...]) -> PartListing:
    use = use_of(part)
    return PartListing(
        kind=kind,
        use=use,
        doc=(part.__doc__ or "").strip().partition("\n")[0],
        suffixes=part.suffixes if issubclass(part, Format) else (),
        settings=settings_of(part),
        tables=tuple(one.name for one in used if one.kind == kind and one.use == use),
    )


def _first(faults: Faults, names: tuple[str, ...]) -> Fault | None:
    return next((one for one in faults.noted if one.name in names), None)


def _version() -> str:
    from importlib.metadata import version

    return version("surefoot")
