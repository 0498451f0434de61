"""What may be done when nobody is asked: down by itself, up only when asked."""

from __future__ import annotations

from surefoot.app.review import Review
from surefoot.load.size import metres
from surefoot.model import Change, Kind
from surefoot.model.settings import Apply

ANY_PACE = 390
"""Seconds per kilometre; both sides of a change are measured with the same one, so it weighs nothing."""


def may_apply(review: Review, apply: Apply) -> bool:
    """Return whether ``apply`` lets the proposal be accepted without asking."""
    if apply == "all":
        return True
    return apply == "reductions" and all(_reduces(one) for one in review.proposal.changes)


def _reduces(change: Change) -> bool:
    """Whether the change leaves no more running than before, on no other day."""
    if change.after is None:
        return True
    if change.before is None:
        return False
    if Kind.STRENGTH in (change.before.workout.kind, change.after.workout.kind):
        return True
    harder = change.after.workout.kind is Kind.QUALITY and change.before.workout.kind is not Kind.QUALITY
    longer = metres(change.after.workout, ANY_PACE) > metres(change.before.workout, ANY_PACE)
    return change.after.day == change.before.day and not harder and not longer
