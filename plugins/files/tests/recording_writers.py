"""Write recordings: what the tests, the benchmark and the example read.

The same run always gives the same bytes. ``Fit`` builds a FIT file message by message, so that tests can
also build odd ones; ``fit``, ``tcx`` and ``gpx`` write a whole run as watches and platforms do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import degrees
from struct import pack

EPOCH = 631_065_600
RADIUS = 6_371_008.8
HOME = (52.5145, 13.3501)

UINT8, SINT32, UINT16, UINT32, STRING, ENUM = 0x02, 0x85, 0x84, 0x86, 0x07, 0x00
CODES = {UINT8: "B", ENUM: "B", SINT32: "i", UINT16: "H", UINT32: "I"}
SIZES = {UINT8: 1, ENUM: 1, SINT32: 4, UINT16: 2, UINT32: 4}
BLANKS = {UINT8: 0xFF, ENUM: 0xFF, SINT32: 0x7FFFFFFF, UINT16: 0xFFFF, UINT32: 0xFFFFFFFF}

FILE_ID = {0: ENUM, 1: UINT16, 4: UINT32}
SESSION = {253: UINT32, 2: UINT32, 7: UINT32, 8: UINT32, 9: UINT32, 5: ENUM, 6: ENUM, 22: UINT16, 23: UINT16}
RECORD = {253: UINT32, 0: SINT32, 1: SINT32, 5: UINT32, 3: UINT8}
EVENT = {253: UINT32, 0: ENUM, 1: ENUM}
ACTIVITY = {253: UINT32, 5: UINT32, 1: UINT16}


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run out to the north and back the same way, at an even pace, a point every ``every`` seconds."""

    start: datetime
    metres: int
    seconds: int
    every: int = 20
    sport: int = 1
    title: str = ""

    @property
    def points(self) -> Iterator[tuple[datetime, float, float, float]]:
        """Yield time, latitude, longitude and metres since the start."""
        moments = [*range(0, self.seconds, self.every), self.seconds]
        if len(moments) % 2 == 0:  # so that one point is exactly at the turn
            moments.insert(1, moments[1] // 2)
        for index, second in enumerate(moments):
            done = self.metres * index / (len(moments) - 1)
            away = min(done, self.metres - done)
            when = self.start.astimezone(UTC) + timedelta(seconds=second)
            yield when, HOME[0] + degrees(away / RADIUS), HOME[1], done


class Fit:
    """A FIT file under construction."""

    def __init__(self, *, big: bool = False) -> None:
        self.order = ">" if big else "<"
        self.body = b""
        self.forms: dict[int, dict[int, int]] = {}

    def define(self, local: int, number: int, fields: dict[int, int], developer: Sequence[int] = ()) -> None:
        """Say how the messages of a local type lie; ``developer`` are the sizes of developer fields."""
        self.forms[local] = fields
        self.body += pack(
            f"{self.order}BBBHB",
            0x40 | 0x20 * bool(developer) | local,
            0,
            self.order == ">",
            number,
            len(fields),
        )
        self.body += b"".join(bytes((field, SIZES[base], base)) for field, base in fields.items())
        if developer:
            self.body += bytes((len(developer),)) + b"".join(bytes((0, size, 0)) for size in developer)

    def add(self, local: int, *, tick: int | None = None, tail: bytes = b"", **values: int) -> None:
        """Write a message: ``f253=…`` gives a field, others are blank; ``tick`` is a compressed time."""
        self.body += bytes((local if tick is None else 0x80 | local << 5 | tick,))
        for field, base in self.forms[local].items():
            self.body += pack(self.order + CODES[base], values.get(f"f{field}", BLANKS[base]))
        self.body += tail

    def data(self, *, size: int | None = None, crc: int | None = None) -> bytes:
        """Return the file; ``size`` and ``crc`` lie about it."""
        size = len(self.body) if size is None else size
        head = pack("<BBHI4s", 14, 0x20, 2132, size, b".FIT")
        head += pack("<H", checksum(head))
        return head + self.body + pack("<H", checksum(head + self.body) if crc is None else crc)


def checksum(data: bytes) -> int:
    """Return the checksum of the FIT protocol (CRC-16, polynomial A001, by half bytes)."""
    table = (
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    )  # fmt: skip
    crc = 0
    for byte in data:
        for half in (byte & 15, byte >> 4):
            crc = crc >> 4 ^ table[crc & 15] ^ table[half]
    return crc


def tick(when: datetime) -> int:
    """Return a time as FIT counts it."""
    return int(when.timestamp()) - EPOCH


def fit(run: Run, *, summary: bool = True, kind: int = 4, big: bool = False) -> bytes:
    """Return the run as a watch writes it; without its summary as a watch leaves it whose battery ended."""
    file = Fit(big=big)
    start, end = tick(run.start), tick(run.start) + run.seconds
    file.define(0, 0, FILE_ID)
    file.add(0, f0=kind, f1=1, f4=start)
    file.define(1, 20, RECORD)
    for when, lat, lon, done in run.points:
        place = {"f0": round(lat / 180 * 2**31), "f1": round(lon / 180 * 2**31)}
        file.add(1, f253=tick(when), f5=round(done * 100), f3=140, **place)
    if summary:
        file.define(2, 18, SESSION)
        totals = {"f7": run.seconds * 1000, "f8": run.seconds * 1000, "f9": run.metres * 100}
        file.add(2, f253=end, f2=start, f5=run.sport, f6=0, f22=20, f23=20, **totals)
        file.define(3, 34, ACTIVITY)
        away = run.start.utcoffset() or timedelta()
        file.add(3, f253=end, f5=end + int(away.total_seconds()), f1=1)
    return file.data()


def tcx(run: Run, *, sport: str = "Running") -> bytes:
    """Return the run as TCX with a lap every five kilometres."""
    laps: list[list[str]] = []
    for when, lat, lon, done in run.points:
        if len(laps) <= min(int(done // 5000), (run.metres - 1) // 5000):
            laps.append([])
        laps[-1].append(
            f"<Trackpoint><Time>{when:%Y-%m-%dT%H:%M:%SZ}</Time><Position><LatitudeDegrees>{lat:.7f}</LatitudeDegrees>"
            f"<LongitudeDegrees>{lon:.7f}</LongitudeDegrees></Position><DistanceMeters>{done:.1f}</DistanceMeters>"
            "</Trackpoint>\n"
        )
    text = "".join(_lap(run, number, len(laps), "".join(points)) for number, points in enumerate(laps))
    begin = f"{run.start.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">\n'
        f'<Activities><Activity Sport="{sport}"><Id>{begin}</Id>\n{text}</Activity></Activities>\n'
        "</TrainingCenterDatabase>\n"
    ).encode()


def _lap(run: Run, number: int, count: int, points: str) -> str:
    seconds = run.seconds // count if number else run.seconds - run.seconds // count * (count - 1)
    metres = 5000 if number < count - 1 else run.metres - 5000 * (count - 1)
    begin = run.start.astimezone(UTC) + timedelta(seconds=number * (run.seconds // count))
    return (
        f'<Lap StartTime="{begin:%Y-%m-%dT%H:%M:%SZ}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters><Track>\n{points}</Track></Lap>\n"
    )


def gpx(run: Run, *, kind: str | None = "running", times: bool = True) -> bytes:
    """Return the run as GPX; without times it is a planned route."""
    points = "".join(
        f'<trkpt lat="{lat:.8f}" lon="{lon:.8f}"><ele>35.0</ele>'
        + (f"<time>{when:%Y-%m-%dT%H:%M:%SZ}</time>" if times else "")
        + "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>140</gpxtpx:hr>"
        "</gpxtpx:TrackPointExtension></extensions></trkpt>\n"
        for when, lat, lon, _ in run.points
    )
    sort = "" if kind is None else f"<type>{kind}</type>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gpx version="1.1" creator="Surefoot" xmlns="http://www.topografix.com/GPX/1/1" '
        'xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n'
        f"<trk><name>{run.title}</name>{sort}<trkseg>\n{points}</trkseg></trk>\n</gpx>\n"
    ).encode()
