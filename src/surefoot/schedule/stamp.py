"""Revisions: a session's number and time move when it really changed, and at no other time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from surefoot.model import Schedule, Session


def stamp(schedule: Schedule, kept: Schedule | None, *, now: datetime) -> Schedule:
    """Carry revision and time from ``kept`` where a session is the same; count up where it is not.

    A dropped session keeps counting, so that one that comes back is newer than what calendars hold.
    """
    stood = {one.uid: one for one in kept.sessions} if kept else {}
    fell = {one.uid: one for one in kept.dropped} if kept else {}
    return replace(
        schedule,
        sessions=tuple(_stamped(one, stood, fell, now) for one in schedule.sessions),
        dropped=tuple(_stamped(one, fell, stood, now) for one in schedule.dropped),
    )


def _stamped(
    session: Session, same: Mapping[str, Session], other: Mapping[str, Session], now: datetime
) -> Session:
    """``same`` holds what stood on this side before, ``other`` what has changed sides."""
    old = same.get(session.uid)
    if old is not None and _shown(session) == _shown(old):
        return replace(session, revision=old.revision, revised=old.revised)
    old = old or other.get(session.uid)
    return replace(session, revision=old.revision + 1 if old else 0, revised=now)


def _shown(session: Session) -> tuple[object, ...]:
    """What a calendar shows of a session: its day and hour, what to do, and why."""
    return session.day, session.at, session.workout, session.reasons
