"""What the runner may set, with its defaults. Distances are metres, paces seconds per kilometre."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from typing import Literal, TypeAlias

from surefoot import model
from surefoot.model.kinds import Unit

Apply: TypeAlias = Literal["ask", "reductions", "all"]
Load: TypeAlias = Literal["heavy", "moderate", "light"]
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Who runs, where and how much. Weekdays count from Monday 0.

    ``weekly`` and ``longest`` are used only where the past is not known. ``run_at`` and ``strength_at``
    give the start hour by weekday; a weekday without one is all day. ``only`` says by weekday what may
    stand there: a kind, ``rest`` for no training at all, empty for anything. ``most`` is the longest run
    that the weekday has time for.
    """

    zone: str = "UTC"
    unit: Unit = Unit.KM
    week_starts: int = 0
    easy_pace: int | None = None
    weekly: int | None = None
    longest: int | None = None
    run_at: tuple[time | None, ...] = (None,) * 7
    strength_at: tuple[time | None, ...] = (None,) * 7
    only: tuple[str, ...] = ("",) * 7
    most: tuple[model.Most | None, ...] = (None,) * 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The numbers of ``docs/reference/rules.md``; percentages are whole, distances metres."""

    spike_percent: int = 110
    spike_warn_percent: int = 130
    spike_stop_percent: int = 200
    spike_small_step: int = 1600
    spike_small_run: int = 5000
    spike_clean_step: int = 1000
    spike_clean_run: int = 10000
    spike_clean_percent: int = 130
    spike_clean_days: int = 14
    spike_days: int = 30
    spike_settle_days: int = 7
    week_percent: int = 110
    week_warn_percent: int = 120
    week_stop_percent: int = 130
    week_small: int = 27500
    week_small_step: int = 1600
    week_small_percent: int = 24
    week_over_percent: int = 130
    week_over_metres: int = 5000
    hold_weeks: int = 0
    overrun_percent: int = 105
    overrun_metres: int = 500
    break_days: int = 10
    smallest: int = 1600
    change_metres: int = 500
    change_percent: int = 3
    useful_metres: int = 3000
    useful_seconds: int = 1200
    missed_in_a_row: int = 3
    long_run_percent: int = 30
    long_run_seconds: int = 9000


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How strength sessions are made and placed. ``days`` are weekdays from Monday 0.

    ``load`` is what they are made of: ``heavy`` legs, ``moderate`` body weight, or ``light`` holds and
    balance. ``minutes`` is how long one may take. ``complaints`` are ids of conditions, ``seen`` those of
    them that a doctor or physiotherapist has looked at, ``precautions`` states of health; ``sore_leg`` is
    the leg that one-sided rehabilitation is for. ``pain`` is what happens to an exercise that hurts a
    little, ``dose`` whose numbers count, ``holds`` how often a day holds are done, and ``upkeep`` how many
    sessions a week keep a complaint's exercises when its pain has gone. ``favourites`` are ids of exercises
    that come first in their place, ``without`` those that are never chosen.
    """

    sessions: int = 2
    load: Load = "heavy"
    minutes: int = 30
    days: tuple[int, ...] = EVERY_DAY
    after_long_run: bool = False
    complaints: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    precautions: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ("band", "rucksack", "step")
    sore_leg: Literal["both", "left", "right"] = "both"
    pain: Literal["graded", "strict"] = "graded"
    dose: Literal["own", "entry", "circuit"] = "own"
    holds: int = 1
    holds_before_settled: bool = False
    mobility: Literal["off", "after"] = "off"
    upkeep: int = 1
    favourites: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that the pure rooms need to know of ``surefoot.toml``.

    ``races`` and ``off`` are in order of day.
    """

    runner: Runner = field(default_factory=Runner)
    limits: Limits = field(default_factory=Limits)
    strength: Strength = field(default_factory=Strength)
    races: tuple[model.RaceDay, ...] = ()
    off: tuple[model.Away, ...] = ()
