"""What the runner's calendar fixes: races beside the plan's own, days away, and how much a day takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Priority: TypeAlias = Literal["A", "B", "C", "parkrun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceDay:
    """A race that the plan's file does not hold, ``metres`` long.

    ``priority`` is its ``Workout.focus``: ``B`` is raced with a few easy days around it, ``C`` and
    ``parkrun`` are that week's hard day; ``A`` is what a plan is for.
    """

    day: date
    metres: int
    priority: Priority = "B"
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days without any training, both ends included, as a holiday."""

    since: date
    until: date
    name: str = ""

    def covers(self, day: date) -> bool:
        """Whether ``day`` is one of them."""
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """The most running that a weekday takes, in metres or in seconds; exactly one of them is given."""

    metres: int | None = None
    seconds: int | None = None
