"""Weeks begin on the day the runner says."""

from __future__ import annotations

from datetime import date, timedelta

WEEK = timedelta(days=7)


def week_start(day: date, starts: int = 0) -> date:
    """Return the first day of the week that holds ``day``; ``starts`` is a weekday from Monday 0."""
    return day - timedelta(days=(day.weekday() - starts) % 7)
