"""What is asked for: the goal, where the runner stands, and which days there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from surefoot.model import History, Schedule, Settings

Experience: TypeAlias = Literal["novice", "regular", "experienced"]
LITTLE_WEEK, LITTLE_RUN = 8_000, 4_000
"""Metres a week and at most: below either a plan begins with run/walk [H]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A race that was run lately: metres and seconds."""

    metres: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A race of ``metres`` on ``race``, or ``weekly`` metres of running; ``name`` as a person says it.

    ``target`` is the time wished for, in seconds.
    """

    name: str
    metres: int | None = None
    race: date | None = None
    weekly: int | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuneup:
    """A race on the way, ``focus`` being ``B``, ``C`` or ``parkrun``."""

    day: date
    metres: int
    focus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where the runner stands: metres a week and at most, as said; what is recorded comes before it.

    ``gentle`` asks for a lighter week every third instead of every fourth, as novices get: after an injury,
    or from 45 on, where the runner wants it.
    """

    weekly: int | None = None
    longest: int | None = None
    experience: Experience = "regular"
    gentle: bool = False
    result: Result | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Free:
    """The days for running, Monday 0: at most six are used.

    ``most`` is the longest time by weekday, in seconds, ``quality`` how many hard sessions a week there may
    be, ``minutes`` whether runs are written by time.
    """

    days: tuple[int, ...]
    long: int
    quality: int = 1
    most: tuple[int | None, ...] = (None,) * 7
    minutes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """All that a plan is built from. The same order gives the same plan, byte for byte."""

    goal: Goal
    stand: Stand
    free: Free
    today: date
    settings: Settings = field(default_factory=Settings)
    history: History
    kept: Schedule | None = None
    also: tuple[Tuneup, ...] = ()
