"""One part of each kind that keeps every promise of the kit and needs nothing: to read, and to test with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import field
from datetime import date
from typing import ClassVar

from surefoot.plugin import (
    Activity,
    Advice,
    Diary,
    Entry,
    Format,
    History,
    Kind,
    Level,
    Pain,
    Plan,
    PlanError,
    Policy,
    Receipt,
    Schedule,
    Session,
    Source,
    Target,
    Workout,
)


class MemorySource(Source):
    """Gives the activities it holds."""

    held: list[Activity] = field(default_factory=list, init=False)

    def activities(self, since: date, until: date) -> Iterable[Activity]:
        """Yield what is held of these days."""
        return (one for one in self.held if since <= one.day <= until)


class MemoryTarget(Target):
    """Keeps the schedule in a dictionary: each session's uid, and its event in words."""

    events: dict[str, str] = field(default_factory=dict, init=False)

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Make the dictionary hold the schedule from today on."""
        wanted = {one.uid: event(one) for one in schedule.sessions if one.day >= schedule.today}
        ahead = {uid for uid, text in self.events.items() if text >= schedule.today.isoformat()}
        removed = sorted(ahead - set(wanted))
        created = [uid for uid in wanted if uid not in self.events]
        updated = [uid for uid in wanted if uid in self.events and self.events[uid] != wanted[uid]]
        if not dry_run:
            for uid in removed:
                del self.events[uid]
            self.events.update(wanted)
        return Receipt(
            where="memory",
            created=tuple(created),
            updated=tuple(updated),
            removed=tuple(removed),
            unchanged=tuple(uid for uid in wanted if uid not in {*created, *updated}),
        )


def event(session: Session) -> str:
    """Return a session as one text that begins with its day."""
    at = session.at.isoformat() if session.at else "all day"
    return f"{session.day} {at} {session.workout.title}\n{session.workout.notes}\n{session.revision}"


class MemoryFormat(Format):
    """Plans as lines of JSON: a number of days, then one workout a line."""

    suffixes: ClassVar[tuple[str, ...]] = (".memory",)

    def read(self, data: bytes) -> Plan:
        """Return the plan in these lines."""
        try:
            head, *lines = data.decode().splitlines()
            entries = tuple(_entry(number, line) for number, line in enumerate(lines))
            plan = Plan(id="memory", name="Memory", entries=entries, days=_whole(json.loads(head)))
        except (ValueError, TypeError, KeyError, RecursionError) as problem:
            raise PlanError(f"this is no plan: {problem}") from None
        if any(not 0 <= one.day < plan.days for one in entries):
            raise PlanError("a day lies outside of the plan")
        return plan

    def write(self, plan: Plan) -> bytes:
        """Return the plan in lines."""
        return "\n".join((str(plan.days), *_lines(plan))).encode()

    def lost(self, plan: Plan) -> Iterable[str]:
        """Yield what a line has no room for."""
        if plan.race is not None:
            yield "which entry is the race"


def _entry(number: int, line: str) -> Entry:
    found = json.loads(line)
    metres, upto, seconds = (
        _whole(found[name]) if name in found else None for name in ("metres", "upto", "seconds")
    )
    workout = Workout(
        kind=Kind(found["kind"]), title=str(found["title"]), metres=metres, upto=upto, seconds=seconds
    )
    return Entry(key=f"line-{number}", day=_whole(found["day"]), workout=workout)


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"{value!r} is no whole number")
    return value


def _lines(plan: Plan) -> Iterator[str]:
    for one in plan.entries:
        workout = one.workout
        lengths = {"metres": workout.metres, "upto": workout.upto, "seconds": workout.seconds}
        given = {name: value for name, value in lengths.items() if value is not None}
        yield json.dumps({"day": one.day, "kind": workout.kind, "title": workout.title, **given})


class MemoryPolicy(Policy):
    """Recommends rest while a report of pain is fresh.

    Attributes:
        above: points of 10; a report above this is acted on.
        days: how many days, from the report on, it recommends rest.
    """

    above: int = 5
    days: int = 2

    def review(self, outlook: Schedule, history: History, diary: Diary) -> Iterable[Advice]:
        """Yield one advice for each fresh report."""
        for one in diary.entries:
            fresh = (outlook.today - one.day).days < self.days
            if isinstance(one, Pain) and one.score > self.above and fresh:
                yield Advice(
                    cause=f"pain-{one.day}-{one.where}",
                    reason=f"{one.where.capitalize()} {one.score} of 10: rest for {self.days} days.",
                    evidence="an example, not a rule to train by",
                    days=self.days,
                    since=one.day,
                    level=Level.STOP,
                    rest=True,
                )
