"""Many strength sessions that change in the same way are one line: nobody reads twenty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from surefoot.model import Kind

if TYPE_CHECKING:
    from surefoot.model import Change

MANY = 3
"""So many sessions are folded, no fewer."""

STRENGTH = frozenset({Kind.STRENGTH, Kind.MICRO})


def folded(changes: Sequence[Change]) -> Iterator[tuple[Change, ...]]:
    """Yield the changes in their order, what is told in one line together, at the first of its days."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for one in changes:
        groups.setdefault(_way(one), []).append(one)
    for one in changes:
        group = groups[_way(one)]
        if len(group) < MANY:
            yield (one,)
        elif one is group[0]:
            yield tuple(group)


def _way(change: Change) -> tuple[object, ...]:
    """In which way it changed; what moves, and every run, is a line of its own."""
    before, after = change.before, change.after
    sides = [one for one in (before, after) if one is not None]
    moved = before is not None and after is not None and before.day != after.day
    if moved or any(one.workout.kind not in STRENGTH for one in sides):
        return (change.uid,)
    kinds = tuple(one and one.workout.kind for one in (before, after))
    lighter = before is not None and after is not None and before.workout.focus != after.workout.focus
    return (*kinds, lighter)
