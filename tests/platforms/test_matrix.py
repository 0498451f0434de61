"""Every platform and every fault: one clear line, others are read, nothing is lost, unknown stays unknown."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from platforms_on_loopback import PLATFORMS

from surefoot.testing import FAULTS
from surefoot.testing.faults import each_row, repeated, slow

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2027, 1, 1, 12, 0, tzinfo=BERLIN)
MONDAY, TUESDAY = "2027-01-25", "2027-01-26"


@pytest.fixture(params=PLATFORMS, ids=lambda one: one.name)
def platform(request, bare, monkeypatch):
    """A platform with twelve runs, one every second day, that the folder reads from."""
    one = request.param()
    for name, value in one.environment.items():
        monkeypatch.setenv(name, value)
    with one.standin:
        for number in range(12):
            one.add_run(NOON + timedelta(days=2 * number))
        bare.add(one.table())
        one.log_in(bare.path)
        yield one


def read(folder, today):
    """Return the exit status, and what was read, by source."""
    status, said = folder.json("pull", today=today)
    return status, {one["source"]: one for one in said["read"]}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_line_costs_nothing_and_passes(platform, bare, fault):
    assert read(bare, MONDAY)[0] == 0
    before, known = bare.stored("net"), bare.known("net")
    platform.add_run(NOON + timedelta(days=25))
    platform.standin.plan(*[FAULTS[fault]] * 3, on=platform.rows)

    status, out, err = bare.run("pull", today=TUESDAY)

    assert status == 1
    assert "net · did not answer" in out
    assert "Its days stay unknown" in out
    assert "bug" not in out + err
    assert "Traceback" not in out + err
    assert not [one for one in platform.secrets if one in out + err]
    assert "runs · nothing new" in out
    assert bare.stored("net") == before
    assert bare.known("net") == known

    platform.standin.calm()
    (bare.path / ".surefoot" / "sources.net" / "wait.json").unlink(missing_ok=True)  # as if time had passed
    assert read(bare, TUESDAY)[0] == 0
    assert len(bare.stored("net")) == 13


@pytest.mark.parametrize("field", ["id", "sport", "start", "local", "metres", "seconds", "elapsed", "title"])
def test_a_field_that_is_not_as_it_should_be_never_turns_a_run_into_rest(platform, bare, field):
    read(bare, MONDAY)
    before = set(bare.stored("net"))
    platform.add_run(NOON + timedelta(days=25))
    ran = [NOON.date() + timedelta(days=2 * number) for number in range(12)] + [date(2027, 1, 26)]
    for value in (..., None, "three", -1):
        platform.standin.plan(each_row(platform.fields[field], value), on=platform.rows)

        _, out, err = bare.run("pull", today=TUESDAY)

        assert "bug" not in out + err
        assert set(bare.stored("net")) >= before
        assert_no_day_is_rest(bare, ran)


def assert_no_day_is_rest(folder, ran):
    """On each day that something was run it is stored, or the day is unknown."""
    stored = {one.day for one in folder.stored("net").values() if one.metres or one.seconds}
    known = folder.known("net")
    rest = [day for day in ran if day not in stored and any(one.since <= day <= one.until for one in known)]
    assert rest == []


def test_a_page_that_comes_twice_is_not_believed(platform, bare):
    platform.standin.add_years(4, datetime(2026, 12, 1, 12, tzinfo=BERLIN))
    for _ in range(3):
        platform.standin.add_years(2, datetime(2026, 11, 1, 12, tzinfo=BERLIN))
    platform.standin.plan(lambda good, _: good, repeated, repeated, repeated, on=platform.rows)

    assert read(bare, MONDAY)[0] == 1
    assert bare.stored("net") == {}
    assert bare.known("net") == ()


def test_a_slow_answer_is_still_one(platform, bare):
    platform.standin.plan(slow, on=platform.rows)

    assert read(bare, MONDAY)[0] == 0
    assert len(bare.stored("net")) == 12


def test_what_was_edited_or_deleted_there_later_is_so_here(platform, bare):
    read(bare, MONDAY)
    rows = platform.standin.activities
    rows[-1][platform.fields["metres"]] = 9000.0
    gone = rows.pop(-2)

    assert read(bare, TUESDAY)[0] == 0
    stored = bare.stored("net")
    assert str(gone[platform.fields["id"]]) not in stored
    assert max(one.metres for one in stored.values()) == 9000


def test_a_run_that_was_put_on_another_day_there_is_on_that_day_here_and_on_no_other(platform, bare):
    read(bare, MONDAY)
    row = platform.standin.activities[-1]
    for name in (platform.fields["start"], platform.fields["local"]):
        row[name] = str(row[name]).replace("2027-01-23", "2027-01-22")

    assert read(bare, TUESDAY)[0] == 0
    days = sorted(one.day.day for one in bare.stored("net").values())
    assert days == [*range(1, 22, 2), 22]


def test_a_second_reading_finds_nothing_new(platform, bare):
    read(bare, MONDAY)
    before = bare.stored("net")

    _, reads = read(bare, MONDAY)
    assert reads["net"]["new"] == 0
    assert bare.stored("net") == before


STARTS = (
    (datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=BERLIN), date(2026, 10, 25)),
    (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN), date(2026, 10, 25)),
    (datetime(2026, 3, 29, 3, 0, tzinfo=BERLIN), date(2026, 3, 29)),
    (datetime(2026, 10, 24, 23, 59, 30, tzinfo=BERLIN), date(2026, 10, 24)),
    (datetime(2026, 10, 25, 0, 0, 0, tzinfo=BERLIN), date(2026, 10, 25)),
    (datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo("Pacific/Kiritimati")), date(2026, 10, 25)),
    (datetime(2026, 10, 24, 23, 30, tzinfo=ZoneInfo("Pacific/Honolulu")), date(2026, 10, 24)),
    (datetime(2026, 10, 25, 6, 15, tzinfo=ZoneInfo("Asia/Kathmandu")), date(2026, 10, 25)),
)
"""Runs around midnight, on days when clocks change, and far away, with the day each was on for the runner."""


def test_a_run_is_on_the_day_of_the_runners_own_clock(platform, bare):
    for number, (start, _) in enumerate(STARTS):
        platform.add_run(start, 4000.0 + number)
    read(bare, MONDAY)

    found = {one.metres - 4000: one for one in bare.stored("net").values()}
    for number, (start, day) in enumerate(STARTS):
        assert found[number].day == day
        assert found[number].start.timestamp() == start.timestamp()


def test_ten_years_are_read_in_a_few_requests_and_a_day_in_one_or_two(platform, bare):
    platform.standin.activities.clear()
    platform.standin.add_years(10, NOON + timedelta(days=24))

    assert read(bare, MONDAY)[0] == 0
    assert len(bare.stored("net")) == 1825
    assert len(platform.standin.asked) <= platform.first

    platform.standin.asked.clear()
    platform.add_run(NOON + timedelta(days=25))
    assert read(bare, TUESDAY)[0] == 0
    assert len(bare.stored("net")) == 1826
    assert len(platform.standin.asked) <= platform.daily


def test_a_run_made_while_a_long_import_was_broken_off_is_there_at_once(platform, bare):
    platform.standin.activities.clear()
    platform.standin.add_years(3, NOON + timedelta(days=22))
    platform.standin.plan(lambda good, _: good, *[FAULTS["cut"]] * 3, on=platform.rows)
    assert read(bare, MONDAY)[0] == 1

    platform.standin.calm()
    platform.add_run(NOON + timedelta(days=24, hours=7))
    assert read(bare, MONDAY)[0] == 0
    assert len(bare.stored("net")) == 548
    assert max(one.day for one in bare.stored("net").values()) == date(2027, 1, 25)


def test_a_long_import_that_was_broken_off_goes_on_where_it_stopped(platform, bare):
    platform.standin.activities.clear()
    platform.standin.add_years(10, NOON + timedelta(days=24))
    platform.standin.plan(lambda good, _: good, *[FAULTS["cut"]] * 3, on=platform.rows)
    assert read(bare, MONDAY)[0] == 1
    assert bare.stored("net") == {}

    platform.standin.calm()
    platform.standin.asked.clear()
    assert read(bare, MONDAY)[0] == 0
    assert len(bare.stored("net")) == 1825
    assert len([one for one in platform.standin.asked if one.path == platform.rows]) == platform.pages
    assert not (bare.path / ".surefoot" / "sources.net" / "import").exists()
