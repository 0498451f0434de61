"""A no is remembered: what was declined is not proposed again until its cause changes."""

from __future__ import annotations

from dataclasses import replace

from surefoot.app.accept import refuse_the_past
from surefoot.app.answered import cause, may_be_left
from surefoot.app.review import Review
from surefoot.app.work import Work
from surefoot.model import Change, Decision, Decline, Hold, Level, Reason
from surefoot.store import Store
from surefoot.text.days import day_name


def decline(work: Work, store: Store, review: Review) -> bool:
    """Remember that the proposal is not wanted; return whether there was any of it to remember.

    Where holds are proposed, the no is to them; where limits alone changed something, it is to those
    changes. What is at stop level is asked about again, and before the first acceptance there is nothing to
    keep instead.

    Raises:
        Stale: another command accepted something since the proposal was made.
        ConfigError: the day is before the last accepted one.
    """
    refuse_the_past(work, store)
    kept = review.accepted.schedule
    noes = tuple(_no(one) for one in review.proposal.decisions if _may_be_declined(one))
    if not review.proposal.decisions:
        noes = _no_to_changes(work, store, review)
    if kept is None or not noes:
        return False
    store.accept(
        replace(review.proposal, decisions=noes, schedule=kept, changes=(), findings=()),
        plan=None,
        now=work.now,
    )
    return True


def _no_to_changes(work: Work, store: Store, review: Review) -> tuple[Decision, ...]:
    proposal = review.proposal
    if not may_be_left(proposal.changes, proposal.findings, review.active):
        return ()
    return (
        Decision(
            id=f"d{store.next_decision()}",
            set=store.next_set(),
            made=work.now,
            by="runner",
            effect=Decline(cause=cause(proposal.changes)),
            reason=Reason(rule="runner", text=f"Declined: {_what(proposal.changes)}."),
        ),
    )


def _what(changes: tuple[Change, ...]) -> str:
    """The changes in one line: how many, and on which days."""
    days = [side.day for one in changes for side in (one.before, one.after) if side]
    first, last = day_name(min(days)), day_name(max(days))
    count = "a change" if len(changes) == 1 else f"{len(changes)} changes"
    return f"{count}, {first}" + (f" to {last}" if last != first else "")


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
