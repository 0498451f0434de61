"""Read one file: unpack it, see that it is what its name says, and hand it to its reader."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from surefoot_files.folder import KINDS, Found
from surefoot_files.held import Held
from surefoot_files.recording import Recording, UnreadableError
from surefoot_files.stream import Stream

LARGEST = 64 * 1024 * 1024
"""Bytes after unpacking; a day and a night at a point a second is below it in any format."""

_PIECE = 1 << 18
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(gpx|TrainingCenterDatabase)[\s>]")


def read(root: Path, file: Found) -> Held:
    """Return what a file holds.

    Raises:
        UnreadableError: nothing in it can be used.
        OSError: the disk does not give it.
    """
    with (root / file.name).open("rb") as stream:
        if file.kind in KINDS:
            return Held(read_stream(stream, file.kind, packed=file.packed))
        if file.kind == "zip":
            from surefoot_files.archive import read_zip

            return read_zip(stream)
        from surefoot_files.health import read_export

        return Held(read_export(stream))


def read_stream(stream: IO[bytes], kind: str, *, packed: bool) -> tuple[Recording, ...]:
    """Return the activities of a recording of this kind, packed with gzip or not, wherever it lies.

    Raises:
        UnreadableError: nothing in it can be used.
        OSError: the disk does not give it.
    """
    if kind not in KINDS:
        raise UnreadableError("it is no recording")
    data = _content(stream, packed=packed)
    if not data:
        raise UnreadableError("it is empty")
    if (real := _real(data)) != kind:
        raise UnreadableError(_misnamed(kind, real))
    return tuple(_reader(kind)(data))


def _content(stream: IO[bytes], *, packed: bool) -> bytes:
    if not packed:
        return _whole(stream)
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            return _whole(unpacked)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableError(f"it is damaged or cut off: gzip cannot unpack it ({error})") from error


def _whole(stream: Stream) -> bytes:
    """Return all of a stream, in pieces: its size is not known before it is unpacked."""
    pieces, size = [], 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise UnreadableError(f"it is larger than {LARGEST >> 20} MB, more than any recording")
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _real(data: bytes) -> str | None:
    """Return the kind that the content is: FIT by its mark, XML by its first element."""
    if data[8:12] == b".FIT":
        return "fit"
    if data[:4] == b"PK\3\4":
        return "zip"
    if data[:2] == b"\x1f\x8b":
        return "gz"
    root = _ROOT.search(data[:4096].replace(b"\0", b""))  # without NULs, so that UTF-16 shows its letters
    return None if root is None else "gpx" if root[1] == b"gpx" else "tcx"


def _misnamed(named: str, real: str | None) -> str:
    if real == "gz":
        return f"it is packed; rename it to .{named}.gz"
    if real == "zip":
        return "it is a zip; rename it to .zip"
    if real:
        return f"its name says {named.upper()} but it holds {real.upper()}; rename it to .{real}"
    return f"it is no {named.upper()} file"


def _reader(kind: str) -> Callable[[bytes], list[Recording]]:
    if kind == "fit":
        from surefoot_files.fit import read as reader
    elif kind == "tcx":
        from surefoot_files.tcx import read as reader
    else:
        from surefoot_files.gpx import read as reader
    return reader
