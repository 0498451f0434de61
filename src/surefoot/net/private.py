"""Small JSON files that are the runner's alone: tokens, and what a part remembers between runs."""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from surefoot.model import ConfigError, Unavailable

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def save_private(path: Path, value: Any) -> None:
    """Write ``value`` as JSON for its owner alone; at every moment the old or the new is there, whole.

    Raises:
        Unavailable: the disk refuses; what was there stands.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(part, flags, 0o600), "w", encoding="utf-8") as file:
            json.dump(value, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as problem:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        said = problem.strerror
    else:
        return
    raise Unavailable(
        f"cannot be written: {said}", where=str(path), mend="free some space on its disk, then try again"
    )


def load_private(path: Path, *, secret: bool = False) -> Any:
    """Return what ``save_private`` wrote; None where there is nothing, or nothing that can be read.

    Args:
        path: the file.
        secret: whether it holds a login, so that a file others can read is refused.

    Raises:
        ConfigError: others on this machine can read a secret file.
    """
    try:
        with path.open(encoding="utf-8") as file:
            if secret and os.name == "posix" and os.fstat(file.fileno()).st_mode & OTHERS:
                raise ConfigError(
                    "others on this machine can read this login",
                    where=str(path),
                    mend=f"chmod 600 '{path}'",
                )
            return json.load(file)
    except (OSError, ValueError, RecursionError):
        return None
