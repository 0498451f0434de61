"""A long import that is broken off goes on where it stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from surefoot.net.private import load_private, save_private

FRESH = 24 * 3600
"""Seconds that a page which was read stands for itself; older ones are asked for again."""


RECENT = timedelta(days=3)
"""What was done since a page was kept lies in the last of the days that were asked for: a page is kept for
one, and a day more is asked for on either side."""


class Pages:
    """The pages of one import, kept in a part's folder until all are there.

    Args:
        folder: the part's own folder.
        asked: what is asked for; pages that were kept for something else are forgotten.

    Attributes:
        resumed: whether a page was taken as it was kept: what is newer than it, the last ``RECENT`` of the
            days, is then to be asked for once more.
    """

    def __init__(self, folder: Path, asked: str) -> None:
        self.resumed = False
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
                self.resumed = True
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
