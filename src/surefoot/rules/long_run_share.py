"""How much of a week its longest run is. Information, one line a plan; nothing is cut for it.

The usual part is 30 % of the week, or 1.6 divided by the number of runs where that is more, and half
at most. As a cap it would take the median published marathon plan from 32 km to 24, and it is circular:
cutting another run makes the long one a larger part. Weeks with a race or fewer than three runs have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from surefoot.load.size import metres
from surefoot.model import Finding, Level, Settings
from surefoot.rules.plan_weeks import PlanWeek
from surefoot.text.units import distance

SLUG = "long-run-share"
LEVELS = (Level.INFO,)
CITATION = "Daniels, Running Formula: a quarter to a third of the week; widened for weeks of few runs"
SETTINGS = ("limits.long_run_percent",)
MEND = "Nothing."
FEWEST_RUNS = 3
HALF = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """A week's number, its longest run, the sum of its runs and the usual longest, in metres."""

    week: int
    longest: int
    total: int
    usual: int


def find(weeks: Iterable[PlanWeek], settings: Settings, easy_pace: int) -> Iterator[Finding]:
    """Yield at most one finding, on the week with the largest share; ``value`` and ``limit`` are metres."""
    held = [one for one in weeks if len(one.runs) >= FEWEST_RUNS and not one.has_race]
    over = [one for one in (_share(week, settings, easy_pace) for week in held) if one.longest > one.usual]
    if not over:
        return
    most = max(over, key=lambda one: (Fraction(one.longest, one.total), -one.week))
    unit = settings.runner.unit
    yield Finding(
        rule=SLUG,
        level=Level.INFO,
        week=most.week,
        value=most.longest,
        limit=most.usual,
        message=f"The long run is a large part of the week in {len(over)} of {len(held)} weeks, most in "
        f"week {most.week}: {distance(most.longest, unit)} of {distance(most.total, unit)}.",
        evidence=CITATION,
    )


def _share(week: PlanWeek, settings: Settings, easy_pace: int) -> _Share:
    sizes = [metres(one.workout, easy_pace) for one in week.runs]
    percent = min(HALF, max(settings.limits.long_run_percent, 160 // len(sizes)))
    return _Share(week=week.number, longest=max(sizes), total=sum(sizes), usual=sum(sizes) * percent // 100)
