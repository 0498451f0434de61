"""A calendar file taken apart into components whose bytes stay as they are.

What Surefoot does not own goes back into the file byte for byte. A parser that writes anew folds and
orders properties its own way, so the cutting is done on lines, and no value is looked at but UIDs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PRODID = "-//Surefoot//Surefoot//EN"
OWN = re.compile(r"[0-9a-f]{20}@surefoot")
BOM = b"\xef\xbb\xbf"

_FOLD = re.compile(rb"\r?\n[ \t]")
_UID = re.compile(rb"UID(?:;[^:]*)?:(.*)", re.IGNORECASE)
_OPEN, _CLOSE = b"BEGIN:", b"END:"


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One component of the calendar: its name in upper case, its bytes, and its UID where it has one.

    Equal is only what is the same component: a file may hold an event twice.
    """

    name: str
    raw: bytes
    uid: str | None

    @property
    def own(self) -> bool:
        """Whether it is an event that Surefoot wrote."""
        return self.name == "VEVENT" and self.uid is not None and OWN.fullmatch(self.uid) is not None


@dataclass(frozen=True, slots=True)
class Parts:
    """A calendar: ``head`` is ``BEGIN:VCALENDAR`` with the calendar's own properties."""

    head: bytes
    blocks: tuple[Block, ...]

    @property
    def ours(self) -> bool:
        """Whether Surefoot made this calendar, so that its name and its refresh hints are ours to set."""
        return f"PRODID:{PRODID}".encode() in self.head.splitlines()

    @property
    def zones(self) -> bytes:
        """The definitions of time zones that its events refer to."""
        return b"".join(block.raw for block in self.blocks if block.name == "VTIMEZONE")

    @property
    def own(self) -> dict[str, list[Block]]:
        """Surefoot's events by UID; a careless import elsewhere may have doubled one."""
        events: dict[str, list[Block]] = {}
        for block in self.blocks:
            if block.own and block.uid:
                events.setdefault(block.uid, []).append(block)
        return events


def split(data: bytes) -> Parts:
    """Take a calendar apart.

    Raises:
        ValueError: it is not one whole calendar; the text says why in half a sentence.
    """
    head: list[bytes] = []
    blocks: list[Block] = []
    pending: list[bytes] = []
    for depth, line in _nested(data.removeprefix(BOM).splitlines(keepends=True)):
        if depth > 1:
            pending.append(line)
            if depth == 2 and (name := _word(line, _CLOSE)):
                raw = b"".join(pending)
                blocks.append(Block(name, raw, uid_of(raw)))
                pending.clear()
        elif not _word(line, _CLOSE):
            head.append(line)
    return Parts(b"".join(head), tuple(blocks))


def uid_of(raw: bytes) -> str | None:
    """Return the UID of a component; those of components inside it are not its own."""
    for depth, line in _nested(_FOLD.sub(b"", raw).splitlines(), root=None):
        if depth == 1 and (match := _UID.match(line)):
            return match[1].decode(errors="replace").strip()
    return None


def _nested(lines: list[bytes], root: str | None = "VCALENDAR") -> Iterator[tuple[int, bytes]]:
    """Yield each line with the number of components it is in; ``BEGIN`` and ``END`` are in their own."""
    path: list[str] = []
    closed = False
    for line in lines:
        if not path and not line.strip():
            continue
        name = _word(line, _OPEN)
        if closed:
            raise ValueError("goes on after its end")
        if not path and (not name or root not in {None, name}):
            raise ValueError("does not begin as a calendar does")
        if name:
            path.append(name)
        yield len(path), line
        if (name := _word(line, _CLOSE)) and path.pop() != name:
            raise ValueError(f"has END:{name} where something else ends")
        closed = not path
    if not closed:
        raise ValueError("breaks off before its end" if path else "is empty")


def _word(line: bytes, key: bytes) -> str | None:
    """Return the component's name if the line begins (or ends) one."""
    if line[: len(key)].upper() != key:
        return None
    return line[len(key) :].strip().upper().decode(errors="replace")
