"""What is said of the strength programme where it changes: what comes first, what is left out, and why."""

from __future__ import annotations

from surefoot.app.review import Review
from surefoot.model import Change, Placed
from surefoot.model.kinds import Kind

STRENGTH = frozenset({Kind.STRENGTH, Kind.MICRO})


def noted(review: Review) -> tuple[str, ...]:
    """Return the programme's notes in the sync that brings or changes it, and in no other."""
    is_new = review.accepted.schedule is None
    return review.programme.notes if is_new or any(map(_is_other, review.proposal.changes)) else ()


def _is_other(change: Change) -> bool:
    """Whether other exercises are done than before; a step of one of them is no news."""
    return _exercises(change.before) != _exercises(change.after)


def _exercises(placed: Placed | None) -> frozenset[str]:
    if placed is None or placed.workout.kind not in STRENGTH:
        return frozenset()
    return frozenset(dose.exercise for dose in placed.workout.doses)
