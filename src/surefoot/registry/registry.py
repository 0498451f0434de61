"""The plugins of one run, as the use cases see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from surefoot.config import Config, Table
from surefoot.config.fields import build
from surefoot.model import Exercise, Unavailable
from surefoot.parts import Format, Part, Policy, Source, Target
from surefoot.registry import builtin
from surefoot.registry.absent import AbsentSource, AbsentTarget
from surefoot.registry.faults import Fault, Faults, Faulty
from surefoot.registry.find import format_class, part_class
from surefoot.registry.listing import PluginListing, listing
from surefoot.registry.plugins import Plugins, use_of

if TYPE_CHECKING:
    import click

PartT = TypeVar("PartT", bound=Part)


class Registry:
    """Finds, imports, builds and guards what plugins bring. Made anew for each run; making it reads nothing.

    Args:
        blocked: names of plugins that are never imported.
    """

    Faulty: ClassVar[type[Faulty]] = Faulty
    """What ``guard`` raises for a bug in a plugin."""

    def __init__(self, blocked: frozenset[str] = frozenset()) -> None:
        self._faults = Faults()
        self._plugins = Plugins(blocked, self._faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All that has broken in this run so far, in order."""
        return self._faults.noted

    def guard(self, name: str, doing: str) -> AbstractContextManager[None]:
        """Call a part under this: what it raises on purpose comes through, a bug becomes ``Faulty``."""
        return self._faults.guard(name, doing)

    def tolerate(self, name: str, doing: str) -> AbstractContextManager[None]:
        """Call a part under this where it may break: whatever it raises is noted, and we go on."""
        return self._faults.tolerate(name, doing)

    def part(self, table: Table) -> Part:
        """Return the part that a table asks for, with its settings, its label and its folder.

        Raises:
            ConfigError: no plugin brings it, or its settings cannot be used; says where.
            Unavailable: its plugin was left out of this run.
            Faulty: its plugin is broken.
        """
        return self._built(part_class(self._plugins, self._faults, table), table)

    def source(self, table: Table) -> Source:
        """Return the source that a table asks for; one that is broken or left out says so when it is asked.

        Raises:
            ConfigError: no plugin brings it, or its settings cannot be used; says where.
        """
        found = self._part_or(AbsentSource, table)
        assert isinstance(found, Source)
        return found

    def target(self, table: Table) -> Target:
        """Return the target that a table asks for; one that is broken or left out says so when it is used.

        Raises:
            ConfigError: no plugin brings it, or its settings cannot be used; says where.
        """
        found = self._part_or(AbsentTarget, table)
        assert isinstance(found, Target)
        return found

    def policies(self, config: Config) -> tuple[Policy, ...]:
        """Return the policies that work: Surefoot's own, then what tables name, none that is switched off.

        Raises:
            ConfigError: a policy's table cannot be used.
        """
        found: list[Policy] = []
        for table in self._policy_tables(config):
            with suppress(Unavailable):  # left out, or broken and noted: the others still speak
                part = self.part(table)
                assert isinstance(part, Policy)
                builtin.inform(part, config.settings)
                found.append(part)
        return tuple(found)

    def format_for(self, path: Path) -> Format:
        """Return what reads and writes plan files of this name; its label is the name of the format.

        Raises:
            ConfigError: no installed plugin knows the suffix.
            Faulty: the plugin that should is broken.
        """
        found = format_class(self._plugins, self._faults, path)
        table = Table(kind=Format.kinds, label=use_of(found), use=use_of(found), home=path.parent)
        return self._built(found, table)

    def exercises(self) -> tuple[Exercise, ...]:
        """Return all exercises that plugins bring, by plugin, as they are yielded."""
        return tuple(one for one in self._everything("exercises") if isinstance(one, Exercise))

    def commands(self) -> dict[str, click.Command]:
        """Return the commands that plugins bring, by name; of two with one name the first plugin's."""
        import click

        found: dict[str, click.Command] = {}
        for one in self._everything("commands"):
            if isinstance(one, click.Command) and one.name:
                found.setdefault(one.name, one)
        return found

    def listing(self, tables: Iterable[Table] = ()) -> tuple[PluginListing, ...]:
        """Import every plugin and return what each brings, what is broken, and which tables use it."""
        return listing(self._plugins, self._faults, tables)

    def _everything(self, hook: str) -> Iterator[Any]:
        for name in self._plugins.all():
            yield from self._plugins.ask(name, hook)

    def _policy_tables(self, config: Config) -> Iterator[Table]:
        written = config.policies
        named = {one.use for one in written}
        for own in self._plugins.parts(builtin.NAME, Policy.kinds):
            use = use_of(own)
            if use not in named:
                yield Table(kind=Policy.kinds, label=use, use=use, home=config.folder)
        yield from (one for one in written if one.core.on)

    def _part_or(self, absent: type[AbsentSource | AbsentTarget], table: Table) -> Part:
        try:
            return self.part(table)
        except Unavailable as why:
            found = absent(why=why)
            found.bind(label=table.label, folder=table.folder)
            return found

    def _built(self, part: type[PartT], table: Table) -> PartT:
        with self._faults.guard(table.label, "being set up"):
            made = build(part, table)
            made.bind(label=table.label, folder=table.folder)
        if table.kind in (Source.kinds, Target.kinds):
            _make_private(table.folder)
        return made


def _make_private(folder: Path) -> None:
    """Make a part's folder for its owner alone.

    A read-only training folder can still be looked at, so what cannot be made is left for the part to
    meet when it writes.
    """
    for one in (folder.parent, folder):
        try:
            one.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            return
