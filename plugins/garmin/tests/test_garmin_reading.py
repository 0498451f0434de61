"""What Garmin lists, read page after page: what moves meanwhile is not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import Sport, Unavailable
from surefoot.testing import Reply
from surefoot.testing.faults import busy, changed
from surefoot.testing.standin_garmin import LIST, GarminStandin
from surefoot_garmin import Activities

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
ALL = (date(2029, 1, 1), date(2031, 4, 1))


def part(garmin: GarminStandin, folder: Path) -> Activities:
    made = Activities(host=garmin.base, patience=5, zone=ZoneInfo("UTC"))
    made.bind(label="garmin", folder=folder)
    return made


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("trail_running", Sport.RUN),
        ("treadmill_running", Sport.RUN),
        ("barefoot_running", Sport.RUN),
        ("walking", Sport.WALK),
        ("hiking", Sport.HIKE),
        ("gravel_cycling", Sport.RIDE),
        ("open_water_swimming", Sport.SWIM),
        ("strength_training", Sport.STRENGTH),
        ("motorcycling", Sport.OTHER),
        ("meditation", Sport.OTHER),
    ],
)
def test_a_kind_is_the_sport_it_is_part_of(
    garmin: GarminStandin, tmp_path: Path, kind: str, sport: Sport
) -> None:
    garmin.add_run(NOON, 5000, 1500, kind=kind)

    assert [one.sport for one in part(garmin, tmp_path).activities(*ALL)] == [sport]


def test_a_moment_in_milliseconds_is_the_same_as_in_words(garmin: GarminStandin, tmp_path: Path) -> None:
    row = garmin.add_run(NOON, 5000, 1500)
    row["startTimeGMT"] = int(NOON.timestamp() * 1000)

    (found,) = part(garmin, tmp_path).activities(*ALL)
    assert (found.start, found.offset) == (NOON, 0)


def test_a_run_without_a_distance_has_its_time(garmin: GarminStandin, tmp_path: Path) -> None:
    garmin.add_run(NOON, None, 1800.4, kind="treadmill_running")

    (found,) = part(garmin, tmp_path).activities(*ALL)
    assert (found.metres, found.seconds, found.notes) == (0, 1800, ("no distance was recorded",))


@pytest.mark.parametrize("what", ["deleted", "recorded"])
def test_what_is_recorded_or_deleted_while_pages_are_read_hides_no_other_run(
    garmin: GarminStandin, tmp_path: Path, what: str
) -> None:
    for number in range(200):
        garmin.add_run(NOON - timedelta(days=number), 5000, 1500)
    before = {str(one["activityId"]) for one in garmin.activities[1:]}

    def meanwhile(good: Reply, _: Reply) -> Reply:
        if what == "deleted":
            garmin.activities.pop(0)
        else:
            garmin.add_run(NOON + timedelta(hours=6), 5000, 1500)
        return good

    garmin.plan(meanwhile, on=LIST)
    found = {one.id for one in part(garmin, tmp_path).activities(*ALL)}

    assert found >= before


def test_pages_that_begin_with_the_earliest_are_not_believed(garmin: GarminStandin, tmp_path: Path) -> None:
    for number in range(100):
        garmin.add_run(NOON - timedelta(days=number), 5000, 1500)
    garmin.plan(changed(lambda rows: rows[::-1]), on=LIST)

    with pytest.raises(Unavailable, match="another order"):
        list(part(garmin, tmp_path).activities(*ALL))


def test_nothing_is_sent_but_the_key_for_its_token(garmin: GarminStandin, tmp_path: Path) -> None:
    garmin.add_run(NOON, 5000, 1500)
    for _ in range(2):
        list(part(garmin, tmp_path).activities(*ALL))

    assert [one.method for one in garmin.asked] == ["POST", "GET", "GET"]
    assert [one.path for one in garmin.asked].count(LIST) == 2


def test_what_lies_on_the_disk_while_an_import_lasts_says_not_where_somebody_lives(
    garmin: GarminStandin, tmp_path: Path
) -> None:
    for number in range(60):
        garmin.add_run(
            NOON - timedelta(days=number), 5000, 1500, startLatitude=52.520008, ownerFullName="R. Unner"
        )
    garmin.plan(lambda good, _: good, lambda good, _: replace(good, status=500), on=LIST)
    with pytest.raises(Unavailable):
        list(part(garmin, tmp_path).activities(*ALL))

    kept = "".join(one.read_text() for one in (tmp_path / "import").iterdir())
    assert "activityId" in kept
    assert "52.52" not in kept
    assert "Unner" not in kept


@pytest.mark.parametrize("via", ["key", "login"])
def test_a_platform_that_is_busy_is_left_alone_by_the_next_command_too(
    garmin: GarminStandin, tmp_path: Path, via: str
) -> None:
    from surefoot.net import save_private

    save_private(tmp_path / "login.json", garmin.login())
    garmin.plan(busy("50"), on=LIST)
    source = Activities(host=garmin.base, via=via, patience=5, zone=ZoneInfo("UTC"))
    source.bind(label="garmin", folder=tmp_path)
    for _ in range(2):
        with pytest.raises(Unavailable, match=r"again in (\d\d s|1 min)") as told:
            list(source.activities(*ALL))
        assert told.value.retry_after
    assert [one.path for one in garmin.asked].count(LIST) == 1
