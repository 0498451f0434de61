"""Recordings in a zip, and in zips inside it; nothing is written to the disk."""

from __future__ import annotations

import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from surefoot_files.folder import KINDS, PASSED_OVER, kind, rank
from surefoot_files.held import Held
from surefoot_files.reading import read_stream
from surefoot_files.recording import Recording, UnreadableError

MOST = 200_000
"""Files of one zip; a run a day for a lifetime is below it."""

IN_MEMORY = 8 << 20
"""Bytes of an inner zip that are held in memory; a larger one goes to a temporary file."""

LARGEST_INNER = 4 << 30
"""Bytes of an inner zip."""

PIECE = 1 << 20
ENCRYPTED = 1


def read_zip(stream: IO[bytes], *, inner: bool = False) -> Held:
    """Return what the recordings of a zip hold, and of those it holds what cannot be used, by path.

    Args:
        stream: the zip; it must be seekable.
        inner: whether it lies in a zip itself; a third one inside is not opened.

    Raises:
        UnreadableError: it is no zip, or holds no recording.
    """
    recordings: list[Recording] = []
    faults: list[tuple[str, str]] = []
    with _opened(stream) as archive:
        members = _members(archive)
        if not members:
            raise UnreadableError("there is no recording in it")
        for one in members:
            try:
                held = _read(archive, one, inner=inner)
            except UnreadableError as reason:
                faults.append((one.filename, str(reason)))
                continue
            recordings += held.recordings
            faults += ((f"{one.filename}/{name}" if name else one.filename, why) for name, why in held.faults)
    return Held(tuple(recordings), tuple(sorted(faults)))


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """What is named like a recording, the most exact kinds first, then by path."""
    infos = archive.infolist()
    if len(infos) > MOST:
        raise UnreadableError(f"it holds more than {MOST:,} files")
    found = []
    for one in infos:
        *folders, name = one.filename.split("/")
        which = kind(name)
        if which is not None and PASSED_OVER.isdisjoint(folders):
            found.append((rank(which[0]), one.filename, one))
    return [one for *_, one in sorted(found, key=lambda place: place[:2])]


def _read(archive: zipfile.ZipFile, one: zipfile.ZipInfo, *, inner: bool) -> Held:
    which = kind(one.filename.rpartition("/")[2])
    assert which is not None
    if one.flag_bits & ENCRYPTED:
        raise UnreadableError("it is locked with a password; unpack it")
    with _told(), archive.open(one) as stream:
        if which[0] in KINDS:
            return Held(read_stream(stream, which[0], packed=which[1]))
        if which[0] == "xml":
            from surefoot_files.health import read_export

            return Held(read_export(stream))
        return _inner(stream, inner=inner)


def _inner(stream: IO[bytes], *, inner: bool) -> Held:
    if inner:
        raise UnreadableError("it is a zip in a zip in a zip; unpack it")
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        size = 0
        while piece := stream.read(PIECE):
            size += len(piece)
            if size > LARGEST_INNER:
                raise UnreadableError(f"it is larger than {LARGEST_INNER >> 30} GB")
            spool.write(piece)
        spool.seek(0)
        return read_zip(spool, inner=True)


@contextmanager
def _opened(stream: IO[bytes]) -> Iterator[zipfile.ZipFile]:
    with _told(), zipfile.ZipFile(stream) as archive:
        yield archive


@contextmanager
def _told() -> Iterator[None]:
    """Say what the library refuses in words; a disk that gives nothing is for the caller to tell."""
    try:
        yield
    except zipfile.BadZipFile as problem:
        raise UnreadableError("it is damaged or cut off, or no zip") from problem
    except (zlib.error, lzma.LZMAError, EOFError) as problem:
        raise UnreadableError(f"it is damaged or cut off: it cannot be unpacked ({problem})") from problem
    except (NotImplementedError, RuntimeError) as problem:
        raise UnreadableError(f"it cannot be unpacked: {problem}") from problem
