"""What somebody wants: undated entries, counted in days from the plan's first day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from surefoot.model.kinds import Kind, Unit
from surefoot.model.workout import Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A workout on a plan day; day 0 is the plan's first. ``key`` is unique in its plan."""

    key: str
    day: int
    workout: Workout


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan as somebody wrote it; never altered.

    ``race`` is the key of the race's entry. ``start`` is the date of day 0 where the file itself says
    it, ``starts_on`` the weekday of day 0 (Monday 0) where the file fixes it, ``days`` the plan's
    whole length so that trailing rest days are not lost. ``unit`` is what its distances are written in.
    """

    id: str
    name: str
    entries: tuple[Entry, ...]
    days: int
    race: str | None = None
    start: date | None = None
    starts_on: int | None = None
    unit: Unit = Unit.KM


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What fixes a plan in the calendar: the date of day 0, or the date of the race."""

    start: date | None = None
    race: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minted:
    """A uid that was once given to a plan's session, and by what it is recognised when the plan is edited.

    ``day`` is the session's date in the plan, ``ordinal`` its place among the same kind on that date.
    """

    uid: str
    plan_id: str
    day: date
    kind: Kind
    ordinal: int
    title: str
