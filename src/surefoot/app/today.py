"""One day of the accepted schedule, and what comes next."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from surefoot.app.accepted import accepted_schedule
from surefoot.model import Kind

if TYPE_CHECKING:
    from surefoot.model import Activity, Session, Settings
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
    runs = store.activities(day, zone=zone, since=day - WEEK) if here else ()
    done = _done(real, runs, store, settings) if runs else frozenset()
    ahead = tuple(one for one in real if one.day > day) or _real(store, day + WEEK, day + AHEAD)
    return Today(
        day=day,
        sessions=tuple((one, "done" if one.uid in done else "planned") for one in here),
        following=tuple(one for one in ahead if one.day == ahead[0].day),
    )


def _done(
    sessions: tuple[Session, ...], found: tuple[Activity, ...], store: Store, settings: Settings
) -> frozenset[str]:
    from surefoot.load.merge import merged
    from surefoot.load.pairing import pair

    pairing = pair(sessions, merged(found, store.corrections()), settings)
    return frozenset(uid for uid, _ in pairing.done)


def _real(store: Store, since: date, until: date) -> tuple[Session, ...]:
    sessions = accepted_schedule(store, since, until).sessions
    return tuple(one for one in sessions if one.workout.kind is not Kind.REST)
