"""What gives way when a week holds more than it may.

First the easy runs come down together, then the long run, then easy runs are left out, then quality comes
down, then what is left goes: so the week keeps its shape as long as it can. Nothing comes down below a
useful length before something is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from surefoot.schedule.grid import is_slight
from surefoot.schedule.slots import EASY, LONG, QUALITY, Budget, Slot, Week


def shrink(week: Week, budget: Budget) -> None:
    """Cut the runs of one budget until they fit in it, or until nothing may give way any more."""
    over = week.total(budget) - budget.metres
    slight = is_slight(over, week.total(budget), week.ledger.settings.limits)
    if over <= 0 or (slight and not budget.exact):
        return
    members = [one for one in week.slots if one.metres and _gives_way(one, budget)]
    for step in STEPS:
        if _fits(week, budget):
            break
        step(week, budget, members)


def _gives_way(one: Slot, budget: Budget) -> bool:
    """A race gives way to nothing, and what the limits start from only to a hold."""
    return one.session.day in budget.days and not one.fixed and (budget.held is not None or not one.usual)


def _fits(week: Week, budget: Budget) -> bool:
    return week.total(budget) <= budget.metres


def _lower(week: Week, budget: Budget, slots: list[Slot]) -> None:
    """Bring runs down under the highest common ceiling that fits, none below its useful length."""
    limits = {id(one): limit for one, limit in zip(week.slots, week.limits(), strict=True)}
    least = {id(one): min(one.metres, one.useful(limits[id(one)])) for one in slots}
    ceilings = sorted({rung.metres for one in slots for rung in one.rungs if rung.metres < one.metres})
    while ceilings and not _fits(week, budget):
        ceiling = ceilings.pop()
        for one in slots:
            one.metres = min(one.metres, max(one.down_to(ceiling), least[id(one)]))


def _drop(week: Week, budget: Budget, slots: list[Slot], *, last: bool) -> None:
    """Leave runs out, the shortest planned first, of two the later; the ``last`` may be cut instead."""
    may = (one for one in slots if one.metres and (budget.held is not None or not one.stays))
    rest = sorted(may, key=lambda one: (-one.planned, one.session.day))
    while rest and not _fits(week, budget):
        one = rest.pop()
        had, one.metres = one.metres, 0
        if last and not rest:  # a week with a run and any metres left is not empty
            _refill(week, budget, one, had)


def _refill(week: Week, budget: Budget, one: Slot, most: int) -> None:
    """Give one run the greatest length that fits; a longer run can make a later race count more."""
    for rung in reversed(one.rungs):
        one.metres = rung.metres
        if rung.metres <= most and _fits(week, budget):
            return
    one.metres = 0


def _of(role: str, slots: list[Slot]) -> list[Slot]:
    return [one for one in slots if one.role == role]


STEPS: tuple[Callable[[Week, Budget, list[Slot]], None], ...] = (
    lambda week, budget, slots: _lower(week, budget, _of(EASY, slots)),
    lambda week, budget, slots: _lower(week, budget, _of(LONG, slots)),
    lambda week, budget, slots: _drop(week, budget, _of(EASY, slots), last=False),
    lambda week, budget, slots: _lower(week, budget, _of(QUALITY, slots)),
    lambda week, budget, slots: _drop(week, budget, slots, last=True),
)
"""What gives way, in this order."""
