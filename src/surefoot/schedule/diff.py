"""The difference between two schedules, session by session, with the reasons of the later one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.model import Change, Kind, Placed, Schedule, Session


def diff(before: Schedule, after: Schedule) -> tuple[Change, ...]:
    """Return what changed from ``after.today`` on, in order of day; equal schedules give nothing.

    Rest is no session to a runner, so a rest that comes or goes is no change.
    """
    old = _by_uid(before.sessions, after.today)
    new = _by_uid(after.sessions, after.today)
    reasons = {one.uid: one.reasons for one in (*after.dropped, *after.sessions)}
    changes = [
        Change(
            uid=uid,
            before=_placed(old.get(uid)),
            after=_placed(new.get(uid)),
            reasons=reasons.get(uid, ()),
        )
        for uid in {**old, **new}
        if not _same(old.get(uid), new.get(uid))
    ]
    return tuple(sorted(changes, key=_order))


def _by_uid(sessions: Iterable[Session], since: date) -> dict[str, Session]:
    return {one.uid: one for one in sessions if one.day >= since and one.workout.kind is not Kind.REST}


def _placed(session: Session | None) -> Placed | None:
    return None if session is None else Placed(day=session.day, workout=session.workout)


def _same(old: Session | None, new: Session | None) -> bool:
    if old is None or new is None:
        return False
    return (old.day, old.at, old.workout) == (new.day, new.at, new.workout)


def _order(change: Change) -> tuple[date, str]:
    side = change.before or change.after
    assert side is not None
    return side.day, change.uid
