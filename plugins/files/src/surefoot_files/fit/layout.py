"""How a FIT message lies in the bytes: its definition, and the few fields of it that are read.

Numbers of messages and fields are those of the public FIT profile.
"""

from __future__ import annotations

from functools import lru_cache
from struct import Struct
from typing import NamedTuple

FILE_ID, SPORT, SESSION, LAP, RECORD, EVENT, ACTIVITY = 0, 12, 18, 19, 20, 21, 34
TIMESTAMP = 253

FIELDS = {
    FILE_ID: (0,),  # type
    SPORT: (0, 1),  # sport, sub-sport
    SESSION: (TIMESTAMP, 2, 5, 6, 7, 8, 9, 22, 23, 110),
    LAP: (25, 39),  # sport, sub-sport
    RECORD: (TIMESTAMP, 0, 1, 5),  # latitude, longitude, distance
    EVENT: (TIMESTAMP,),
    ACTIVITY: (TIMESTAMP, 5),  # local time stamp
}

_CODES = "BbBhHiIsfdBHIBqQQ"
"""The struct code of each base type, by the type's lower five bits."""

_BLANK = {
    "B": 0xFF, "b": 0x7F, "h": 0x7FFF, "H": 0xFFFF, "i": 0x7FFFFFFF, "I": 0xFFFFFFFF,
    "q": 0x7FFFFFFFFFFFFFFF, "Q": 0xFFFFFFFFFFFFFFFF,
}  # fmt: skip
"""The value of each type that means "not known"."""

_SIZES = {code: Struct(f"<{code}").size for code in sorted(set(_CODES))}
_NOTHING = Struct("")
_WIDTHS = {1: "B", 2: "H", 4: "I"}


class Layout(NamedTuple):
    """One definition: which message, how many bytes, and where in them the fields that are read."""

    number: int
    size: int
    fields: tuple[int, ...]
    blanks: tuple[int | None, ...]
    struct: Struct

    def values(self, data: bytes, at: int) -> dict[int, int | float | bytes]:
        """Return the known fields of the message whose content begins at ``at``."""
        found = self.struct.unpack_from(data, at)
        known = zip(self.fields, found, self.blanks, strict=True)
        return {field: value for field, value, blank in known if value != blank}


@lru_cache(maxsize=4096)
def layout(definition: bytes) -> Layout:
    """Return the layout that a definition message gives, remembered: watches say the same again and again.

    Its bytes: head, reserved, byte order, message number (2), count of fields; three a field (number, size,
    base type); then, where there are any, the count of developer fields and three bytes each.
    """
    big = definition[2] == 1
    number = int.from_bytes(definition[3:5], "big" if big else "little")
    end = 6 + 3 * definition[5]
    fields, developer = definition[6:end], definition[end + 1 :]
    size = sum(fields[1::3]) + sum(developer[1::3])
    wanted = FIELDS.get(number)
    if wanted is None:
        return Layout(number, size, (), (), _NOTHING)
    kept: list[tuple[int, int | None]] = []
    form = ">" if big else "<"
    for field, wide, base in zip(fields[::3], fields[1::3], fields[2::3], strict=True):
        code = _code(wide, base) if field in wanted else None
        if code is None:
            form += f"{wide}x"
            continue
        kept.append((field, _BLANK.get(code)))
        form += f"{wide}s" if code == "s" else f"{code}{wide - _SIZES[code]}x"
    names, blanks = tuple(field for field, _ in kept), tuple(blank for _, blank in kept)
    return Layout(number, size, names, blanks, Struct(form))


def _code(size: int, base: int) -> str | None:
    """Return how to read a field: as its type, the first of an array, or as wide as it really is."""
    code = _CODES[base & 0x1F] if base & 0x1F < len(_CODES) else None
    if code is None or code == "s":
        return code
    width = _SIZES[code]
    return code if size and size % width == 0 else _WIDTHS.get(size)
