"""The same activity in several files is one activity.

Nobody runs twice at the same time: two recordings of one folder that overlap by more than half of the shorter
one are the same activity, saved twice, exported in two formats, or recorded by watch and phone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surefoot_files.recording import Recording

_DAY = 86_400


def distinct(recordings: Iterable[Recording]) -> Iterator[Recording]:
    """Yield each activity once, the first of its recordings; doubtful ones come last, the longest first."""
    seen: dict[int, list[Recording]] = {}
    doubtful = []
    for recording in recordings:
        if recording.doubt:
            doubtful.append(recording)
        elif _new(recording, seen):
            yield recording
    for recording in sorted(doubtful, key=lambda one: (-one.metres, one)):
        if _new(recording, seen):
            yield recording


def _new(recording: Recording, seen: dict[int, list[Recording]]) -> bool:
    """Whether it is the same as none that was seen; if so, remember it under each of its days."""
    days = range(recording.start // _DAY, recording.end // _DAY + 1)
    if any(_same(recording, other) for day in days for other in seen.get(day, ())):
        return False
    for day in days:
        seen.setdefault(day, []).append(recording)
    return True


def _same(one: Recording, other: Recording) -> bool:
    if one.sport != other.sport:  # a ride that was never stopped must not swallow the run after it
        return False
    if one.start == other.start:
        return True
    together = min(one.end, other.end) - max(one.start, other.start)
    return 2 * together > min(one.end - one.start, other.end - other.start)
