"""An opened training folder at a moment: what every use case starts from."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING

from surefoot.store import Store

if TYPE_CHECKING:
    from surefoot.model import Catalogue, History
    from surefoot.registry import Registry
    from surefoot.settings import Config


class Work:
    """The settings of one training folder, the day it is seen from, and its plugins when they are needed.

    Args:
        config: the folder's settings.
        today: the runner's day that everything after is hidden from.
        now: the aware moment that decisions and readings are stamped with.
        blocked: names of plugins that are never imported.
    """

    def __init__(
        self, *, config: Config, today: date, now: datetime, blocked: frozenset[str] = frozenset()
    ) -> None:
        self.config = config
        self.today = today
        self.now = now
        self.blocked = blocked

    @cached_property
    def registry(self) -> Registry:
        """The plugins; made at first use, since some commands never need one."""
        from surefoot.registry import Registry

        return Registry(self.blocked)

    def on(self, day: date) -> Work:
        """Return the same folder with the same plugins, seen from noon of another day."""
        later = datetime.combine(day, time(12), tzinfo=self.now.tzinfo)
        other = Work(config=self.config, today=day, now=max(self.now, later), blocked=self.blocked)
        other.registry = self.registry
        return other

    @cached_property
    def catalogue(self) -> Catalogue:
        """Surefoot's own exercises, the runner's (``exercises.toml``), and those of plugins.

        Raises:
            ConfigError: the runner's file cannot be used; says what and where.
        """
        from surefoot.catalogue import load
        from surefoot.own_exercises import own

        shipped = {one.id: one for one in load().exercises}
        return load((*own(self.config.folder, shipped), *self.registry.exercises()))

    def store(self, *, write: bool = False) -> Store:
        """Open the folder's memory. Only one command writes at a time.

        Raises:
            Unavailable: it cannot be opened, or another command is writing.
        """
        return Store.open(self.config.folder, write=write)

    def history(self, store: Store) -> History:
        """Return what was done, each outing once, known from the first recording on: before it nothing is."""
        from dataclasses import replace

        from surefoot.app.volume import true_volume
        from surefoot.load.told import untold
        from surefoot.model.activity import BY_HAND

        labels = tuple(one.label for one in self.config.sources)
        read = store.history(labels, self.today, self.config.zone)
        found = true_volume(read, store)
        first = min((one.day for one in found.activities if one.source != BY_HAND), default=None)
        if found.assumed:
            return found
        return replace(found, since=first, unknown=untold(read.unknown, read.activities))
