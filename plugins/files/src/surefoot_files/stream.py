"""What can be read piece by piece: a file, an entry of a zip, what gzip unpacks."""

from __future__ import annotations

from typing import Protocol


class Stream(Protocol):
    """Gives up to ``size`` bytes a call, none at its end."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes."""
