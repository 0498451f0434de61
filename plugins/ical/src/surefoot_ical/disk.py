"""Reading and replacing the file: whole or not at all, and every refusal says what to do next."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NoReturn

from surefoot.plugin import Unavailable, write_atomically


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
        _refuse(path, error)


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


def replace(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put a new file in the place of the old; see ``write_atomically``.

    Raises:
        Unavailable: it cannot be written; the old file stands.
    """
    write_atomically(path, data, private=private, mend=_mend("write", path))


def _refuse(path: Path, error: OSError) -> NoReturn:
    raise Unavailable(
        f"cannot be read: {error.strerror or error}.", where=str(path), mend=_mend("read", path)
    ) from error


def _mend(verb: str, path: Path) -> str:
    """Return what to type next where the file cannot be read or written."""
    if not path.parent.is_dir():
        return (
            f"Make the folder, or mend path in surefoot.toml: mkdir -p '{path.parent}', then: surefoot push"
        )
    return f"Give path a place you can {verb}, in surefoot.toml, then: surefoot push"
