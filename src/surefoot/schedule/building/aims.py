"""How far the longest run and the greatest week of a plan go, by the distance of the race.

The anchors lie within what published plans of these distances do; between them they are read off a
straight line. All are judgements [H].
"""

from __future__ import annotations

from itertools import pairwise

from surefoot.schedule.building.order import Experience

DISTANCES = (5_000, 10_000, 21_097, 42_195, 60_000)

PEAK_RUN: dict[Experience, tuple[int, ...]] = {
    "novice": (8_000, 12_000, 18_000, 30_000, 36_000),
    "regular": (10_000, 14_000, 20_000, 32_000, 38_000),
    "experienced": (12_000, 17_000, 22_000, 34_000, 42_000),
}
PEAK_WEEK: dict[Experience, tuple[int, ...]] = {
    "novice": (22_000, 30_000, 40_000, 58_000, 66_000),
    "regular": (30_000, 40_000, 50_000, 68_000, 76_000),
    "experienced": (45_000, 55_000, 65_000, 85_000, 95_000),
}
ENOUGH = (4_000, 8_000, 15_000, 27_000, 38_000)
"""Metres of the longest run with which the race can be run through; above what ``check`` warns of (60 %)."""

SEASON = (10, 12, 16, 20, 24)
"""Weeks of growth that such a race usually gets."""

LONGEST_SECONDS = 12_600
"""No training run takes longer than 3 h 30: beyond that it costs more than it gives [H]."""

NAMES = {5_000: "5k", 10_000: "10k", 21_097: "half", 42_195: "marathon"}


def between(metres: int, anchors: tuple[int, ...]) -> int:
    """Return the anchors' value at a race of ``metres``; beyond the ends the nearest one."""
    if metres <= DISTANCES[0]:
        return anchors[0]
    for (low, at_low), (high, at_high) in pairwise(zip(DISTANCES, anchors, strict=True)):
        if metres <= high:
            return at_low + (at_high - at_low) * (metres - low) // (high - low)
    return anchors[-1]


def enough(metres: int) -> int:
    """Return the longest run, in metres, that a race of ``metres`` asks for."""
    return min(between(metres, ENOUGH), metres * 80 // 100)
