"""A plan put on the calendar: every entry gets its day and a uid that lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from surefoot.model import Anchor, Entry, Minted, Plan, PlanError, Session

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """The plan's sessions in order of day, and the uids as they are now to be remembered.

    ``keys`` are the plan's own keys of the sessions, in the same order. ``recognised`` counts the
    sessions that were known under another date, ``fresh`` those never seen, ``gone`` those no longer there.
    """

    first: date
    sessions: tuple[Session, ...]
    keys: tuple[str, ...]
    minted: tuple[Minted, ...]
    recognised: int = 0
    fresh: int = 0
    gone: int = 0


def dated(plan: Plan, anchor: Anchor, *, week_starts: int, before: Iterable[Minted] = ()) -> Dated:
    """Put ``plan`` on the calendar and carry the uids it had ``before``.

    Raises:
        PlanError: the anchor contradicts the plan or itself.
    """
    first = first_day(plan, anchor, week_starts=week_starts)
    days = {entry.key: first + timedelta(days=entry.day) for entry in plan.entries}
    _put_race_on_its_day(plan, anchor, days)
    known = tuple(one for one in before if one.plan_id == plan.id)
    minted, recognised = _carry(_in_order(plan, days), known)
    sessions = tuple(
        Session(uid=one.uid, day=one.day, plan_day=one.day, workout=entry.workout) for entry, one in minted
    )
    kept = {one.uid for _, one in minted} & {one.uid for one in known}
    return Dated(
        first=first,
        sessions=sessions,
        keys=tuple(entry.key for entry, _ in minted),
        minted=tuple(one for _, one in minted),
        recognised=recognised,
        fresh=len(minted) - len(kept),
        gone=len(known) - len(kept),
    )


def first_day(plan: Plan, anchor: Anchor, *, week_starts: int) -> date:
    """Return the date of the plan's day 0.

    A start is taken at its word. From a race day it is counted back; where the plan fixes its weekdays
    the race's week stays whole, and ``dated`` moves the race alone to its date.

    Raises:
        PlanError: no day fixes the plan, or two contradict each other.
    """
    weekday = plan.starts_on if plan.starts_on is not None else week_starts
    if anchor.race is not None:
        counted = _back_from(plan, anchor.race, weekday)
        _refuse_contradiction(counted, anchor)
        return counted
    start = anchor.start or plan.start
    if start is None:
        raise PlanError(
            "nothing says when this plan begins",
            where="surefoot.toml, [plan]",
            mend="add  race = 2027-05-02  or  start = 2027-01-11  under [plan]",
        )
    return _on_its_weekday(plan, start)


def _back_from(plan: Plan, race: date, weekday: int) -> date:
    """Day 0 such that the race falls into the plan's race week."""
    entry = next((one for one in plan.entries if one.key == plan.race), None)
    if entry is None:
        raise PlanError(
            "the plan has no race to put on the race day",
            where="surefoot.toml, [plan]",
            mend="mark the race in the plan file (race 21.1k), or give  start =  instead of  race =",
        )
    if plan.starts_on is None:
        return race - timedelta(days=entry.day)
    race_week = race - timedelta(days=(race.weekday() - weekday) % 7)
    return race_week - timedelta(days=entry.day - entry.day % 7)


def _refuse_contradiction(start: date, anchor: Anchor) -> None:
    if anchor.start is None or anchor.race is None:
        return
    if anchor.race < anchor.start:
        raise PlanError(
            f"the race on {anchor.race} is before the start on {anchor.start}",
            where="surefoot.toml, [plan]",
            mend="correct one of the two, or leave start out",
        )
    if anchor.start != start:
        raise PlanError(
            f"counted back from the race on {anchor.race} this plan starts on {start}, not on {anchor.start}",
            where="surefoot.toml, [plan]",
            mend="leave out either start or race",
        )


def _on_its_weekday(plan: Plan, start: date) -> date:
    if plan.starts_on is None or start.weekday() == plan.starts_on:
        return start
    raise PlanError(
        f"the plan's weeks begin on {WEEKDAYS[plan.starts_on]}, but {start} is a {WEEKDAYS[start.weekday()]}",
        where="surefoot.toml, [plan]",
        mend=f"start = {start - timedelta(days=(start.weekday() - plan.starts_on) % 7)}",
    )


def _put_race_on_its_day(plan: Plan, anchor: Anchor, days: dict[str, date]) -> None:
    """Let the race and what the plan had on its real date change places."""
    if anchor.race is None or plan.race is None or days.get(plan.race) == anchor.race:
        return
    planned = days[plan.race]
    for key, day in days.items():
        if day == anchor.race:
            days[key] = planned
    days[plan.race] = anchor.race


def _in_order(plan: Plan, days: dict[str, date]) -> list[tuple[Entry, Minted]]:
    """Each entry with its identity, the uid still the one it would be minted with."""
    entries = sorted(plan.entries, key=lambda entry: (days[entry.key], entry.day, entry.key))
    count: Counter[tuple[date, str]] = Counter()
    result = []
    for entry in entries:
        day, workout = days[entry.key], entry.workout
        count[day, workout.kind] += 1
        ordinal = count[day, workout.kind]
        uid = f"{plan.id}-{entry.day:03d}-{workout.kind}-{ordinal}"
        result.append(
            (
                entry,
                Minted(
                    uid=uid,
                    plan_id=plan.id,
                    day=day,
                    kind=workout.kind,
                    ordinal=ordinal,
                    title=workout.title,
                ),
            )
        )
    return result


def _carry(
    wanted: list[tuple[Entry, Minted]], known: tuple[Minted, ...]
) -> tuple[list[tuple[Entry, Minted]], int]:
    """Give each entry the uid it had: by date, kind and ordinal, then in order by kind and title."""
    by_place = {(one.day, one.kind, one.ordinal): one for one in known}
    uids = {
        entry.key: by_place[place].uid
        for entry, one in wanted
        if (place := (one.day, one.kind, one.ordinal)) in by_place
    }
    free = [one for one in known if one.uid not in set(uids.values())]
    recognised = 0
    for entry, one in wanted:
        if entry.key in uids:
            continue
        match = next((old for old in free if (old.kind, old.title) == (one.kind, one.title)), None)
        if match is not None:
            free.remove(match)
            uids[entry.key] = match.uid
            recognised += 1
    taken = {one.uid for one in known}
    result = [
        (entry, replace(one, uid=uids[entry.key] if entry.key in uids else _unused(one.uid, taken)))
        for entry, one in wanted
    ]
    return result, recognised


def _unused(uid: str, taken: set[str]) -> str:
    """``uid``, or with a number behind it where an edited plan has freed its place but not its name."""
    name, number = uid, 1
    while name in taken:
        number += 1
        name = f"{uid}.{number}"
    taken.add(name)
    return name
