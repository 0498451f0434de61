"""What was really done: each outing once, as the runner corrected it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surefoot.model import History
    from surefoot.store import Store


def true_volume(found: History, store: Store) -> History:
    """Return the history with the records of several platforms merged."""
    corrections = store.corrections()
    if len(found.activities) < 2 and not corrections:
        return found
    from surefoot.load.merge import merged

    return replace(found, activities=merged(found.activities, corrections))
