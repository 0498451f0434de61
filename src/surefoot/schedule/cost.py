"""What capping costs: the longest run before the race, planned and allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from surefoot.load.size import USUAL_PACE, metres
from surefoot.model import Kind, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """The longest run before the last race, in metres; None where there is none."""

    planned: int | None
    allowed: int | None


def cost(before: tuple[Session, ...], after: tuple[Session, ...], *, easy_pace: int = USUAL_PACE) -> Cost:
    """Return what the longest run was planned to be, and what is left of it.

    ``easy_pace``, in seconds per km, is what a run by time counts at. Without a race all runs are looked at.
    """
    race = max((one.day for one in before if one.workout.kind is Kind.RACE), default=None)

    def longest(sessions: Iterable[Session]) -> int | None:
        sizes = (
            metres(one.workout, easy_pace)
            for one in sessions
            if one.workout.kind is not Kind.RACE and (race is None or one.day < race)
        )
        return max(sizes, default=0) or None

    return Cost(planned=longest(before), allowed=longest(after))
