"""What becomes of the folder when a run breaks off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from surefoot.plugin import Schedule, Unavailable
from surefoot.testing import TODAY, sample_schedule
from surefoot_workouts.target import NOTES, Workouts


class KilledError(BaseException):
    """As a signal that nothing can catch."""


def target(home: Path) -> Workouts:
    made = Workouts(path=home / "watch")
    made.bind(label="watch", folder=home / "memory")
    return made


def titled(schedule: Schedule, title: str) -> Schedule:
    """All sessions with another title: other names of files, and other bytes."""
    sessions = (replace(one, workout=replace(one.workout, title=title)) for one in schedule.sessions)
    return replace(schedule, sessions=tuple(sessions))


def held(home: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted((home / "watch").glob("*.fit"))}


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("write", [1, 2, 3, 8])
def test_killed_at_any_write_the_next_publish_leaves_no_other_workout_and_skips_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: int, *, after: bool
) -> None:
    first = sample_schedule(TODAY)
    second, third = titled(first, "Long"), titled(first, "Short")
    target(tmp_path).publish(first)
    done, put = [], Path.replace

    def die(old: Path, new: Path) -> None:
        done.append(new)
        if len(done) == write and not after:
            raise KilledError
        put(old, new)
        if len(done) == write:
            raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", die)
        with pytest.raises(KilledError):
            target(tmp_path).publish(second)
    receipt = target(tmp_path).publish(third)
    target(tmp_path / "new").publish(third)

    assert receipt.skipped == ()
    assert held(tmp_path) == held(tmp_path / "new")
    assert set(target(tmp_path).publish(third).unchanged) == {*receipt.updated, *receipt.unchanged}


@pytest.mark.parametrize("data", [b"", b"[]", b'{"a": 3}', b'{"a": ["2031-03-05", 3]}', b'{"a": {}}'])
def test_notes_that_cannot_be_read_are_said_so_and_the_folder_stays(tmp_path: Path, data: bytes) -> None:
    target(tmp_path).publish(sample_schedule(TODAY))
    before = held(tmp_path)
    (tmp_path / "memory" / NOTES).write_bytes(data)

    with pytest.raises(Unavailable, match="notes cannot be used"):
        target(tmp_path).publish(titled(sample_schedule(TODAY), "Long"))
    assert held(tmp_path) == before
