"""One day of the accepted schedule, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from surefoot.app.accepted import accepted_schedule
from surefoot.model import Kind

if TYPE_CHECKING:
    from surefoot.model import Session, Settings
    from surefoot.store import Store

NEAR = timedelta(days=14)
"""How far around the day is read: enough for its week, and for the next day that has anything."""


class Today(NamedTuple):
    """Today's sessions with their status, and the next day that has any."""

    day: date
    sessions: tuple[tuple[Session, str], ...]
    following: tuple[Session, ...]


def today(store: Store, settings: Settings, day: date, zone: tzinfo) -> Today:
    """Return what stands on ``day``.

    Raises:
        ConfigError: nothing was accepted yet.
    """
    schedule = accepted_schedule(store, day - NEAR, day + NEAR)
    real = tuple(one for one in schedule.sessions if one.workout.kind is not Kind.REST)
    here = tuple(one for one in real if one.day == day)
    near = tuple(one for one in real if abs((one.day - day).days) < 7)
    done: set[str] = set()
    if here:
        from surefoot.app.volume import true_volume
        from surefoot.load.pairing import look_back

        history = true_volume(store.history(None, day, zone, since=day - timedelta(days=7)), store)
        done = {uid for uid, _ in look_back(near, history=history, settings=settings, today=day).done}
    later = min((one.day for one in real if one.day > day), default=None)
    return Today(
        day=day,
        sessions=tuple((one, "done" if one.uid in done else "planned") for one in here),
        following=tuple(one for one in real if one.day == later),
    )
