"""What runners write into a platform's diary, kept beside what they say to Surefoot."""

from __future__ import annotations

from datetime import date, timedelta

from surefoot.app.work import Work
from surefoot.model import SurefootError
from surefoot.parts import Source
from surefoot.store import Store

LOOK_BACK = timedelta(days=90)
"""Longer than anything that was reported holds the load back."""


def keep(work: Work, store: Store, label: str, part: Source) -> tuple[int, str | None]:
    """Keep what the source tells of the last days; return how much is new, and why it could not be read.

    What was kept before stands where it cannot; the runner's own entries always do.
    """
    if type(part).reports is Source.reports:
        return 0, None
    since = work.today - LOOK_BACK
    try:
        with work.registry.guard(label, "reading"):
            found = [one for one in part.reports(since, work.today) if _is_within(one.day, since, work.today)]
            return store.put_entries(label, since, work.today, found, work.now), None
    except SurefootError as problem:
        return 0, str(problem)


def _is_within(day: date, since: date, until: date) -> bool:
    return since <= day <= until
