"""FIT as bytes: a header, messages with their definitions, a checksum. Little endian throughout.

The layout is that of the FIT protocol as Garmin publishes it; numbers of messages and fields are in
``workout``.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

HEADER = struct.Struct("<BBHI4s")
PROTOCOL, PROFILE = 0x10, 2132
_NIBBLES = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip


class Base(NamedTuple):
    """A base type: its number in a definition, how it is packed, and what stands for nothing."""

    number: int
    code: str
    nothing: int


ENUM = Base(0x00, "B", 0xFF)
UINT16 = Base(0x84, "H", 0xFFFF)
UINT32 = Base(0x86, "I", 0xFFFFFFFF)
UINT32Z = Base(0x8C, "I", 0)


class Field(NamedTuple):
    """One field of a message; text has no base, and ``None`` is written as the base's nothing."""

    number: int
    value: int | str | None
    base: Base | None = None

    def definition(self) -> bytes:
        """Return number, size and base type."""
        data = self.data()
        return bytes((self.number, len(data), 0x07 if self.base is None else self.base.number))

    def data(self) -> bytes:
        """Return the value; text ends with a zero byte and is at most 64 bytes of whole characters."""
        if self.base is None:
            return str(self.value or "").encode()[:63].decode(errors="ignore").encode() + b"\0"
        value = self.base.nothing if self.value is None else int(self.value)
        return struct.pack("<" + self.base.code, value)


class Message(NamedTuple):
    """One message with its fields."""

    number: int
    fields: tuple[Field, ...]


def document(messages: Iterable[Message]) -> bytes:
    """Return a whole FIT file of these messages, each with a definition of its own."""
    body = b"".join(_definition(one) + _data(one) for one in messages)
    head = HEADER.pack(14, PROTOCOL, PROFILE, len(body), b".FIT")
    head += struct.pack("<H", checksum(head))
    return head + body + struct.pack("<H", checksum(head + body))


def _definition(message: Message) -> bytes:
    fields = b"".join(one.definition() for one in message.fields)
    return struct.pack("<BBBHB", 0x40, 0, 0, message.number, len(message.fields)) + fields


def _data(message: Message) -> bytes:
    return b"\0" + b"".join(one.data() for one in message.fields)


def checksum(data: bytes) -> int:
    """Return the CRC-16 that the protocol asks for, four bits at a time."""
    crc = 0
    for byte in data:
        for nibble in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) ^ _NIBBLES[crc & 0xF] ^ _NIBBLES[nibble]
    return crc
