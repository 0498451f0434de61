"""All rules by name: how much each weighs, where it comes from, and what it says in one line."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from surefoot.model import Level
from surefoot.rules import (
    after_race,
    back_to_back,
    break_return,
    illness,
    long_run_share,
    long_run_time,
    missed,
    no_baseline,
    overrun,
    overrun_week,
    pain,
    rest_day,
    session_spike,
    unknown,
    weekly_increase,
    your_days,
)

ALL_LEVELS = (Level.INFO, Level.WARN, Level.STOP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: ``slug`` is its name everywhere, ``line`` its first line, ``text`` all it says of itself."""

    slug: str
    levels: tuple[Level, ...]
    citation: str
    line: str
    text: str


def _rule(module: ModuleType, *levels: Level) -> Rule:
    """Read a rule from its module: slug, citation and docstring stand there and nowhere else."""
    text = (module.__doc__ or "").strip()
    return Rule(
        slug=module.SLUG, levels=levels, citation=module.CITATION, line=text.partition("\n")[0], text=text
    )


RULES = (
    _rule(session_spike, *ALL_LEVELS),
    _rule(weekly_increase, *ALL_LEVELS),
    _rule(break_return, *ALL_LEVELS),
    _rule(after_race, Level.INFO, Level.WARN),
    _rule(no_baseline, Level.INFO),
    _rule(unknown, Level.INFO),
    _rule(rest_day, *rest_day.LEVELS),
    _rule(back_to_back, *back_to_back.LEVELS),
    _rule(long_run_share, *long_run_share.LEVELS),
    _rule(long_run_time, *long_run_time.LEVELS),
    _rule(overrun, *overrun.LEVELS),
    _rule(overrun_week, *overrun_week.LEVELS),
    _rule(missed, *missed.LEVELS),
    _rule(pain, *pain.LEVELS),
    _rule(illness, *illness.LEVELS),
    _rule(your_days, *your_days.LEVELS),
)
"""Limits first, then what a plan is told, then what is said of the past."""
