"""A folder of FIT workouts as a target."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from pathlib import Path
from typing import ClassVar

from surefoot.plugin import Fidelity, Kind, Receipt, Schedule, Session, Target, Workout
from surefoot_workouts.folder import Noted, load, replace, save, told
from surefoot_workouts.workout import encode, fidelity

NOTES = "workouts.json"


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
        noted = load(self.folder / NOTES)
        today = schedule.today.isoformat()
        ahead = (one for one in schedule.sessions if one.day >= schedule.today)
        wanted = {one.uid: one for one in ahead if one.workout.kind is not Kind.REST}
        gone = [uid for uid, one in noted.items() if uid not in wanted and one.day >= today]
        fates: defaultdict[str, list[str]] = defaultdict(list)
        after = dict(noted)
        for uid in sorted({*wanted, *gone}):
            fate = self._settle(uid, wanted.get(uid), after, dry_run=dry_run)
            fates[fate].append(uid)
        if not dry_run and after != noted:
            save(self.folder / NOTES, after)
        return Receipt(where=f"{self.path.name}/", **{fate: tuple(uids) for fate, uids in fates.items()})

    def _settle(self, uid: str, session: Session | None, noted: dict[str, Noted], *, dry_run: bool) -> str:
        """Make one file what it should be, note it, and say what became of it."""
        old = noted.get(uid)
        if old is not None and self._is_edited(old):
            return "skipped"
        if session is None:
            self._drop(uid, noted, dry_run=dry_run)
            return "removed"
        data = encode(session)
        new = Noted(file=_name(session), sum=_sum(data), day=session.day.isoformat())
        if new == old and (self.path / new.file).exists():
            return "unchanged"
        if not dry_run:
            replace(self.path / new.file, data)
            noted[uid] = new
            if old is not None and old.file != new.file:
                self._remove(old)
        return "created" if old is None else "updated"

    def _drop(self, uid: str, noted: dict[str, Noted], *, dry_run: bool) -> None:
        if not dry_run:
            self._remove(noted.pop(uid))

    def _remove(self, old: Noted) -> None:
        path = self.path / old.file
        with told("removed", path):
            path.unlink(missing_ok=True)

    def _is_edited(self, old: Noted) -> bool:
        """Whether the file is there and no longer what was written. One that is gone is written anew."""
        path = self.path / old.file
        with told("read", path):
            return path.exists() and _sum(path.read_bytes()) != old.sum


def _name(session: Session) -> str:
    """The day, the title and the end of the uid: readable on a watch, and no two alike."""
    title = re.sub(r"[^a-z0-9]+", "-", session.workout.title.lower()).strip("-")[:24]
    return f"{session.day}-{title or session.workout.kind.value}-{_sum(session.uid.encode())[:6]}.fit"


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
