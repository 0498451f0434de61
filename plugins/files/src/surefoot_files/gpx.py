"""Summaries of GPX recordings: distance and time from their points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from surefoot_files.recording import Recording, UnreadableError, checked
from surefoot_files.sports import settled
from surefoot_files.track import JUMP, ground, paused
from surefoot_files.xml import Walk, moment, number, offset, reasons, stripped, without

_SEGMENT, _SEGMENT_END = b"<trkseg>", b"</trkseg>"
_POINT = re.compile(
    rb'<trkpt lat="([-+.0-9]+)" lon="([-+.0-9]+)">\s*<time>([-+:.0-9TZ]+)</time>\s*</trkpt>', re.ASCII
)
"""A point as nearly every program writes it."""

_Point = tuple[bytes, bytes, bytes]
"""Latitude, longitude and time, as they are written."""


class _Track:
    """One ``<trk>``: what it is called, and what its points have added up to so far."""

    def __init__(self) -> None:
        self.name = self.type = self.first = ""
        self.points = 0
        self.start = self.now = 0.0
        self.metres = self.pauses = 0.0
        self.place: tuple[float, float] | None = None

    def add(self, place: tuple[float, float], time: str) -> None:
        """Take in a point; one without a time cannot be counted."""
        self.points += 1
        if not time:
            return
        now = moment(time)
        if not self.first:
            self.first, self.start, self.now = time, now, now
        took = now - self.now
        if took < 0:
            return
        far = ground(*self.place, *place) if self.place else 0.0
        if far > JUMP * max(1.0, took):
            return
        if paused(took, far):
            self.pauses += took
        self.metres += far
        self.now, self.place = now, place


class _Gpx(Walk):
    leaves = frozenset({"time", "name", "type"})

    def __init__(self, lifted: Sequence[Sequence[_Point]] = ()) -> None:
        self.tracks: list[_Track] = []
        self._lifted = iter(lifted)
        self.routes = 0
        self.known = False
        self._track: _Track | None = None
        self._place: tuple[float, float] | None = None
        self._time = ""
        self._link = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "trkpt":
            self._place = number(attributes.get("lat", "")), number(attributes.get("lon", ""))
            self._time = ""
        elif name == "trk":
            self._track = _Track()
            self.tracks.append(self._track)
        elif name == "trkseg":
            self._segment(next(self._lifted, ()))
        elif name == "link":
            self._link = True
        elif name == "rte":
            self.routes += 1
        elif name == "gpx":
            self.known = True

    def _segment(self, lifted: Sequence[_Point]) -> None:
        if self._track is None:
            return
        self._track.place = None  # what lies between two segments was not recorded
        for lat, lon, time in lifted:
            self._track.add((number(lat.decode()), number(lon.decode())), time.decode())

    def finish(self, name: str, text: str) -> None:
        if name == "time":
            self._time = text
        elif name == "trkpt":
            if self._track and self._place:
                self._track.add(self._place, self._time)
            self._place = None
        elif name == "trk":
            self._track = None
        elif name == "link":
            self._link = False
        elif self._track and text and not self._place and not self._link:
            if name == "name":
                self._track.name = text.strip()
            elif name == "type":
                self._track.type = text


def read(data: bytes) -> list[Recording]:
    """Return the activities of a GPX file, one a track.

    Raises:
        UnreadableError: it is no GPX file, or it holds nothing that was done.
    """
    data = stripped(data)
    skeleton, lifted = _lifted(_bare(data))
    walk = _Gpx(lifted)
    try:
        walk.feed([skeleton])
    except UnreadableError:  # read it as it stands, so that the reason names the right line
        walk = _Gpx()
        walk.feed([data])
    if not walk.known:
        raise UnreadableError("it is no GPX file: it does not begin with gpx")
    timed = [track for track in walk.tracks if track.now > track.start]
    if not timed:
        planned = walk.routes or any(track.points for track in walk.tracks)
        what = "a planned route without times" if planned else "no track"
        raise UnreadableError(f"it holds {what}, nothing that was done")
    with reasons():
        return [_recording(track) for track in timed]


def _bare(data: bytes) -> bytes:
    """Return the document without heights and extensions: half of a file, and nothing a summary needs."""
    return without(without(data, b"<extensions>", b"</extensions>"), b"<ele>", b"</ele>")


def _lifted(data: bytes) -> tuple[bytes, list[list[_Point]]]:
    """Return the document without the points that are plainly written, and those, segment by segment.

    A walk over thousands of points takes most of the time of a reading. Where anything but such points
    stands in a segment it is left as it is, and where it is not plain what a segment is, the document.
    """
    if b"<!" in data or data.count(b"trkseg") != 2 * data.count(_SEGMENT):
        return data, []
    head, *rest = data.split(_SEGMENT)
    parts, lifted = [head], list[list[_Point]]()
    for one in rest:
        inside, end, after = one.partition(_SEGMENT_END)
        pieces = _POINT.split(inside)
        plain = bool(end) and not b"".join(pieces[::4]).strip()
        lifted.append(list(zip(pieces[1::4], pieces[2::4], pieces[3::4], strict=True)) if plain else [])
        parts += (_SEGMENT, b"" if plain else inside, end, after)
    return b"".join(parts), lifted


def _recording(track: _Track) -> Recording:
    elapsed = track.now - track.start
    seconds = elapsed - track.pauses
    sport, notes = settled(track.type, round(track.metres), round(seconds))
    return checked(
        Recording(
            start=int(track.start),
            sport=sport.value,
            metres=round(track.metres),
            seconds=round(seconds),
            elapsed=round(elapsed),
            offset=offset(track.first),
            title=track.name[:80],
            notes=notes,
        )
    )
