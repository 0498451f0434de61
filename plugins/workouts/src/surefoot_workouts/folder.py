"""The folder of workouts, and the notes of what was written to it."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from surefoot.plugin import Unavailable, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEND = "give path a folder you can write in surefoot.toml, then: surefoot push"


class Noted(NamedTuple):
    """What was written for one session: its day, and each file's name with the checksums it may have.

    There are two files or two checksums only where a run broke off before it said how far it came.
    """

    day: str
    files: dict[str, tuple[str, ...]]


def checksum(data: bytes) -> str:
    """Return the checksum that tells whether a file is still what was written."""
    return hashlib.sha256(data).hexdigest()


def both(old: Noted | None, new: Noted) -> Noted:
    """Return what may lie there while the new is put in the place of the old."""
    files = dict(old.files) if old else {}
    for name, sums in new.files.items():
        files[name] = (*files.get(name, ()), *sums)
    return Noted(day=new.day, files=files)


def load(path: Path) -> dict[str, Noted]:
    """Return what was noted of each session; nothing where nothing was ever written.

    Raises:
        Unavailable: the notes cannot be read.
    """
    with told("read", path):
        if not path.exists():
            return {}
        try:
            return {uid: _noted(*one) for uid, one in json.loads(path.read_bytes()).items()}
        except (ValueError, TypeError, AttributeError) as problem:
            mend = "remove it and the .fit files of Surefoot, then: surefoot push"
            raise Unavailable("these notes cannot be used", where=str(path), mend=mend) from problem


def save(path: Path, noted: Mapping[str, Noted]) -> None:
    """Write the notes.

    Raises:
        Unavailable: they cannot be written.
    """
    write_atomically(path, json.dumps(noted, indent=1, sort_keys=True).encode(), private=True)


def is_edited(folder: Path, noted: Noted) -> bool:
    """Whether a file is there and no longer what was written. One that is gone is written anew.

    Raises:
        Unavailable: it cannot be read.
    """
    for name, sums in noted.files.items():
        path = folder / name
        with told("read", path):
            if path.exists() and checksum(path.read_bytes()) not in sums:
                return True
    return False


def remove(path: Path) -> None:
    """Take a file away, if it is there.

    Raises:
        Unavailable: it cannot be removed.
    """
    with told("removed", path):
        path.unlink(missing_ok=True)


@contextmanager
def told(verb: str, path: Path) -> Iterator[None]:
    """Say of what the system refuses: what, where, and what to type next.

    Raises:
        Unavailable: the system refused.
    """
    try:
        yield
    except OSError as problem:
        why = problem.strerror or str(problem)
        raise Unavailable(f"this cannot be {verb}: {why}", where=str(path), mend=MEND) from problem


def _noted(day: str, files: dict[str, list[str]]) -> Noted:
    return Noted(day=str(day), files={str(name): tuple(map(str, sums)) for name, sums in files.items()})
