from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.plugin import Kind, Schedule, Session, Workout
from surefoot_ical import Ical
from surefoot_ical.blocks import split
from surefoot_ical.content import content
from surefoot_ical.event import clean, our_day, render, uid

TODAY = date(2027, 1, 25)
DAYS = st.integers(-6, 9).map(lambda days: TODAY + timedelta(days=days))
TEXTS = st.text(st.characters(codec="utf-8"), max_size=120)
MOMENTS = st.integers(1_770_000_000, 1_820_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
WORKOUTS = st.builds(
    Workout,
    kind=st.sampled_from(Kind),
    title=TEXTS,
    notes=TEXTS,
    metres=st.none() | st.integers(1, 42195),
    seconds=st.none() | st.integers(60, 20000),
)
SESSIONS = st.builds(
    Session,
    uid=st.integers(0, 7).map("half-{}".format),
    day=DAYS,
    workout=WORKOUTS,
    at=st.none() | st.times(),
    revision=st.integers(0, 9),
    revised=st.none() | MOMENTS,
)
SCHEDULES = st.builds(
    Schedule,
    today=DAYS,
    sessions=st.lists(SESSIONS, max_size=8, unique_by=lambda one: one.uid).map(tuple),
)
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland"]).map(ZoneInfo)


def make(folder, **values):
    part = Ical(path=Path(folder) / "plan.ics", **{"zone": ZoneInfo("UTC")} | values)
    part.bind(label="calendar", folder=Path(folder) / "memory")
    return part


def wanted(schedule):
    """The sessions that have an event, by its UID."""
    return {
        uid(one.uid): one
        for one in schedule.sessions
        if one.day >= schedule.today and one.workout.kind is not Kind.REST
    }


def held(part):
    """The bytes of the events in the file, by UID."""
    if not part.path.exists():
        return {}
    blocks = split(part.path.read_bytes()).blocks
    assert len({block.uid for block in blocks}) == len(blocks)
    return {block.uid: block.raw for block in blocks}


@settings(max_examples=60, deadline=None)
@given(schedule=SCHEDULES, zone=ZONES)
def test_publishing_twice_is_publishing_once(schedule, zone):
    with tempfile.TemporaryDirectory() as folder:
        part = make(folder, zone=zone)
        dry = part.publish(schedule, dry_run=True)
        first, data = part.publish(schedule), part.path.read_bytes() if part.path.exists() else b""
        second = part.publish(schedule)

        assert dry == first
        assert set(first.created) == {one.uid for one in wanted(schedule).values()}
        assert second.unchanged == first.created
        assert (second.created, second.updated, second.removed, second.skipped) == ((), (), (), ())
        assert (part.path.read_bytes() if part.path.exists() else b"") == data
        assert list(part.wishes()) == []


@settings(max_examples=60, deadline=None)
@given(
    schedules=st.lists(SCHEDULES, min_size=2, max_size=4),
    zone=ZONES,
    dropped=st.sampled_from(["remove", "cancel"]),
)
def test_whatever_was_published_before_the_file_ends_with_the_last_schedule_and_keeps_the_past(
    schedules, zone, dropped
):
    schedules.sort(key=lambda one: one.today)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as fresh:
        part = make(folder, zone=zone, dropped=dropped)
        for schedule in schedules:
            past = {
                name: raw
                for name, raw in held(part).items()
                if name not in wanted(schedule) and _day(raw, part) < schedule.today
            }
            receipt = part.publish(schedule)

            assert receipt.skipped == ()
            assert past.items() <= held(part).items()
            assert part.publish(schedule).unchanged == tuple(
                sorted(one.uid for one in wanted(schedule).values())
            )
        alone = make(fresh, zone=zone)
        alone.publish(schedules[-1])

        assert seen(alone).items() <= seen(part).items()
        rest = seen(part).keys() - seen(alone).keys()
        assert all(
            _day(held(part)[name], part) < schedules[-1].today or b"STATUS:CANCELLED" in held(part)[name]
            for name in rest
        )


def _day(raw, part):
    start = icalendar.Event.from_ical(raw).start
    return start.astimezone(part.zone).date() if isinstance(start, datetime) else start


def seen(part):
    """What a person sees of the events, by UID."""
    if not part.path.exists():
        return {}
    events = icalendar.Calendar.from_ical(part.path.read_bytes()).events
    return {
        str(one["UID"]): (one.start, one.end, str(one.get("SUMMARY")), str(one.get("DESCRIPTION")))
        for one in events
    }


@settings(max_examples=60, deadline=None)
@given(
    first=SCHEDULES,
    second=SCHEDULES,
    touch=st.lists(st.sampled_from(["keep", "edit", "move", "delete"]), min_size=8, max_size=8),
)
def test_what_the_runner_did_in_the_file_is_never_undone(first, second, touch):
    first, second = sorted((first, second), key=lambda one: one.today)
    with tempfile.TemporaryDirectory() as folder:
        part = make(folder)
        part.publish(first)
        edited, deleted = _touch(part, touch)
        if not held(part):
            return  # a file without any event of ours is a new one
        wishes = {wish.uid for wish in part.wishes()}
        receipt = part.publish(second)
        after = held(part)

        assert edited.items() <= after.items()
        assert not deleted & after.keys()
        assert {one.uid for name, one in wanted(second).items() if name in edited.keys() | deleted} <= set(
            receipt.skipped
        )
        assert deleted <= {uid(one) for one in wishes}


def _touch(part, touch):
    """Edit, move or delete events in the file; return the edited ones' bytes and the deleted UIDs."""
    edited, deleted = {}, set()
    data = part.path.read_bytes() if part.path.exists() else b""
    for (name, raw), what in zip(held(part).items(), touch, strict=False):
        changed = {
            "keep": raw,
            "edit": raw.replace(b"END:VEVENT", b"LOCATION:Park\r\nEND:VEVENT"),
            "move": _moved(raw),
            "delete": b"",
        }[what]
        data = data.replace(raw, changed)
        if what == "delete":
            deleted.add(name)
        elif what != "keep":
            edited[name] = changed
    if data:
        part.path.write_bytes(data)
    return edited, deleted


def _moved(raw):
    event = icalendar.Event.from_ical(raw)
    for name in ("DTSTART", "DTEND"):
        event[name].dt += timedelta(days=400)  # to a day that no schedule here has
    return event.to_ical()


@settings(max_examples=60, deadline=None)
@given(session=SESSIONS, zone=ZONES)
def test_what_is_remembered_of_an_event_is_what_is_read_back_from_it(session, zone):
    fresh = render(session, zone)
    back = content(fresh.raw, zone)

    assert back is not None
    assert back.key == fresh.key
    assert our_day(fresh.raw, zone) == session.day


@settings(max_examples=60, deadline=None)
@given(schedule=SCHEDULES, zone=ZONES)
def test_vobject_and_icalendar_read_alike_what_was_scheduled(schedule, zone):
    with tempfile.TemporaryDirectory() as folder:
        part = make(folder, zone=zone)
        part.publish(schedule)
        data = part.path.read_bytes() if part.path.exists() else b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
    one = {
        str(event["UID"]): (
            event.start,
            event.end,
            str(event["SUMMARY"]),
            str(event.get("DESCRIPTION", "")),
            event["SEQUENCE"],
        )
        for event in icalendar.Calendar.from_ical(data).events
    }
    two = {
        event.uid.value: (
            event.dtstart.value,
            event.dtend.value,
            event.summary.value,
            event.getChildValue("description", ""),
            int(event.sequence.value),
        )
        for event in vobject.readOne(data.decode()).contents.get("vevent", [])
    }

    assert one == two
    assert one.keys() == wanted(schedule).keys()
    for name, session in wanted(schedule).items():
        start, _, title, notes, sequence = one[name]
        assert isinstance(start, datetime) == (session.at is not None)
        assert session.at is not None or start == session.day
        assert title == (clean(session.workout.title) or session.workout.kind.capitalize())
        assert notes == clean(session.workout.notes)
        assert sequence == session.revision
    assert max(map(len, data.split(b"\r\n"))) <= 75
