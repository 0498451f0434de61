"""Walk over the messages of a FIT file and stop at the few that are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from surefoot_files.fit.layout import TIMESTAMP, Layout, layout

_BYTES = [bytes([value]) for value in range(256)]
_NARROW, _WIDE = 16, 8192

COMPRESSED, DEFINITION, DEVELOPER = 0x80, 0x40, 0x20
"""Bits of a message's first byte."""


class Section(NamedTuple):
    """Where the messages of one (chained) file lie, and whether its header and its end are as announced."""

    at: int
    end: int


class Message(NamedTuple):
    """A wanted message: its number, its known fields, and the time where its head byte holds one."""

    number: int
    values: dict[int, int | float | bytes]
    tick: int | None


def sections(data: bytes) -> Iterator[Section]:
    """Yield the files that are chained in these bytes; what follows the last one is ignored.

    A size of 0 (a recording that was cut off) or beyond the end means all that is there.
    """
    at = 0
    while data[at + 8 : at + 12] == b".FIT" and data[at] >= 12:
        begin = at + data[at]
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = begin + size if size and begin + size <= len(data) else len(data)
        yield Section(begin, end)
        at = end + 2


def messages(data: bytes, section: Section, wanted: frozenset[int]) -> Iterator[Message]:
    """Yield the wanted messages up to the end, or up to where the bytes make no sense any more.

    All others are stepped over by their size. A run of the same message, which is most of any recording,
    is counted in one go: the head bytes that stand one message apart are sliced out and compared.
    """
    at, end = section
    layouts: dict[int, Layout] = {}
    steps = [0] * 256
    last, span = -1, _NARROW
    while at < end:
        head = data[at]
        if step := steps[head]:
            at += step
            if head != last:
                last = head
                continue
            heads = data[at : at + step * span : step]  # what it finds behind the end does no harm
            more = len(heads) - len(heads.lstrip(_BYTES[head]))
            at += more * step
            span = min(span * 2, _WIDE) if more == span else _NARROW
        elif head & (COMPRESSED | DEFINITION) == DEFINITION:
            at = _define(data, at, layouts, steps, wanted)
        else:
            form = layouts.get(head >> 5 & 3 if head & COMPRESSED else head & 15)
            if form is None or at + 1 + form.size > end:
                return
            yield Message(form.number, form.values(data, at + 1), head & 31 if head & COMPRESSED else None)
            at += 1 + form.size


def _define(
    data: bytes, at: int, layouts: dict[int, Layout], steps: list[int], wanted: frozenset[int]
) -> int:
    """Take in the definition at ``at`` and return where the next message begins."""
    try:
        after = at + 6 + 3 * data[at + 5]
        if data[at] & DEVELOPER:
            after += 1 + 3 * data[after]
    except IndexError:
        return len(data)
    if after >= len(data):
        return len(data)
    local = data[at] & 15
    form = layouts[local] = layout(data[at:after])
    step = 0 if form.number in wanted else 1 + form.size
    if steps[local] != step:
        steps[local] = step
        if local < 4:
            first = COMPRESSED | local << 5
            steps[first : first + 32] = [step] * 32
    return after


def clock(message: Message, before: int) -> int:
    """Return the message's time in FIT seconds; a compressed one counts on from the time before it."""
    if message.tick is not None:
        return before + (message.tick - before & 31)
    stamp = message.values.get(TIMESTAMP)
    return stamp if isinstance(stamp, int) else before
