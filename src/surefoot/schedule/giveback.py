"""After cutting, whatever still fits is given back: quality first, then the long run, then easy runs."""

from __future__ import annotations

from surefoot.schedule.slots import ORDER, Slot, Week


def give_back(week: Week) -> None:
    """Let runs grow step by step, and dropped ones return at their useful length, while all limits hold."""
    order = sorted(
        (place for place, one in enumerate(week.slots) if not one.fixed),
        key=lambda place: (ORDER.index(week.slots[place].role), place),
    )
    while any(_grow(week, place) for place in order):
        pass


def _grow(week: Week, place: int) -> bool:
    """Grow one run by one step, if it may; return whether it did."""
    slot = week.slots[place]
    if slot.metres >= slot.planned:
        return False
    limit = week.limits()[place]
    longer = _step(week, slot, limit)
    had = slot.metres
    if longer is None or longer > slot.may_have(limit):
        return False
    slot.metres = longer
    touched = [one for one in week.budgets if slot.session.day in one.days]
    if all(week.total(one) <= one.metres for one in touched):
        return True
    slot.metres = had
    return False


def _step(week: Week, slot: Slot, limit: int | None) -> int | None:
    """The next longer length; for a run that was dropped, the useful one or what the week leaves."""
    if slot.metres:
        return slot.next()
    left = min(
        (one.metres - week.total(one) for one in week.budgets if slot.session.day in one.days),
        default=slot.planned,
    )
    return slot.down_to(min(slot.useful(limit), max(0, left))) or None
