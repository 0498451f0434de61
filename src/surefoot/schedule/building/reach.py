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

    Where it is not enough: ``earliest``, the first day on the same weekday on which it would be (None: not
    within a year), and ``shorter``, the name of the longest usual race that the plan is enough for (None:
    there is none). ``is_safe`` is false where the longest run stays under 60 % of a half or a marathon.
    """

    longest: int
    needed: int
    is_safe: bool = True
    earliest: date | None = None
    shorter: str | None = None

    @property
    def is_enough(self) -> bool:
        """Whether the longest run is as long as the race asks for."""
        return self.longest >= self.needed


def reach(order: Order, longest: int, drafted: Longest) -> Reach:
    """Return the reach of a plan whose longest run before the race is ``longest`` metres."""
    metres = order.goal.metres
    assert metres is not None
    needed = aims.enough(metres)
    if longest >= needed:
        return Reach(longest=longest, needed=needed)
    return Reach(
        longest=longest,
        needed=needed,
        is_safe=metres < after_race.SHORTEST_HALF or longest * 100 >= after_race.ENOUGH * metres,
        earliest=_earliest(order, needed, drafted),
        shorter=_shorter(metres, longest),
    )


def _earliest(order: Order, needed: int, drafted: Longest) -> date | None:
    """The race a week later, and so on, found by halving: more weeks never reach less far."""
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
