"""What the runner asked for counts while its day is ahead, and not after."""

import json
import shutil
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from surefoot.app.wishes import ahead_of
from surefoot.cli.main import run
from surefoot.model import Allow, Drop, Kind, Move, Off, Resize, Schedule, Session, Wish, Workout

RUNS = {"easy", "long", "quality"}
EXAMPLE = Path(__file__).parents[2] / "examples" / "half-marathon"
TODAY = date(2027, 1, 27)
YESTERDAY, TOMORROW = date(2027, 1, 26), date(2027, 1, 28)


def session(uid, day, *, planned=True):
    workout = Workout(kind=Kind.EASY if planned else Kind.STRENGTH, title="x", metres=5000)
    return Session(uid=uid, day=day, plan_day=day if planned else None, workout=workout)


KEPT = Schedule(
    today=YESTERDAY,
    sessions=(
        session("over", YESTERDAY),
        session("ahead", TOMORROW),
        session("deleted", TOMORROW),
        session("strength", TOMORROW, planned=False),
    ),
)
UNHELD = Schedule(today=TODAY, sessions=(session("over", YESTERDAY), session("ahead", TOMORROW)))


@pytest.mark.parametrize(
    ("effect", "counts"),
    [
        (Drop(uid="over"), False),
        (Drop(uid="deleted"), False),
        (Drop(uid="never-seen"), False),
        (Drop(uid="ahead"), True),
        (Drop(uid="strength"), True),
        (Resize(uid="over", metres=3000), False),
        (Move(uid="over", day=TOMORROW), False),
        (Move(uid="deleted", day=TOMORROW), False),
        (Move(uid="ahead", day=YESTERDAY), False),
        (Move(uid="ahead", day=TODAY), True),
        (Off(since=YESTERDAY, until=YESTERDAY), False),
        (Off(since=YESTERDAY, until=TODAY), True),
        (Allow(rule="pain", day=YESTERDAY), False),
        (Allow(rule="pain", day=TODAY), True),
    ],
)
def test_a_wish_counts_while_its_session_and_its_day_are_ahead(effect, counts):
    wish = Wish(effect=effect, seen=datetime.combine(TODAY, time(7), UTC), where="calendar")

    assert bool(ahead_of((wish,), UNHELD, KEPT, today=TODAY)) is counts


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "half"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))
    return copy


def surefoot(folder, *words, today="2027-01-25"):
    return run(["-C", str(folder), "--today", today, *words])


def without_event(data, *texts):
    """The calendar without the one event that holds all texts."""
    head, *events = data.split(b"BEGIN:VEVENT\r\n")
    events[-1], end = events[-1].split(b"END:VCALENDAR")
    kept = [one for one in events if not all(text in one for text in texts)]
    assert len(kept) == len(events) - 1
    return head + b"".join(b"BEGIN:VEVENT\r\n" + one for one in kept) + b"END:VCALENDAR" + end


def decided(folder, capsys):
    capsys.readouterr()
    surefoot(folder, "changes", "--json")
    return [
        one["effect"] for each in json.loads(capsys.readouterr().out)["sets"] for one in each["decisions"]
    ]


def test_an_event_deleted_together_with_its_session_in_the_plan_leaves_no_decision(folder, capsys):
    surefoot(folder, "sync", "--yes")
    plan, calendar = folder / "plan.csv", folder / "plan.ics"
    plan.write_text(plan.read_text().replace("6.5k easy,,5.5k easy,12k long", ",,5.5k easy,12k long"))
    calendar.write_bytes(without_event(calendar.read_bytes(), b"20270204", b"6.5 km"))
    before = decided(folder, capsys)

    assert surefoot(folder, "sync", "--yes") == 0
    assert decided(folder, capsys) == before
    assert "drop" not in before


def test_an_event_deleted_while_its_day_was_ahead_and_read_when_it_was_over_leaves_no_decision(
    folder, capsys
):
    surefoot(folder, "sync", "--yes")
    calendar = folder / "plan.ics"
    calendar.write_bytes(without_event(calendar.read_bytes(), b"20270128", b"5.5 km"))
    before = decided(folder, capsys)

    assert surefoot(folder, "sync", "--yes", today="2027-01-29") == 0
    assert "drop" not in decided(folder, capsys)
    assert before


def test_an_event_deleted_and_read_while_its_day_is_ahead_is_a_decision(folder, capsys):
    surefoot(folder, "sync", "--yes")
    calendar = folder / "plan.ics"
    calendar.write_bytes(without_event(calendar.read_bytes(), b"20270128", b"5.5 km"))

    assert surefoot(folder, "sync", "--yes", today="2027-01-26") == 0
    assert "drop" in decided(folder, capsys)


@pytest.mark.parametrize("name", ["overrun", "overrun-week", "pain", "session-spike"])
def test_allow_takes_the_name_of_a_limit_or_of_a_policy(folder, name):
    assert surefoot(folder, "allow", name, "sat") == 0


def test_allow_refuses_a_name_that_nothing_has_and_offers_the_nearest(folder, capsys):
    assert surefoot(folder, "allow", "pian", "sat") == 2
    assert "did you mean pain?" in capsys.readouterr().err


def test_pain_that_stops_running_is_lifted_for_one_day_by_allow_pain_alone(folder, capsys):
    def runs():
        capsys.readouterr()
        surefoot(folder, "plan", "--json")
        weeks = json.loads(capsys.readouterr().out)["weeks"]
        this = next(one["sessions"] for one in weeks if one["start"] == "2027-01-25")
        return [one["day"] for one in this if one["kind"] in RUNS and one["status"] == "planned"]

    surefoot(folder, "log", "pain", "7", "--where", "knee")
    surefoot(folder, "sync", "--yes")
    stopped = runs()
    surefoot(folder, "allow", "overrun", "tue")
    assert runs() == stopped
    assert "2027-01-26" not in stopped

    surefoot(folder, "allow", "pain", "tue")
    assert runs() == ["2027-01-26", *stopped]
