from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from surefoot.plugin import Kind
from surefoot_ical import event

BERLIN = ZoneInfo("Europe/Berlin")
GOLDEN = Path(__file__).parent / "golden" / "week.ics"

STRENGTH = """\
Hips, knees and calves. 30 min. You need a wall, a chair and a band.

Warm up: 3 min of brisk walking or marching on the spot.

1  Wall sit                     4 × 45 s, rest 60 s
   Back on the wall, knees bent as far as comfortable. Push the feet down.
2  Squat to a chair             3 × 8, rest 60 s
   Down slowly, touch, up. Knees stay over the feet.

Up to 4 of 10 is fine if it is gone by tomorrow morning.

Why today: two days clear of Sunday's long run, 48 h before Friday's session.

surefoot · strength-2027w04a"""


def rendered(session, zone):
    return event.render(session, zone).raw


def read(raw):
    return icalendar.Event.from_ical(raw)


def test_a_run_day_and_a_strength_day_are_written_exactly_so(target, session, schedule, tmp_path):
    run = session("half-d22-easy", 1, notes="Easy, 6.5 km.\n\nWhy: Sunday's 19 km.", revision=2)
    card = session(
        "strength-2027w04a",
        2,
        "Strength 30 min",
        kind=Kind.STRENGTH,
        metres=None,
        seconds=1800,
        notes=STRENGTH,
        at=time(18, 30),
        revised=datetime(2027, 1, 25, 7, 12, tzinfo=BERLIN),
    )

    target().publish(schedule(run, card))

    assert (tmp_path / "plan.ics").read_bytes() == GOLDEN.read_bytes()


def test_a_uid_comes_from_the_session_alone(session):
    today = read(rendered(session("half-3", 0), BERLIN))
    later = read(rendered(session("half-3", 9, "Long 10 km", revision=4), BERLIN))

    assert today["UID"] == later["UID"] == hashlib.sha1(b"half-3").hexdigest()[:20] + "@surefoot"


def test_a_session_without_an_hour_is_a_whole_day_that_leaves_the_runner_free(session):
    raw = rendered(session("a", 0), BERLIN)

    assert b"DTSTART;VALUE=DATE:20270125\r\n" in raw
    assert b"DTEND;VALUE=DATE:20270126\r\n" in raw
    assert b"TRANSP:TRANSPARENT\r\n" in raw


def test_a_session_with_an_hour_is_written_in_utc_and_takes_the_runners_time(session):
    raw = rendered(session("a", 0, at=time(18, 30), seconds=2700), BERLIN)

    assert b"DTSTART:20270125T173000Z\r\n" in raw
    assert b"DTEND:20270125T181500Z\r\n" in raw
    assert b"TRANSP:OPAQUE\r\n" in raw


def test_an_hour_means_the_same_wall_clock_before_and_after_the_clocks_change(session):
    winter = rendered(session("a", day=61, at=time(7)), BERLIN)
    summer = rendered(session("a", day=62, at=time(7)), BERLIN)

    assert b"DTSTART:20270327T060000Z" in winter
    assert b"DTSTART:20270328T050000Z" in summer


@pytest.mark.parametrize(
    ("work", "minutes"),
    [
        ({"seconds": 2710}, 2710 / 60),
        ({"metres": 10000}, 65),
        ({"metres": 6500}, 45),
        ({"metres": 5000, "upto": 8000}, 55),
        ({"metres": None}, 30),
    ],
)
def test_the_length_is_the_sessions_own_or_estimated_at_an_easy_pace(session, work, minutes):
    assert event.length(session("a", **work)) == timedelta(minutes=minutes)


def test_the_version_is_the_cores_revision_and_never_the_present(session):
    one = read(rendered(session("a", revision=3), BERLIN))
    changed = datetime(2027, 1, 2, 9, 30, 15, 999, tzinfo=timezone(timedelta(hours=2)))
    two = read(rendered(session("a", revision=3, revised=changed), BERLIN))

    assert one["SEQUENCE"] == 3
    assert one["DTSTAMP"].dt == one["LAST-MODIFIED"].dt == event.EPOCH
    assert two["DTSTAMP"].dt == two["LAST-MODIFIED"].dt == datetime(2027, 1, 2, 7, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "category"),
    [
        (Kind.EASY, "Running"),
        (Kind.QUALITY, "Running"),
        (Kind.RACE, "Race"),
        (Kind.STRENGTH, "Strength"),
        (Kind.MICRO, "Strength"),
        (Kind.CROSS, "Cross-training"),
    ],
)
def test_the_category_says_what_kind_of_day_it_is(session, kind, category):
    assert read(rendered(session("a", kind=kind), BERLIN)).categories == [category]


def test_text_comes_back_as_it_was_written(session):
    notes = "6 × 600 m; easy, then \\n hard, “Çok güzel”\n" + "長い一行、" * 60 + "\n\n\tend"
    back = read(rendered(session("a", title="Läufe, 8;0 km", notes=notes), BERLIN))

    assert str(back["SUMMARY"]) == "Läufe, 8;0 km"
    assert str(back["DESCRIPTION"]) == notes


def test_no_line_is_longer_than_75_octets_and_each_ends_in_crlf(session):
    raw = rendered(session("a", title="Ü" * 200, notes="走" * 500), BERLIN)

    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_what_no_calendar_may_hold_becomes_a_space(session):
    back = read(
        rendered(session("a", title="Easy\0 6\x1b km\ud800", notes="one\r\ntwo\rthree\u2028four"), BERLIN)
    )

    assert str(back["SUMMARY"]) == "Easy  6  km"
    assert str(back["DESCRIPTION"]) == "one\ntwo\nthree four"


def test_a_session_without_title_is_named_by_its_kind(session):
    assert str(read(rendered(session("a", title=" "), BERLIN))["SUMMARY"]) == "Easy"


def test_the_calendar_names_itself_and_says_how_often_to_look(target, session, schedule, tmp_path):
    target(name="Läufe, 2027").publish(schedule(session("a")))
    head = (tmp_path / "plan.ics").read_bytes().split(b"BEGIN:VEVENT")[0].decode().split("\r\n")

    assert head[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {
        "NAME:Läufe\\, 2027",
        "X-WR-CALNAME:Läufe\\, 2027",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        "METHOD:PUBLISH",
        "PRODID:-//Surefoot//Surefoot//EN",
    } <= set(head)
