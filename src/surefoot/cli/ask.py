"""Whether there is somebody to ask."""

from __future__ import annotations

import sys


def may_ask() -> bool:
    """Return whether both ends of the conversation are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()
