"""Taking an accepted set back: shown first, then withdrawn and replaced in one transaction."""

from __future__ import annotations

from dataclasses import replace

from surefoot.app.accept import accept
from surefoot.app.review import Review, review
from surefoot.app.work import Work
from surefoot.model import ConfigError, Schedule
from surefoot.store import Store
from surefoot.store.sets import Set


def told(sets: tuple[Set, ...]) -> tuple[Set, ...]:
    """Return the sets that changed, decided or took back anything."""
    return tuple(one for one in sets if one.changes or one.decisions or one.undoes)


def standing(store: Store, group: str | None) -> Set:
    """Return the set that is meant, or else the last one, of those that can be taken back.

    A decision's own id means its set, with that decision alone.

    Raises:
        ConfigError: there is no such set or decision, or nothing in it stands.
    """
    sets = tuple(_narrowed(one, group) for one in store.sets())
    if group is None:
        found = next((one for one in sets if one.stands), None)
        what = "there is nothing to take back"
    else:
        named = [one for one in sets if one.id == group or any(each.id == group for each in one.decisions)]
        found = next((one for one in named if one.stands), None)
        sort = "decision" if group.startswith("d") else "set"
        what = f"{group} has nothing to take back" if named else f"there is no {sort} {group!r}"
    if found is None:
        raise ConfigError(what, mend="surefoot changes  shows what was accepted")
    return found


def _narrowed(one: Set, name: str | None) -> Set:
    """The set with the named decision alone, where it is one of its own."""
    named = tuple(each for each in one.decisions if each.id == name)
    return replace(one, decisions=named) if named else one


def without(work: Work, group: str) -> Review:
    """Return what would stand without one set or decision. Nothing is stored.

    Raises:
        ConfigError: the settings name no plan, or a part that is not there.
        PlanError: the plan cannot be read or dated.
    """
    with work.store() as store:
        return review(work, store, without=group)


def take_back(work: Work, store: Store, proposed: Review, group: str) -> Schedule:
    """Withdraw the set or decision, keep what stands without it, and return that schedule as accepted.

    Raises:
        Stale: another command accepted something since the proposal was made.
        ConfigError: nothing of the set stands any more, or the day is before the last accepted one.
    """
    return accept(work, store, proposed, undoes=group)
