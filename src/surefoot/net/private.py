"""Small JSON files that are the runner's alone: tokens, and what a part remembers between runs."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

from surefoot.disk import write_atomically
from surefoot.model import ConfigError
from surefoot.net.mask import MaskedBytes

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def save_private(path: Path, value: Any) -> None:
    """Write ``value`` as JSON for its owner alone; at every moment the old or the new is there, whole.

    Raises:
        Unavailable: the disk refuses; what was there stands.
    """
    write_atomically(path, MaskedBytes(json.dumps(value).encode()), private=True)


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
