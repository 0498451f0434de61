"""No week much above the greatest of the four weeks before it.

A week is at most a tenth more than the reference week: the greatest of the four before, so that one light
week never makes the next one look wild. The tenth is custom more than science. A runner of small volume may
add a mile a run, at most about a quarter of the week, until the week reaches 27.5 km: a tenth of almost
nothing is nothing. A week that went over counts as much as it was allowed to be.
"""

from __future__ import annotations

from surefoot.model import Level
from surefoot.model.settings import Limits

SLUG = "weekly-increase"
LEVELS = (Level.INFO, Level.WARN, Level.STOP)
CITATION = (
    "Custom; Buist et al. 2008 found no effect of a 10 % rule in novices, Nielsen et al. 2014 and Damsted et "
    "al. 2019 weak signs against steps above 20-30 %. The step for small weeks is after Daniels and Buist."
)
SETTINGS = (
    "limits.week_percent",
    "limits.week_warn_percent",
    "limits.week_stop_percent",
    "limits.week_small",
    "limits.week_small_step",
    "limits.week_small_percent",
    "limits.hold_weeks",
)
MEND = "Shortens runs until the week fits: easy ones first, then the long run, quality last."


def limit(reference: int, runs: int, limits: Limits) -> int:
    """Return the most metres a week may have after a reference week of ``reference`` metres.

    ``runs`` is the most runs in any one of the reference weeks.
    """
    step = max(
        limits.week_small_step,
        min(limits.week_small_step * runs, limits.week_small_percent * reference // 100),
    )
    return max(limits.week_percent * reference // 100, min(reference + step, limits.week_small))


def level(metres: int, reference: int, limits: Limits) -> Level | None:
    """Return how much a week of ``metres`` weighs by its ratio to ``reference``; None: nothing to say."""
    if metres * 100 > limits.week_stop_percent * reference:
        return Level.STOP
    if metres * 100 > limits.week_warn_percent * reference:
        return Level.WARN
    return Level.INFO if metres * 100 > limits.week_percent * reference else None
