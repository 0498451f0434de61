"""An export on the disk: the zip as it was downloaded, or the folder it was unpacked to."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NoReturn

from surefoot.plugin import Unavailable
from surefoot_garmin.stream import records

ENDING = "summarizedactivities.json"


class Archive:
    """Opens the lists of activities in an export.

    Args:
        path: the zip or the folder.
        label: the name of the part's table, for messages.
    """

    def __init__(self, path: Path, label: str) -> None:
        self._path = path
        self._label = label

    def check(self) -> None:
        """See whether there is a list of activities.

        Raises:
            Unavailable: there is none.
        """
        for _ in self._files():
            return

    def activities(self) -> Iterator[dict[str, Any]]:
        """Yield each activity as it stands in the export.

        Raises:
            Unavailable: it is not there, or is no export, or not all of one.
        """
        for file in self._files():
            try:
                yield from records(file)
            except (OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as problem:
                self._refuse(_because(problem))
            except zipfile.BadZipFile as problem:
                self._refuse(_because(problem))

    def _files(self) -> Iterator[IO[bytes]]:
        found = False
        try:
            for file in self._folder() if self._path.is_dir() else self._zip():
                found = True
                yield file
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as problem:
            self._refuse(_because(problem))
        if not found:
            self._refuse("there is no *summarizedActivities.json in it")

    def _folder(self) -> Iterator[IO[bytes]]:
        for one in sorted(self._path.rglob("*.json")):
            if one.name.lower().endswith(ENDING):
                with one.open("rb") as file:
                    yield file

    def _zip(self) -> Iterator[IO[bytes]]:
        with zipfile.ZipFile(self._path) as found:
            for name in sorted(found.namelist()):
                if name.lower().endswith(ENDING):
                    with found.open(name) as file:
                        yield file

    def _refuse(self, why: str) -> NoReturn:
        raise Unavailable(
            f"the Garmin export {self._path} cannot be read: {why}",
            where=f"[sources.{self._label}] path",
            mend="ask for it at garmin.com/account/datamanagement, Export Your Data",
        )


def _because(problem: Exception) -> str:
    if isinstance(problem, OSError) and problem.strerror:
        return problem.strerror.lower()
    if type(problem) is ValueError:
        return str(problem)
    return "it is no zip, or not all of it was downloaded"
