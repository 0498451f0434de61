"""Which of the runner's wishes can still have an effect."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.model import Add, Allow, Drop, Move, Off, Resize, Schedule, Wish


def ahead_of(
    wishes: Iterable[Wish], unheld: Schedule, kept: Schedule | None, *, today: date
) -> tuple[Wish, ...]:
    """Return the wishes about sessions and days from ``today`` on.

    What is over cannot be changed, and an event can be tidied up whose session the plan no longer has:
    neither becomes a decision.

    Args:
        wishes: as targets and commands gave them.
        unheld: the schedule that would stand without any hold.
        kept: the accepted schedule; a session without a day in the plan, as strength, may stand in it alone.
        today: the day that is still open.
    """
    planned = {one.uid for one in (*unheld.sessions, *unheld.dropped) if one.day >= today}
    placed = {one.uid for one in (kept.sessions if kept else ()) if one.day >= today and not one.plan_day}
    return tuple(one for one in wishes if _is_ahead(one, planned | placed, today))


def _is_ahead(wish: Wish, uids: set[str], today: date) -> bool:
    match wish.effect:
        case Move(uid=uid, day=day):
            return uid in uids and day >= today
        case Resize(uid=uid) | Drop(uid=uid):
            return uid in uids
        case Add(day=day) | Allow(day=day) | Off(until=day):
            return day >= today
        case _:
            return True
