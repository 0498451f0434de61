"""The schedule as it was last agreed, one row a session."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from surefoot.model import Schedule, Session
from surefoot.store.database import Database
from surefoot.store.text import day, pack, unpack


class Accepted(NamedTuple):
    """The schedule as it was last agreed; None before the first time.

    ``base`` is what a proposal made from it is accepted against, ``day`` the day it was accepted as of.
    """

    base: str
    schedule: Schedule | None = None
    day: date | None = None


def load(database: Database, since: date | None = None, until: date | None = None) -> Accepted:
    """See ``Store.accepted``."""
    base, on = state(database)
    if on is None:
        return Accepted(base=str(base))
    bounds = ((since or date.min).isoformat(), (until or date.max).isoformat())
    found = database.rows(
        "SELECT dropped, session FROM sessions WHERE day BETWEEN ? AND ? ORDER BY place",
        bounds,
        make=lambda dropped, session: (dropped, unpack(Session, session)),
    )
    schedule = Schedule(
        today=on,
        sessions=tuple(session for dropped, session in found if not dropped),
        dropped=tuple(session for dropped, session in found if dropped),
    )
    return Accepted(base=str(base), schedule=schedule, day=on)


def state(database: Database) -> tuple[int, date | None]:
    """Return how often anything was accepted or withdrawn, and the day of the last accepted schedule."""
    found = database.row("SELECT base, day FROM state", make=lambda base, text: (base, day(text)))
    return found or (0, None)


def replace(database: Database, schedule: Schedule) -> None:
    """Store the schedule in place of the one before. The caller is in a transaction."""
    database.run("DELETE FROM sessions")
    for dropped, sessions in enumerate((schedule.sessions, schedule.dropped)):
        database.each(
            "INSERT INTO sessions (day, dropped, session) VALUES (?, ?, ?)",
            ((one.day.isoformat(), dropped, pack(one)) for one in sessions),
        )
    database.run("UPDATE state SET day = ?", (schedule.today.isoformat(),))


def step(database: Database) -> None:
    """Let every proposal made until now be stale. The caller is in a transaction."""
    database.run("UPDATE state SET base = base + 1")
