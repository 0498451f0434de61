"""A long import that is broken off goes on where it stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from surefoot.net.private import load_private, save_private

FRESH = 24 * 3600
"""Seconds that a page which was read stands for itself; older ones are asked for again."""


class Pages:
    """The pages of one import, kept in a part's folder until all are there.

    Args:
        folder: the part's own folder.
        asked: what is asked for; pages that were kept for something else are forgotten.
    """

    def __init__(self, folder: Path, asked: str) -> None:
        self._folder = folder / "import"
        self._asked = asked

    def page(self, name: str, read: Callable[[], list[Any]]) -> list[Any]:
        """Return the page of this name: as it was kept, else read now, and then kept.

        Raises:
            Exception: whatever ``read`` raises; the pages before it stay.
        """
        path = self._folder / f"{name}.json"
        kept = load_private(path)
        if isinstance(kept, dict) and kept.get("asked") == self._asked:
            read_at, rows = kept.get("at"), kept.get("rows")
            if isinstance(read_at, float) and 0 <= time.time() - read_at < FRESH and isinstance(rows, list):
                return rows
        rows = read()
        save_private(path, {"asked": self._asked, "at": time.time(), "rows": rows})
        return rows

    def done(self) -> None:
        """Forget the pages: all of them were read."""
        if self._folder.is_dir():
            for one in self._folder.glob("*.json"):
                one.unlink(missing_ok=True)
            self._folder.rmdir()
