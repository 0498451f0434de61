"""What reports come to: how grave, how often, whether the morning was worse, which runs were clean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from statistics import median

from surefoot.model import Diary, Pain
from surefoot.rules.redflags import SEEN, severity

GO, CEILING = 2, 5
"""Up to 2 of 10 running goes on, up to 5 it is held, above it pauses."""
DAY = timedelta(days=1)
AGAIN = timedelta(days=7)
OFTEN = timedelta(days=14)
MORNINGS = 7
WORSE = 2
CLEAN_RUNS = 2
ORDER = ("go", "hold", "stop", "swelling", "bone", "red", "emergency")
REFERRED = frozenset({"swelling", "bone", "red", "emergency"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One day's reports as they count: the gravest of them, its kind, and how often it was so lately.

    ``kind`` is one of ``ORDER``, or ``morning`` for a worse morning that holds nothing beyond its day.
    ``times`` counts the same again: 1 for the first.
    """

    entry: Pain
    kind: str
    worse: Pain | None = None
    times: int = 1

    @property
    def day(self) -> date:
        """The day the reports are of."""
        return self.entry.day

    @property
    def is_stop(self) -> bool:
        """Whether nothing is run."""
        return self.kind not in ("go", "hold", "morning")

    @property
    def begins(self) -> date:
        """The first day that can still be held: the next one, where the run is over already."""
        return self.day + is_after_run(self.entry) * DAY


def reports(diary: Diary, today: date) -> tuple[Pain, ...]:
    """Return the reports of pain up to today, in order of day, as entered within a day."""
    found = (one for one in diary.entries if isinstance(one, Pain) and one.day <= today)
    return tuple(sorted(found, key=lambda one: one.day))


def episodes(told: tuple[Pain, ...]) -> tuple[Episode, ...]:
    """Return every day on which something is held or stopped, in order."""
    found: list[Episode] = []
    for _, entries in groupby(told, key=lambda one: one.day):
        one = _episode(tuple(entries), told, found)
        if one is not None:
            found.append(one)
    return tuple(found)


def _episode(entries: tuple[Pain, ...], told: tuple[Pain, ...], before: list[Episode]) -> Episode | None:
    gravest = max(entries, key=gravity)
    kind = severity(gravest)
    if ORDER.index(kind) > ORDER.index("hold"):
        return Episode(entry=gravest, kind=kind, times=_stops(gravest, before))
    mornings = [one for one in entries if one.when == "morning" and is_worse_morning(one, told)]
    worse = max(mornings, key=gravity, default=None)
    held = [one for one in entries if one.score > GO and (one.when != "morning" or one in mornings)]
    if held:
        entry = max(held, key=gravity)
        return Episode(entry=entry, kind="hold", worse=worse, times=_holds(entry, told))
    return Episode(entry=worse, kind="morning", worse=worse) if worse else None


def _stops(entry: Pain, before: list[Episode]) -> int:
    return 1 + sum(
        1 for one in before if one.is_stop and entry.day - one.day <= OFTEN and same(one.entry, entry)
    )


def _holds(entry: Pain, told: Iterable[Pain]) -> int:
    """1 for the first, 2 for the second within a week, 3 for the third within two."""
    if not is_second(entry, told):
        return 1
    days = {one.day for one in told if _amber(one) and timedelta() < entry.day - one.day <= OFTEN}
    return 2 if len(days) < 2 else 3


def _amber(one: Pain) -> bool:
    return one.when != "morning" and GO < one.score <= CEILING


def is_second(entry: Pain, told: Iterable[Pain]) -> bool:
    """Whether a run hurt 3 to 5 of 10 on another of the seven days before."""
    return entry.when != "morning" and any(
        _amber(one) and timedelta() < entry.day - one.day <= AGAIN for one in told
    )


def is_worse_morning(entry: Pain, told: Iterable[Pain]) -> bool:
    """Whether a morning is two or more points above the usual one of the same place.

    Usual is the median of the last 7 mornings before; in the first week of entries, worse is above 2.
    """
    before = [one for one in told if one.when == "morning" and one.day < entry.day and same(one, entry)]
    if not before or entry.day - before[0].day < timedelta(days=MORNINGS):
        return entry.score > GO
    return entry.score - median(one.score for one in before[-MORNINGS:]) >= WORSE


def gravity(entry: Pain) -> tuple[int, int, str, str]:
    """Sort key: the gravest kind, then the higher score."""
    return ORDER.index(severity(entry)), entry.score, entry.where, entry.side or ""


def is_after_run(entry: Pain) -> bool:
    """Whether the day's run is over when it is reported."""
    return entry.when in ("during", "after")


def same(one: Pain, other: Pain) -> bool:
    """Whether two reports are of one place."""
    return (one.where.casefold(), one.side) == (other.where.casefold(), other.side)


def clean_runs(
    entry: Pain, told: Iterable[Pain], runs: Iterable[date], since: date
) -> Iterator[tuple[date, bool]]:
    """Yield each day with a run from ``since`` on, and whether it was clean; not the days that hurt.

    Clean is up to 2 of 10 during and after, and no worse morning after it; what nobody said anything
    about is not clean.
    """
    mine = [one for one in told if same(one, entry)]
    for day in sorted({one for one in runs if one >= since}):
        here = [one for one in mine if one.day == day and is_after_run(one)]
        after = [one for one in mine if one.day == day + DAY and one.when == "morning"]
        if any(severity(one) != "go" for one in here) or any(is_worse_morning(one, mine) for one in after):
            continue
        yield day, bool(here or after)


def released(episode: Episode, told: Iterable[Pain]) -> date | None:
    """Return the day on which everything asked for after a stop had been said; None: not yet.

    After a stop that is a usual morning, and half an hour of walking without a limp. What was referred
    ends with ``seen``.
    """
    later = [one for one in told if same(one, episode.entry) and one.day > episode.day]
    seen = [
        one.day for one in told if same(one, episode.entry) and one.day >= episode.day and SEEN in one.signs
    ]
    if episode.kind in REFERRED or seen:
        return seen[0] if seen else None
    mornings = [one.day for one in later if is_usual_morning(one, told)]
    walks = [one.day for one in later if is_good_walk(one)]
    return max(mornings[0], walks[0]) if mornings and walks else None


def is_usual_morning(entry: Pain, told: Iterable[Pain]) -> bool:
    """Whether it is a morning like the ones before."""
    calm = severity(entry) in ("go", "hold")
    return entry.when == "morning" and calm and not is_worse_morning(entry, told)


def is_good_walk(entry: Pain) -> bool:
    """Whether half an hour of walking went without a limp."""
    return entry.when == "walking" and severity(entry) in ("go", "hold")
