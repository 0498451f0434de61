"""Which records tell of the same outing: one body runs once at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from surefoot.load.groups import Groups
from surefoot.model import Activity, Sport
from surefoot.model.activity import BY_HAND

if TYPE_CHECKING:
    from surefoot.model import Correction

CLOCK = timedelta(minutes=5)
"""How far two clocks may stand apart besides a whole difference of zones [H]."""

FARTHEST = timedelta(hours=14) + CLOCK
"""No zone lies farther from UTC than 14 hours."""

Outing = tuple[Activity, ...]
"""All records of one time that the runner went out, by start, source and id."""


def in_order(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Return them by start, then source and id, whatever order they came in."""
    return tuple(sorted(activities, key=lambda one: (one.start, one.source, one.id)))


def outings(activities: Iterable[Activity], corrections: Iterable[Correction] = ()) -> tuple[Outing, ...]:
    """Return the records, those of one outing together, in order of the first of each.

    Two records of one sport tell of the same outing where they overlap by half of the shorter one; where
    they come from two sources, agree in length, and lie apart by the zone's offset from UTC, as when a
    platform takes local time for UTC; where one was typed in for the same day with about the same
    distance; and where the runner says so. What the runner split stays apart.
    """
    said = tuple(corrections)
    records = in_order(activities)
    groups = Groups((one.key for one in records), (one.activities for one in said if one.kind == "split"))
    for correction in said:
        if correction.kind == "merge":
            groups.join_all(correction.activities)
    recorded = [one for one in records if one.source != BY_HAND]
    for one, other in _at_once(recorded):
        groups.join(one.key, other.key)
    for one, other in _shifted(recorded, groups):
        groups.join(one.key, other.key)
    for one, other in _typed(records, groups):
        groups.join(one.key, other.key)
    by_key = {one.key: one for one in records}
    return tuple(in_order(by_key[key] for key in group) for group in groups.of(one.key for one in records))


def overlap(one: Activity, other: Activity) -> bool:
    """Whether they share at least half of the time of the shorter one."""
    shared = min(_end(one), _end(other)) - max(one.start, other.start)
    return shared * 2 >= min(_length(one), _length(other))


def _length(one: Activity) -> timedelta:
    return timedelta(seconds=max(60, one.elapsed or 0, one.seconds))


def _end(one: Activity) -> datetime:
    return one.start + _length(one)


def _at_once(records: list[Activity]) -> Iterator[tuple[Activity, Activity]]:
    """Each pair that overlaps."""
    open_: list[Activity] = []
    for one in records:
        open_ = [other for other in open_ if _end(other) > one.start]
        yield from ((other, one) for other in open_ if other.sport is one.sport and overlap(other, one))
        open_.append(one)


def _shifted(records: list[Activity], groups: Groups) -> Iterator[tuple[Activity, Activity]]:
    """Each pair of two sources, neither of which the other's source has met, that a zone sets apart."""
    near: list[Activity] = []
    for one in records:
        near = [other for other in near if one.start - other.start <= FARTHEST]
        for other in near:
            if _is_shifted(other, one) and not _have_met(other, one, groups):
                yield other, one
        near.append(one)


def _is_shifted(one: Activity, other: Activity) -> bool:
    if one.source == other.source or one.sport is not other.sport or not _agree(one, other):
        return False
    apart = abs(other.start - one.start)
    offsets = {abs(each.start.utcoffset() or timedelta(0)) for each in (one, other)} - {timedelta(0)}
    return any(abs(apart - offset) <= CLOCK for offset in offsets)


def _agree(one: Activity, other: Activity) -> bool:
    """Whether they are of one length: within 2 % or 100 m, and within 3 % or a minute [H]."""
    metres, seconds = abs(one.metres - other.metres), abs(one.seconds - other.seconds)
    return (
        metres * 50 <= max(one.metres, other.metres, 5000)
        and seconds * 100 <= max(one.seconds, other.seconds, 2000) * 3
    )


def _have_met(one: Activity, other: Activity, groups: Groups) -> bool:
    """Whether either already stands with a record of the other's source."""
    return other.source in groups.sources(one.key) or one.source in groups.sources(other.key)


def _typed(records: tuple[Activity, ...], groups: Groups) -> Iterator[tuple[Activity, Activity]]:
    """Each entry by hand with the nearest recorded outing of its day that no other entry has claimed."""
    recorded: defaultdict[tuple[date, Sport], list[Activity]] = defaultdict(list)
    for one in records:
        if one.source != BY_HAND:
            recorded[one.day, one.sport].append(one)
    for one in (one for one in records if one.source == BY_HAND):
        alike = [other for other in recorded[one.day, one.sport] if _is_claimable(one, other, groups)]
        if alike:
            yield one, min(alike, key=lambda other: (abs(other.metres - one.metres), other.start))


def _is_claimable(typed: Activity, other: Activity, groups: Groups) -> bool:
    """Whether they agree within 10 % or 500 m [H], and neither is taken."""
    if abs(other.metres - typed.metres) * 10 > max(typed.metres, 5000):
        return False
    return not _have_met(typed, other, groups)
