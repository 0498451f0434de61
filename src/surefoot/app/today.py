"""One day of the accepted schedule, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from surefoot.app.accepted import accepted_schedule
from surefoot.model import Kind

if TYPE_CHECKING:
    from surefoot.model import Session, Settings
    from surefoot.store import Store

WEEK = timedelta(days=6)
"""How far around the day is read: its week, in which runs are paired; further ahead where that is empty."""
AHEAD = timedelta(days=14)


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
    real = _real(store, day - WEEK, day + WEEK)
    here = tuple(one for one in real if one.day == day)
    done: set[str] = set()
    if here:
        from surefoot.app.volume import true_volume
        from surefoot.load.pairing import look_back

        history = true_volume(store.history(None, day, zone, since=day - timedelta(days=7)), store)
        done = {uid for uid, _ in look_back(real, history=history, settings=settings, today=day).done}
    ahead = tuple(one for one in real if one.day > day) or _real(store, day + WEEK, day + AHEAD)
    return Today(
        day=day,
        sessions=tuple((one, "done" if one.uid in done else "planned") for one in here),
        following=tuple(one for one in ahead if one.day == ahead[0].day),
    )


def _real(store: Store, since: date, until: date) -> tuple[Session, ...]:
    sessions = accepted_schedule(store, since, until).sessions
    return tuple(one for one in sessions if one.workout.kind is not Kind.REST)
