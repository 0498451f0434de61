"""What would follow: the same use cases over a copy of the memory that is gone when they are done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from surefoot.app import word
from surefoot.app.accept import accept
from surefoot.app.review import Review, review
from surefoot.app.work import Work
from surefoot.load.pairing import pair
from surefoot.load.size import easy_pace, metres
from surefoot.model import Activity, Change, Ill, Schedule, Sport, Wish, Workout
from surefoot.model.activity import BY_HAND
from surefoot.schedule.diff import diff
from surefoot.store import Store
from surefoot.text.suppose import Allowed, FallenIll, Moved, Ran, Skipped, Supposed

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The schedule that would follow, seen from ``day``, and its differences from the one without it.

    ``day`` is the last day that is supposed to have passed; ``review`` is what would be proposed on it.
    """

    day: date
    supposed: tuple[Supposed, ...]
    review: Review
    changes: tuple[Change, ...]


def what_if(work: Work, supposed: Sequence[Supposed]) -> WhatIf:
    """Return what would follow if all of this happened, one after the other. Nothing is stored.

    Days that have to pass first are supposed to be run as scheduled.

    Raises:
        ConfigError: the settings name no plan, or one of it cannot be done as it is said.
        PlanError: the plan cannot be read or dated.
    """
    with Store.supposed(work.config.folder) as store:
        accept(work, store, review(work, store))
        before, now = _schedule(store), work
        for one in supposed:
            now = _suppose(one, now, store)
        found = review(now, store)
        after = replace(found.proposal.schedule, today=work.today)
        return WhatIf(day=now.today, supposed=tuple(supposed), review=found, changes=diff(before, after))


def _suppose(one: Supposed, work: Work, store: Store) -> Work:
    """Let one thing happen, and accept what follows."""
    match one:
        case Ran():
            return _run(one, work, store)
        case FallenIll():
            return _fall_ill(one, work, store)
        case Skipped():
            wishes = word.skip(store, one.since, one.until, work)
        case Moved():
            wishes = word.move(store, one.source, one.target, work)
        case Allowed():
            wishes = word.allow(store, one.rule, one.day, work)
    _settle(work, store, wishes)
    return work


def _settle(work: Work, store: Store, wishes: Iterable[Wish] = ()) -> None:
    found = review(work, store, wishes=wishes)
    word.refuse_unkept(found)
    accept(work, store, found)


def _run(one: Ran, work: Work, store: Store) -> Work:
    work = _pass(work, store, max(one.day, work.today), resting=False)
    _do(work, store, one.day, [_activity(work, store, one.day, one.workout, "supposed")])
    _settle(work, store)
    return work


def _fall_ill(one: FallenIll, work: Work, store: Store) -> Work:
    store.add_entry(Ill(day=work.today, fever=one.fever), work.now)
    _settle(work, store)
    well = work.today + one.days * DAY
    while work.today < well:  # each morning is asked anew
        work = _pass(work, store, work.today + DAY, resting=True)
    store.add_entry(Ill(day=work.today, well=True), work.now)
    _settle(work, store)
    return work


def _pass(work: Work, store: Store, until: date, *, resting: bool) -> Work:
    """Let the days before ``until`` pass, run as scheduled unless ``resting``; accept what stands then."""
    if until <= work.today:
        return work
    done = [] if resting else list(_scheduled(work, store, until))
    _do(work, store, until - DAY, done)
    later = work.on(until)
    _settle(later, store)
    return later


def _scheduled(work: Work, store: Store, until: date) -> Iterable[Activity]:
    """What the schedule has from today to the day before ``until``, but for what was run already."""
    schedule = _schedule(store)
    history = work.history(store)
    done = {uid for uid, _ in pair(schedule.sessions, history.activities, work.config.settings).done}
    for one in schedule.sessions:
        if work.today <= one.day < until and one.workout.kind.is_run and one.uid not in done:
            yield _activity(work, store, one.day, one.workout, one.uid)


def _activity(work: Work, store: Store, day: date, workout: Workout, name: str) -> Activity:
    pace = easy_pace(work.history(store), work.config.settings)
    size = metres(workout, pace)
    return Activity(
        id=f"supposed-{name}-{day}",
        sport=Sport.RUN,
        start=datetime.combine(day, time(12), tzinfo=work.config.zone),
        metres=size,
        seconds=workout.seconds or size * pace // 1000,
        source=BY_HAND,
    )


def _do(work: Work, store: Store, until: date, done: Sequence[Activity]) -> None:
    """Let every source have answered up to ``until``, the first of them with what was done."""
    for number, table in enumerate(work.config.sources):
        since = min([work.today, *(one.day for one in done)])
        held = (one for one in store.activities(zone=work.config.zone) if one.source == table.label)
        known = [one for one in held if since <= one.day <= until]
        store.put_slice(table.label, since, until, [*known, *(done if number == 0 else ())], work.now)
    if not work.config.sources:
        for one in done:
            store.add_activity(one)


def _schedule(store: Store) -> Schedule:
    schedule = store.accepted().schedule
    assert schedule is not None
    return schedule
