"""What stands in for a part whose plugin is broken or left out: it says so when it is used.

So one broken plugin is one source that does not answer, and its days are unknown, as with a platform
that is down.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from surefoot.model import Activity, Receipt, Schedule, Unavailable, Wish
from surefoot.parts import Source, Target


class AbsentSource(Source):
    """Answers nothing.

    Attributes:
        why: what is raised when it is asked.
    """

    why: Unavailable

    def activities(self, since: date, until: date) -> Iterable[Activity]:
        """Raise ``why``."""
        raise self.why


class AbsentTarget(Target):
    """Holds nothing.

    Attributes:
        why: what is raised when it is used.
    """

    why: Unavailable

    def publish(self, schedule: Schedule, *, dry_run: bool = False) -> Receipt:
        """Raise ``why``."""
        raise self.why

    def wishes(self) -> Iterable[Wish]:
        """Raise ``why``."""
        raise self.why
