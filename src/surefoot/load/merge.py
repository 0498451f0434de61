"""The true volume: what several platforms tell of one outing is counted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from surefoot.load.outings import Outing, in_order, outings, overlap
from surefoot.model import Activity
from surefoot.model.activity import BY_HAND

if TYPE_CHECKING:
    from surefoot.model import Correction


def merged(activities: Iterable[Activity], corrections: Iterable[Correction] = ()) -> tuple[Activity, ...]:
    """Return each outing once, by start, as the best of its records tell it.

    ``also`` of a record names, as ``source/id``, those it stands for. The order of the sources and of the
    activities does not matter. What the runner ignores is left out before anything is compared.
    """
    said = tuple(corrections)
    ignored = {key for one in said if one.kind == "ignore" for key in one.activities}
    same = [set(one.activities) for one in said if one.kind == "merge"]
    kept = (one for one in activities if one.key not in ignored)
    return in_order(one for outing in outings(kept, said) for one in best(outing, same))


def best(outing: Outing, same: Iterable[set[str]] = ()) -> tuple[Activity, ...]:
    """Return the records that tell best of an outing, all from one source.

    In this order: recorded rather than typed in; not missing more than a tenth of the time that another
    source holds; with more of offset, elapsed time, ascent and descent; the source first in the alphabet.
    Where a source has the outing in several parts they are all returned. ``same`` are records that the
    runner says are one.
    """
    if len(outing) == 1:
        return outing
    one_of = list(same)
    told = [
        _told(tuple(one for one in outing if one.source == source), one_of) for source in _sources(outing)
    ]
    longest = max(one.seconds for one in told if one.by_hand == min(each.by_hand for each in told))
    chosen = min(told, key=lambda one: (one.by_hand, one.seconds * 10 < longest * 9, -one.fields, one.source))
    others = tuple(sorted({one.key for one in outing} - {one.key for one in chosen.records}))
    first, *rest = chosen.records
    return (replace(first, also=tuple(sorted({*first.also, *others}))), *rest)


class _Told(NamedTuple):
    """What one source tells of an outing."""

    source: str
    records: tuple[Activity, ...]
    by_hand: bool
    seconds: int
    fields: int


def _sources(outing: Outing) -> list[str]:
    return sorted({one.source for one in outing})


def _told(records: Outing, same: list[set[str]]) -> _Told:
    """One source's parts of the outing; of those that tell of the same time the longest."""
    chosen: list[Activity] = []
    for one in sorted(records, key=lambda one: (-one.seconds, -_fields(one), one.start, one.id)):
        if not any(overlap(one, other) or _is_said(one, other, same) for other in chosen):
            chosen.append(one)
    return _Told(
        source=records[0].source,
        records=in_order(chosen),
        by_hand=records[0].source == BY_HAND,
        seconds=sum(one.seconds for one in chosen),
        fields=min(_fields(one) for one in chosen),
    )


def _is_said(one: Activity, other: Activity, same: list[set[str]]) -> bool:
    return any(one.key in keys and other.key in keys for keys in same)


def _fields(one: Activity) -> int:
    return sum(value is not None for value in (one.offset, one.elapsed, one.ascent, one.descent))
