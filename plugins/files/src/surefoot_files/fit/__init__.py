"""Summaries of FIT recordings: what a watch wrote about each session, or what its points tell.

A summary reader: it steps over nearly everything, checks no checksum (real watches write wrong ones into
good files) and takes from a damaged file what stands before the damage.
"""

from __future__ import annotations

from surefoot_files.fit.layout import ACTIVITY, FILE_ID, SESSION, TIMESTAMP
from surefoot_files.fit.rebuild import rebuilt
from surefoot_files.fit.scan import Message, Section, messages, sections
from surefoot_files.fit.sports import TRANSITION, known
from surefoot_files.fit.units import UNSET, no_date, offset, unix, whole
from surefoot_files.recording import Recording, UnreadableError, checked
from surefoot_files.sports import settled

_WANTED = frozenset({FILE_ID, SESSION, ACTIVITY})
_RECORDED = frozenset({None, 4})
"""File types that hold an activity; settings, workouts, courses, weights and the like hold none."""


def read(data: bytes) -> list[Recording]:
    """Return the activities of a FIT file, none for a file of settings, workouts or the like.

    Raises:
        UnreadableError: it is no FIT file, or an activity of which nothing can be used.
    """
    found: dict[tuple[int, str], Recording] = {}
    reasons = []
    parts = list(sections(data))
    if not parts:
        raise UnreadableError("it is no FIT file: the mark .FIT is missing")
    for section in parts:
        try:
            for recording in _section(data, section, first=section is parts[0]):
                found.setdefault((recording.start, recording.sport), recording)
        except UnreadableError as reason:
            reasons.append(reason)
    if reasons and not found:
        raise reasons[0]
    return list(found.values())


def _section(data: bytes, section: Section, *, first: bool) -> list[Recording]:
    """Return the activities of one of the chained files; a later one often holds other things unsaid."""
    kind: object = None if first else -1
    sessions: list[Message] = []
    away: int | None = None
    for message in messages(data, section, _WANTED):
        if message.number == SESSION:
            sessions.append(message)
        elif message.number == FILE_ID:
            kind = message.values.get(0)
        else:
            away = offset(message.values.get(5), message.values.get(TIMESTAMP))
    if sessions:
        return [_summary(one, away) for one in sessions if one.values.get(5) != TRANSITION]
    if kind not in _RECORDED:
        return []
    if recording := rebuilt(data, section, away):
        return [checked(recording)]
    raise UnreadableError("it is damaged or empty: it holds neither a summary nor points with times")


def _summary(session: Message, away: int | None) -> Recording:
    values = session.values
    elapsed = _number(session, 7, 1000)
    seconds = _number(session, 8, 1000) or elapsed or 0
    start, stop = values.get(2), values.get(TIMESTAMP)
    if not isinstance(start, int):
        start = stop - (elapsed or seconds) if isinstance(stop, int) else 0
    if start < UNSET:
        raise no_date()
    metres = _number(session, 9, 100)
    sport = known(values.get(5), values.get(6))
    notes: tuple[str, ...] = ()
    if sport is None:
        sport, notes = settled("", metres or 0, seconds)
    return checked(
        Recording(
            start=unix(start),
            sport=sport.value,
            metres=metres or 0,
            seconds=seconds,
            elapsed=max(elapsed or 0, seconds),
            offset=away,
            ascent=_number(session, 22, 1),
            descent=_number(session, 23, 1),
            title=_text(values.get(110)),
            notes=notes if metres is not None else (*notes, "its distance is not known"),
        )
    )


def _number(message: Message, field: int, scale: int) -> int | None:
    value = message.values.get(field)
    return whole(value / scale) if isinstance(value, int | float) and 0 <= value < 2**63 else None


def _text(value: object) -> str:
    return value.split(b"\0")[0].decode("utf-8", "replace").strip() if isinstance(value, bytes) else ""
