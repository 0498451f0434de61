"""The export of all data: centimetres and milliseconds, in files that may be large or broken."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from surefoot.plugin import Source, Sport, Unavailable
from surefoot.testing import SourceContract
from surefoot_garmin import Export

NAME = "DI_CONNECT/DI-Connect-Fitness/runner@example.org_{}_summarizedActivities.json"
NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
ALL = (date(2000, 1, 1), date(2040, 1, 1))


def run(number: int, start: datetime = NOON, **more: Any) -> dict[str, Any]:
    """Return a run of 8000.4 m in 45 min at one hour east of UTC, as an export has it."""
    made = {
        "activityId": number,
        "name": "Run",
        "activityType": "running",
        "sportType": "RUNNING",
        "beginTimestamp": start.timestamp() * 1000,
        "startTimeGmt": start.timestamp() * 1000,
        "startTimeLocal": (start.timestamp() + 3600) * 1000,
        "distance": 800_040.0,
        "duration": 2_700_000.0,
        "elapsedDuration": 2_760_000.0,
        "elevationGain": 1200.0,
        "parent": False,
        "splits": [{"type": 1, "measurements": [{"fieldEnum": "X", "value": 1.0}] * 4}],
    }
    return made | more


def export(path: Path, *files: list[dict[str, Any]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("DI_CONNECT/DI-Connect-User/user_profile.json", "{}")
        for number, rows in enumerate(files):
            made.writestr(NAME.format(number), json.dumps([{"summarizedActivitiesExport": rows}]))
    return path


def part(path: Path, folder: Path) -> Export:
    made = Export(path=path, zone=ZoneInfo("UTC"))
    made.bind(label="old", folder=folder)
    return made


class TestExport(SourceContract):
    module = "surefoot_garmin"
    window = (date(2031, 3, 3), date(2031, 3, 8))

    def make(self, folder: Path) -> Source:
        if not (folder / "export.zip").exists():
            export(folder / "export.zip", [run(n, NOON + timedelta(days=n)) for n in range(12)])
        return Export(path=folder / "export.zip", zone=ZoneInfo("UTC"))

    def remove(self, source: Source, folder: Path) -> str:
        export(folder / "export.zip", [run(n, NOON + timedelta(days=n)) for n in range(12) if n != 4])
        return "4"


def test_centimetres_and_milliseconds_are_metres_and_seconds(tmp_path: Path) -> None:
    (found,) = part(export(tmp_path / "a.zip", [run(7)]), tmp_path).activities(*ALL)

    assert (found.metres, found.seconds, found.elapsed, found.ascent) == (8000, 2700, 2760, 12)
    assert (found.start, found.offset, found.sport) == (NOON, 3600, Sport.RUN)


def test_all_files_count_unpacked_too_and_each_activity_once(tmp_path: Path) -> None:
    path = export(tmp_path / "a.zip", [run(1), run(2)], [run(2), run(3, activityType="trail_running")])
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path / "unpacked")

    for one in (path, tmp_path / "unpacked"):
        found = {one.id: one.sport for one in part(one, tmp_path).activities(*ALL)}
        assert found == dict.fromkeys("123", Sport.RUN)


def test_the_legs_of_a_triathlon_count_and_its_sum_does_not(tmp_path: Path) -> None:
    rows = [
        run(1, activityType="multi_sport", parent=True),
        run(2, parentId=1),
        run(3, activityType="cycling"),
    ]
    found = part(export(tmp_path / "a.zip", rows), tmp_path).activities(*ALL)

    assert [(one.id, one.sport) for one in found] == [("2", Sport.RUN), ("3", Sport.RIDE)]


def test_an_activity_that_says_nothing_leaves_its_day_unknown(tmp_path: Path) -> None:
    rows = [run(1), run(2, NOON + timedelta(days=1), distance=None, duration="long")]
    source = part(export(tmp_path / "a.zip", rows), tmp_path)

    assert [one.id for one in source.activities(*ALL)] == ["1"]
    assert list(source.gaps()) == [date(2031, 3, 2)]
    assert list(source.problems()) == [("1 activity (2031-03-02)", "its duration is no number")]


def test_a_large_export_is_read_in_little_memory(tmp_path: Path) -> None:
    rows = [run(n, NOON + timedelta(hours=n), note="x" * 4000) for n in range(4000)]
    path = export(tmp_path / "a.zip", rows)
    del rows
    tracemalloc.start()
    try:
        assert sum(1 for _ in part(path, tmp_path).activities(*ALL)) == 4000
        assert tracemalloc.get_traced_memory()[1] < 6_000_000  # the file has 17 MB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[]", None),
        (b"", "is none"),
        (b"<html>", "is none"),
        (b'[{"summarizedActivitiesExport": [{"activityId": 1', "breaks off"),
        (b'[{"summarizedActivitiesExport": [1, 2]}]', "is none"),
        (b'[{"summarizedActivitiesExport": [{}]}]', "has no id"),
        (b'[{"summarizedActivitiesExport": [{"activityId": 1}]}]', "not when"),
        (b"\xff\xfe\x00[", "breaks off|no zip|is none|codec"),
        (b'[{"summarizedActivitiesExport": ' + b"[" * 200_000, "breaks off|is none"),
    ],
)
def test_a_file_that_is_something_else_is_one_line(tmp_path: Path, content: bytes, why: str | None) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(NAME.format(0), content)
    source = part(tmp_path / "a.zip", tmp_path)
    if why is None:
        assert list(source.activities(*ALL)) == []
        return
    with pytest.raises(Unavailable, match=why) as refused:
        list(source.activities(*ALL))
    assert "\n" not in refused.value.what


def test_what_is_no_export_is_named_with_where_to_get_one(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 nothing")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as made:
        made.writestr("cats.json", "[]")
    for name, why in (("no.zip", "no zip"), ("other.zip", "summarizedActivities"), ("x.zip", "no such file")):
        source = part(tmp_path / name, tmp_path)
        with pytest.raises(Unavailable, match=why) as refused:
            source.check()
        assert "datamanagement" in str(refused.value.mend)
        with pytest.raises(Unavailable, match=why):
            list(source.activities(*ALL))
