"""After a race, rest first.

No quality for 3, 5, 10 or 21 days after 5 km, 10 km, a half or a marathon, and no running for 2 days after
a half and 5 after a marathon. After a half and a marathon the next week is at most half of the greatest
week before the race, the one after it three quarters. Training races (C races and parkrun) count as
quality and ask for none of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.load.weeks import WEEK, week_start
from surefoot.model import Level

SLUG = "after-race"
LEVELS = (Level.INFO, Level.WARN)
CITATION = "A judgement after coaching practice; no trial."
SETTINGS = ("limits.smallest",)
MEND = "Leaves out runs on the days off, makes quality easy, and cuts the weeks after to their share."

TRAINING = frozenset({"C", "parkrun"})
CLASSES = ((7_500, 3, 0), (15_000, 5, 0), (30_000, 10, 2))  # up to metres, days easy, days off
BEYOND = (21, 5)
SHARES = (50, 75)
LONG_RACE = 15_000
SHORTEST_HALF = 20_000  # metres; from here the longest run before the race is looked at
ENOUGH = 60  # percent of the race


@dataclass(frozen=True, slots=True, kw_only=True)
class Raced:
    """One race: its day, its metres, and the greatest week before it (metres, None: not known)."""

    day: date
    metres: int
    peak: int | None

    @property
    def _days(self) -> tuple[int, int]:
        return next(((easy, off) for upto, easy, off in CLASSES if self.metres <= upto), BEYOND)

    def easy(self, day: date) -> bool:
        """Whether ``day`` is too soon after the race for quality."""
        return self.day < day <= self.day + timedelta(days=self._days[0])

    def off(self, day: date) -> bool:
        """Whether ``day`` is too soon after the race for any run."""
        return self.day < day <= self.day + timedelta(days=self._days[1])

    def limit(self, week: date, starts: int, smallest: int) -> int | None:
        """Return the most metres of the week that starts with ``week``; None: the race says nothing of it."""
        since = (week - week_start(self.day, starts)) // WEEK
        if self.peak is None or self.metres <= LONG_RACE or not 1 <= since <= len(SHARES):
            return None
        return max(smallest, self.peak * SHARES[since - 1] // 100)
