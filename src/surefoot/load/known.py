"""Which days are known: neither before the first record, nor silent, nor still nobody's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.load.weeks import WEEK
from surefoot.model import Span

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The days of which something is known begin at ``since``; None: there are none.

    ``silent`` are days for which a source should have answered and did not, ``open`` the days from today
    to the first session of a plan that has not begun: what will be run on them nobody knows.
    """

    since: date | None = None
    silent: frozenset[date] = frozenset()
    open: frozenset[date] = frozenset()

    def day(self, day: date) -> bool:
        """Whether it is known what was, or will be, run on ``day``."""
        return (
            self.since is not None and day >= self.since and day not in self.silent and day not in self.open
        )

    def week(self, start: date) -> bool:
        """Whether all seven days are known."""
        if self.since is None or start < self.since:
            return False
        return not (self.silent or self.open) or all(self.day(day) for day in days(start, start + WEEK))

    def is_silent(self, since: date, before: date) -> bool:
        """Whether a source is silent on any day from ``since`` up to the day before ``before``."""
        return bool(self.silent) and any(day in self.silent for day in days(since, before))

    def count(self, since: date, before: date) -> int:
        """How many days from ``since`` up to the day before ``before`` are known."""
        if not self.silent and not self.open and self.since is not None:
            return max(0, (before - max(since, self.since)).days)
        return sum(1 for day in days(since, before) if self.day(day))


def days(since: date, before: date) -> Iterator[date]:
    """The days from ``since`` up to the day before ``before``."""
    while since < before:
        yield since
        since += DAY


def silent_days(spans: Iterable[Span], since: date | None, until: date) -> frozenset[date]:
    """The days of all ``spans``, none before ``since`` and none after ``until``."""
    if since is None:
        return frozenset()
    return frozenset(
        day for span in spans for day in days(max(span.since, since), min(span.until, until) + DAY)
    )
