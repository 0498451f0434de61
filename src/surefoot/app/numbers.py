"""Averages of what was run, as platforms show them: for information, behind no limit and no trigger."""

from __future__ import annotations

from datetime import date, timedelta

from surefoot.load.averages import CHRONIC, Averages, averages, by_day
from surefoot.load.runs import runs_done
from surefoot.model import History, Schedule, Settings

DAY = timedelta(days=1)


def numbers(history: History, kept: Schedule | None, settings: Settings, *, today: date) -> Averages:
    """Return the averages in metres a day up to the day before ``today``, from the first day known on.

    All are None while a source has not answered for one of the last 28 days: an unknown day is no rest day.
    """
    runs = runs_done(history, kept, settings)
    since = history.since or min((one.day for one in runs), default=None)
    until = today - DAY
    if since is None or since > until:
        return Averages()
    if any(one.until >= until - CHRONIC * DAY and one.since <= until for one in history.unknown):
        return Averages()
    return averages(by_day(runs, since, until))
