"""Simulated seasons: what nine kinds of runners recorded, from a seed.

A runner has a weekly volume and spreads it over four days in a fixed shape. Every run scatters around its
share (normal, standard deviation ``scatter``), and one in ten is missed. What differs is the level: how much
of the usual volume is meant to be run in each week. Nobody here answers to what is advised: the seasons ask
when a rule speaks, not what its advice does. One kind keeps to its limits: its week is cut to them by the
scheduler each Monday.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from surefoot.load.weeks import WEEK
from surefoot.model import Activity, History, Kind, Session, Settings, Sport, Workout
from surefoot.schedule.limit import cap

BEGINS = date(2026, 1, 5)  # a Monday
WEEKS = 24
SETTLED = 5  # the first weeks are not judged: a reference has to stand first
STEP = 12  # the week a step begins with
DAYS = (1, 3, 5, 6)
SHAPES = ((22, 22, 19, 37), (25, 25, 25, 25), (20, 30, 15, 35), (20, 20, 20, 40))  # percent of the week
VOLUMES = (15_000, 80_000)  # metres a week
MISSED = 0.1

Level = Callable[[random.Random], list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindred:
    """One kind of runner: how many of 100 seasons, the scatter of a run, and the level of each week."""

    name: str
    share: int
    level: Level
    scatter: float = 0.1
    keeps_limits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """What one runner recorded, and what had been planned (the level without scatter or misses)."""

    runs: tuple[Activity, ...]
    planned: tuple[Session, ...]


def season(kindred: Kindred, number: int) -> Season:
    """Return season ``number`` of a kind of runner; the same again for the same arguments."""
    rng = random.Random(f"{kindred.name}:{number}")
    low, high = VOLUMES
    volume = low * (high / low) ** rng.random()
    shape = rng.choice(SHAPES)
    runs: list[Activity] = []
    planned: list[Session] = []
    for place, level in enumerate(kindred.level(rng)):
        start = BEGINS + place * WEEK
        week = _week(start, [round(volume * level * percent / 100) for percent in shape])
        if kindred.keeps_limits and place >= SETTLED:
            week = _within_limits(week, runs, start)
        for one in week:
            ran = round((one.workout.metres or 0) * max(0.2, rng.gauss(1, kindred.scatter)))
            if rng.random() >= MISSED:
                runs.append(_run(one.day, ran))
        planned += week
    return Season(runs=tuple(runs), planned=tuple(planned))


def _week(start: date, lengths: list[int]) -> list[Session]:
    return [
        _session(start + timedelta(days=day), metres)
        for day, metres in zip(DAYS, lengths, strict=True)
        if metres
    ]


def _within_limits(week: list[Session], runs: list[Activity], today: date) -> list[Session]:
    """The week as the scheduler leaves it on its first morning."""
    past = History(since=BEGINS, until=today - timedelta(days=1), activities=tuple(runs))
    capped = cap(tuple(week), history=past, kept=None, decisions=(), settings=Settings(), today=today)
    return list(capped.sessions)


def _steady(_: random.Random) -> list[float]:
    return [1.0] * WEEKS


def _building(_: random.Random) -> list[float]:
    """Six percent more each week, every fourth a quarter lighter."""
    return [1.06 ** (week - week // 4) * (0.75 if week % 4 == 3 else 1) for week in range(WEEKS)]


def _erratic(rng: random.Random) -> list[float]:
    """Any week between nearly nothing and half as much again."""
    return [rng.uniform(0.3, 1.5) for _ in range(WEEKS)]


def _returning(rng: random.Random) -> list[float]:
    """Two to eight weeks without a run, then half, then three quarters, then all of it: each for one week."""
    away = rng.randint(2, 8)
    return ([1.0] * 10 + [0.0] * away + [0.5, 0.75] + [1.0] * WEEKS)[:WEEKS]


def _stopping(rng: random.Random) -> list[float]:
    """Less each week from some week on, and then nothing."""
    since = rng.randint(8, 14)
    return [max(0.0, 1 - 0.2 * max(0, week - since)) for week in range(WEEKS)]


def _stepping(_: random.Random) -> list[float]:
    """Half as much again from one week on."""
    return [1.0 if week < STEP else 1.5 for week in range(WEEKS)]


STEADY = Kindred(name="steady", share=40, level=_steady)
WILD = Kindred(name="steady, 20 % scatter", share=10, level=_steady, scatter=0.2)
STEPPING = Kindred(name="a step of 50 %", share=10, level=_stepping)
KINDS = (
    STEADY,
    WILD,
    Kindred(name="building", share=4, level=_building),
    Kindred(name="building, 3 % scatter", share=3, level=_building, scatter=0.03),
    Kindred(name="the same within its limits", share=3, level=_building, scatter=0.03, keeps_limits=True),
    Kindred(name="erratic", share=10, level=_erratic),
    Kindred(name="returning", share=10, level=_returning),
    Kindred(name="stopping", share=10, level=_stopping),
    STEPPING,
)


def _run(day: date, metres: int) -> Activity:
    start = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    return Activity(
        id=f"r{day}", sport=Sport.RUN, start=start, metres=metres, seconds=metres * 36 // 100, source="runs"
    )


def _session(day: date, metres: int) -> Session:
    return Session(
        uid=f"s{day}", day=day, plan_day=day, workout=Workout(kind=Kind.EASY, title="Easy", metres=metres)
    )
