"""Which session of the week strength that was done is counted for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.load.weeks import WEEK
from surefoot.model import Diary, Kind, Lifted, Session


def counted_for(day: date, first: date, week: tuple[Session, ...], diary: Diary) -> Session | None:
    """Return the session that strength on ``day`` is counted for; None where all of the week's are done.

    Its own day's comes first, then the nearest before it that nobody logged, then the next one: an hour of
    work on Tuesday is Monday's session late, or Wednesday's early. ``week`` is the runner's week,
    which begins on ``first``.
    """
    strength = [one for one in week if one.workout.kind is Kind.STRENGTH]
    lifted = {one.day for one in diary.entries if isinstance(one, Lifted)}
    days = sorted(each for each in lifted if first <= each < first + WEEK and each != day)
    taken: set[str] = set()
    for each in (*days, day):
        found = _nearest(each, (one for one in strength if one.uid not in taken), lifted)
        if each == day:
            return found
        taken.update((found.uid,) if found else ())
    return None


def _nearest(day: date, sessions: Iterable[Session], lifted: set[date]) -> Session | None:
    """The day's own; else the last before it, or the first after it, on whose day nothing was logged."""
    open_ = [one for one in sessions if one.day == day or one.day not in lifted]
    return min(
        open_,
        key=lambda one: (one.day != day, one.day > day, abs((one.day - day).days), one.uid),
        default=None,
    )
