"""Summaries of TCX recordings: the totals of their laps.

The points of a lap say little that its totals do not, and are nearly all of the file. So of each track the
first and the last point are read and the rest is stepped over; where a lap has no total, all is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from surefoot_files.recording import Recording, UnreadableError, checked
from surefoot_files.sports import settled
from surefoot_files.xml import Walk, moment, number, offset, reasons, stripped

_TRACK = b"</Track>"
_POINT, _POINT_END = b"<Trackpoint>", b"</Trackpoint>"

APART = 10
"""Percent by which laps and track may differ before a note says so."""


@dataclass(slots=True)
class _Lap:
    start: str
    seconds: float | None = None
    metres: float | None = None
    first: float | None = None
    last: float | None = None
    """Distances of the first and the last point, in metres from the begin of the activity."""

    @property
    def by_points(self) -> float:
        return 0.0 if self.first is None or self.last is None else max(0.0, self.last - self.first)


@dataclass(slots=True)
class _Activity:
    sport: str
    start: str = ""
    laps: list[_Lap] = field(default_factory=list)
    first: str = ""
    last: str = ""
    """Times of the first and the last point."""

    @property
    def whole(self) -> bool:
        return all(lap.seconds is not None and lap.metres is not None for lap in self.laps)


class _Tcx(Walk):
    leaves = frozenset({"Id", "TotalTimeSeconds", "DistanceMeters", "Time"})

    def __init__(self) -> None:
        self.activities: list[_Activity] = []
        self.planned = self.known = False
        self._inside = self._point = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Activity":
            self._inside = True
            self.activities.append(_Activity(attributes.get("Sport", "")))
        elif name == "Lap" and self._inside:
            self.activities[-1].laps.append(_Lap(attributes.get("StartTime", "")))
        elif name == "Trackpoint":
            self._point = True
        elif name in ("Course", "Workout"):
            self.planned = True
        elif name == "TrainingCenterDatabase":
            self.known = True

    def finish(self, name: str, text: str) -> None:
        if name == "Activity":
            self._inside = False
        elif name == "Trackpoint":
            self._point = False
        elif self._inside and text:
            activity = self.activities[-1]
            if name == "Id" and not activity.laps:
                activity.start = text
            elif activity.laps:
                self._take(activity, activity.laps[-1], name, text)

    def _take(self, activity: _Activity, lap: _Lap, name: str, text: str) -> None:
        if name == "Time":
            activity.first, activity.last = activity.first or text, text
        elif name == "TotalTimeSeconds":
            lap.seconds = number(text)
        elif name == "DistanceMeters" and self._point:
            lap.last = number(text)
            lap.first = lap.last if lap.first is None else lap.first
        elif name == "DistanceMeters":
            lap.metres = number(text)

    def recordings(self) -> list[Recording]:
        return [_recording(activity) for activity in self.activities if activity.laps]


def read(data: bytes) -> list[Recording]:
    """Return the activities of a TCX file.

    Raises:
        UnreadableError: it is no TCX file, or it holds nothing that was done.
    """
    data = stripped(data)
    walk = _Tcx()
    walk.feed(_skimmed(data))
    if not all(activity.whole for activity in walk.activities):
        walk = _Tcx()
        walk.feed([data])
    if not walk.known:
        raise UnreadableError("it is no TCX file: it does not begin with TrainingCenterDatabase")
    with reasons():
        found = walk.recordings()
    if not found:
        what = "a planned course or workout" if walk.planned else "no activity"
        raise UnreadableError(f"it holds {what}, nothing that was done")
    return found


def _skimmed(data: bytes) -> list[bytes]:
    """Return the document in parts that leave out all but the first and the last point of each track."""
    parts, at = [], 0
    while (end := data.find(_TRACK, at)) >= 0:
        first = data.find(_POINT_END, at, end)
        last = data.rfind(_POINT, at, end)
        if 0 <= first < last:
            parts += [data[at : first + len(_POINT_END)], data[last:end]]
        else:
            parts.append(data[at:end])
        at = end
        parts.append(data[at : at + len(_TRACK)])
        at += len(_TRACK)
    return [*parts, data[at:]]


def _recording(activity: _Activity) -> Recording:
    begin = activity.laps[0].start or activity.start or activity.first
    start = moment(begin)
    seconds = sum(lap.seconds or 0.0 for lap in activity.laps)
    metres = sum(lap.by_points if lap.metres is None else lap.metres for lap in activity.laps)
    elapsed = moment(activity.last) - start if activity.last else seconds
    seconds = seconds or elapsed
    sport, notes = settled(activity.sport, round(metres), round(seconds))
    return checked(
        Recording(
            start=int(start),
            sport=sport.value,
            metres=round(metres),
            seconds=round(seconds),
            elapsed=round(max(elapsed, seconds)),
            offset=offset(begin),
            notes=(*notes, *_apart(activity, metres)),
        )
    )


def _apart(activity: _Activity, metres: float) -> tuple[str, ...]:
    """Return a note if the points tell quite another distance than the laps, which are trusted."""
    points = sum(lap.by_points for lap in activity.laps)
    if not points or abs(points - metres) * 100 <= APART * metres:
        return ()
    return (
        f"its laps add up to {metres / 1000:.1f} km, its points to {points / 1000:.1f} km; the laps count",
    )
