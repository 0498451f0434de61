"""What becomes of each event: schedule, what stands there and what was written in, what to do out. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from surefoot.plugin import Kind, Receipt, Schedule, Session
from surefoot_intervals import event
from surefoot_intervals.manifest import Manifest, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to send and what to delete (by the platform's ids), and what was found of each session."""

    send: dict[str, dict[str, Any]] = field(default_factory=dict)
    delete: dict[str, list[int]] = field(default_factory=dict)
    created: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    skipped: set[str] = field(default_factory=set)
    records: dict[str, Record] = field(default_factory=dict)

    def receipt(self, where: str) -> Receipt:
        """Return what becomes of each session."""
        return Receipt(
            where=where,
            created=tuple(sorted(self.created)),
            updated=tuple(sorted(set(self.send) - self.created)),
            removed=tuple(sorted(set(self.delete) - set(self.send) - self.skipped - self.unchanged)),
            unchanged=tuple(sorted(self.unchanged)),
            skipped=tuple(sorted(self.skipped)),
        )


def merge(schedule: Schedule, standing: list[dict[str, Any]], noted: Manifest) -> Plan:
    """Make the events from ``schedule.today`` on equal the schedule's; what is not ours or past stays."""
    own: dict[str, list[dict[str, Any]]] = {}
    for one in sorted(standing, key=lambda one: int(one["id"])):
        if (uid := event.uid(one)) is not None:
            own.setdefault(uid, []).append(one)
    wanted = {one.uid: one for one in schedule.sessions if _is_wanted(one, schedule.today)}
    plan = Plan()
    for uid, session in wanted.items():
        _want(plan, session, own.get(uid, []), noted.events.get(uid), noted.today if own else None)
    for uid, events in own.items():
        if uid not in wanted:
            _leave(plan, uid, events, noted.events.get(uid), schedule.today)
    return plan


def edited(one: dict[str, Any], record: Record | None) -> bool:
    """Whether the runner changed the event since it was written."""
    return record is not None and event.shown(one) not in record.written


def deleted(record: Record | None, noted: date | None) -> bool:
    """Whether the runner took away an event that does not stand any more; the past may be tidied up."""
    if record is None or noted is None or not record.sent:
        return False
    return record.gone or record.start[:10] >= noted.isoformat()


def _is_wanted(one: Session, today: date) -> bool:
    return one.day >= today and one.workout.kind is not Kind.REST


def _want(
    plan: Plan,
    session: Session,
    events: list[dict[str, Any]],
    record: Record | None,
    noted: date | None,
) -> None:
    """Bring the event of a session to its state; ``noted`` is None where the calendar is a new one."""
    body = event.body(session)
    if not events:
        if record is not None and deleted(record, noted):
            plan.records[session.uid] = replace(record, gone=True)
            plan.skipped.add(session.uid)
        else:
            plan.send[session.uid] = body
            plan.created.add(session.uid)
        return
    first, *doubles = events
    if doubles:
        plan.delete[session.uid] = [int(one["id"]) for one in doubles]
    if edited(first, record) and not _is_as_wished(first, body, record):
        plan.skipped.add(session.uid)
        plan.records[session.uid] = record or _record(first, "")
    elif _is_same(first, body, record):
        plan.unchanged.add(session.uid)
        plan.records[session.uid] = record or _record(first, event.digest(body))
    else:
        plan.send[session.uid] = body


def _leave(plan: Plan, uid: str, events: list[dict[str, Any]], record: Record | None, today: date) -> None:
    """Decide on events of ours that the schedule does not have from today on."""
    for one in events:
        stands = event.day(one)
        if stands is None or stands < today:
            if record:
                plan.records[uid] = record
        elif edited(one, record):
            assert record is not None
            plan.skipped.add(uid)
            plan.records[uid] = record
        else:
            plan.delete.setdefault(uid, []).append(int(one["id"]))


def _is_same(one: dict[str, Any], body: dict[str, Any], record: Record | None) -> bool:
    if record is not None:
        return record.sent == event.digest(body)
    return all(one.get(name) == value for name, value in body.items())


def _is_as_wished(one: dict[str, Any], body: dict[str, Any], record: Record | None) -> bool:
    """Whether it was moved to where it shall be now anyway, and nothing else."""
    start, words = event.shown(one)
    return (
        record is not None
        and words in {known for _, known in record.written}
        and start == body["start_date_local"]
    )


def _record(one: dict[str, Any], sent: str) -> Record:
    return Record(sent=sent, written=(event.shown(one),))


def sending(plan: Plan, noted: Manifest) -> dict[str, Record]:
    """Return what to note before anything is sent: killed on the way, nothing of it is the runner's doing."""
    records = dict(plan.records)
    for uid, body in plan.send.items():
        old = noted.events[uid].written if uid in noted.events else ()
        records[uid] = Record(sent="", written=tuple(dict.fromkeys((*old, event.shown(body)))))
    return records


def sent(body: dict[str, Any], answered: dict[str, Any]) -> Record:
    """Return the record of an event that was sent, as the platform then showed it."""
    return _record(answered, event.digest(body))
