"""What an undo starts from: strength on the days that it had before the set that is taken back."""

from __future__ import annotations

from dataclasses import replace

from surefoot.model import Change, Kind, Placed, Schedule, Session
from surefoot.store import Store


def as_before(kept: Schedule | None, store: Store, group: str | None) -> Schedule | None:
    """Return the accepted schedule with strength where it stood before the set ``group``.

    Strength prefers the day that it has: without this, it would prefer what the set itself had made of it.
    """
    undone = next((one for one in store.sets() if one.id == group), None) if group else None
    if kept is None or undone is None:
        return kept
    moved = {one.uid: one for one in undone.changes if _is_strength(one)}
    stays = [one for one in kept.sessions if one.uid not in moved or one.day < kept.today]
    there = {one.uid for one in stays}
    back = [
        Session(uid=uid, day=one.before.day, workout=one.before.workout)
        for uid, one in moved.items()
        if one.before and uid not in there
    ]
    return replace(kept, sessions=tuple(sorted((*stays, *back), key=lambda one: (one.day, one.uid))))


def _is_strength(change: Change) -> bool:
    side: Placed | None = change.before or change.after
    return side is not None and side.workout.kind is Kind.STRENGTH
