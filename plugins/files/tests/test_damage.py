"""Whatever stands in a file: its activities, or a reason. Never another exception."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from recording_writers import Run, fit, gpx, tcx

import surefoot_files.fit
import surefoot_files.gpx
import surefoot_files.tcx
from surefoot_files.recording import Recording, UnreadableError

RUN = Run(start=datetime(2027, 1, 24, 6, 36, tzinfo=UTC), metres=5_000, seconds=900, every=60)
FIT, TCX, GPX = fit(RUN), tcx(RUN), gpx(RUN)
PIECES = st.sampled_from(
    [b"", b"\0", b"\xff" * 4, b"<", b"]]>", b"&x;", b"<!DOCTYPE a>", b"-", b"9" * 400, b"\xc3"]
)


@st.composite
def mutated(draw, data):
    """The file cut, with bits flipped and pieces put in."""
    damaged = bytearray(data)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(damaged) - 1))
        damaged[at] ^= 1 << draw(st.integers(0, 7))
    at = draw(st.integers(0, len(damaged)))
    damaged[at:at] = draw(PIECES)
    return bytes(damaged[: draw(st.one_of(st.just(len(damaged)), st.integers(0, len(damaged))))])


def refused_or_sound(read, data):
    try:
        found = read(data)
    except UnreadableError:
        return
    for recording in found:
        assert isinstance(recording, Recording)
        assert recording.activity("x").day.year < 2101


@given(mutated(FIT))
def test_a_damaged_fit_file_is_read_or_refused(data):
    refused_or_sound(surefoot_files.fit.read, data)


@given(st.binary(max_size=600))
def test_any_bytes_behind_a_fit_header_are_read_or_refused(data):
    refused_or_sound(surefoot_files.fit.read, FIT[:14] + data)


@given(mutated(TCX))
def test_a_damaged_tcx_file_is_read_or_refused(data):
    refused_or_sound(surefoot_files.tcx.read, data)


@given(mutated(GPX))
def test_a_damaged_gpx_file_is_read_or_refused(data):
    refused_or_sound(surefoot_files.gpx.read, data)


@given(
    st.lists(
        st.sampled_from([b"-1e308", b"1e308", b"180", b"nan", b"inf", b"", b"0"]), min_size=2, max_size=2
    )
)
def test_any_place_is_read_or_refused(place):
    lat, lon = place
    head = GPX[: GPX.index(b"<trkpt")]
    points = b"".join(
        b'<trkpt lat="%s" lon="%s"><time>2027-01-24T06:3%d:00Z</time></trkpt>' % (lat, lon, minute)
        for minute in range(3)
    )

    refused_or_sound(surefoot_files.gpx.read, head + points + b"</trkseg></trk></gpx>")
