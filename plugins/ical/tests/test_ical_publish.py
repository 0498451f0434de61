from __future__ import annotations

import dataclasses
import os
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import Kind
from surefoot_ical.blocks import split
from surefoot_ical.event import uid

DENTIST = (
    "BEGIN:VEVENT\nSUMMARY:Dentist\nX-ODD;B=1;A=2:kept  as it is\nDTSTART:20270127T090000\n"
    "DTEND:20270127T100000\nUID:dentist@example.org\nEND:VEVENT\n"
)
FOREIGN = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Mine//EN\nX-WR-CALNAME:Family\n{DENTIST}END:VCALENDAR\n"


def block(tmp_path, of):
    return split((tmp_path / "plan.ics").read_bytes()).own[uid(of)][0].raw


def test_publishing_again_changes_neither_bytes_nor_the_files_time(target, session, schedule, tmp_path):
    wanted = schedule(session("a"), session("b", 1, at=time(7)))
    first = target().publish(wanted)
    path = tmp_path / "plan.ics"
    data, noted = path.read_bytes(), (tmp_path / "memory" / "published.json").read_bytes()
    os.utime(path, ns=(1, 1))
    second = target().publish(wanted)

    assert (first.where, first.created) == ("plan.ics", ("a", "b"))
    assert (second.created, second.updated, second.removed, second.skipped) == ((), (), (), ())
    assert second.unchanged == ("a", "b")
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == 1
    assert (tmp_path / "memory" / "published.json").read_bytes() == noted


def test_a_dry_run_says_the_same_and_writes_nothing(target, session, schedule, tmp_path):
    part = target()
    part.publish(schedule(session("a"), session("b", 1), session("c", 2)))
    later = schedule(session("a", title="Easy 5 km"), session("c", 2), session("d", 3))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    dry = part.publish(later, dry_run=True)

    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert dry == part.publish(later)
    assert (dry.created, dry.updated, dry.removed, dry.unchanged) == (("d",), ("a",), ("b",), ("c",))


def test_the_dry_run_of_a_first_publish_leaves_no_folder_behind(target, session, schedule, tmp_path):
    target().publish(schedule(session("a")), dry_run=True)

    assert list(tmp_path.iterdir()) == []


def test_a_moved_session_keeps_its_uid_and_counts_one_up(target, session, schedule, events):
    part = target()
    part.publish(schedule(session("a", 1), session("b", 2)))
    receipt = part.publish(schedule(session("b", 2), session("a", 3, revision=1)))

    assert receipt.updated == ("a",)
    assert {name: (one.start.day, one["SEQUENCE"]) for name, one in events().items()} == {
        uid("a"): (28, 1),
        uid("b"): (27, 0),
    }


def test_rest_is_no_event(target, session, schedule, events):
    part = target()
    receipt = part.publish(schedule(session("a", kind=Kind.REST, metres=None), session("b", 1)))

    assert receipt.created == ("b",)
    assert set(events()) == {uid("b")}


def test_an_event_that_becomes_rest_is_removed(target, session, schedule):
    part = target()
    part.publish(schedule(session("a"), session("b", 1)))

    assert part.publish(schedule(session("a", kind=Kind.REST), session("b", 1))).removed == ("a",)


def test_past_events_stay_byte_for_byte(target, session, schedule, tmp_path):
    part = target()
    part.publish(schedule(session("a", 0), session("b", 1)))
    before = block(tmp_path, "a")
    receipt = part.publish(schedule(session("b", 1, title="Long"), session("c", 2), today=1))

    assert block(tmp_path, "a") == before
    assert (receipt.created, receipt.updated, receipt.removed) == (("c",), ("b",), ())


def test_past_sessions_are_not_written_anew(target, session, schedule):
    receipt = target().publish(schedule(session("a", 0), session("b", 1), today=1))

    assert receipt.created == ("b",)


def test_an_evening_session_is_not_past_on_its_own_day_in_the_runners_zone(target, session, schedule):
    part = target(zone=ZoneInfo("America/Los_Angeles"))
    part.publish(schedule(session("a", 0, at=time(18)), session("b", 1)))

    assert part.publish(schedule(session("b", 1))).removed == ("a",)


def test_foreign_events_and_the_calendars_own_name_stay_as_they_are(target, session, schedule, tmp_path):
    path = tmp_path / "plan.ics"
    path.write_text(FOREIGN, newline="")
    part = target()
    part.publish(schedule(session("a")))
    added = path.read_bytes()
    part.publish(schedule())

    assert DENTIST.encode() in added
    assert uid("a").encode() in added
    assert b"X-WR-CALNAME:Family\n" in added
    assert b"NAME:Surefoot" not in added
    assert path.read_bytes().replace(b"\r\n", b"\n") == FOREIGN.encode()


def test_a_new_name_is_given_to_a_calendar_of_our_own(target, session, schedule, tmp_path):
    target().publish(schedule(session("a")))
    receipt = target(name="Half marathon").publish(schedule(session("a")))

    assert receipt.unchanged == ("a",)
    assert b"NAME:Half marathon\r\n" in (tmp_path / "plan.ics").read_bytes()


def test_what_was_dropped_disappears(target, session, schedule, events):
    part = target()
    part.publish(schedule(session("a"), session("b", 1)))
    receipt = part.publish(schedule(session("b", 1), dropped=(session("a"),)))

    assert receipt.removed == ("a",)
    assert set(events()) == {uid("b")}


def test_what_was_dropped_stays_as_cancelled_where_that_is_wanted(
    target, session, schedule, tmp_path, events
):
    part = target(dropped="cancel")
    changed = datetime(2027, 1, 25, 8, tzinfo=UTC)
    part.publish(schedule(session("a", 1, revision=2), session("b", 2)))
    less = schedule(session("b", 2), dropped=(session("a", 1, revision=3, revised=changed),))
    first = part.publish(less)
    data = (tmp_path / "plan.ics").read_bytes()
    second = part.publish(less)
    gone = events()[uid("a")]

    assert first.removed == ("a",)
    assert (gone["STATUS"], gone["SEQUENCE"], gone["DTSTAMP"].dt) == ("CANCELLED", 3, changed)
    assert (second.removed, second.unchanged) == ((), ("b",))
    assert (tmp_path / "plan.ics").read_bytes() == data


def test_what_is_taken_up_again_is_newer_than_its_cancellation(target, session, schedule, events):
    part = target(dropped="cancel")
    part.publish(schedule(session("a", 1), session("b", 2)))
    part.publish(schedule(session("b", 2)))
    receipt = part.publish(schedule(session("a", 1), session("b", 2)))
    back = events()[uid("a")]

    assert receipt.updated == ("a",)
    assert (back["STATUS"], back["SEQUENCE"]) == ("CONFIRMED", 2)
    assert part.publish(schedule(session("a", 1), session("b", 2))).unchanged == ("a", "b")


def test_what_the_runner_wrote_into_an_event_is_kept_and_named(target, session, schedule, edit, tmp_path):
    part = target()
    part.publish(schedule(session("a"), session("b", 1, title="Long")))
    edit("SUMMARY:Easy 6.5 km", "SUMMARY:Easy with Kim")
    before = block(tmp_path, "a")
    receipt = part.publish(
        schedule(session("a", title="Easy 5 km", revision=1), session("b", 1, title="Long"))
    )

    assert (receipt.skipped, receipt.unchanged) == (("a",), ("b",))
    assert block(tmp_path, "a") == before


def test_an_edited_event_outlives_the_session_it_was_for(target, session, schedule, edit, tmp_path):
    part = target()
    part.publish(schedule(session("a"), session("b", 1)))
    edit("SUMMARY:Easy 6.5 km", "SUMMARY:Easy with Kim")

    for _ in range(2):
        assert part.publish(schedule(session("b", 1))).skipped == ("a",)
    assert b"Easy with Kim" in block(tmp_path, "a")


def test_an_alarm_of_the_runners_own_is_kept(target, session, schedule, edit, tmp_path):
    part = target()
    part.publish(schedule(session("a"), session("b", 1)))
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\n"
    edit("END:VEVENT", alarm + "END:VEVENT")

    assert part.publish(schedule(session("a", title="Long"), session("b", 1))).skipped == ("a",)
    assert b"VALARM" in block(tmp_path, "a")


def test_a_program_that_only_writes_the_file_its_own_way_has_edited_nothing(
    target, session, schedule, tmp_path
):
    part = target()
    wanted = schedule(session("a", notes="long " * 30), session("b", 1, at=time(18, 30), title="Long"))
    part.publish(wanted)
    path = tmp_path / "plan.ics"
    turned = [
        line
        for raw in split(path.read_bytes()).blocks
        for line in [
            "BEGIN:VEVENT",
            *sorted(raw.raw.decode().replace("\r\n ", "").split("\r\n")[1:-2]),
            "END:VEVENT",
        ]
        if not line.startswith(("STATUS", "TRANSP"))
    ]
    path.write_text(
        "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Other//EN", *turned, "END:VCALENDAR", ""])
    )
    data = path.read_bytes()

    assert list(part.wishes()) == []
    assert part.publish(wanted).unchanged == ("a", "b")
    assert path.read_bytes() == data
    assert part.publish(schedule(*wanted.sessions[:1])).removed == ("b",)


def test_an_event_that_was_doubled_becomes_one_again(  # noqa: PLR0917 - fixtures
    target, session, schedule, tmp_path, edit, events
):
    part = target()
    wanted = schedule(session("a"), session("b", 1))
    part.publish(wanted)
    twice = block(tmp_path, "a").decode()
    edit("END:VCALENDAR", twice + "END:VCALENDAR")

    assert part.publish(wanted).updated == ("a",)
    assert part.publish(wanted).unchanged == ("a", "b")
    assert events()[uid("a")]["SEQUENCE"] == 1
    assert set(events()) == {uid("a"), uid("b")}


def test_the_same_events_are_found_again_when_the_memory_is_lost(target, session, schedule, tmp_path, events):
    part = target()
    part.publish(schedule(session("a", revision=4), session("b", 1, revision=2), session("c", 2)))
    data = (tmp_path / "plan.ics").read_bytes()
    (tmp_path / "memory" / "published.json").unlink()
    same = part.publish(schedule(session("a"), session("b", 1), session("c", 2)))

    assert same.unchanged == ("a", "b", "c")
    assert (tmp_path / "plan.ics").read_bytes() == data

    (tmp_path / "memory" / "published.json").unlink()
    other = part.publish(schedule(session("a"), session("b", 3)))

    assert (other.unchanged, other.updated, other.removed) == (("a",), ("b",), (uid("c"),))
    assert {name: one["SEQUENCE"] for name, one in events().items()} == {uid("a"): 4, uid("b"): 3}


def test_a_file_that_is_gone_is_written_anew(target, session, schedule, tmp_path):
    part = target()
    part.publish(schedule(session("a"), session("b", 1)))
    (tmp_path / "plan.ics").unlink()

    assert list(part.wishes()) == []
    assert part.publish(schedule(session("a"), session("b", 1))).created == ("a", "b")


def test_an_empty_file_is_filled(target, session, schedule, tmp_path):
    (tmp_path / "plan.ics").write_bytes(b"\r\n")

    assert target().publish(schedule(session("a"))).created == ("a",)


def test_an_empty_schedule_makes_no_file(target, schedule, tmp_path):
    target().publish(schedule())

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_the_file_keeps_its_mode(target, session, schedule, tmp_path, mode):
    part = target()
    part.publish(schedule(session("a")))
    (tmp_path / "plan.ics").chmod(mode)
    part.publish(schedule(session("a", title="Long")))

    assert (tmp_path / "plan.ics").stat().st_mode & 0o777 == mode


def test_a_link_keeps_pointing_where_it_did(target, session, schedule, tmp_path):
    (tmp_path / "cloud").mkdir()
    (tmp_path / "plan.ics").symlink_to(tmp_path / "cloud" / "running.ics")
    target().publish(schedule(session("a")))

    assert (tmp_path / "plan.ics").is_symlink()
    assert (tmp_path / "cloud" / "running.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_order_of_the_sessions_given_does_not_matter(target, session, schedule, tmp_path):
    wanted = schedule(session("b", 1), session("a", 1, at=time(7)), session("c"))
    target().publish(wanted)
    data = (tmp_path / "plan.ics").read_bytes()
    (tmp_path / "plan.ics").unlink()
    target().publish(dataclasses.replace(wanted, sessions=wanted.sessions[::-1]))

    assert (tmp_path / "plan.ics").read_bytes() == data
