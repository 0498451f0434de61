"""Values of the model in columns of text. Only ASCII is written, so a name in any encoding can be kept."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, TypeVar, overload

from surefoot.text.encode import decode, encode

_Value = TypeVar("_Value")


def pack(value: object) -> str:
    """Return a value of the model as one line of JSON."""
    return json.dumps(encode(value), separators=(",", ":"))


@overload
def unpack(kind: type[_Value], text: str) -> _Value: ...
@overload
def unpack(kind: object, text: str) -> Any: ...
def unpack(kind: object, text: str) -> Any:
    """Return the value that was packed.

    Raises:
        ValueError: the text is no such value.
    """
    return decode(kind, json.loads(text))


def moment(when: datetime) -> str:
    """Return an aware moment in UTC, so that text sorts as time does.

    Raises:
        ValueError: it is not aware.
    """
    if when.tzinfo is None:
        raise ValueError(f"{when} has no offset from UTC")
    return when.astimezone(UTC).isoformat()


def day(text: str | None) -> date | None:
    """Return the day, None where there is none."""
    return None if text is None else date.fromisoformat(text)


def strings(text: str) -> tuple[str, ...]:
    """Return what was stored as an array of texts; most are empty, so that case costs nothing.

    Raises:
        ValueError: it is no such array.
    """
    return () if text == "[]" else decode(tuple[str, ...], json.loads(text))
