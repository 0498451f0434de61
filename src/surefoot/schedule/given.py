"""What stands around a week while it is decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from surefoot.load.runs import Run
from surefoot.model import Session, Settings
from surefoot.rules.ledger import Ledger
from surefoot.schedule.holds import Holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What stands around the week.

    ``open`` are all runs ahead, ``past`` the run sessions of the week in progress that are behind,
    ``behind`` the same with those that were left out, ``unsure`` those on days when a source kept silent.
    ``usual`` are the uids of runs that the limits start from, ``done`` all runs that were done,
    ``skipped`` the runs that the runner left out, ``decided`` the metres of each day as it was decided.
    """

    ledger: Ledger
    holds: Holds
    settings: Settings
    pace: int
    today: date
    open: tuple[Session, ...]
    done: tuple[Run, ...]
    past: tuple[Session, ...]
    behind: tuple[Session, ...]
    usual: frozenset[str]
    unsure: tuple[Session, ...]
    skipped: tuple[Session, ...] = ()
    decided: dict[date, int] = field(default_factory=dict)
