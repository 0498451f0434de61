"""While a source keeps silent, hold what there is.

A day for which a source should have answered and did not is neither rest nor a break, and nothing on it
counts as missed. The limits look past it to what is known. For seven days after it nothing goes above the
reference week or the longest run.
"""

from __future__ import annotations

from datetime import date, timedelta

from surefoot.load.known import Known
from surefoot.load.weeks import WEEK
from surefoot.model import Finding, Level
from surefoot.text.days import day_name

SLUG = "unknown"
LEVELS = (Level.INFO,)
CITATION = "A judgement: what is not known is not read as rest."
SETTINGS: tuple[str, ...] = ()
MEND = "Cuts runs and weeks to what is known until a source answers."


def holds_week(week: date, known: Known) -> bool:
    """Whether the week that starts with ``week`` may not go above its reference."""
    return known.is_silent(week - WEEK, week + WEEK)


def holds_run(day: date, known: Known) -> bool:
    """Whether a run on ``day`` may not go above the longest run."""
    return known.is_silent(day - timedelta(days=7), day)


def find(known: Known, today: date) -> tuple[Finding, ...]:
    """Return one line for the silent days that still hold something back."""
    silent = sorted(day for day in known.silent if day >= today - WEEK - WEEK)
    if not silent:
        return ()
    first, last = day_name(silent[0]), day_name(silent[-1])
    when = first if first == last else f"{first} to {last}"
    return (
        Finding(
            rule=SLUG,
            level=Level.INFO,
            message=f"Nothing is known of {when}: a source has not answered. "
            "Until it does, nothing goes above your last known weeks.",
            evidence=CITATION,
            day=silent[0],
            value=len(silent),
        ),
    )
