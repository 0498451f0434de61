"""Which training folder is meant."""

from __future__ import annotations

import os
from pathlib import Path

from surefoot.config.place import FILE
from surefoot.model import ConfigError

HOME = "SUREFOOT_HOME"
"""The environment variable that names a training folder for whoever stands in none."""


def find(start: Path, *, given: bool = False) -> Path:
    """Return the training folder: the nearest one from ``start`` upwards, else the one of SUREFOOT_HOME.

    With ``given`` it is ``start`` itself that the runner named, and nothing else will do.

    Raises:
        ConfigError: there is none.
    """
    start = start.expanduser().resolve()
    if given:
        return _itself(start, "-C")
    for folder in (start, *start.parents):
        if _holds(folder):
            return folder
    named = os.environ.get(HOME)
    if named:
        return _itself(Path(named).expanduser().resolve(), HOME)
    raise ConfigError(
        f"there is no {FILE} here or in any folder above", where=str(start), mend="surefoot init"
    )


def _itself(folder: Path, by: str) -> Path:
    if _holds(folder):
        return folder
    what = f"there is no {FILE} in it" if folder.is_dir() else "there is no such folder"
    raise ConfigError(f"{what} ({by})", where=str(folder), mend=f"surefoot -C {folder} init")


def _holds(folder: Path) -> bool:
    try:
        return (folder / FILE).is_file()
    except OSError:
        return False
