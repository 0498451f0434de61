"""How wide a line may be, and text filled to it."""

from __future__ import annotations

import os
import re
import sys
from textwrap import fill

WIDTH = 78
"""Columns; a narrower terminal is filled to its own width."""

NARROWEST = 40
_NUMBER = re.compile(
    r"(?<=\d) (?=(?:km|mi|m|min|h|s|days|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|%)"
    r"|(?<=Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d)"
)
_KEPT = "\N{NO-BREAK SPACE}"


def width() -> int:
    """Return how many columns a line may have: 78, or what the terminal has."""
    if not sys.stdout.isatty():
        return WIDTH
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return WIDTH
    return min(WIDTH, max(NARROWEST, columns - 1)) if columns else WIDTH


def paragraph(text: str, *, first: str = "", rest: str = "") -> str:
    """Return the text filled to the width, with what its first and other lines begin with.

    Line breaks in the text count as spaces. A number stays on the line of its unit, a date on one line.
    """
    kept = _NUMBER.sub(_KEPT, " ".join(text.split()))
    filled = fill(kept, width=width(), initial_indent=first, subsequent_indent=rest)
    return filled.replace(_KEPT, " ")
