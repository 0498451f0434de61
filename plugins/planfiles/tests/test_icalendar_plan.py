"""Plans in calendars."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.plugin import Entry, Kind, Plan, PlanError, Unit, parse_sessions
from surefoot_planfiles.csvfile import Csv
from surefoot_planfiles.events import LARGEST
from surefoot_planfiles.icsfile import ICalendar

SAMPLE = (Path(__file__).parent / "plans" / "spring_10k.ics").read_bytes()
TITLES = st.sampled_from(
    ["8k easy", "5mi long", "45min easy", "6x800m @5k r 90s", "strength heavy 30min", "rest", "race A 21.1k"]
)


def calendar(*events, head=""):
    body = "".join(f"BEGIN:VEVENT\r\nUID:{n}\r\n{one}\r\nEND:VEVENT\r\n" for n, one in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{body}END:VCALENDAR\r\n".encode()


def easy(more="", day="DTSTART;VALUE=DATE:20270105", title="Easy 8 km"):
    return f"SUMMARY:{title}\r\n{day}{more}"


def test_each_event_is_a_session_on_its_day_and_the_first_one_dates_the_plan():
    plan = ICalendar().read(SAMPLE)
    outline = [(one.day, one.workout.kind, one.workout.metres) for one in plan.entries]

    assert (plan.start, plan.starts_on, plan.days) == (date(2027, 1, 5), 1, 14)
    assert outline == [
        (0, Kind.EASY, 8000),
        (2, Kind.QUALITY, 6600),
        (3, Kind.STRENGTH, None),
        (5, Kind.LONG, 10000),
        (12, Kind.RACE, 10000),
    ]
    assert plan.race == plan.entries[-1].key
    assert plan.entries[0].workout.notes == "Along the canal, flat."


def test_what_surefoot_published_is_read_with_its_distances_and_without_its_reasons():
    head = "PRODID:-//Surefoot//Surefoot//EN\r\n"
    titles = ("6 × 600 m\\, 8.0 km", "Strength 30 min\\, after the run", "Long run 10.0 km")
    events = (easy("\r\nDESCRIPTION:Why it changed", title=one) for one in titles)
    found = [one.workout for one in ICalendar().read(calendar(*events, head=head)).entries]

    assert [(one.kind, one.metres, one.seconds, one.notes) for one in found] == [
        (Kind.QUALITY, 8000, None, ""),
        (Kind.STRENGTH, None, 1800, ""),
        (Kind.LONG, 10000, None, ""),
    ]


@pytest.mark.parametrize(
    ("event", "what"),
    [
        (easy("\r\nRRULE:FREQ=WEEKLY"), "repeats"),
        (easy("\r\nRDATE;VALUE=DATE:20270107"), "repeats"),
        (easy("\r\nDTEND;VALUE=DATE:20270108"), "several days"),
        (easy("\r\nDTEND:20270106T010000", day="DTSTART:20270105T230000"), "several days"),
        (easy(title="Dentist"), "2027-01-05, Dentist: the title is no session"),
        (easy(title=""), "no title"),
        (easy(day="LOCATION:here"), "no day"),
        (easy(day="DTSTART:tomorrow"), "DTSTART is no day"),
        (easy("\r\nDTSTART;VALUE=DATE:20270106"), "DTSTART is no day"),
    ],
)
def test_an_event_that_is_no_session_of_one_day_is_refused_in_one_message(event, what):
    with pytest.raises(PlanError, match=what) as caught:
        ICalendar().read(calendar(event))

    assert caught.value.mend


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (SAMPLE[:300], "cut off"),
        (SAMPLE.replace(b"Along", b"L\xe4ngs"), "UTF-8"),
        (SAMPLE.decode().encode("utf-16"), "UTF-8"),
        (b"x" * 10_000_000, "too large"),
        (b"BEGIN:VCALENDAR\r\n" * 20_000, "too many"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 20_000, "too many"),
        (b"<!DOCTYPE html>", "no calendar"),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "no calendar"),
        (calendar(), "no events"),
        (calendar(easy(), easy(day="DTSTART;VALUE=DATE:20470105")), "weeks"),
    ],
)
def test_what_is_no_calendar_is_one_clear_message(data, what):
    with pytest.raises(PlanError, match=what):
        ICalendar().read(data)


def test_a_calendar_at_the_size_limit_is_read_or_refused_without_a_wait():
    line = b"DESCRIPTION:" + b"x" * 60 + b"\r\n"

    with pytest.raises(PlanError):
        ICalendar().read(b"BEGIN:VCALENDAR\r\n" + line * ((LARGEST - 100) // len(line)))


def test_an_event_that_is_cancelled_is_left_out():
    plan = ICalendar().read(calendar(easy(), easy("\r\nSTATUS:CANCELLED", title="Dinner")))

    assert len(plan.entries) == 1


def test_a_plan_without_dates_is_not_written_and_says_what_to_type():
    plan = Csv().read(b"mon,tue,wed,thu,fri,sat,sun\n,6k easy,,,,,race 10k\n")

    with pytest.raises(PlanError, match="# start: ") as caught:
        ICalendar().write(plan)
    assert "dates" in caught.value.what
    assert list(ICalendar().lost(plan)) == []


def test_a_dated_grid_comes_back_from_a_calendar_as_it_was():
    head = b"# name: Ten\r\n# start: 2027-01-04\r\nweek,Mon,Tue,Wed,Thu,Fri,Sat,Sun\r\n"
    grid = head + b"1,,6k easy,,,,,race 10k\r\n2,,,,,,,\r\n"
    plan = Csv().read(grid)

    assert list(ICalendar().lost(plan)) == []
    assert Csv().write(ICalendar().read(ICalendar().write(plan))) == grid


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), TITLES), min_size=1, max_size=12),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.sampled_from(Unit),
)
def test_whatever_is_not_named_as_lost_is_read_back_as_it_was(sessions, start, unit):
    entries = tuple(
        Entry(key=str(n), day=day, workout=parse_sessions(text, unit)[0])
        for n, (day, text) in enumerate(sorted(sessions))
    )
    plan = Plan(id="", name="A", entries=entries, days=42, start=start, starts_on=start.weekday(), unit=unit)
    back = ICalendar().read(ICalendar().write(plan))

    assert (back.start, back.days, back.unit) == (plan.start, plan.days, plan.unit)
    if not [one for one in ICalendar().lost(plan) if "race" not in one]:
        assert [(one.day, one.workout) for one in back.entries] == [
            (one.day, one.workout) for one in plan.entries
        ]
