"""The third step of sync: one transaction keeps decisions, schedule and log."""

from __future__ import annotations

from dataclasses import replace

from surefoot.app.review import Review
from surefoot.app.work import Work
from surefoot.model import ConfigError, Schedule
from surefoot.schedule.stamp import stamp
from surefoot.store import Store


def accept(work: Work, store: Store, review: Review, *, undoes: str | None = None) -> Schedule:
    """Store the proposal and return the schedule as accepted. ``undoes`` is the set or decision it withdraws.

    Raises:
        Stale: another command accepted something since the proposal was made.
        ConfigError: the day is before the last accepted one.
    """
    refuse_the_past(work, store)
    schedule = stamp(review.proposal.schedule, review.accepted.schedule, now=work.now)
    store.accept(
        replace(review.proposal, schedule=schedule),
        plan=review.plan,
        minted=review.minted,
        now=work.now,
        undoes=undoes,
    )
    return schedule


def refuse_the_past(work: Work, store: Store) -> None:
    """Refuse to write as of a day before the last accepted one.

    Raises:
        ConfigError: it is.
    """
    last = store.accepted().schedule
    if last is not None and work.today < last.today:
        raise ConfigError(
            f"{work.today} is before {last.today}, the day of the last accepted schedule",
            where="--today",
            mend="leave --today out, or look without writing: surefoot --today DAY plan",
        )
