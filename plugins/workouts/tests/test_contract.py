"""The folder of workouts keeps every promise of a target."""

from __future__ import annotations

from pathlib import Path

from surefoot.plugin import Target
from surefoot.testing import TargetContract
from surefoot_workouts.folder import Noted, load
from surefoot_workouts.target import NOTES, Workouts


class TestWatch(TargetContract):
    module = "surefoot_workouts"

    def make(self, folder: Path) -> Workouts:
        return Workouts(path=folder / "workouts")

    def read(self, target: Target) -> dict[str, bytes]:
        assert isinstance(target, Workouts)
        noted = load(target.folder / NOTES)
        assert len(list(target.path.glob("*.fit")) if target.path.exists() else []) >= len(noted)
        return {uid: (target.path / _file(one)).read_bytes() for uid, one in noted.items()}

    def add_foreign(self, target: Target) -> None:
        assert isinstance(target, Workouts)
        target.path.mkdir()
        (target.path / "mine.fit").write_bytes(b"mine")

    def read_foreign(self, target: Target) -> bytes:
        assert isinstance(target, Workouts)
        return (target.path / "mine.fit").read_bytes()

    def edit(self, target: Target, uid: str) -> None:
        assert isinstance(target, Workouts)
        path = target.path / _file(load(target.folder / NOTES)[uid])
        path.write_bytes(path.read_bytes() + b"\0")


def _file(noted: Noted) -> str:
    (name,) = noted.files
    return name
