"""Holds on the days between strength sessions, while something hurts: minutes, and no strength day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Decision, Drop, Off, Programme, Reason, Session
from surefoot.model.kinds import Kind

WEEKS = 2
"""Weeks that holds are shown for, this one first: after that the diary says how it goes on [H]."""

RULE = "strength"
WHY = "Holds on the days between: a few minutes, and no strength day."


def micro(
    sessions: Iterable[Session],
    programme: Programme,
    decisions: Iterable[Decision],
    *,
    today: date,
    week_starts: int,
) -> tuple[Session, ...]:
    """Return the holds of this week and the next: on days without strength, race or a word against it.

    Whole weeks, so that a day that passes adds nothing to the calendar.

    They are no strength sessions: they may stand on a rest day, and nothing is spaced around them.
    """
    workout = programme.holds
    if workout is None:
        return ()
    standing = tuple(sessions)
    last = max((one.day for one in standing), default=today)
    taken = {one.day for one in standing if one.workout.kind in (Kind.STRENGTH, Kind.RACE)}
    words = [one.effect for one in decisions if one.withdrawn is None]
    gone = {one.uid for one in words if isinstance(one, Drop)}
    offs = [one for one in words if isinstance(one, Off)]
    end = week_start(today, week_starts) + WEEKS * WEEK
    days = (today + timedelta(days=ahead) for ahead in range((end - today).days))
    return tuple(
        Session(uid=uid, day=day, workout=workout, reasons=(Reason(rule=RULE, text=WHY),))
        for day in days
        if day <= last
        and day not in taken
        and (uid := f"holds-{day}") not in gone
        and not any(one.since <= day <= one.until for one in offs)
    )
