"""A folder of FIT workouts as a target."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, NamedTuple

from surefoot.plugin import Fidelity, Kind, Receipt, Schedule, Session, Target, Workout, write_atomically
from surefoot_workouts.folder import MEND, Noted, both, checksum, is_edited, load, remove, save, told
from surefoot_workouts.workout import encode, fidelity

NOTES = "workouts.json"
FATES = ("created", "updated", "removed", "unchanged", "skipped")


class Workouts(Target):
    """Keeps a folder of FIT workouts true to the schedule, to be copied to a watch by cable.

    Attributes:
        path: the folder; what else lies in it is left alone.
    """

    use: ClassVar[str] = "workouts"

    path: Path

    def fidelity(self, workout: Workout) -> Fidelity:
        """Say what a watch would not follow."""
        return fidelity(workout)

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Make the folder hold a file for each session from today on; see ``Target.publish``.

        A file that was changed since it was written is left alone; those of past days stay.

        Raises:
            Unavailable: the folder, or the notes of what was written, cannot be read or written.
        """
        noted, wanted = load(self.folder / NOTES), _wanted(schedule)
        today = schedule.today.isoformat()
        gone = {uid for uid, one in noted.items() if uid not in wanted and one.day >= today}
        fates = {uid: self._fate(noted.get(uid), wanted.get(uid)) for uid in sorted({*wanted, *gone})}
        if not dry_run:
            self._write(fates, wanted, noted)
        by = {fate: tuple(uid for uid, one in fates.items() if one == fate) for fate in FATES}
        return Receipt(where=f"{self.path.name}/", **by)

    def _fate(self, old: Noted | None, new: _File | None) -> str:
        if old is not None and is_edited(self.path, old):
            return "skipped"
        if new is None:
            return "removed"
        if old == new.noted and (self.path / new.name).exists():
            return "unchanged"
        return "created" if old is None else "updated"

    def _write(self, fates: Mapping[str, str], wanted: Mapping[str, _File], noted: dict[str, Noted]) -> None:
        """Do what was found. What may lie there is noted before: a run that breaks off is no edit."""
        new = {uid: wanted[uid] for uid, fate in fates.items() if fate in {"created", "updated"}}
        old = {uid: noted[uid] for uid, fate in fates.items() if fate in {"removed", "updated"}}
        if not new and not old:
            return
        save(self.folder / NOTES, noted | {uid: both(old.get(uid), one.noted) for uid, one in new.items()})
        with told("written", self.path):
            self.path.mkdir(parents=True, exist_ok=True)
        for one in new.values():
            write_atomically(self.path / one.name, one.data, mend=MEND)
        for uid, was in old.items():
            for name in was.files.keys() - {new[uid].name if uid in new else ""}:
                remove(self.path / name)
        after = {uid: one for uid, one in noted.items() if uid not in old}
        save(self.folder / NOTES, after | {uid: one.noted for uid, one in new.items()})


class _File(NamedTuple):
    name: str
    day: str
    data: bytes

    @property
    def noted(self) -> Noted:
        return Noted(day=self.day, files={self.name: (checksum(self.data),)})


def _wanted(schedule: Schedule) -> dict[str, _File]:
    ahead = (one for one in schedule.sessions if one.day >= schedule.today)
    return {
        one.uid: _File(_name(one), one.day.isoformat(), encode(one))
        for one in ahead
        if one.workout.kind is not Kind.REST
    }


def _name(session: Session) -> str:
    """The day, the title and the end of the uid: readable on a watch, and no two alike."""
    title = re.sub(r"[^a-z0-9]+", "-", session.workout.title.lower()).strip("-")[:24]
    return f"{session.day}-{title or session.workout.kind.value}-{checksum(session.uid.encode())[:6]}.fit"
