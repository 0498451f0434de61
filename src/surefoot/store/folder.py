"""The private folder of a training folder, and the lock that lets one command write at a time."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from surefoot.model import Unavailable

NAME = ".surefoot"
"""Holds all that the program remembers; copied with the training folder, never with its repository."""

WAIT = 10.0
"""Seconds that a command waits for another one that writes. A sync that asks a slow platform takes longer."""

_PAUSE = 0.05  # seconds between two tries; nobody notices it, and the processor neither
_FAR = 1 << 30  # Windows locks bytes, and locked bytes cannot be read: lock one that is never written


def make(folder: Path) -> Path:
    """Return the private folder of this training folder, made where there is none.

    Raises:
        Unavailable: it cannot be made or written to.
    """
    inside = folder / NAME
    try:
        inside.mkdir(mode=0o700, exist_ok=True)
        ignore = inside / ".gitignore"
        if not ignore.exists() or not ignore.stat().st_size:
            ignore.write_text("*\n", encoding="utf-8")
    except OSError as problem:
        raise refused(inside, problem) from None
    return inside


def refused(path: Path, problem: OSError) -> Unavailable:
    """Return what to tell the runner when the system refuses to write ``path``."""
    return Unavailable(
        f"cannot be written: {problem.strerror or problem}",
        where=str(path),
        mend="make the folder writable and free some space on its disk, then type the command again",
    )


class Lock:
    """Held from construction to ``release``, and given back by the system should the process die.

    Args:
        inside: the private folder.
        wait: seconds to wait for another command.

    Raises:
        Unavailable: another command still writes after ``wait`` seconds, or the file cannot be written.
    """

    def __init__(self, inside: Path, *, wait: float = WAIT) -> None:
        self.path = inside / "lock"
        try:
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as problem:
            raise refused(self.path, problem) from None
        try:
            self._acquire(wait)
        except BaseException:
            os.close(self._file)
            raise

    def _acquire(self, wait: float) -> None:
        end = time.monotonic() + wait
        try:
            while not _try_lock(self._file):
                if time.monotonic() >= end:
                    raise self._taken()
                time.sleep(_PAUSE)
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, b"%d\n" % os.getpid())
        except OSError as problem:
            raise refused(self.path, problem) from None

    def _taken(self) -> Unavailable:
        return Unavailable(
            f"another surefoot is writing here ({self._holder()})",
            where=str(self.path.parent),
            mend="wait until it is done, then type the command again",
        )

    def _holder(self) -> str:
        os.lseek(self._file, 0, os.SEEK_SET)
        pid = os.read(self._file, 20).decode("ascii", "replace").strip()
        return f"process {pid}" if pid.isdecimal() else "another process"

    def release(self) -> None:
        """Let the next command write. The file stays: removing it would let two commands lock two files."""
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
