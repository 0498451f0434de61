"""Reading and replacing files: whole or not at all."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from surefoot.plugin import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator


class Noted(NamedTuple):
    """What was written for one session: the file's name, its checksum, and its day."""

    file: str
    sum: str
    day: str


def load(path: Path) -> dict[str, Noted]:
    """Return what was noted of each session; nothing where nothing was ever written.

    Raises:
        Unavailable: the notes cannot be read.
    """
    with told("read", path):
        if not path.exists():
            return {}
        try:
            return {uid: Noted(*map(str, one)) for uid, one in json.loads(path.read_bytes()).items()}
        except (ValueError, TypeError, AttributeError) as problem:
            mend = "remove it and the .fit files of Surefoot, then: surefoot push"
            raise Unavailable("these notes cannot be used", where=str(path), mend=mend) from problem


def save(path: Path, noted: dict[str, Noted]) -> None:
    """Write the notes.

    Raises:
        Unavailable: they cannot be written.
    """
    replace(path, json.dumps(noted, indent=1, sort_keys=True).encode(), mode=0o600)


def replace(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Put a new file in the place of the old; at every moment one of the two is there, whole.

    Raises:
        Unavailable: it cannot be written; the old one stands.
    """
    # One name, not a random one: what a killed run left is replaced by the next.
    new = path.with_name(f".{path.name}.surefoot")
    with told("written", path):
        path.parent.mkdir(parents=True, exist_ok=True)
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)


@contextmanager
def told(verb: str, path: Path) -> Iterator[None]:
    """Say of what the system refuses: what, where, and what to type next.

    Raises:
        Unavailable: the system refused.
    """
    try:
        yield
    except OSError as problem:
        mend = "give path a folder you can write in surefoot.toml, then: surefoot push"
        why = problem.strerror or str(problem)
        raise Unavailable(f"this cannot be {verb}: {why}", where=str(path), mend=mend) from problem
