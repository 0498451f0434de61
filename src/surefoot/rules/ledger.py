"""One account of what was run and what is scheduled, with the limits each run and week had.

Weeks are entered in order, each once: what was run first, then weeks as they are decided. So every limit
sees what came before it and nothing else, and ten years of runs are read once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from surefoot.load.known import DAY
from surefoot.load.past import Credit, Past
from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Settings
from surefoot.rules import after_race, break_return, session_spike, unknown, weekly_increase

FIRST_RUNS = timedelta(days=7)  # runs of the first known week are not judged: nothing is before them
FIRST_WEEKS = 4 * WEEK  # nor are the first four weeks
REMEMBERED = 6 * WEEK  # how long a race can ask for rest, and some


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekBound:
    """What a week may hold: metres, or None where nothing limits it; ``rule`` says which limit it is."""

    start: date
    reference: int | None
    limit: int | None
    rule: str = weekly_increase.SLUG
    share: int | None = None
    back: break_return.Return | None = None

    @property
    def base(self) -> int | None:
        """What an over-run is a multiple of: the reference, and never less than a break's return allows."""
        if self.rule == break_return.SLUG and self.limit is not None:
            return max(self.limit, self.reference or 0)
        return self.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBound:
    """What a run may have: metres, or None where nothing limits it, and what it is compared with.

    On the way back from a break ``longest`` is from before it, ``month`` from the 30 days before the run.
    """

    longest: int | None
    limit: int | None
    rule: str = session_spike.SLUG
    month: int = 0

    @property
    def base(self) -> int | None:
        """What an over-run is a multiple of: the longest run, and never less than a return allows."""
        if self.rule == break_return.SLUG and self.limit is not None:
            return max(self.limit, self.month)
        return self.longest


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The account.

    ``begins`` is the plan's first day: from there on everything has a limit. ``tender`` are days with pain
    above 2 of 10, ``training`` those of training races.
    """

    past: Past
    settings: Settings
    today: date
    begins: date = date.max
    tender: frozenset[date] = frozenset()
    training: frozenset[date] = frozenset()
    back: break_return.Return | None = None
    raced: list[after_race.Raced] = field(default_factory=list)
    _stepped: set[date] = field(default_factory=set)

    def week(self, start: date, first: date | None) -> WeekBound:
        """Return the limit of the week that starts with ``start``; ``first`` is the day of its first run."""
        back = self._returning(first) or self.back
        share = back.share(start) if back and first and first >= back.back else None
        reference = self.past.reference(start)
        bound = WeekBound(
            start=start,
            reference=reference.metres,
            limit=self._usual(start, reference.metres, reference.runs),
            share=share,
            back=back,
        )
        if back and share is not None:
            limit = back.limit(back.reference, share, self._smallest)
            bound = replace(bound, limit=limit, rule=break_return.SLUG)
        elif bound.limit is not None and self._is_ahead(start) and unknown.holds_week(start, self.past.known):
            bound = replace(bound, limit=reference.metres, rule=unknown.SLUG)
        return self._after_races(bound)

    def run(self, day: date, week: WeekBound, here: int = 0) -> RunBound:
        """Return the limit of a run on ``day``; ``here`` is the longest run before it that is not entered."""
        before = self.past.longest(day)
        if week.back and week.share is not None:
            limit = week.back.limit(week.back.longest, week.share, self._smallest)
            return RunBound(
                longest=week.back.longest, limit=limit, rule=break_return.SLUG, month=max(before or 0, here)
            )
        has_begun = day >= min(self.today, self.begins)
        if before is None or not (has_begun or self.past.known_before(day, FIRST_RUNS)):
            return RunBound(longest=None, limit=None)
        longest = max(before, here)
        if day >= self.today and unknown.holds_run(day, self.past.known):
            return RunBound(longest=longest, limit=longest, rule=unknown.SLUG)
        limit = session_spike.limit(longest, self.settings.limits, clean=self._is_clean(day))
        return RunBound(longest=longest, limit=limit)

    def enter(self, day: date, metres: int, week: WeekBound, bound: RunBound, *, race: bool) -> int:
        """Enter a run, and return the metres it counts in the sum of its week."""
        if race:
            self.past.add(day, None)
            self.race(day, metres, week.start)
            return metres if bound.limit is None else min(metres, bound.limit)
        self.past.add(day, self._credit(day, metres, bound.limit))
        return metres

    def race(self, day: date, metres: int, week: date) -> None:
        """Say that a race is run on ``day``; unless it is training, what comes after it is lighter."""
        if day not in self.training and all(one.day != day for one in self.raced):
            peak = self.past.reference(week).metres
            self.raced.append(after_race.Raced(day=day, metres=metres, peak=peak))

    def close(self, week: WeekBound, metres: int, runs: int) -> None:
        """Enter the sum of a week; above its own limit it counts as its limit."""
        credit = metres if week.limit is None else min(metres, week.limit)
        if week.reference is not None and credit > week.reference:
            self._stepped.add(week.start)
        self.past.close(week.start, credit, runs)
        self.back = week.back
        self.raced = [one for one in self.raced if one.day + REMEMBERED > week.start]

    def no_running(self, day: date) -> bool:
        """Whether a race is too near behind for any run on ``day``."""
        return any(one.off(day) for one in self.raced)

    def no_quality(self, day: date, week: WeekBound) -> str | None:
        """Return the rule that wants no quality on ``day``."""
        if any(one.easy(day) for one in self.raced):
            return after_race.SLUG
        if week.back and week.share is not None and day < week.back.quality_from:
            return break_return.SLUG
        return None

    def is_over(self, metres: int, limit: int) -> bool:
        """Whether a run is above its limit by more than a watch scatters."""
        limits = self.settings.limits
        return metres * 100 > limits.overrun_percent * limit and metres > limit + limits.overrun_metres

    @property
    def _smallest(self) -> int:
        return self.settings.limits.smallest

    def _is_ahead(self, week: date) -> bool:
        return week + WEEK > self.today

    def _is_clean(self, day: date) -> bool:
        if not self.tender:
            return True
        span = timedelta(days=self.settings.limits.spike_clean_days)
        return not any(day - span <= sore <= day for sore in self.tender)

    def _usual(self, week: date, reference: int | None, runs: int) -> int | None:
        has_begun = week + WEEK > min(self.today, self.begins)
        if reference is None or not (has_begun or self.past.known_before(week, FIRST_WEEKS)):
            return None
        limits = self.settings.limits
        if any(week - back * WEEK in self._stepped for back in range(1, limits.hold_weeks + 1)):
            return reference
        return weekly_increase.limit(reference, runs, limits)

    def _after_races(self, bound: WeekBound) -> WeekBound:
        for race in self.raced:
            limit = race.limit(bound.start, self.past.starts, self._smallest)
            if limit is not None and (bound.limit is None or limit < bound.limit):
                bound = replace(bound, limit=limit, rule=after_race.SLUG)
        return bound

    def _returning(self, first: date | None) -> break_return.Return | None:
        """The return that begins where the first run of a week comes after a break."""
        last = self.past.last
        if first is None or last is None or first <= last:
            return None
        away = self.past.known.count(last + DAY, first)
        if away < self.settings.limits.break_days:
            return None
        week = week_start(last, self.past.starts)
        before = (self.past.reference(week).metres, self.past.reference(week + WEEK).metres)
        reference = max((one for one in before if one is not None), default=None)
        longest = self.past.longest(last + DAY)
        if reference is None or longest is None:
            return None
        return break_return.Return(back=first, days=away, reference=reference, longest=longest)

    def _credit(self, day: date, metres: int, limit: int | None) -> Credit:
        """A run above its limit counts in full after a week, unless that week hurt."""
        if limit is None or metres <= limit:
            return Credit(at_once=metres, whole=metres)
        settle = timedelta(days=self.settings.limits.spike_settle_days)
        hurt = any(day <= sore <= day + settle for sore in self.tender)
        at_once = 0 if self.is_over(metres, limit) else limit
        return Credit(at_once=at_once, whole=metres, settled=None if hurt else day + settle + DAY)
