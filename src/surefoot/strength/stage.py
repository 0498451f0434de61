"""How far the way back has come, as the diary says: holds, movement, load, and then for good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.model import Diary, Lifted, Pain, Sore
from surefoot.model.strength import Stage

HOLDS_KEPT = 2
"""Calm strength days after which movement joins the holds [H; articles 000 and 001 give no number]."""

ENTRY_KEPT = 8
"""Calm strength days after which load and one leg follow: four weeks of two [H]."""

GO, CEILING = 2, 5
"""Running pain up to 2 of 10 changes nothing, above 5 the way begins anew (``rules.pain``)."""

EXERCISE_CEILING = 4
"""Of 10, in an exercise (article 000 says 3 to 4)."""

FROZEN = timedelta(days=7)
"""How long after pain above 2 nothing is stepped up: as long as running is held [H]."""

SORE = timedelta(days=1)
"""How long after a report of sore muscles nothing is stepped up [H]."""

CALM = timedelta(days=14)
"""Without pain above 2 for this long it has gone: upkeep begins [H; article 003: when it decreases]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where the runner stands: ``days`` are the calm strength days that count so far."""

    days: int = 0
    last_pain: date | None = None

    def stage(self, today: date, *, complaint: bool) -> Stage:
        """Return the stage; without a complaint the way begins with movement, and never ends in upkeep."""
        if complaint and self.days < HOLDS_KEPT:
            return "isometric"
        if self.days < ENTRY_KEPT:
            return "dynamic"
        gone = self.last_pain is not None and today - self.last_pain >= CALM
        return "maintenance" if complaint and gone else "loaded-functional"


def way(diary: Diary, today: date) -> Way:
    """Return how far the diary has come up to ``today``."""
    days, last = 0, None
    for day, pain, hurt, trained in _days(diary, today):
        if pain > CEILING:
            days = 0
        elif pain > GO and days >= ENTRY_KEPT:
            days = HOLDS_KEPT
        last = day if pain > GO else last
        calm = last is None or day - last >= FROZEN
        days += trained and calm and hurt <= EXERCISE_CEILING
    return Way(days=days, last_pain=last)


def frozen(diary: Diary, day: date) -> bool:
    """Return whether pain above 2, or swelling, in the week up to ``day`` holds every step up."""
    return any(
        timedelta() <= day - one.day < FROZEN and (one.score > GO or "swelling" in one.signs)
        for one in diary.entries
        if isinstance(one, Pain)
    )


def sore(diary: Diary, day: date) -> bool:
    """Return whether muscles were reported sore on the day or the one before: no step up then."""
    return any(isinstance(one, Sore) and timedelta() <= day - one.day <= SORE for one in diary.entries)


def settled(diary: Diary, today: date) -> bool:
    """Return whether a week has passed without pain above 2."""
    return not frozen(diary, today)


def _days(diary: Diary, today: date) -> Iterator[tuple[date, int, int, bool]]:
    """Each day with the worst pain, the worst pain in an exercise, and whether strength was done."""
    for day in sorted({one.day for one in diary.entries if one.day <= today}):
        here = [one for one in diary.entries if one.day == day]
        lifted = [one for one in here if isinstance(one, Lifted)]
        yield (
            day,
            max((one.score for one in here if isinstance(one, Pain)), default=0),
            max((one.pain or 0 for one in lifted), default=0),
            bool(lifted),
        )
