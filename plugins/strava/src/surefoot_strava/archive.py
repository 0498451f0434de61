"""An export on the disk: the zip as it was downloaded, or the folder it was unpacked to."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

from surefoot.plugin import Unavailable

TABLE = "activities.csv"
LARGEST = 256 * 1024 * 1024
"""Bytes of the table; with a novel under each of ten thousand activities it is below that."""


class Archive:
    """Opens what lies in an export.

    Args:
        path: the zip or the folder.
        label: the name of the part's table, for messages.
    """

    def __init__(self, path: Path, label: str) -> None:
        self._path = path
        self._label = label
        self._zip: zipfile.ZipFile | None = None
        self._top = ""

    @contextmanager
    def opened(self) -> Iterator[Archive]:
        """Open it.

        Raises:
            Unavailable: it is not there, or no export.
        """
        if self._path.is_dir():
            yield self
            return
        try:
            self._zip = zipfile.ZipFile(self._path)
        except (OSError, zipfile.BadZipFile, NotImplementedError) as problem:
            self.refuse(_because(problem))
        with self._zip:
            yield self

    def table(self) -> bytes:
        """Return the bytes of ``activities.csv``.

        Raises:
            Unavailable: there is none, or it cannot be unpacked.
        """
        if self._zip is not None:
            names = [one for one in self._zip.namelist() if one.rpartition("/")[2] == TABLE]
            if not names:
                self.refuse(f"there is no {TABLE} in it")
            self._top = min(names, key=len).removesuffix(TABLE)
        try:
            with self.open(TABLE) as file:
                data = file.read(LARGEST + 1)
        except FileNotFoundError:
            self.refuse(f"there is no {TABLE} in it")
        except (
            OSError,
            zipfile.BadZipFile,
            EOFError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as problem:
            self.refuse(_because(problem))
        if len(data) > LARGEST:
            self.refuse(f"its {TABLE} is larger than {LARGEST >> 20} MB")
        return data

    def open(self, name: str) -> BinaryIO:
        """Open a file of the export.

        Raises:
            FileNotFoundError: there is none of this name.
        """
        if self._zip is None:
            path = self._path / name
            if not path.resolve().is_relative_to(self._path.resolve()):
                raise FileNotFoundError(name)
            return path.open("rb")
        try:
            return self._zip.open(self._top + name)  # type: ignore[return-value]
        except KeyError:
            raise FileNotFoundError(name) from None

    def refuse(self, why: str) -> NoReturn:
        """Say that this is no export that can be read.

        Raises:
            Unavailable: always.
        """
        raise Unavailable(
            f"the Strava export {self._path} cannot be read: {why}",
            where=f"[sources.{self._label}] path",
            mend="ask Strava for it under Settings, My Account, Download or Delete Your Account",
        )


def _because(problem: Exception) -> str:
    if isinstance(problem, OSError) and problem.strerror:
        return problem.strerror.lower()
    return "it is no zip, or not all of it was downloaded"
