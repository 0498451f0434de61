"""Taking an accepted set back: shown first, then withdrawn and replaced in one transaction."""

from __future__ import annotations

from dataclasses import replace

from surefoot.app.accept import refuse_the_past
from surefoot.app.review import Review, review
from surefoot.app.work import Work
from surefoot.model import ConfigError, Schedule
from surefoot.schedule.stamp import stamp
from surefoot.store import Store
from surefoot.store.sets import Set


def told(sets: tuple[Set, ...]) -> tuple[Set, ...]:
    """Return the sets that changed, decided or took back anything."""
    return tuple(one for one in sets if one.changes or one.decisions or one.undoes)


def standing(store: Store, group: str | None) -> Set:
    """Return the set that is meant, or else the last one, of those that can be taken back.

    Raises:
        ConfigError: there is no such set, or nothing in it stands.
    """
    sets = store.sets()
    if group is None:
        found = next((one for one in sets if one.stands), None)
        what = "there is nothing to take back"
    else:
        found = next((one for one in sets if one.id == group and one.stands), None)
        is_known = any(one.id == group for one in sets)
        what = f"{group} has nothing to take back" if is_known else f"there is no set {group!r}"
    if found is None:
        raise ConfigError(what, mend="surefoot changes  shows what was accepted")
    return found


def without(work: Work, group: str) -> Review:
    """Return what would stand without the decisions of one set. Nothing is stored.

    Raises:
        ConfigError: the settings name no plan, or a part that is not there.
        PlanError: the plan cannot be read or dated.
    """
    with work.store() as store:
        return review(work, store, without=group)


def take_back(work: Work, store: Store, proposed: Review, group: str) -> Schedule:
    """Withdraw the set, keep what stands without it, and return that schedule as accepted.

    Raises:
        Stale: another command accepted something since the proposal was made.
        ConfigError: nothing of the set stands any more, or the day is before the last accepted one.
    """
    refuse_the_past(work, store)
    schedule = stamp(proposed.proposal.schedule, proposed.accepted.schedule, now=work.now)
    store.accept(
        replace(proposed.proposal, schedule=schedule),
        plan=proposed.plan,
        minted=proposed.minted,
        now=work.now,
        undoes=group,
    )
    return schedule
