from __future__ import annotations

import os
from datetime import UTC, date, datetime, time

import pytest

from surefoot.plugin import Drop, Move
from surefoot_ical.blocks import split
from surefoot_ical.event import uid


def remove(path, of):
    data = path.read_bytes()
    path.write_bytes(data.replace(split(data).own[uid(of)][0].raw, b""))


def effects(part):
    return [wish.effect for wish in part.wishes()]


def move(edit, old, new):
    edit(
        f"DTSTART;VALUE=DATE:202701{old}\r\nDTEND;VALUE=DATE:202701{old + 1}",
        f"DTSTART;VALUE=DATE:202701{new}\r\nDTEND;VALUE=DATE:202701{new + 1}",
    )


def test_nothing_is_wished_before_the_first_publish_nor_after_it(target, session, schedule):
    part = target()

    assert effects(part) == []

    part.publish(schedule(session("a"), session("b", 1, at=time(18))))

    assert effects(part) == []


def test_a_day_that_was_moved_in_the_file_is_a_wish_to_move_the_session(
    target, session, schedule, edit, tmp_path
):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 3)))
    move(edit, 26, 27)
    os.utime(tmp_path / "plan.ics", (1_800_000_000, 1_800_000_000))

    (wish,) = part.wishes()
    assert wish.effect == Move(uid="a", day=date(2027, 1, 27))
    assert (wish.uid, wish.where) == ("a", "calendar")
    assert wish.seen == datetime.fromtimestamp(1_800_000_000, UTC)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("DTSTART:20270127T163000Z\r\nDTEND:20270127T171500Z", time(17, 30)),
        (
            "DTSTART;TZID=America/New_York:20270127T120000\r\nDTEND;TZID=America/New_York:20270127T124500",
            time(18),
        ),
        ("DTSTART:20270127T070000\r\nDTEND:20270127T074500", time(7)),
        ("DTSTART;VALUE=DATE:20270127\r\nDTEND;VALUE=DATE:20270128", None),
    ],
)
def test_an_hour_is_read_in_the_runners_zone_whatever_zone_it_was_written_in(  # noqa: PLR0917 - fixtures
    target, session, schedule, edit, written, at
):
    part = target()
    part.publish(schedule(session("a", 1, at=time(18, 30)), session("b", 3)))
    edit("DTSTART:20270126T173000Z\r\nDTEND:20270126T181500Z", written)

    assert effects(part) == [Move(uid="a", day=date(2027, 1, 27), at=at)]


def test_a_zone_that_the_file_defines_itself_is_understood(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1, at=time(18, 30)), session("b", 3)))
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    edit("BEGIN:VEVENT", zone + "BEGIN:VEVENT")
    edit("DTSTART:20270126T173000Z", "DTSTART;TZID=Mine:20270126T113000")
    edit("DTEND:20270126T181500Z", "DTEND;TZID=Mine:20270126T121500")

    assert effects(part) == [Move(uid="a", day=date(2027, 1, 26), at=time(7, 30))]


def test_the_same_instant_in_another_zone_is_no_move(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1, at=time(18, 30)), session("b", 3)))
    edit("DTSTART:20270126T173000Z", "DTSTART;TZID=America/New_York:20270126T123000")

    assert effects(part) == []


def test_a_deleted_event_is_a_wish_to_drop_the_session_and_never_comes_back(
    target, session, schedule, tmp_path
):
    part = target()
    wanted = schedule(session("a", 1), session("b", 2))
    part.publish(wanted)
    remove(tmp_path / "plan.ics", "a")

    for today in (0, 0, 1):
        later = schedule(session("a", 1, title="Easy 5 km", revision=1), session("b", 2), today=today)

        assert effects(part) == [Drop(uid="a")]
        assert part.publish(later).skipped == ("a",)
    assert uid("a").encode() not in (tmp_path / "plan.ics").read_bytes()


def test_a_deleted_event_stays_deleted_when_its_session_is_moved_on(target, session, schedule, tmp_path):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 9)))
    remove(tmp_path / "plan.ics", "a")

    for today in (2, 3):
        assert part.publish(schedule(session("a", 4), session("b", 9), today=today)).skipped == ("a",)


def test_what_was_dropped_as_wished_can_be_taken_up_again(target, session, schedule, tmp_path):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 2)))
    remove(tmp_path / "plan.ics", "a")
    part.publish(schedule(session("b", 2), dropped=(session("a", 1),)))

    assert effects(part) == []
    assert part.publish(schedule(session("a", 1, revision=2), session("b", 2))).created == ("a",)


def test_an_event_that_was_called_off_is_a_wish_to_drop_the_session(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 2)))
    edit("STATUS:CONFIRMED", "STATUS:CANCELLED")

    assert effects(part) == [Drop(uid="a")]


def test_a_wish_that_came_true_is_ours_again(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 3)))
    move(edit, 26, 27)
    receipt = part.publish(schedule(session("a", 2, revision=1, notes="Moved by you."), session("b", 3)))

    assert receipt.updated == ("a",)
    assert effects(part) == []
    assert part.publish(schedule(session("a", 4, revision=2), session("b", 3))).updated == ("a",)


def test_a_wish_that_came_true_to_the_letter_is_ours_again(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 3)))
    move(edit, 26, 27)

    assert part.publish(schedule(session("a", 2, revision=1), session("b", 3))).unchanged == ("a", "b")
    assert effects(part) == []
    assert part.publish(schedule(session("a", 4, revision=2), session("b", 3))).updated == ("a",)


def test_an_hour_given_in_the_calendar_is_taken_over_with_our_own_length(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 3)))
    edit(
        "DTSTART;VALUE=DATE:20270126\r\nDTEND;VALUE=DATE:20270127",
        "DTSTART:20270126T060000Z\r\nDTEND:20270126T070000Z",
    )

    assert effects(part) == [Move(uid="a", day=date(2027, 1, 26), at=time(7))]
    assert part.publish(schedule(session("a", 1, at=time(7)), session("b", 3))).updated == ("a",)


def test_a_wish_that_was_not_granted_leaves_the_event_where_the_runner_put_it(
    target, session, schedule, edit
):
    part = target()
    wanted = schedule(session("a", 1), session("b", 3))
    part.publish(wanted)
    move(edit, 26, 27)

    for _ in range(2):
        assert part.publish(wanted).skipped == ("a",)
        assert effects(part) == [Move(uid="a", day=date(2027, 1, 27))]


def test_other_words_are_no_wish(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 3)))
    edit("SUMMARY:Easy 6.5 km", "SUMMARY:Easy with Kim")

    assert effects(part) == []


def test_tidying_up_past_events_is_no_wish(target, session, schedule, tmp_path):
    part = target()
    part.publish(schedule(session("a", 0), session("b", 1), session("c", 2)))
    part.publish(schedule(session("b", 1), session("c", 2), today=1))
    remove(tmp_path / "plan.ics", "a")

    assert effects(part) == []
    assert part.publish(schedule(session("a", 5), session("b", 1), session("c", 2), today=1)).created == (
        "a",
    )


def test_moving_a_past_event_is_no_wish(target, session, schedule, edit):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 3)))
    part.publish(schedule(session("b", 3), today=2))
    move(edit, 26, 25)

    assert effects(part) == []


def test_a_file_without_any_event_of_ours_is_a_new_one(target, session, schedule, tmp_path):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 2)))
    (tmp_path / "plan.ics").write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")

    assert effects(part) == []
    assert part.publish(schedule(session("a", 1), session("b", 2))).created == ("a", "b")


@pytest.mark.parametrize("start", ["DTSTART:soon", "DTSTART;VALUE=DATE:20271399", "X-START:gone"])
def test_an_event_that_cannot_be_read_is_left_alone(target, session, schedule, edit, start):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 2)))
    edit("DTSTART;VALUE=DATE:20270126", start)

    assert effects(part) == []
    assert part.publish(schedule(session("a", 1), session("b", 2))).skipped == ("a",)
    assert part.publish(schedule(session("b", 2))).removed == ()
