"""After ten days or more without a run, come back in steps.

For as long as the break was, at most twelve weeks, a week and a run are at most a share of what they were
before it: half, then three quarters; after four weeks a third, a half, three quarters; after eight weeks a
third, a half, 70 and 85 hundredths, three weeks each. No quality in the first half of it. Meanwhile this
takes the place of the two usual limits; then they go on from what was run.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.model import Level

SLUG = "break-return"
LEVELS = (Level.INFO, Level.WARN, Level.STOP)
CITATION = "Daniels, Running Formula, returning from breaks (categories II to IV); practice, no trial."
SETTINGS = ("limits.break_days", "limits.smallest")
MEND = "Cuts runs and weeks to their share, and makes quality easy at the same length."

MOST_DAYS = 84
LONG_STAGE = 21
SHORT = (50, 75)
MIDDLE = (33, 50, 75)
LONG = (33, 50, 70, 85)
EASY_SHARE = 50  # percent: up to this share there is no quality


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One return: the day of the first run, the days without one, and what was usual before (metres)."""

    back: date
    days: int
    reference: int
    longest: int

    @property
    def stages(self) -> tuple[int, ...]:
        """The shares in percent, in order."""
        return SHORT if self.days <= 28 else MIDDLE if self.days <= 56 else LONG

    def _begins(self, stage: int) -> int:
        """The day, counted from the first run, that a stage begins with."""
        if self.stages is LONG:
            return LONG_STAGE * stage
        return -(-self.days * stage // len(self.stages))

    def share(self, week: date) -> int | None:
        """Return the percent that stands in the week that starts with ``week``; None: the return is over."""
        offset = max(0, (week - self.back).days)
        if offset >= min(self.days, MOST_DAYS):
            return None
        return next(
            self.stages[stage] for stage in reversed(range(len(self.stages))) if offset >= self._begins(stage)
        )

    @property
    def quality_from(self) -> date:
        """The first day with quality: half-way through the first stage above one half."""
        stage = next(place for place, share in enumerate(self.stages) if share > EASY_SHARE)
        begins = self._begins(stage)
        ends = self._begins(stage + 1)
        return self.back + timedelta(days=-(-(begins + ends) // 2))

    def limit(self, before: int, share: int, smallest: int) -> int:
        """Return ``share`` percent of ``before`` metres, never under ``smallest``."""
        return max(smallest, before * share // 100)
