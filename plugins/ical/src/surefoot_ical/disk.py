"""Reading and replacing the file: whole or not at all, and every refusal says what to do next."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from surefoot.plugin import Unavailable


def read(path: Path) -> bytes | None:
    """Return what the file holds; None where there is none.

    Raises:
        Unavailable: it is no file, or cannot be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unavailable(
                "The calendar's path is not a file.",
                where=str(path),
                mend="Give path the name of a file, as path = 'plan.ics', in surefoot.toml.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        refuse("read", path, error)


def recheck(path: Path, data: bytes | None) -> None:
    """Make sure that the file still holds what was read from it.

    Raises:
        Unavailable: another program has written it meanwhile.
    """
    if read(path) != data:
        raise Unavailable(
            "Another program changed the calendar at this moment, so nothing was written.",
            where=str(path),
            mend="Once more: surefoot push",
        )


def replace(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Put a new file in the place of the old: at every moment one of the two is there, whole.

    The file keeps its mode, and a link keeps pointing where it did.

    Raises:
        Unavailable: it cannot be written; the old file stands.
    """
    path = path.resolve()
    # One name, not a random one: what a killed run left is replaced by the next.
    temporary = path.with_name(f".{path.name}.surefoot")
    try:
        if mode is None and path.exists():
            mode = stat.S_IMODE(path.stat().st_mode)
        temporary.unlink(missing_ok=True)
        _write(temporary, data, mode)
        temporary.replace(path)
        _settle(path.parent)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        refuse("write", path, error)


def _write(path: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666 if mode is None else mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


def _settle(folder: Path) -> None:
    """Make the rename last; a system that cannot open a folder settles it by itself."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def refuse(verb: str, path: Path, error: OSError) -> NoReturn:
    """Say that the file cannot be read or written, why, and what to type next.

    Raises:
        Unavailable: always.
    """
    mend = f"Give path a place you can {verb}, in surefoot.toml, then: surefoot push"
    if not path.parent.is_dir():
        mend = (
            f"Make the folder, or mend path in surefoot.toml: mkdir -p '{path.parent}', then: surefoot push"
        )
    raise Unavailable(
        f"The calendar cannot be {'read' if verb == 'read' else 'written'}: {error.strerror or error}.",
        where=str(path),
        mend=mend,
    ) from error
