"""Find the recordings in a folder and the folders in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

KINDS = ("fit", "tcx", "gpx")
"""The kinds of recordings, the most exact first: a watch's own file, its laps, its bare points."""

EXPORTS = ("zip", "xml")
"""What holds many: a zip of recordings, and an Apple Health export."""

PASSED_OVER = {"__MACOSX", "workout-routes"}
"""Folders that hold no activities: what macOS leaves behind, and the bare tracks beside a Health export,
whose workouts that export tells with their sport."""

Fault = tuple[str, str]
"""What could not be read, and why."""


class Found(NamedTuple):
    """A file that is named like a recording: its path in the folder with ``/``, and its state on the disk."""

    name: str
    kind: str
    packed: bool
    size: int
    changed: int
    """When it was last written, in nanoseconds."""


def kind(name: str) -> tuple[str, bool] | None:
    """Return the kind a file's name says and whether it is packed with gzip, None if it is no recording.

    What macOS leaves beside files it packs (``._run.fit``) is none, nor are the medical records that
    Apple Health exports beside the workouts (``export_cda.xml``).
    """
    if name.startswith("._") or name.lower().endswith("_cda.xml"):
        return None
    stem, packed = name.lower(), False
    if stem.endswith(".gz"):
        stem, packed = stem[:-3], True
    ending = stem.rpartition(".")[2] if "." in stem else ""
    if ending in EXPORTS and not packed:
        return ending, False
    return (ending, packed) if ending in KINDS else None


def rank(kind: str) -> int:
    """Return the place of a kind in the order they are trusted in, 0 first."""
    return (*KINDS, *EXPORTS).index(kind)


def found(root: Path, faults: list[Fault]) -> list[Found]:
    """Return all recordings in a folder, the most exact kinds first, then by path.

    Args:
        root: the folder; folders in it are looked into, each once, however often links lead to it.
        faults: is added to for each folder in it that cannot be looked into.

    Raises:
        OSError: the folder itself cannot be looked into.
    """
    seen = {_place(root)}
    files: list[Found] = []
    waiting = _look(str(root), "", files, seen, faults)
    while waiting:
        path, prefix = waiting.pop()
        try:
            waiting += _look(path, prefix, files, seen, faults)
        except OSError as error:
            faults.append((prefix, because(error)))
    return sorted(files, key=lambda file: (rank(file.kind), file.name))


def because(error: OSError) -> str:
    """Return the reason of an error of the disk in words."""
    return (error.strerror or str(error) or type(error).__name__).lower()


def _place(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_dev, state.st_ino


def _look(
    path: str, prefix: str, files: list[Found], seen: set[tuple[int, int]], faults: list[Fault]
) -> list[tuple[str, str]]:
    """Add a folder's recordings to ``files`` and return the folders in it that were not seen yet."""
    with os.scandir(path) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    inner = []
    for entry in listed:
        try:
            if entry.is_dir():
                place = _place(Path(entry.path))
                if entry.name not in PASSED_OVER and place not in seen:
                    seen.add(place)
                    inner.append((entry.path, f"{prefix}{entry.name}/"))
            elif which := kind(entry.name):
                files.append(_file(entry, prefix + entry.name, which))
        except OSError as error:  # of other names, say a link in circles, nothing was wanted
            if kind(entry.name):
                faults.append((prefix + entry.name, because(error)))
    return inner


def _file(entry: os.DirEntry[str], name: str, which: tuple[str, bool]) -> Found:
    state = entry.stat()
    if not entry.is_file():  # a pipe would be waited for
        raise OSError(0, "it is no ordinary file")
    return Found(name, *which, state.st_size, state.st_mtime_ns)
