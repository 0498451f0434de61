"""The same run from several platforms is one run, and two runs are never one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.load.merge import merged
from surefoot.model import Activity, Correction, Sport

BERLIN = timezone(timedelta(hours=1))
NOON = datetime(2027, 1, 24, 12, 0, tzinfo=BERLIN)
PLATFORMS = ("garmin", "intervals", "strava")


def run(source: str = "garmin", at: int = 0, *, key: str = "1", **fields: object) -> Activity:
    """A run of an hour and 10 km that began ``at`` minutes after noon."""
    values: dict[str, object] = {
        "id": key,
        "sport": Sport.RUN,
        "start": NOON + timedelta(minutes=at),
        "offset": 3600,
        "metres": 10_000,
        "seconds": 3600,
        "source": source,
        **fields,
    }
    return Activity(**values)  # type: ignore[arg-type]


def sources(*activities: Activity) -> list[str]:
    """Which source's record each outing was told by."""
    return [one.source for one in merged(activities)]


class Season(NamedTuple):
    """What was really run, and what each platform made of it."""

    runs: tuple[int, ...]
    records: tuple[Activity, ...]


@st.composite
def seasons(draw: st.DrawFn) -> Season:
    """Runs that do not overlap, each on one platform or more, with clocks, lengths and zones awry."""
    records: list[Activity] = []
    runs: list[int] = []
    start = NOON
    for number in range(draw(st.integers(1, 12))):
        minutes = draw(st.integers(15, 120))
        # Each length differs from its neighbours' by more than two records of one run can.
        metres = 3000 + 1700 * (number % 5) + draw(st.integers(0, 300))
        runs.append(metres)
        late = draw(st.sampled_from([None, *PLATFORMS]))
        for platform in draw(st.sets(st.sampled_from(PLATFORMS), min_size=1)):
            clock = draw(st.integers(-150, 150)) + (3600 if platform == late else 0)
            records.append(
                Activity(
                    id=f"{platform}-{number}",
                    sport=Sport.RUN,
                    start=start + timedelta(seconds=clock),
                    offset=draw(st.sampled_from([3600, None])),
                    metres=metres * draw(st.integers(992, 1008)) // 1000,
                    seconds=minutes * 60 + draw(st.integers(-20, 20)),
                    source=platform,
                )
            )
        start += timedelta(minutes=minutes + draw(st.integers(70, 3000)))
    return Season(tuple(runs), tuple(draw(st.permutations(records))))


@given(seasons())
@settings(max_examples=200)
def test_no_run_of_a_season_on_three_platforms_is_lost_or_counted_twice(season: Season) -> None:
    told = merged(season.records)

    assert len(told) == len(season.runs)
    assert all(
        abs(one.metres - metres) * 100 <= metres
        for one, metres in zip(by_length(told), sorted(season.runs), strict=True)
    )


def by_length(activities: tuple[Activity, ...]) -> list[Activity]:
    return sorted(activities, key=lambda one: one.metres)


@given(seasons(), st.randoms(use_true_random=False))
def test_the_order_of_sources_and_activities_does_not_matter(season: Season, random: object) -> None:
    shuffled = list(season.records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert merged(shuffled) == merged(season.records)


@given(seasons())
def test_what_is_merged_once_stays_as_it_is(season: Season) -> None:
    once = merged(season.records)

    assert merged(once) == once


@given(seasons())
def test_every_record_is_counted_or_named_by_the_one_that_is(season: Season) -> None:
    told = merged(season.records)

    named = [key for one in told for key in (one.key, *one.also)]
    assert sorted(named) == sorted(one.key for one in season.records)


def test_a_run_taken_for_utc_by_one_platform_is_the_same_run() -> None:
    assert len(merged((run("garmin"), run("strava", 62, metres=10_100, seconds=3630)))) == 1


def test_two_runs_of_one_platform_an_hour_apart_are_two() -> None:
    assert len(merged((run("garmin", key="1"), run("garmin", 61, key="2")))) == 2


def test_a_run_and_a_walk_at_once_stay_apart() -> None:
    assert len(merged((run("garmin"), run("strava", sport=Sport.WALK)))) == 2


def test_a_recording_that_broke_off_gives_way_to_the_whole_one() -> None:
    phone = run("a-phone", metres=5000, seconds=1800)

    assert sources(phone, run("watch")) == ["watch"]


@pytest.mark.parametrize(("seconds", "told"), [(3239, ["strava"]), (3240, ["garmin"])])
def test_a_recording_gives_way_where_more_than_a_tenth_is_missing(seconds: int, told: list[str]) -> None:
    assert sources(run(seconds=seconds, elapsed=3700, ascent=80), run("strava", key="2")) == told


def test_two_parts_on_one_platform_and_the_whole_on_another_are_told_by_the_whole() -> None:
    first = run("watch", key="1", metres=4900, seconds=1780)
    second = run("watch", 31, key="2", metres=4900, seconds=1300)

    assert sources(first, second, run("phone")) == ["phone"]


def test_two_parts_that_miss_nothing_are_both_told() -> None:
    first = run("watch", key="1", metres=5000, seconds=1780, ascent=3)
    second = run("watch", 31, key="2", metres=5000, seconds=1740, ascent=3)

    told = merged((first, second, run("phone")))

    assert [(one.source, one.metres) for one in told] == [("watch", 5000), ("watch", 5000)]
    assert told[0].also == ("phone/1",)


def test_the_same_run_twice_in_one_folder_counts_once() -> None:
    assert len(merged((run("files", key="a.fit"), run("files", key="a.gpx", seconds=3590)))) == 1


def test_a_record_with_ascent_and_elapsed_time_is_told_before_one_without() -> None:
    assert sources(run("a"), run("b", ascent=10, descent=10, elapsed=3700)) == ["b"]


def test_what_was_typed_in_gives_way_to_the_recording_of_that_day() -> None:
    typed = run("log", 200, metres=10_400, seconds=3900, ascent=1, descent=1)

    assert sources(typed, run("garmin")) == ["garmin"]


def test_two_runs_typed_in_beside_one_recording_are_two_runs() -> None:
    typed = (run("log", 200, key="1"), run("log", 200, key="2", metres=9900))

    assert sources(*typed, run("garmin")) == ["garmin", "log"]


def test_what_the_runner_ignores_counts_nothing() -> None:
    ignored = Correction(kind="ignore", activities=("garmin/1",))

    assert merged((run("garmin"),), (ignored,)) == ()


def test_what_the_runner_splits_stays_apart() -> None:
    split = Correction(kind="split", activities=("garmin/1", "strava/1"))

    assert len(merged((run("garmin"), run("strava")), (split,))) == 2


def test_what_the_runner_merges_counts_once_wherever_its_clock_stands() -> None:
    said = Correction(kind="merge", activities=("files/1", "files/2", "files/deleted"))

    told = merged((run("files", key="1"), run("files", 400, key="2", seconds=3500)), (said,))

    assert [(one.id, one.also) for one in told] == [("1", ("files/2",))]


def test_a_source_that_is_alone_is_returned_as_it_is() -> None:
    alone = tuple(replace(run(key=str(day)), start=NOON + timedelta(days=day)) for day in range(5))

    assert merged(alone) == alone
