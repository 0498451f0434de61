"""The source ``files``: a folder of recordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

from surefoot.plugin import Activity, Source, Unavailable
from surefoot_files.cache import Cache
from surefoot_files.copies import distinct
from surefoot_files.folder import Fault, Found, because, found
from surefoot_files.held import Held
from surefoot_files.reading import read
from surefoot_files.recording import Recording, UnreadableError


class Files(Source):
    """Reads recordings from a folder and the folders in it: FIT, TCX, GPX, packed ones, Apple Health.

    Packed are ``.gz`` and zips, and zips in zips. A Health export is its zip or its ``export.xml``.

    Attributes:
        path: the folder, relative to the training folder.
    """

    use: ClassVar[str] = "files"

    path: Path

    def __post_init__(self) -> None:
        self._faults: list[Fault] = []

    def check(self) -> None:
        """See whether the folder is there and can be looked into.

        Raises:
            Unavailable: it is not, or cannot.
        """
        try:
            next(self.path.iterdir(), None)
        except OSError as error:
            raise self._unreadable(error) from error

    def activities(self, since: date, until: date) -> Iterator[Activity]:
        """Yield what the folder holds for these days. New and changed files alone are opened.

        Raises:
            Unavailable: the folder is not there or cannot be looked into.
        """
        self._faults = []
        for recording in distinct(self._recordings(self._found())):
            activity = recording.activity(self.label)
            if since <= activity.day <= until:
                yield activity

    def problems(self) -> Iterable[Fault]:
        """Yield the path and the reason of each file that could not be read the last time, by path."""
        return tuple(sorted((_shown(name), why) for name, why in self._faults))

    def _found(self) -> list[Found]:
        try:
            return found(self.path, self._faults)
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError) -> Unavailable:
        return Unavailable(
            f'the folder "{self.path}" cannot be read ({because(error)})',
            where=f"[sources.{self.label}] path",
            mend="Make the folder and put your recordings into it, or name another one in surefoot.toml.",
        )

    def _recordings(self, files: list[Found]) -> Iterator[Recording]:
        """Yield what the files hold, and remember it also when the reading is broken off."""
        cache = Cache(self.folder / "read.json")
        cache.load()
        known = {file: held for file in files if (held := cache.get(file)) is not None}
        try:
            for file in files:
                held = known.get(file)
                if held is None:
                    if (held := self._read(file)) is None:
                        continue
                    known[file] = held
                self._faults += (_placed(file.name, *fault) for fault in held.faults)
                yield from held.recordings
        finally:
            cache.save(known)

    def _read(self, file: Found) -> Held | None:
        """Return what a file holds or why it cannot be used, None where the disk refused it this time."""
        try:
            return read(self.path, file)
        except UnreadableError as reason:
            return Held(faults=(("", str(reason)),))
        except OSError as error:
            self._faults.append((file.name, because(error)))
            return None


def _placed(file: str, inner: str, why: str) -> Fault:
    return (f"{file}/{inner}" if inner else file), why


def _shown(name: str) -> str:
    """Return a path as it can be printed: a disk allows names that are no text."""
    return name.encode("utf-8", "replace").decode()
