"""Remember what was read, so that only new and changed files are read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from surefoot.plugin import Unavailable, write_atomically
from surefoot_files.folder import Found
from surefoot_files.held import Held
from surefoot_files.recording import Recording

VERSION = 2
"""Raised whenever a reader finds more or other things in the same bytes: then all is read again."""


class Cache:
    """What the files of a folder held when they were last read, each with its size and its time of change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, tuple[int, int, Held]] = {}

    def load(self) -> None:
        """Read it from the disk; one that is damaged or of another version is as good as none."""
        with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            stored = json.loads(self._path.read_bytes())
            if stored["version"] == VERSION:
                self._kept = {name: _entry(*entry) for name, entry in stored["files"].items()}

    def get(self, file: Found) -> Held | None:
        """Return what an unchanged file holds, None for a new or changed one."""
        kept = self._kept.get(file.name)
        return kept[2] if kept and kept[:2] == (file.size, file.changed) else None

    def save(self, read: Mapping[Found, Held]) -> None:
        """Hold exactly these files. Where the disk refuses, they are read again next time."""
        files = {file.name: (file.size, file.changed, content) for file, content in read.items()}
        if files == self._kept:
            return
        self._kept = files
        with suppress(Unavailable):
            data = json.dumps({"version": VERSION, "files": files}).encode()
            write_atomically(self._path, data, private=True)


def _entry(size: int, changed: int, held: Any) -> tuple[int, int, Held]:
    recordings, faults = held
    inner = tuple((str(name), str(why)) for name, why in faults)
    return size, changed, Held(tuple(_recording(*fields) for fields in recordings), inner)


def _recording(*fields: Any) -> Recording:
    recording = Recording(*fields)
    return recording._replace(notes=tuple(recording.notes))
