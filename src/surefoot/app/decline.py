"""A no is remembered: what was declined is not proposed again until its cause changes."""

from __future__ import annotations

from dataclasses import replace

from surefoot.app.accept import refuse_the_past
from surefoot.app.review import Review
from surefoot.app.work import Work
from surefoot.model import Decision, Decline, Hold, Level, Reason
from surefoot.store import Store


def decline(work: Work, store: Store, review: Review) -> bool:
    """Remember that the proposed holds are not wanted; return whether there was any to remember.

    A hold at stop level is asked about again, limits are set aside by ``surefoot allow``, and before the
    first acceptance there is nothing to keep instead.

    Raises:
        Stale: another command accepted something since the proposal was made.
        ConfigError: the day is before the last accepted one.
    """
    refuse_the_past(work, store)
    kept = review.accepted.schedule
    declined = tuple(one for one in review.proposal.decisions if _may_be_declined(one))
    if kept is None or not declined:
        return False
    store.accept(
        replace(
            review.proposal,
            decisions=tuple(_no(one) for one in declined),
            schedule=kept,
            changes=(),
            findings=(),
        ),
        plan=None,
        now=work.now,
    )
    return True


def _may_be_declined(one: Decision) -> bool:
    return isinstance(one.effect, Hold) and one.effect.level is not Level.STOP


def _no(one: Decision) -> Decision:
    # Without the cause of its own: a decline that is taken back leaves no answer behind.
    return replace(
        one,
        by="runner",
        effect=Decline(cause=one.cause),
        reason=Reason(rule=one.reason.rule, text=f"Declined: {one.reason.text}", decision=one.id),
        cause="",
    )
