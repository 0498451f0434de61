"""The plugins of one run: imported one by one, when they are first needed, each under the guard."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, cast

from surefoot.config.fields import settings_of
from surefoot.hookspecs import GROUP
from surefoot.parts import Format, Part, Policy, Source, Target
from surefoot.registry import builtin, hooks
from surefoot.registry.discovery import Entry, scan
from surefoot.registry.faults import Faults

KINDS: dict[str, type[Part]] = {one.kinds: one for one in (Source, Target, Format, Policy)}
"""Each kind of part by the name of its tables."""


class Plugins:
    """Installed plugins, imported as little as possible.

    Args:
        blocked: names that are never imported.
        faults: where what breaks is noted.
    """

    def __init__(self, blocked: frozenset[str], faults: Faults) -> None:
        self.blocked = blocked
        self._faults = faults
        self._manager = hooks.manager()
        self._tried: set[str] = set()
        self._parts: dict[tuple[str, str], tuple[type[Part], ...]] = {}
        if builtin.NAME not in blocked:
            self._manager.register(builtin.BuiltInPlugin(), builtin.NAME)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All installed plugins, blocked ones too; found at the first use of this."""
        return scan(self._faults)

    def is_blocked(self, entry: Entry) -> bool:
        """Whether any of its names is left out: all of them import the same."""
        return not self.blocked.isdisjoint(entry.names)

    def entry(self, name: str) -> Entry | None:
        """Return the plugin that goes by this name."""
        return next((one for one in self.entries if name in one.names), None)

    def loaded(self, entry: Entry) -> bool:
        """Import a plugin unless that was tried before; return whether it can be used."""
        if entry.name not in self._tried and not self.is_blocked(entry):
            self._tried.add(entry.name)
            with self._faults.tolerate(entry.name, "being imported"):
                plugin = entry.load()
                hooks.check(plugin)
                self._manager.register(plugin, entry.name)
        return self._manager.has_plugin(entry.name)

    def all(self) -> tuple[str, ...]:
        """Import every plugin, and return the names of those that can be used, Surefoot's own first."""
        own = (builtin.NAME,) if self._manager.has_plugin(builtin.NAME) else ()
        return (*own, *(one.name for one in self.entries if self.loaded(one)))

    def ask(self, name: str, hook: str) -> tuple[Any, ...]:
        """Return what one plugin that was imported yields for a hook; nothing where it breaks."""
        plugin = self._manager.get_plugin(name)
        found = hooks.implementation(self._manager, plugin, f"{GROUP}_{hook}")
        if found is None:
            return ()
        asked = cast("Callable[[], Iterable[Any] | None]", found.function)
        return self._faults.collect(name, f"asked for {hook}", asked)

    def parts(self, name: str, kinds: str) -> tuple[type[Part], ...]:
        """Return the classes of one kind that a plugin brings and that can be used; asked once."""
        key = (name, kinds)
        if key not in self._parts:
            self._parts[key] = tuple(self._usable(name, kinds, self.ask(name, kinds)))
        return self._parts[key]

    def _usable(self, name: str, kinds: str, found: Iterable[object]) -> Iterator[type[Part]]:
        for one in found:
            usable = None
            with self._faults.tolerate(name, f"asked for {kinds}"):
                usable = checked(one, KINDS[kinds])
            if usable is not None:
                yield usable


def checked(found: object, kind: type[Part]) -> type[Part]:
    """Return a class that a plugin offered, if a part can be made of it.

    Raises:
        TypeError: it is something else, abstract, or has a setting that cannot be one.
    """
    if not isinstance(found, type) or not issubclass(found, kind):
        raise TypeError(f"{found!r} is no subclass of {kind.__name__}")
    if inspect.isabstract(found):
        missing = ", ".join(sorted(found.__abstractmethods__))
        raise TypeError(f"{found.__name__} lacks {missing}")
    required = [one.name for one in settings_of(found) if one.required]
    if issubclass(found, Format) and (required or not found.suffixes):
        raise TypeError(f"{found.__name__}: a format has suffixes, and no setting that must be given")
    return found


def use_of(part: type[Part]) -> str:
    """Return the name that a table uses a part by: its ``use``, else its class's name in lower case."""
    return part.use or part.__name__.lower()
