"""Progress on long reading: one line on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

STEP = 25


class Counter:
    """Counts what a source has given so far, on stderr, and leaves no trace of itself."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._dirty = False

    def __enter__(self) -> Self:
        return self

    def __call__(self, source: str, number: int) -> None:
        """Show that ``source`` has given ``number`` activities."""
        if self._shows and number % STEP == 0:
            sys.stderr.write(f"\rReading   {source} · {number} activities")
            sys.stderr.flush()
            self._dirty = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._dirty:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
