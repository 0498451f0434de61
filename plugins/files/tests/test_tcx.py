from datetime import UTC, datetime

import pytest
from recording_writers import Run, tcx

from surefoot_files.recording import UnreadableError
from surefoot_files.tcx import read

START = datetime(2027, 1, 24, 6, 36, tzinfo=UTC)
RUN = Run(start=START, metres=19_000, seconds=6_840)
PLAIN = tcx(RUN)

LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + b"".join(b'<!ENTITY lol%d "%s">' % (n, b"&lol%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]><TrainingCenterDatabase>&lol9;</TrainingCenterDatabase>"
)


def document(activities):
    return f"<TrainingCenterDatabase>{activities}</TrainingCenterDatabase>".encode()


def activity(laps, sport="Running"):
    return (
        f'<Activities><Activity Sport="{sport}"><Id>2027-01-24T06:36:00Z</Id>{laps}</Activity></Activities>'
    )


def test_laps_add_up_to_the_run():
    (run,) = read(PLAIN)

    assert (run.start, run.sport, run.metres, run.seconds) == (int(START.timestamp()), "run", 19_000, 6_840)
    assert (run.offset, run.notes) == (None, ())


def test_blanks_before_the_declaration_are_no_hindrance():
    assert read(b"          \n" + PLAIN) == read(PLAIN)


def test_prefixes_that_are_never_declared_are_no_hindrance():
    text = PLAIN.replace(b"<Lap", b"<ns9:Lap").replace(b"</Lap", b"</ns9:Lap")

    assert read(text) == read(PLAIN)


def test_another_encoding_gives_the_same():
    text = PLAIN.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")

    assert read(text) == read(PLAIN)


def test_each_activity_of_a_file_is_one():
    other = activity(
        "<Lap><TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>250</DistanceMeters></Lap>", "Biking"
    )
    text = PLAIN.replace(b"</TrainingCenterDatabase>", other.encode() + b"</TrainingCenterDatabase>")

    assert [(one.sport, one.metres) for one in read(text)] == [("run", 19_000), ("ride", 250)]


def test_laps_are_trusted_where_the_points_say_otherwise_and_a_note_says_so():
    (run,) = read(
        PLAIN.replace(b"<DistanceMeters>5000</DistanceMeters>", b"<DistanceMeters>2000</DistanceMeters>")
    )

    assert run.metres == 10_000
    assert run.notes == ("its laps add up to 10.0 km, its points to 18.8 km; the laps count",)


def test_a_treadmill_whose_points_have_no_distance_keeps_its_laps():
    lap = (
        '<Lap StartTime="2027-01-24T06:36:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5700'
        "</DistanceMeters>"
        "<Track><Trackpoint><Time>2027-01-24T06:36:00Z</Time><DistanceMeters>0</DistanceMeters></Trackpoint>"
        "<Trackpoint><Time>2027-01-24T07:16:00Z</Time><DistanceMeters>0</DistanceMeters></Trackpoint></Track></Lap>"
    )
    (run,) = read(document(activity(lap)))

    assert (run.metres, run.seconds, run.elapsed, run.notes) == (5_700, 1_800, 2_400, ())


def test_laps_without_totals_are_counted_by_all_their_points():
    text = PLAIN.replace(b"<DistanceMeters>5000</DistanceMeters>", b"").replace(
        b"<DistanceMeters>4000</DistanceMeters>", b""
    )
    (run,) = read(text)

    assert 18_800 <= run.metres <= 19_000


def test_an_offset_is_kept_where_the_file_writes_one():
    lap = (
        '<Lap StartTime="2027-01-24T07:36:00+01:00"><TotalTimeSeconds>60</TotalTimeSeconds>'
        "<DistanceMeters>200</DistanceMeters></Lap>"
    )

    assert read(document(activity(lap)))[0].offset == 3600


@pytest.mark.parametrize(("text", "reason"), [
    (LAUGHS, "document type"),
    (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><TrainingCenterDatabase/>', "document type"),
    (PLAIN[: len(PLAIN) // 2], "damaged or cut off at line"),
    (PLAIN.replace(b"UTF-8", b"UTF-99"), "encoding"),
    (PLAIN.replace(b">5000<", b">nan<"), "number"),
    (PLAIN.replace(b">5000<", b">1e999<"), "number"),
    (PLAIN.replace(b">5000<", b">-9000<"), "cannot be true"),
    (PLAIN.replace(b"2027", b"1970"), "clock was not set"),
    (PLAIN.replace(b"2027-01", b"2027-13"), "time"),
    (document(""), "no activity"),
    (document("<Courses><Course><Lap><DistanceMeters>1</DistanceMeters></Lap></Course></Courses>"), "plan"),
    (b"<html></html>", "no TCX file"),
    (b"", "damaged or cut off"),
])  # fmt: skip
def test_what_cannot_be_used_is_refused_with_a_reason(text, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(text)


def test_nesting_without_end_is_no_trouble():
    with pytest.raises(UnreadableError):
        read(b"<TrainingCenterDatabase>" + b"<a>" * 100_000)
