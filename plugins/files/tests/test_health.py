"""The workouts of an Apple Health export, found among millions of records."""

from __future__ import annotations

import io
import tracemalloc
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot_files import health
from surefoot_files.recording import UnreadableError

HEAD = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT MetadataEntry EMPTY>
<!ATTLIST Broken #REQUIRED not well formed
]>
<HealthData locale="de_DE">
"""
BEAT = b'<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="61"/>\n'
TAIL = b"</HealthData>\n"
NEW = b"""<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30.25" durationUnit="min"
  sourceName="Watch \x0b &amp; Co" startDate="2025-03-01 07:00:00 +0100" endDate="2025-03-01 07:31:00 +0100">
 <MetadataEntry key="HKTimeZone" value="America/New_York"/>
 <MetadataEntry key="HKElevationAscended" value="5250 cm"/>
 <WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" sum="300" unit="kcal"/>
 <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.123" unit="km"/>
</Workout>
"""
OLD = b"""<Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="20" durationUnit="min"
  totalDistance="1" totalDistanceUnit="mi"
  startDate="2019-03-01 07:00:00 +0100" endDate="2019-03-01 07:20:00 +0100"/>
"""


def read(data: bytes) -> list[health.Recording]:
    """The workouts in these bytes."""
    return list(health.workouts(io.BytesIO(data)))


def test_a_workout_is_read_with_its_distance_time_zone_and_climb() -> None:
    (run,) = read(HEAD + BEAT + NEW + BEAT + TAIL)

    assert datetime.fromtimestamp(run.start, UTC) == datetime(2025, 3, 1, 6, 0, tzinfo=UTC)
    assert (run.sport, run.metres, run.seconds, run.elapsed) == ("run", 5123, 1815, 1860)
    assert (run.offset, run.ascent, run.title) == (-5 * 3600, 52, "Watch  & Co")


def test_an_export_from_before_2022_is_read_too() -> None:
    (walk,) = read(HEAD + OLD + TAIL)

    assert (walk.sport, walk.metres, walk.seconds, walk.offset) == ("walk", 1609, 1200, 3600)


@given(st.integers(1, 4000))
def test_it_does_not_matter_where_the_pieces_are_cut(size: int) -> None:
    data = HEAD + NEW + BEAT * 3 + OLD + NEW + TAIL

    class Slow(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            return super().read(size)

    assert list(health.workouts(Slow(data))) == read(data)


@given(st.binary(max_size=60))
def test_what_cannot_be_used_costs_the_other_workouts_nothing(rubbish: bytes) -> None:
    broken = b"<Workout " + rubbish.replace(b">", b"").replace(b"<", b"") + b" />"

    assert len(read(HEAD + NEW + broken + OLD + TAIL)) == 2


def test_an_export_that_is_cut_off_inside_a_workout_says_so() -> None:
    with pytest.raises(UnreadableError, match="cut off"):
        read(HEAD + NEW + NEW[:100])


def test_a_workout_without_an_end_is_not_collected_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "LONGEST", 10_000)

    with pytest.raises(UnreadableError, match="no end"):
        read(HEAD + b"<Workout x='1'>" + BEAT * 20_000)


def test_memory_does_not_grow_with_the_export() -> None:
    class Endless:
        """Thirty megabytes of heart beats with a run after each."""

        left = 30

        def read(self, _: int, /) -> bytes:
            self.left -= 1
            return BEAT * 13_000 + NEW if self.left >= 0 else b""

    tracemalloc.start()
    found = sum(1 for _ in health.workouts(Endless()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found == 30
    assert peak < 8_000_000
