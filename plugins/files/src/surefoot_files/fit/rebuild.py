"""An activity without a summary, put together from its points."""

from __future__ import annotations

from surefoot_files.fit.layout import EVENT, LAP, RECORD, SPORT, TIMESTAMP
from surefoot_files.fit.scan import Message, Section, clock, messages
from surefoot_files.fit.sports import known
from surefoot_files.fit.units import UNSET, no_date, unix, whole
from surefoot_files.recording import Recording
from surefoot_files.sports import settled
from surefoot_files.track import JUMP, ground, paused

_WANTED = frozenset({SPORT, LAP, RECORD, EVENT})
_SEMICIRCLE = 180 / 2**31
_NOTE = "rebuilt from its records: it has no summary"


class _Trail:
    """The points so far: first and last time, pauses, and the distance by the watch and on the ground."""

    def __init__(self) -> None:
        self.first = self.last = self.pauses = 0
        self.metres = self.walked = 0.0
        self.place: tuple[float, float] | None = None

    def add(self, now: int, values: dict[int, int | float | bytes]) -> None:
        """Take in the point of a moment in FIT seconds."""
        if now < self.last:
            return
        far = self._by_watch(values[5]) if 5 in values else self._by_place(values.get(0), values.get(1), now)
        if self.first and paused(now - self.last, far):
            self.pauses += now - self.last
        self.first, self.last = self.first or now, now

    def _by_watch(self, centimetres: object) -> float:
        if not isinstance(centimetres, int | float) or centimetres / 100 < self.metres:
            return 0.0
        step, self.metres = centimetres / 100 - self.metres, centimetres / 100
        return step

    def _by_place(self, lat: object, lon: object, now: int) -> float:
        if not isinstance(lat, int) or not isinstance(lon, int):
            return 0.0
        before, self.place = self.place, (lat * _SEMICIRCLE, lon * _SEMICIRCLE)
        step = ground(*before, *self.place) if before else 0.0
        if step > JUMP * max(1, now - self.last):
            return 0.0
        self.walked += step
        return step


def rebuilt(data: bytes, section: Section, offset: int | None) -> Recording | None:
    """Return what the points of a section tell, None where it has no two of them.

    Raises:
        UnreadableError: the clock was never set.
    """
    trail, now = _Trail(), 0
    sport: tuple[object, object] | None = None
    for message in messages(data, section, _WANTED):
        now = clock(message, now)
        if message.number == RECORD and (message.tick is not None or TIMESTAMP in message.values):
            trail.add(now, message.values)
        elif message.number in (SPORT, LAP):
            sport = sport or _sport(message)
    elapsed = trail.last - trail.first
    if elapsed <= 0:
        return None
    if trail.first < UNSET:
        raise no_date()
    return _recording(trail, sport, offset)


def _sport(message: Message) -> tuple[object, object] | None:
    one, two = (0, 1) if message.number == SPORT else (25, 39)
    return (message.values.get(one), message.values.get(two)) if one in message.values else None


def _recording(trail: _Trail, sport: tuple[object, object] | None, offset: int | None) -> Recording:
    metres = whole(trail.metres or trail.walked)
    elapsed = trail.last - trail.first
    seconds = elapsed - trail.pauses
    given = known(*sport) if sport else None
    notes: tuple[str, ...] = ()
    if given is None:
        given, notes = settled("", metres, seconds)
    return Recording(
        start=unix(trail.first),
        sport=given.value,
        metres=metres,
        seconds=seconds,
        elapsed=elapsed,
        offset=offset,
        notes=(_NOTE, *notes),
        doubt=True,
    )
