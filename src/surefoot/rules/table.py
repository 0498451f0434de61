"""All rules by name: how much each weighs, where it comes from, and what it says in one line."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

from surefoot.model import Level
from surefoot.rules import (
    after_race,
    aggravators,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: ``slug`` is its name everywhere, ``line`` its first line, ``text`` all it says of itself.

    ``settings`` are the names of its numbers in ``surefoot.toml``, ``mend`` what the scheduler makes of what
    it finds.
    """

    slug: str
    levels: tuple[Level, ...]
    citation: str
    settings: tuple[str, ...]
    mend: str
    line: str
    text: str


def _rule(module: ModuleType) -> Rule:
    """Read a rule from its module: all of it stands there and nowhere else."""
    text = (module.__doc__ or "").strip()
    return Rule(
        slug=module.SLUG,
        levels=module.LEVELS,
        citation=module.CITATION,
        settings=module.SETTINGS,
        mend=module.MEND,
        line=text.partition("\n")[0],
        text=text,
    )


RULES = (
    _rule(session_spike),
    _rule(weekly_increase),
    _rule(break_return),
    _rule(after_race),
    _rule(no_baseline),
    _rule(unknown),
    _rule(rest_day),
    _rule(back_to_back),
    _rule(long_run_share),
    _rule(long_run_time),
    _rule(overrun),
    _rule(overrun_week),
    _rule(missed),
    _rule(pain),
    _rule(illness),
    _rule(aggravators),
    _rule(your_days),
)
"""Limits first, then what a plan is told, then what is said of the past."""
