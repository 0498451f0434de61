"""No run much longer than the longest of the last 30 days.

One run that is far longer than anything of the last month is what runners' own records connect most
clearly with getting hurt: more clearly than any weekly sum. So a run is at most a tenth longer than the
longest run of the 30 days before it. Short runs may grow by a mile, up to 5 km; up to 10 km a run may grow
by 1 km after 14 days without pain above 2 of 10. Races count for nothing here. A run that went over its own
limit counts after a week without pain above 2.
"""

from __future__ import annotations

from surefoot.model import Level
from surefoot.model.settings import Limits

SLUG = "session-spike"
LEVELS = (Level.INFO, Level.WARN, Level.STOP)
CITATION = (
    "Frandsen et al. 2025, BJSM 59(17):1203 (5,205 runners, 588,071 runs); "
    "the steps for short runs are a judgement after Daniels."
)
SETTINGS = (
    "limits.spike_percent",
    "limits.spike_warn_percent",
    "limits.spike_stop_percent",
    "limits.spike_small_step",
    "limits.spike_small_run",
    "limits.spike_clean_step",
    "limits.spike_clean_run",
    "limits.spike_clean_percent",
    "limits.spike_clean_days",
    "limits.spike_days",
    "limits.spike_settle_days",
)
MEND = "Cuts the run to its limit; a run in repetitions loses whole ones from its end."


def limit(longest: int, limits: Limits, *, clean: bool) -> int:
    """Return the most metres a run may have after ``longest`` metres as the longest run.

    ``clean``: there was no pain above 2 of 10 in the 14 days before.
    """
    grown = limits.spike_percent * longest // 100
    small = min(longest + limits.spike_small_step, limits.spike_small_run)
    if not clean:
        return max(grown, small)
    step = min(
        longest + limits.spike_clean_step,
        limits.spike_clean_run,
        limits.spike_clean_percent * longest // 100,
    )
    return max(grown, small, step)


def level(metres: int, longest: int, limits: Limits) -> Level | None:
    """Return how much a run of ``metres`` weighs by its ratio to ``longest``; None: nothing to say."""
    if metres * 100 > limits.spike_stop_percent * longest:
        return Level.STOP
    if metres * 100 > limits.spike_warn_percent * longest:
        return Level.WARN
    return Level.INFO if metres * 100 > limits.spike_percent * longest else None


def ratio(metres: int, longest: int) -> float | None:
    """Return metres ÷ longest to two decimals; None where there was no run to compare with."""
    return round(metres / longest, 2) if longest else None
