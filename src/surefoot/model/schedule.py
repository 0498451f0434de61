"""What will be done, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from surefoot.model.workout import Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is as it is: the rule's slug, one sentence, and its numbers.

    ``value`` and ``limit`` are metres, or what the rule's docstring says. ``decision`` is the id of
    the decision that carries the reason, where one does.
    """

    rule: str
    text: str
    value: float | None = None
    limit: float | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A workout on a day, with a uid that lasts.

    ``plan_day`` is the day its plan gave it (None for a session that no plan asked for), ``at`` the
    start in the runner's zone where hours are set. ``revision`` counts real changes from 0;
    ``revised`` is when the last one was accepted (aware).
    """

    uid: str
    day: date
    workout: Workout
    plan_day: date | None = None
    at: time | None = None
    reasons: tuple[Reason, ...] = ()
    revision: int = 0
    revised: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The dated plan after decisions, limits and strength placement, in order of day and uid.

    ``dropped`` are sessions that the plan asked for and that are not done, with their reasons.
    """

    today: date
    sessions: tuple[Session, ...] = ()
    dropped: tuple[Session, ...] = ()
