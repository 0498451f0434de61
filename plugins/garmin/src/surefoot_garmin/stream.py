"""The activities in one file of an export, one after the other: such files were seen above 100 MB."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any

LIST = '"summarizedActivitiesExport"'
PIECE = 1 << 16
LONGEST = 1 << 24
"""Characters of one activity; a thousand times what one has."""


class _Text:
    """What was read and not yet used."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self.rest = ""

    def more(self) -> bool:
        """Read on; False at the end."""
        piece = self._file.read(PIECE)
        self.rest += self._decoder.decode(piece, final=not piece)
        if len(self.rest) > LONGEST:
            raise ValueError("an activity in it has no end")
        return bool(piece)


def records(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """Yield each activity; what is read is held one by one.

    Raises:
        ValueError: it is something else, or breaks off; the text says so in half a sentence.
    """
    text = _Text(file)
    if not _reached(text, LIST):
        if text.rest.strip() not in {"[]", "{}"}:
            raise ValueError("its list of activities is none")
        return
    if not _reached(text, "["):
        raise ValueError("its list of activities breaks off")
    while (one := _next(text)) is not None:
        yield one


def _reached(text: _Text, mark: str) -> bool:
    """Drop all up to and with a mark; False where it does not come."""
    while (place := text.rest.find(mark)) < 0:
        if not text.more():
            return False
    text.rest = text.rest[place + len(mark) :]
    return True


def _next(text: _Text) -> dict[str, Any] | None:
    """Return the next activity; None at the end of the list."""
    decoder = json.JSONDecoder()
    while True:
        text.rest = text.rest.lstrip(" \t\r\n,")
        if text.rest[:1] == "]":
            return None
        try:
            found, end = decoder.raw_decode(text.rest)
        except (ValueError, RecursionError):
            if text.more():
                continue
            raise ValueError("its list of activities breaks off") from None
        if not isinstance(found, dict):
            raise ValueError("its list of activities is none")  # noqa: TRY004 - about the file, not a type
        text.rest = text.rest[end:]
        return found
