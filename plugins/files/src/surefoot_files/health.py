"""The workouts of an Apple Health export.

The export is one XML file of hundreds of megabytes, nearly all of it single heart beats and steps, with an
internal DTD that is not well formed and with control characters in names. So it is not parsed as a whole:
it is read in pieces, each ``<Workout>`` is cut out of them, and that alone is parsed. Nothing before it is
interpreted, so no entity can be declared and none is expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate
from zoneinfo import ZoneInfo

from surefoot_files.recording import Recording, UnreadableError, checked
from surefoot_files.stream import Stream

BEGIN, END = b"<Workout ", b"</Workout>"
ROOT = re.compile(rb"<HealthData[\s>]")
PIECE = 1 << 20
HEAD = 1 << 16
LONGEST = 1 << 24
"""Bytes of one workout; its events and statistics are a few kilobytes."""

CONTROL = bytes(code for code in range(32) if code not in {9, 10, 13})

TYPE = "HKWorkoutActivityType"
SPORTS = {
    "Running": "run",
    "Walking": "walk",
    "Hiking": "hike",
    "Cycling": "ride",
    "Swimming": "swim",
    "TraditionalStrengthTraining": "strength",
    "FunctionalStrengthTraining": "strength",
    "CoreTraining": "strength",
}
METRES = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "ft": 0.3048, "yd": 0.9144, "cm": 0.01}
SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0}

Attributes = dict[str, str]
Element = tuple[str, Attributes]


def is_export(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a Health export."""
    return b"<!DOCTYPE HealthData" in head or ROOT.search(head) is not None


def read_export(stream: IO[bytes]) -> tuple[Recording, ...]:
    """Return the workouts of an ``export.xml``.

    Raises:
        UnreadableError: it is none, or it is cut off.
    """
    head = stream.read(HEAD)
    if not is_export(head):
        raise UnreadableError("it is no Apple Health export")
    return tuple(workouts(_Again(head, stream)))


class _Again:
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        head, self._head = self._head, b""
        return head or self._stream.read(size)


def workouts(stream: Stream) -> Iterator[Recording]:
    """Yield the workouts of an export in the order they stand; one that cannot be true is left out.

    Raises:
        UnreadableError: it breaks off inside a workout, or a workout has no end.
    """
    for fragment in fragments(stream):
        try:
            yield checked(_recording(_elements(fragment)))
        except (UnreadableError, ExpatError, KeyError, ValueError):
            continue


def fragments(stream: Stream) -> Iterator[bytes]:
    """Yield each ``<Workout>`` element whole, whatever stands between them. Memory stays a few pieces.

    Raises:
        UnreadableError: one has no end.
    """
    data = b""
    while piece := stream.read(PIECE):
        data += piece
        place = 0
        while (begin := data.find(BEGIN, place)) >= 0 and (end := _end(data, begin)) > 0:
            yield data[begin:end]
            place = end
        # What may still become a beginning, or the beginning without its end.
        data = data[begin:] if begin >= 0 else data[max(place, len(data) - len(BEGIN) + 1) :]
        if len(data) > LONGEST:
            raise UnreadableError("a workout in it has no end")
    if data.startswith(BEGIN):
        raise UnreadableError("it is cut off in the middle of a workout")


def _end(data: bytes, begin: int) -> int:
    """Where the element is over, -1 if that is not here."""
    tag = data.find(b">", begin)
    if tag < 0:
        return -1
    if data[tag - 1 : tag] == b"/":
        return tag + 1
    close = data.find(END, tag)
    return -1 if close < 0 else close + len(END)


def _elements(fragment: bytes) -> list[Element]:
    """The workout's own element and those in it, in order."""
    found: list[Element] = []
    parser = ParserCreate()
    parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
    parser.Parse(fragment.translate(None, CONTROL), True)
    return found


def _recording(elements: list[Element]) -> Recording:
    (_, workout), *inner = elements
    metadata = {one["key"]: one["value"] for name, one in inner if name == "MetadataEntry"}
    start, end = (_moment(workout[key], metadata) for key in ("startDate", "endDate"))
    elapsed = round((end - start).total_seconds())
    offset = start.utcoffset()
    return Recording(
        start=int(start.timestamp()),
        sport=SPORTS.get(workout["workoutActivityType"].removeprefix(TYPE), "other"),
        metres=_metres(workout, inner),
        seconds=_seconds(workout, elapsed),
        elapsed=elapsed,
        offset=None if offset is None else int(offset.total_seconds()),
        ascent=_length(metadata.get("HKElevationAscended", "")),
        descent=_length(metadata.get("HKElevationDescended", "")),
        title=workout.get("sourceName", ""),
    )


def _moment(text: str, metadata: dict[str, str]) -> datetime:
    """An instant, in the zone it was recorded in: the one that is written is the phone's at the export."""
    moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z")
    try:
        return moment.astimezone(ZoneInfo(metadata["HKTimeZone"]))
    except (KeyError, ValueError, OSError):
        return moment


def _seconds(workout: Attributes, elapsed: int) -> int:
    if "duration" not in workout:
        return elapsed
    return round(float(workout["duration"]) * SECONDS[workout.get("durationUnit", "min")])


def _metres(workout: Attributes, inner: list[Element]) -> int:
    """The sum of all distances since iOS 16, one before."""
    sums = [
        float(one["sum"]) * METRES[one["unit"]]
        for name, one in inner
        if name == "WorkoutStatistics" and "Distance" in one["type"] and "sum" in one
    ]
    if not sums and "totalDistance" in workout:
        sums = [float(workout["totalDistance"]) * METRES[workout.get("totalDistanceUnit", "km")]]
    return round(sum(sums))


def _length(text: str) -> int | None:
    """Metres of a length with its unit, as 1234 cm."""
    number, _, unit = text.partition(" ")
    return round(float(number) * METRES[unit]) if unit in METRES else None
