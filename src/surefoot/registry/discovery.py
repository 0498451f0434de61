"""Which plugins are installed, without importing any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from surefoot.hookspecs import GROUP
from surefoot.registry.faults import Fault, Faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One plugin as it is installed; ``also`` are further names of the same object."""

    name: str
    also: tuple[str, ...] = ()
    value: str
    distribution: str
    version: str
    load: Callable[[], object]

    @property
    def names(self) -> tuple[str, ...]:
        """All names it goes by."""
        return (self.name, *self.also)


def scan(faults: Faults) -> tuple[Entry, ...]:
    """Return all installed plugins in order of name; of two with one name the first distribution's wins."""
    from importlib.metadata import EntryPoint, entry_points

    found: tuple[EntryPoint, ...] = ()
    with faults.tolerate("installed packages", "looking for plugins"):
        found = tuple(entry_points(group=GROUP))
    points = sorted(found, key=lambda one: (one.name, _distribution(one), one.value))
    entries: dict[str, Entry] = {}
    taken: dict[str, str] = {}
    for point in points:
        distribution = _distribution(point)
        if point.name in taken:
            faults.note(_doubled(point.name, distribution, taken[point.name]))
            continue
        taken[point.name] = distribution
        known = entries.get(point.value)
        entries[point.value] = Entry(
            name=known.name if known else point.name,
            also=(*known.also, point.name) if known else (),
            value=point.value,
            distribution=distribution,
            version=point.dist.version if point.dist else "",
            load=point.load,
        )
    return tuple(entries.values())


def _distribution(point: object) -> str:
    dist = getattr(point, "dist", None)
    return str(dist.name) if dist else ""


def _doubled(name: str, distribution: str, first: str) -> Fault:
    return Fault(
        name=name,
        doing="looking for plugins",
        line=f"{distribution or 'a package'} brings it as well; the one of {first or 'another'} is used",
        mend=f"pip uninstall {distribution}" if distribution else None,
    )
