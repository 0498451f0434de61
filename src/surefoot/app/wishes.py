"""Which of the runner's wishes can still have an effect."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.model import Add, Allow, Drop, Effect, Move, Off, Resize, Schedule, Unit, Wish
from surefoot.text.days import day_name
from surefoot.text.units import distance, duration


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


def said(wish: Wish, unit: Unit) -> str:
    """Return the reason that a wish is kept with: what the runner did, and in which calendar."""
    return f"You {_did(wish.effect, unit)}{f' in {wish.where}' if wish.where else ''}."


def _did(effect: Effect, unit: Unit) -> str:
    said = "changed it"
    match effect:
        case Move(day=day):
            said = f"moved it to {day_name(day)}"
        case Drop():
            said = "took it out"
        case Off(since=since, until=until):
            span = day_name(since) if since == until else f"{day_name(since)} to {day_name(until)}"
            said = f"took {span} off"
        case Resize(metres=metres, seconds=seconds):
            size = distance(metres, unit) if metres is not None else duration(seconds or 0)
            said = f"made it {size}"
        case Add():
            said = "added it"
        case Allow(rule=rule, day=day):
            said = f"set {rule} aside on {day_name(day)}"
    return said


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
