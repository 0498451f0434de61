"""Writing a file that the runner named."""

from __future__ import annotations

from pathlib import Path

from surefoot.disk import write_atomically
from surefoot.model import ConfigError


def write_new(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``; an existing file is replaced only with ``force``, and then in one step.

    Raises:
        ConfigError: the file is there already.
        Unavailable: the disk or the folder refuses; what was there is still there.
    """
    if path.exists() and not force:
        raise ConfigError("is there already", where=str(path), mend="name another file, or add --force")
    write_atomically(path, data, mend="check the folder and the disk")
