"""How long a report lasts beyond its first days, and the way back from a stop in stages.

A hold goes on until two clean runs. With silence it ends a week after the last entry, once two runs were
recorded, and after a fortnight in any case. A stop goes on until a usual morning and half an hour of walking
were reported, or a fortnight; what was referred until somebody has looked at it, or four weeks. Then running
comes back in stages, two clean runs each, and a fortnight without pain above 2 ends them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from surefoot.model import Pain
from surefoot.rules.pain_reading import (
    CLEAN_RUNS,
    DAY,
    GO,
    REFERRED,
    Episode,
    clean_runs,
    released,
    same,
)

STAGES: tuple[tuple[int, int, int], ...] = (
    (60, 240, 4),
    (60, 120, 7),
    (60, 60, 10),
    (120, 60, 7),
    (180, 60, 6),
    (240, 60, 5),
    (300, 60, 5),
    (540, 60, 3),
    (1200, 0, 1),
    (1800, 0, 1),
)
"""Seconds of running and walking, and how many times: from 1 min in 5 to 30 min on end (Warden 2021)."""

FIRST, TWO_TO_ONE = 1, 4
FORTNIGHT = timedelta(days=14)
WEEK = timedelta(days=7)
MOST_HELD = 3
STOP_STEP, REFER_STEP, STAGE_STEP = 2, 3, 4
"""Days that one more hold, one more stop or one stage is asked for at a time [H]."""
SILENT_RUNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One episode among all that was reported and run up to ``today``.

    ``until`` is the last of its first days, ``most`` how many days a stop can last at most.
    """

    episode: Episode
    until: date
    most: int
    told: tuple[Pain, ...]
    runs: tuple[date, ...]
    later: tuple[Episode, ...]
    today: date

    @property
    def mine(self) -> tuple[Pain, ...]:
        """The reports of the same place."""
        return tuple(one for one in self.told if same(one, self.episode.entry))

    @property
    def after(self) -> tuple[Episode, ...]:
        """Later episodes of the same place that hold or stop."""
        return tuple(
            one for one in self.later if one.kind != "morning" and same(one.entry, self.episode.entry)
        )


def more_held(story: Story) -> Iterator[tuple[date, int]]:
    """Yield the first day and the days of each time a hold goes on, up to the one due tomorrow."""
    start = story.until + DAY
    while not story.after and start <= story.today + DAY and not closed(story, start):
        silent = last_word(story, start) + WEEK
        days = min(max((silent - start).days, 1), MOST_HELD)
        yield start, days
        start += days * DAY


def closed(story: Story, on: date) -> str:
    """Return why a hold ends before ``on``: ``clean``, ``silent`` or ``fortnight``; "" where it goes on."""
    day = story.episode.day
    known = [run for run in story.runs if run < on]
    clean = [was for _, was in clean_runs(story.episode.entry, story.told, known, day + DAY)]
    if sum(clean) >= CLEAN_RUNS:
        return "clean"
    if on - last_word(story, on) >= WEEK and len({run for run in known if run > day}) >= CLEAN_RUNS:
        return "silent"
    return "fortnight" if on - day >= FORTNIGHT else ""


def last_word(story: Story, on: date) -> date:
    """Return the day of the last report of the place before ``on``."""
    return max((one.day for one in story.mine if one.day < on), default=story.episode.day)


def more_stopped(story: Story) -> Iterator[tuple[date, int]]:
    """Yield the first day and the days of each time a stop goes on, up to the one due tomorrow."""
    days = REFER_STEP if story.episode.kind in REFERRED else STOP_STEP
    start = story.until + DAY
    while start < back(story) and start <= story.today + DAY and not _stopped_anew(story, start):
        yield start, min(days, (back(story) - start).days)
        start += days * DAY


def back(story: Story) -> date:
    """Return the first day on which running may come back, as far as one can say today."""
    last = story.episode.day + story.most * DAY
    free = released(story.episode, story.told)
    earliest = story.until + DAY
    return max(earliest, min(free, last)) if free else max(earliest, last)


def is_waiting(story: Story) -> bool:
    """Whether the stop still waits to be told how it is."""
    return released(story.episode, story.told) is None and story.today < back(story)


def _stopped_anew(story: Story, day: date) -> bool:
    return any(one.is_stop and one.day < day for one in story.after)


def first_stage(story: Story, comes_back: date) -> int:
    """Return the stage to begin with; 0 where an easy week is enough."""
    episode = story.episode
    if episode.kind in REFERRED - {"swelling"} or comes_back - episode.day >= FORTNIGHT:
        return FIRST
    if episode.times > 1:
        return max(FIRST, TWO_TO_ONE + 1 - episode.times)
    is_long = comes_back > story.until + DAY
    is_severe = episode.kind == "swelling" or "limp" in episode.entry.signs
    return TWO_TO_ONE if is_long or is_severe else 0


def stages(story: Story) -> Iterator[tuple[date, int]]:
    """Yield the first day and the number of each stage, from the way back's first day on.

    The first one is known as soon as the report; the others show as they are reached.
    """
    begin = story.until + DAY if _is_open(story) else back(story)
    number = first_stage(story, begin)
    if not number:
        return
    start, calm = begin, begin
    clean = silent = 0
    while start <= max(story.today, min(story.until, begin - DAY)) + DAY:
        calm = max(calm, _last_bad(story, start) + DAY)
        if start - calm >= FORTNIGHT or number > len(STAGES) or _stopped_anew(story, start):
            return
        yield start, number
        for _, was in clean_runs(story.episode.entry, story.told, _runs(story, start), start):
            clean, silent = clean + was, silent + (not was)
        if any(start <= one.day < start + STAGE_STEP * DAY for one in story.after):
            clean = silent = 0
        elif clean >= CLEAN_RUNS or clean + silent >= SILENT_RUNS:
            number, clean, silent = number + 1, 0, 0
        start += STAGE_STEP * DAY


def _is_open(story: Story) -> bool:
    """Whether nothing says yet that the stop goes on beyond its first days."""
    return story.today < story.until


def _runs(story: Story, start: date) -> list[date]:
    return [one for one in story.runs if start <= one < start + STAGE_STEP * DAY]


def _last_bad(story: Story, before: date) -> date:
    return max((one.day for one in story.mine if one.score > GO and one.day < before), default=date.min)
