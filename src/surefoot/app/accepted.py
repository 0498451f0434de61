"""The schedule as it was last agreed, or around a day of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surefoot.model import ConfigError

if TYPE_CHECKING:
    from datetime import date

    from surefoot.model import Schedule
    from surefoot.store import Store


def accepted_schedule(store: Store, since: date | None = None, until: date | None = None) -> Schedule:
    """Return the accepted schedule, or its days from ``since`` to ``until``.

    Raises:
        ConfigError: nothing was accepted yet.
    """
    schedule = store.accepted(since, until).schedule
    if schedule is None:
        raise ConfigError("nothing is scheduled here yet", mend="surefoot sync")
    return schedule
