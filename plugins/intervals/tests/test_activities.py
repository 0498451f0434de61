"""What a list of activities comes to."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import Secret, Sport
from surefoot.testing.standin_intervals import KEY, IntervalsStandin
from surefoot_intervals import Activities

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2031, 3, 5, 12, 0, tzinfo=BERLIN)
WINDOW = (date(2031, 3, 1), date(2031, 3, 31))


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ICU_KEY", KEY)
    with IntervalsStandin() as one:
        yield one


def part(platform: IntervalsStandin, folder: Path, **more) -> Activities:
    given = {"key": Secret(env="ICU_KEY"), "host": platform.base, "patience": 5.0}
    made = Activities(**given | {"zone": ZoneInfo("Europe/Berlin")} | more)
    made.bind(label="icu", folder=folder)
    return made


def test_stubs_of_strava_are_counted_named_and_their_days_stay_unknown(platform, tmp_path: Path):
    platform.add_run(NOON, 8000, 2700)
    for day in (1, 4):
        platform.add_stub(NOON + timedelta(days=day))
    source = part(platform, tmp_path)

    assert len(list(source.activities(*WINDOW))) == 1
    ((what, why),) = source.problems()
    assert what == "2 activities (2031-03-06 to 2031-03-09)"
    assert "connect your watch to intervals.icu directly" in why
    assert list(source.gaps()) == [date(2031, 3, 6), date(2031, 3, 9)]


def test_timer_time_goes_before_moving_time(platform, tmp_path: Path):
    platform.add_run(NOON, 8000, 2700, icu_recording_time=2750, elapsed_time=3000)

    (found,) = part(platform, tmp_path).activities(*WINDOW)
    assert (found.seconds, found.elapsed) == (2750, 3000)


def test_a_treadmill_run_without_distance_says_so(platform, tmp_path: Path):
    platform.add_run(NOON, None, 2700)

    (found,) = part(platform, tmp_path).activities(*WINDOW)
    assert (found.metres, found.notes) == (0, ("no distance was recorded",))


@pytest.mark.parametrize(
    ("name", "sport"),
    [("TrailRun", Sport.RUN), ("VirtualRun", Sport.RUN), ("Hike", Sport.HIKE), ("Kitesurf", Sport.OTHER)],
)
def test_sports_are_told_apart(platform, tmp_path: Path, name: str, sport: Sport):
    platform.add_run(NOON, 8000, 2700, type=name)

    (found,) = part(platform, tmp_path).activities(*WINDOW)
    assert found.sport is sport


def test_without_a_start_in_utc_the_zone_of_the_activity_or_the_runner_counts(platform, tmp_path: Path):
    platform.add_run(NOON, 8000, 2700, start_date=None, timezone="Asia/Tokyo")
    platform.add_run(NOON + timedelta(days=1), 8000, 2700, start_date=None, timezone="Nowhere")

    second, first = part(platform, tmp_path).activities(*WINDOW)
    assert first.start.isoformat() == "2031-03-05T12:00:00+09:00"
    assert second.start.isoformat() == "2031-03-06T12:00:00+01:00"


def test_only_what_is_needed_is_asked_for(platform, tmp_path: Path):
    platform.add_run(NOON, 8000, 2700)
    list(part(platform, tmp_path).activities(*WINDOW))

    (asked,) = platform.asked
    assert "distance" in asked.query["fields"]
    assert asked.query["newest"] == "2031-03-31T23:59:59"
