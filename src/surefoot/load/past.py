"""The numbers limits start from: longest run, reference week, most runs, last run.

They are read from runs done and, after those, from runs as they are scheduled: one account, in which
each day and week is entered once, in order, and none is ever scanned twice.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta

from surefoot.load.known import DAY, Known
from surefoot.load.weeks import WEEK, week_start

WEEKS = 4  # the reference is the greatest of so many weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """What stands in for the time before anything is known: metres a week, metres at most, runs a week."""

    weekly: int | None = None
    longest: int | None = None
    runs: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """What one run adds to the longest run: ``at_once`` from the next day, ``whole`` from ``settled``."""

    at_once: int
    whole: int
    settled: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The reference week in metres, and the most runs in any one of the same weeks."""

    metres: int | None
    runs: int


@dataclass(slots=True, kw_only=True)
class Past:
    """The account. ``span`` is how many days the longest run is looked for in."""

    known: Known
    starts: int
    span: int
    baseline: Baseline = field(default_factory=Baseline)
    last: date | None = None
    _days: list[date] = field(default_factory=list)
    _at_once: list[int] = field(default_factory=list)
    _late: list[tuple[date, date, int]] = field(default_factory=list)  # day, from when on, metres
    _weeks: dict[date, tuple[int, int]] = field(default_factory=dict)
    _found: dict[date, int | None] = field(default_factory=dict)
    _gap: date = date.max

    def __post_init__(self) -> None:
        """Look up once where the first day is that is not known."""
        self._gap = min((*self.known.silent, *self.known.open), default=date.max)

    def add(self, day: date, credit: Credit | None) -> None:
        """Enter one run; a race has no credit. Days never go back."""
        self.last = day
        self._found.clear()
        if credit is not None:
            self._days.append(day)
            self._at_once.append(credit.at_once)
            if credit.settled is not None:
                self._late.append((day, credit.settled, credit.whole))

    def close(self, week: date, metres: int, runs: int) -> None:
        """Enter what a whole week counts as, and how many runs it had."""
        self._weeks[week] = metres, runs

    def longest(self, day: date) -> int | None:
        """The longest run in the known days before ``day``, the day itself excluded; None: nothing is known.

        Days that are not known are looked past, so that silence never makes a runner weaker.
        """
        if day not in self._found:
            self._found[day] = self._longest(day)
        return self._found[day]

    def _longest(self, day: date) -> int | None:
        if self.known.since is None:
            return self.baseline.longest
        since, is_full = self._window(day)
        best = self._best(since, day) if since < day else None
        return best if is_full else _most(best, self.baseline.longest)

    def _best(self, since: date, day: date) -> int:
        """The most that any run from ``since`` up to the day before ``day`` counts on ``day``."""
        first, last = bisect_left(self._days, since), bisect_left(self._days, day)
        best = max(self._at_once[first:last], default=0)
        for ran, settled, metres in reversed(self._late):
            if ran < since:
                break
            if settled <= day:
                best = max(best, metres)
        return best

    def _window(self, day: date) -> tuple[date, bool]:
        """The first of so many known days before ``day``, and whether there are so many."""
        first = self.known.since or day
        if day <= self._gap:
            since = day - timedelta(days=self.span)
            return max(since, first), since >= first
        since, left = day, self.span
        while left and since > first:
            since -= DAY
            left -= self.known.day(since)
        return since, not left

    def reference(self, week: date) -> Reference:
        """The greatest of the last four wholly known weeks before ``week``; None: there is none.

        What is known of other weeks between them counts as well: it was run.
        """
        if self.known.since is None:
            return Reference(metres=self.baseline.weekly, runs=self.baseline.runs)
        first = week_start(self.known.since, self.starts)
        best, runs, whole = 0, 0, 0
        before = week - WEEK
        while whole < WEEKS and before >= first:
            metres, count = self._weeks.get(before, (0, 0))
            best, runs = max(best, metres), max(runs, count)
            whole += self.known.week(before)
            before -= WEEK
        if whole < WEEKS and self.baseline.weekly is not None:
            return Reference(metres=max(best, self.baseline.weekly), runs=max(runs, self.baseline.runs))
        return Reference(metres=best if whole else None, runs=runs)

    def known_before(self, day: date, span: timedelta) -> bool:
        """Whether the account reaches back ``span`` before ``day``, by record or by baseline."""
        if self.baseline.weekly is not None or self.baseline.longest is not None:
            return True
        return self.known.since is not None and day - span >= week_start(self.known.since, self.starts)


def _most(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)
