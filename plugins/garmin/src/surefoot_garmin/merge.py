"""What becomes of each workout: schedule, what stands there and what was written in, what to do out. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from surefoot.plugin import Kind, Receipt, Schedule, Session
from surefoot_garmin.manifest import Manifest, Record
from surefoot_garmin.standing import Standing
from surefoot_garmin.steps import Json
from surefoot_garmin.workout import body, digest, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What to do about one session.

    ``post`` makes a new workout, ``put`` overwrites the one with this id; ``on`` is the day to plan it on,
    "" where it stands there. ``unplan`` are places in the calendar, ``delete`` workouts to take away.
    """

    body: Json | None = None
    put: int | None = None
    on: str = ""
    unplan: tuple[int, ...] = ()
    delete: tuple[int, ...] = ()

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to do."""
        return self.body is not None or bool(self.on or self.unplan or self.delete)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The changes by uid, what was found of each session, and the records as they are once all is done."""

    changes: dict[str, Change] = field(default_factory=dict)
    created: set[str] = field(default_factory=set)
    updated: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    records: dict[str, Record] = field(default_factory=dict)

    def receipt(self, where: str) -> Receipt:
        """Return what becomes of each session."""
        return Receipt(
            where=where,
            created=tuple(sorted(self.created)),
            updated=tuple(sorted(self.updated)),
            removed=tuple(sorted(self.removed)),
            unchanged=tuple(sorted(self.unchanged)),
            skipped=tuple(sorted(self.skipped)),
        )


def merge(schedule: Schedule, standing: dict[str, list[Standing]], noted: Manifest) -> Plan:
    """Make the workouts from ``schedule.today`` on equal the schedule's; what is past stays."""
    plan = Plan()
    wanted = {
        one.uid: one
        for one in schedule.sessions
        if one.day >= schedule.today and one.workout.kind is not Kind.REST
    }
    known = noted if standing else Manifest()  # nothing of ours stands in a new account
    for uid, session in wanted.items():
        _want(plan, session, standing.get(uid, []), known.records.get(uid), schedule.today.isoformat())
    for uid, found in standing.items():
        if uid not in wanted:
            _leave(plan, uid, found, noted.records.get(uid), schedule.today.isoformat())
    return plan


def is_gone(record: Record, found: list[Standing], today: str) -> bool:
    """Whether the runner took away what was written, from the calendar or altogether; ; not so the past."""
    if record.gone:
        return True
    return bool(record.sent) and record.day >= today and not any(one.places for one in found)


def moved_to(record: Record, one: Standing) -> str:
    """Return the day that the runner moved a workout to; "" where it stands as written."""
    return "" if one.days & set(record.days) or not one.days else min(one.days)


def is_edited(record: Record | None, one: Standing) -> bool:
    """Whether the runner changed the words of a workout."""
    return record is not None and one.words not in record.words


def _want(plan: Plan, session: Session, found: list[Standing], record: Record | None, today: str) -> None:
    """Bring the workout of a session to its state."""
    uid, day, sent = session.uid, session.day.isoformat(), body(session)
    if record is not None and is_gone(record, found, today):
        plan.skipped.add(uid)
        plan.records[uid] = replace(record, gone=True)
        return
    meant = Record(sent=digest(sent), days=(day,), words=(shown(sent["workoutName"], sent["description"]),))
    if not found:
        plan.changes[uid] = Change(body=sent, on=day)
        plan.created.add(uid)
        plan.records[uid] = meant
        return
    first, *doubles = sorted(found, key=lambda one: (not one.places, one.workout))
    if is_edited(record, first) or (record and moved_to(record, first) not in {"", day}):
        assert record is not None
        plan.skipped.add(uid)
        plan.records[uid] = record
        return
    # A double beside one that is known to be whole is a copy that the runner made.
    ours = doubles if record is None or not record.sent else []
    change = _change(first, sent, day, record, tuple(one.workout for one in ours))
    plan.records[uid] = meant if change.body or record is None else replace(meant, steps=record.steps)
    if change.is_needed:
        plan.changes[uid] = change
    (plan.updated if change.is_needed else plan.unchanged).add(uid)


def _change(one: Standing, sent: Json, day: str, record: Record | None, doubles: tuple[int, ...]) -> Change:
    is_same = record is not None and record.sent == digest(sent)
    ours = set(record.days) if record else one.days
    return Change(
        body=None if is_same else sent,
        put=one.workout,
        on="" if day in one.days else day,
        unplan=tuple(place for place, on in one.places if on != day and on in ours),
        delete=doubles,
    )


def _leave(plan: Plan, uid: str, found: list[Standing], record: Record | None, today: str) -> None:
    """Decide on workouts of ours that the schedule does not have from today on."""
    ahead = [one for one in found if any(day >= today for day in one.days)]
    if record is not None and not ahead and record.day >= today:
        ahead = found  # planned, and taken out of the calendar: there is nothing to keep
    if any(is_edited(record, one) or (record and moved_to(record, one)) for one in ahead):
        assert record is not None
        plan.skipped.add(uid)
        plan.records[uid] = record
        return
    if not ahead:
        if record is not None:
            plan.records[uid] = record
        return
    behind = [one for one in ahead if any(day < today for day in one.days)]
    plan.changes[uid] = Change(
        unplan=tuple(place for one in ahead for place, day in one.places if day >= today),
        delete=tuple(one.workout for one in ahead if one not in behind),
    )
    plan.removed.add(uid)
    if behind and record is not None:
        plan.records[uid] = record
