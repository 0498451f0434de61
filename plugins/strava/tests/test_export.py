"""Exports in several languages and of several ages, whole and damaged."""

from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from export_writers import Line, archive, gpx, old_table, table

from surefoot.plugin import Activity, Sport, Unavailable
from surefoot_strava import Export
from surefoot_strava.dates import moment
from surefoot_strava.table import number

SIX = datetime(2031, 4, 5, 6, 30, tzinfo=UTC)
WINDOW = (date(2000, 1, 1), date(2040, 1, 1))


def read(path: Path, folder: Path, zone: str = "Europe/Berlin") -> tuple[list[Activity], Export]:
    export = Export(path=path, zone=ZoneInfo(zone))
    export.bind(label="strava", folder=folder)
    return list(export.activities(*WINDOW)), export


@pytest.mark.parametrize(
    "text",
    [
        "Apr 5, 2031, 6:30:00 AM",
        "Apr 5, 2031, 6:30:00\u202fAM",
        "05.04.2031, 06:30:00",
        "5. Apr. 2031, 06:30:00",
        "5 avr. 2031 à 06:30:00",
        "5 abr 2031, 6:30:00",
        "5 apr 2031, 06:30:00",
        "5 de abr. de 2031, 06:30:00",
        "2031-04-05 06:30:00",
        "5 april 2031 06:30",
    ],
)
def test_a_date_is_read_in_many_languages(text: str):
    assert moment(text) == SIX


@pytest.mark.parametrize("text", ["Apr 5, 2031, 12:30:00 AM", "2031-04-05 00:30:00"])
def test_midnight_is_no_noon(text: str):
    assert moment(text) == SIX.replace(hour=0)


@pytest.mark.parametrize("text", ["04/05/2031 06:30:00", "", "?", "5 5 5", "32.13.2031, 06:30:00", "Apr 5"])
def test_a_date_that_can_be_read_in_two_ways_or_none_is_not_guessed_at(text: str):
    assert moment(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9440.5", 9440),
        ("9440,5", 9440),
        ("9.440,5", 9440),
        ("9,440.5", 9440),
        ("9\u202f440,5", 9440),
        ("0", 0),
    ],
)
def test_a_number_is_read_with_point_and_comma(text: str, value: int):
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "-1", "nan", "inf", "far"])
def test_what_is_no_length_is_none(text: str):
    assert number(text) is None


def test_metres_come_from_the_second_distance_and_seconds_from_moving_time(tmp_path: Path):
    path = archive(tmp_path / "a.zip", table([Line(id="1", date="Apr 5, 2031, 6:30:00 AM")]))
    ((run,), _) = read(path, tmp_path)

    assert (run.metres, run.seconds, run.elapsed) == (9440, 3000, 3100)
    assert (run.sport, run.title, run.start) == (Sport.RUN, "Morning Run", SIX)


def test_a_german_export_is_the_same(tmp_path: Path):
    line = Line(
        id="1", date="05.04.2031, 06:30:00", type="Lauf", shown="9,44", metres="9440,5", moving="3000,0"
    )
    path = archive(tmp_path / "a.zip", table([line], english=False))
    ((run,), _) = read(path, tmp_path)

    assert (run.metres, run.seconds, run.sport, run.start) == (9440, 3000, Sport.RUN, SIX)


def test_an_export_from_before_2019_is_in_metres_too(tmp_path: Path):
    path = archive(tmp_path / "a.zip", old_table([Line(id="1", date="2017-04-05 06:30:00")]))
    ((run,), _) = read(path, tmp_path)

    assert (run.metres, run.seconds, run.day) == (9440, 3100, date(2017, 4, 5))


def test_a_day_is_the_runners_and_not_greenwichs(tmp_path: Path):
    path = archive(tmp_path / "a.zip", table([Line(id="1", date="Apr 5, 2031, 11:30:00 PM")]))
    ((run,), _) = read(path, tmp_path)

    assert run.day == date(2031, 4, 6)


def test_where_date_and_type_are_foreign_the_recording_says_them(tmp_path: Path):
    line = Line(id="1", date="05/04/2031 06:30", type="ランニング", file="activities/1.gpx.gz")
    recording = gpx(SIX, SIX.replace(minute=35))
    path = archive(tmp_path / "a.zip", table([line]), {"activities/1.gpx.gz": recording})
    ((run,), export) = read(path, tmp_path)

    assert (run.start, run.sport, run.metres) == (SIX, Sport.RUN, 9440)
    assert list(export.problems()) == []


def test_what_has_no_date_anywhere_is_named(tmp_path: Path):
    path = archive(tmp_path / "a.zip", table([Line(id="7", date="05/04/2031 06:30")]))
    (found, export) = read(path, tmp_path)

    assert found == []
    assert list(export.problems()) == [
        ('activity 7 "Morning Run"', "its date cannot be read, and it has no recording that says it")
    ]


def test_a_day_with_a_run_of_no_length_stays_unknown(tmp_path: Path):
    line = Line(id="7", date="Apr 5, 2031, 6:30:00 AM", metres="", moving="", elapsed="")
    (found, export) = read(archive(tmp_path / "a.zip", table([line])), tmp_path)

    assert found == []
    assert list(export.gaps()) == [date(2031, 4, 5)]


def test_an_unpacked_export_is_read_as_well(tmp_path: Path):
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "activities.csv").write_bytes(
        table([Line(id="1", date="Apr 5, 2031, 6:30:00 AM")])
    )

    assert len(read(tmp_path / "export", tmp_path)[0]) == 1


def test_a_zip_of_the_folder_is_read_as_well(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr(
            "export_1/activities.csv", table([Line(id="1", date="5/4", file="activities/1.gpx.gz")])
        )
        file.writestr("export_1/activities/1.gpx.gz", gpx(SIX, SIX.replace(minute=35)))

    assert [one.start for one in read(tmp_path / "a.zip", tmp_path)[0]] == [SIX]


def test_a_path_out_of_the_folder_is_not_followed(tmp_path: Path):
    (tmp_path / "export").mkdir()
    (tmp_path / "1.gpx.gz").write_bytes(gpx(SIX, SIX.replace(minute=35)))
    (tmp_path / "export" / "activities.csv").write_bytes(table([Line(id="1", date="?", file="../1.gpx.gz")]))

    assert read(tmp_path / "export", tmp_path)[0] == []


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (None, "no such file"),
        (b"", "no zip"),
        (b"PK\x03\x04 and then nothing", "no zip"),
        ({"other.csv": b"a,b"}, "no activities.csv"),
        ({"activities.csv": b""}, "no table"),
        ({"activities.csv": b"\xff\xfe\x00"}, "no table"),
        ({"activities.csv": b"a,b\n1,2\n"}, "other columns"),
    ],
    ids=str,
)
def test_what_is_no_export_is_refused_in_words(
    tmp_path: Path, data: bytes | dict[str, bytes] | None, why: str
):
    path = tmp_path / "a.zip"
    if isinstance(data, bytes):
        path.write_bytes(data)
    elif data is not None:
        with zipfile.ZipFile(path, "w") as file:
            for name, content in data.items():
                file.writestr(name, content)

    with pytest.raises(Unavailable, match=why):
        read(path, tmp_path)


def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path):
    lines = [Line(id=str(n), date="Apr 5, 2031, 6:30:00 AM") for n in range(50)]
    path = archive(tmp_path / "a.zip", table(lines))
    whole = path.read_bytes()

    for part in range(0, len(whole), 97):
        path.write_bytes(whole[:part])
        with pytest.raises(Unavailable):
            read(path, tmp_path)


def test_an_export_of_many_years_is_read_in_a_moment(tmp_path: Path):
    lines = [Line(id=str(n), date=f"Apr {1 + n % 28}, {2000 + n % 30}, 6:30:00 AM") for n in range(3000)]
    path = archive(tmp_path / "a.zip", table(lines))

    assert len(read(path, tmp_path)[0]) == 3000
