"""Bytes to text: what spreadsheets and editors save plans in."""

from __future__ import annotations

import codecs

from surefoot.plugin import PlanError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"PK\x03\x04", "a spreadsheet or a zip"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a spreadsheet"),
)
LARGEST = 4 * 1024 * 1024
"""Bytes; plans are some 10 KB [H]."""


def decode(data: bytes) -> str:
    """Return the text: UTF-8 with or without a mark, UTF-16, else Windows-1252.

    Raises:
        PlanError: nothing is in it, it is no text, or far too much.
    """
    if not data.strip():
        raise PlanError(
            "the file is empty", mend="write a plan in it: docs/reference/plan-files.md shows how"
        )
    if len(data) > LARGEST:
        raise PlanError("too large to be a plan", mend="is it the right file?")
    for start, what in _BINARY:
        if data.startswith(start):
            raise PlanError(f"this is {what}, not text", mend="save it as CSV")
    text = _text(data)
    if "\x00" in text:
        raise PlanError("this is no text file", mend="save it as plain text in UTF-8")
    if not text.strip():
        raise PlanError(
            "the file is empty", mend="write a plan in it: docs/reference/plan-files.md shows how"
        )
    return text


def _text(data: bytes) -> str:
    mark = next((name for start, name in _MARKS if data.startswith(start)), None)
    # Without a mark, text in UTF-16 has a NUL in every other byte: nearly all of a plan is ASCII.
    silent = "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be" if data[:1] == b"\x00" else None
    for name in (mark or silent or "utf-8", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise PlanError("the text's encoding is not known", mend="save it in UTF-8")
