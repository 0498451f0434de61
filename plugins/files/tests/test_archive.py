"""Recordings in zips, and in zips inside them."""

import gzip
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from recording_writers import Run, fit, gpx, tcx

from surefoot_files.archive import read_zip
from surefoot_files.recording import UnreadableError
from surefoot_files.source import Files

ALWAYS = (date(1990, 1, 1), date(2100, 1, 1))
EXPORT = b"""<?xml version="1.0"?>
<!DOCTYPE HealthData [<!ATTLIST Broken #REQUIRED>]>
<HealthData><Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="20" durationUnit="min"
totalDistance="2" totalDistanceUnit="km"
startDate="2027-01-04 07:30:00 +0100" endDate="2027-01-04 07:50:00 +0100"/>
</HealthData>"""


def run(day, metres=10_000):
    return Run(start=datetime(2027, 1, day, 7, tzinfo=UTC), metres=metres, seconds=3600)


def packed(**files):
    """A zip of these files; ``__`` in a name is a dot, ``/`` is written as it is."""
    place = io.BytesIO()
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return place.getvalue()


def held(data):
    """The days and metres that a zip holds, and its faults."""
    found = read_zip(io.BytesIO(data))
    return sorted(
        (datetime.fromtimestamp(one.start, UTC).day, one.metres) for one in found.recordings
    ), found.faults


def test_a_zip_gives_what_its_recordings_hold():
    data = packed(**{"in/a__fit": fit(run(4)), "b__tcx__gz": gzip.compress(tcx(run(5))), "notes.txt": b"-"})

    assert held(data) == ([(4, 10_000), (5, 10_000)], ())


def test_a_zip_in_a_zip_is_opened_and_a_third_is_not():
    third = packed(c__gpx=gpx(run(6)))
    data = packed(a__fit=fit(run(4)), inner__zip=packed(b__fit=fit(run(5)), third__zip=third))

    assert held(data) == (
        [(4, 10_000), (5, 10_000)],
        (("inner.zip/third.zip", "it is a zip in a zip in a zip; unpack it"),),
    )


def test_a_file_of_a_zip_that_cannot_be_used_is_named_and_costs_nothing_else():
    data = packed(a__fit=fit(run(4)), **{"x/b__fit": b"rubbish", "export__xml": b"<other/>"})

    assert held(data) == (
        [(4, 10_000)],
        (("export.xml", "it is no Apple Health export"), ("x/b.fit", "it is no FIT file")),
    )


def test_the_tracks_and_records_beside_a_health_export_are_passed_over():
    data = packed(
        **{
            "apple_health_export/export__xml": EXPORT,
            "apple_health_export/export_cda__xml": b"<ClinicalDocument/>",
            "apple_health_export/workout-routes/route__gpx": gpx(run(9)),
        }
    )
    found = read_zip(io.BytesIO(data))

    assert [(one.sport, one.metres) for one in found.recordings] == [("walk", 2000)]
    assert found.faults == ()


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9])
def test_a_damaged_zip_is_said_to_be_one(cut):
    data = packed(a__fit=fit(run(4)))

    with pytest.raises(UnreadableError, match="damaged or cut off"):
        held(data[: int(len(data) * cut)])


def test_a_file_whose_bytes_were_flipped_is_named():
    data = bytearray(packed(a__fit=fit(run(4)), b__fit=fit(run(5))))
    data[60:70] = b"\xff" * 10

    found, faults = held(bytes(data))

    assert found == [(5, 10_000)]
    assert [name for name, _ in faults] == ["a.fit"]


def test_a_zip_without_recordings_says_so():
    with pytest.raises(UnreadableError, match="no recording in it"):
        held(packed(photo__jpg=b"-"))


def test_a_zip_of_a_folder_of_zeros_is_refused_before_it_fills_the_memory():
    data = packed(a__fit=bytes(70 << 20))

    assert held(data) == ([], (("a.fit", "it is larger than 64 MB, more than any recording"),))


def test_a_source_reads_zips_and_exports_in_its_folder_and_names_what_is_wrong_inside(tmp_path):
    runs = tmp_path / "runs"
    runs.mkdir()
    (runs / "all.zip").write_bytes(packed(a__fit=fit(run(5)), bad__fit=b"x"))
    (runs / "export.xml").write_bytes(EXPORT)
    (runs / "own.fit").write_bytes(fit(run(5)))

    for _ in range(2):  # as it is read, and as it is remembered
        source = Files(path=runs)
        source.bind(label="watch", folder=tmp_path / "private")

        assert sorted((one.day.day, one.sport.value) for one in source.activities(*ALWAYS)) == [
            (4, "walk"),
            (5, "run"),
        ]
        assert source.problems() == (("all.zip/bad.fit", "it is no FIT file"),)
