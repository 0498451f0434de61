"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from surefoot.model import ConfigError, Unavailable


def write_new(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write ``data`` to ``path``; an existing file is replaced only with ``force``, and then in one step.

    Raises:
        ConfigError: the file is there already.
        Unavailable: the disk or the folder refuses; what was there is still there.
    """
    if path.exists() and not force:
        raise ConfigError("is there already", where=str(path), mend="name another file, or add --force")
    name = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as problem:
        if name is not None:
            with suppress(OSError):
                Path(name).unlink()
        raise Unavailable(
            f"cannot be written: {problem.strerror}", where=str(path), mend="check the folder and the disk"
        ) from None
