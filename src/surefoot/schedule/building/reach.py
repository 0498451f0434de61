"""How far a plan reaches within its limits, and what can be done where that is not far enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from surefoot.load.weeks import WEEK
from surefoot.rules import after_race
from surefoot.schedule.building import aims
from surefoot.schedule.building.order import Order

LATEST = 52  # weeks that a race is moved by at most
Longest = Callable[[Order], int]
"""Drafts an order and returns its longest run before the race, in metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The longest run before the race and what the race asks for, in metres.

    Where it is not
    enough, ``shorter`` is the longest usual race that it is enough for (None: there is none).
    """

    longest: int
    needed: int
    shorter: str | None = None

    @property
    def is_enough(self) -> bool:
        """Whether the longest run is as long as the race asks for."""
        return self.longest >= self.needed


def reach(metres: int, longest: int) -> Reach:
    """Return the reach of a plan for ``metres`` whose longest run before the race is ``longest`` metres."""
    needed = aims.enough(metres)
    if longest >= needed:
        return Reach(longest=longest, needed=needed)
    return Reach(
        longest=longest,
        needed=needed,
        shorter=_shorter(metres, longest),
    )


def is_far(metres: int, longest: int) -> bool:
    """Whether a half or a marathon is so far beyond the longest run before it that ``check`` warns of it."""
    return metres >= after_race.SHORTEST_HALF and longest * 100 < after_race.ENOUGH * metres


def earliest(order: Order, needed: int, drafted: Longest) -> date | None:
    """Return the first day, on the race's weekday, on which its longest run would be ``needed`` metres.

    It is found by halving, since more weeks hardly ever reach less far. None: not within a year.
    """
    assert order.goal.race is not None
    low, high = 1, LATEST
    if drafted(_later(order, high)) < needed:
        return None
    while low < high:
        middle = (low + high) // 2
        if drafted(_later(order, middle)) >= needed:
            high = middle
        else:
            low = middle + 1
    return order.goal.race + high * WEEK


def _later(order: Order, weeks: int) -> Order:
    assert order.goal.race is not None
    return replace(order, goal=replace(order.goal, race=order.goal.race + weeks * WEEK))


def _shorter(metres: int, longest: int) -> str | None:
    fitting = [one for one in aims.NAMES if one < metres and aims.enough(one) <= longest]
    return aims.NAMES[max(fitting)] if fitting else None
