"""How two schedules differ, session by session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from surefoot.model.schedule import Reason
from surefoot.model.workout import Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One side of a change: what stood, and on which day."""

    day: date
    workout: Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The difference between two schedules for one session; derived, never stored to be computed with."""

    uid: str
    before: Placed | None
    after: Placed | None
    reasons: tuple[Reason, ...] = ()
