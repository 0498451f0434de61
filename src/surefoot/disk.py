"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from surefoot.model import Unavailable

MEND = "make the folder writable and free some space on its disk, then try again"


def write_atomically(path: Path, data: bytes, *, private: bool = False, mend: str = MEND) -> None:
    """Put a new file in the place of the old: at every moment one of the two is there, whole.

    A file that is there keeps its mode, and a link keeps pointing where it did.

    Args:
        path: the file.
        data: all that it is to hold.
        private: whether it is its owner's alone (mode 0600); its folder is then made, too (0700).
        mend: what to do where it cannot be written, for the message.

    Raises:
        Unavailable: the disk or the folder refuses; the old file stands.
    """
    part = None
    try:
        real = _real(path)
        # One name, not a random one: what a killed run left is replaced by the next.
        part = real.with_name(f".{real.name}.surefoot")
        if private:
            real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _write(part, data, 0o600 if private else _mode(real))
        part.replace(real)
        _settle(real.parent)
    except (OSError, RuntimeError) as problem:  # RuntimeError: Python up to 3.12, of links in a circle
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        why = getattr(problem, "strerror", None) or str(problem)
        raise Unavailable(f"cannot be written: {why}", where=str(path), mend=mend) from problem


def _real(path: Path) -> Path:
    """Follow links to the file itself; those in a circle Python from 3.13 on would leave as they are."""
    real = path.resolve()
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return real


def _mode(path: Path) -> int | None:
    """Return the mode of a file that is there, None for a new one: the system's habit decides."""
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else None


def _write(path: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666 if mode is None else mode), "wb") as file:
        if mode is not None:
            path.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the rename last; a system that cannot open a folder settles it by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
