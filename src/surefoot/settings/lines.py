"""On which line of the settings each table and key stands: ``tomllib`` keeps no places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

Key = tuple[str, ...]

_HEADER = re.compile(r"\s*\[{1,2}(?P<name>[^\[\]]+)\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"""\s*(?P<name>[\w."'-]+(?:\s*\.\s*[\w"'-]+)*)\s*=""")


class Lines(NamedTuple):
    """Line numbers, from 1, by dotted key; only for messages, so an odd layout may have none."""

    numbers: Mapping[Key, int]

    def of(self, *key: str) -> int | None:
        """Return the line a key stands on, else the first one of what is in it, or of the table around it."""
        while key:
            inside = [line for one, line in self.numbers.items() if one[: len(key)] == key]
            if inside:
                return self.numbers.get(key, min(inside))
            key = key[:-1]
        return None

    def within(self, *table: str) -> dict[str, int]:
        """Return the lines of one table's keys; "" is the line of its header."""
        size = len(table)
        inside = {key[size]: line for key, line in self.numbers.items() if key[:size] == table and key[size:]}
        header = self.of(*table)
        return inside if header is None else {"": header, **inside}


def lines(text: str) -> Lines:
    """Return where each table and key of a TOML text stands."""
    numbers: dict[Key, int] = {}
    table: Key = ()
    quoted = False
    for number, line in enumerate(text.splitlines(), start=1):
        was_quoted = quoted
        quoted ^= (line.count('"""') + line.count("'''")) % 2 == 1
        if was_quoted:
            continue
        if header := _HEADER.fullmatch(line):
            table = _parts(header["name"])
            numbers.setdefault(table, number)
        elif key := _KEY.match(line):
            numbers.setdefault((*table, *_parts(key["name"])), number)
    return Lines(numbers)


def _parts(name: str) -> Key:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
