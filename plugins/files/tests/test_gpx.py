from datetime import UTC, datetime

import pytest
from recording_writers import Run, gpx

from surefoot_files.gpx import read
from surefoot_files.recording import UnreadableError

START = datetime(2027, 1, 23, 6, 29, tzinfo=UTC)
RUN = Run(start=START, metres=5_000, seconds=1_800, title="Park & ride")
PLAIN = gpx(Run(start=START, metres=5_000, seconds=1_800, title="Park"))


def track(*segments, kind="running"):
    inner = "".join(f"<trkseg>{''.join(segment)}</trkseg>" for segment in segments)
    return f"<gpx><trk><type>{kind}</type>{inner}</trk></gpx>".encode()


def point(second, metres):
    when = datetime.fromtimestamp(START.timestamp() + second, UTC)
    return (
        f'<trkpt lat="{52 + metres / 111_195.08:.8f}" lon="13"><time>{when:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>'
    )


def test_distance_and_time_come_from_the_points():
    (run,) = read(PLAIN)

    assert (run.start, run.sport, run.metres, run.seconds) == (int(START.timestamp()), "run", 5_000, 1_800)
    assert (run.title, run.notes) == ("Park", ())


def test_a_standstill_is_taken_off_the_time():
    (run,) = read(track([point(0, 0), point(20, 60), point(620, 62), point(640, 122)]))

    assert (run.metres, run.seconds, run.elapsed) == (122, 40, 640)


def test_what_lies_between_two_segments_was_not_run():
    (run,) = read(track([point(0, 0), point(20, 60)], [point(620, 5_000), point(640, 5_060)]))

    assert (run.metres, run.seconds) == (120, 40)


def test_a_lost_signal_in_a_tunnel_is_no_pause():
    (run,) = read(track([point(0, 0), point(20, 60), point(140, 420), point(160, 480)]))

    assert (run.metres, run.seconds) == (480, 160)


def test_a_jump_of_the_satellites_is_no_distance():
    (run,) = read(track([point(0, 0), point(10, 30), point(20, 9_000), point(30, 90), point(40, 120)]))

    assert run.metres == 120


@pytest.mark.parametrize(("kind", "sport"), [
    ("running", "run"), ("Running", "run"), ("trail_running", "run"), ("9", "run"), ("1", "ride"),
    ("16", "swim"),
    ("cycling", "ride"), ("Walking", "walk"), ("hiking", "hike"), ("Laufen", "run"),
])  # fmt: skip
def test_the_type_is_free_text_or_an_old_number_of_strava(kind, sport):
    (one,) = read(gpx(RUN, kind=kind).replace(b"&", b"&amp;"))

    assert (one.sport, one.title, one.notes) == (sport, "Park & ride", ())


def test_a_type_that_is_not_known_is_not_counted_as_a_run_and_says_so():
    (one,) = read(PLAIN.replace(b">running<", b">Nordic Skating<"))

    assert one.sport == "other"
    assert one.notes == ('its sport "Nordic Skating" is not known, so it is not counted as a run',)


@pytest.mark.parametrize(("seconds", "sport"), [(1_800, "run"), (4_000, "walk"), (600, "ride")])
def test_without_a_type_the_speed_decides_and_a_note_says_so(seconds, sport):
    (one,) = read(gpx(Run(start=START, metres=5_000, seconds=seconds), kind=None))

    assert (one.sport, one.notes) == (sport, (f"its sport is not given; taken as a {sport} for its speed",))


def test_the_type_of_a_link_is_not_the_type_of_the_track():
    text = PLAIN.replace(b"<type>running</type>", b"<link href='x'><type>text/html</type></link>")

    assert read(text)[0].sport == "run"


def test_each_track_of_a_file_is_an_activity():
    second = PLAIN[PLAIN.index(b"<trk>") : PLAIN.index(b"</gpx>")].replace(b"2027-01-23", b"2027-01-24")

    assert len(read(PLAIN.replace(b"</gpx>", second + b"</gpx>"))) == 2


SEGMENTS = (
    [point(0, 0), point(20, 60), point(40, 150)],
    [point(620, 5_000), "\n  ", point(640, 5_060), '<trkpt lon="13" lat="52"/>'],
    [],
    [point(900, 6_000), point(930, 6_100)],
)


@pytest.mark.parametrize("number", range(1, len(SEGMENTS) + 1))
def test_points_are_counted_alike_however_plainly_they_are_written(number):
    plain = track(*SEGMENTS[:number])
    empty = plain.replace(b"<trkseg></trkseg>", b"<trkseg/>")

    assert read(plain) == read(plain.replace(b"<type>", b"<!-- by hand --><type>")) == read(empty)
    assert read(plain) == read(plain.replace(b"<trkpt ", b"<trkpt  ")) == read(plain.replace(b'"', b"'"))


@pytest.mark.parametrize("lat", [b"--", b"5.2.1", b"9" * 400])
def test_a_place_that_is_no_number_is_refused_in_a_plainly_written_point_too(lat):
    with pytest.raises(UnreadableError, match="number"):
        read(PLAIN.replace(b'lat="52', b'lat="' + lat, 1))


def test_prefixes_that_are_never_declared_are_no_hindrance():
    assert read(PLAIN.replace(b"<trk", b"<q:trk").replace(b"</trk", b"</q:trk")) == read(PLAIN)


@pytest.mark.parametrize(("text", "reason"), [
    (gpx(RUN, times=False).replace(b"&", b"&amp;"), "planned route without times"),
    (b"<gpx><rte><rtept lat='1' lon='2'/></rte></gpx>", "planned route without times"),
    (b"<gpx><metadata/></gpx>", "no track"),
    (b'<!DOCTYPE gpx [<!ENTITY a "b">]><gpx>&a;</gpx>', "document type"),
    (PLAIN[:-40], "damaged or cut off at line 9"),
    (gpx(RUN), "damaged or cut off at line 3"),
    (PLAIN.replace(b'lat="52.5145', b'lat="x52.5145'), "number"),
    (PLAIN.replace(b'lat="52.5145', b'latitude="52.5145'), "number"),
    (PLAIN.replace(b"2027-01-23", b"0001-01-01"), "clock was not set"),
    (b"<html></html>", "no GPX file"),
])  # fmt: skip
def test_what_cannot_be_used_is_refused_with_a_reason(text, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(text)
