"""What the memory answers that the model has no word for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from surefoot.model import Change, Decision, Schedule, SurefootError


class Stale(SurefootError):  # noqa: N818 - the word the runner's case has, like Unavailable
    """Another command accepted something since the proposal was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """What storing one answer of a source changed, by the activities' ids in order of start.

    ``removed`` are those that the source no longer holds, in order of id.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The schedule as it was last agreed; None before the first time.

    ``base`` is what a proposal made from it is accepted against, ``day`` the day it was accepted as of.
    """

    base: str
    schedule: Schedule | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """One accepted proposal, the unit of undo.

    ``made`` is the moment, ``day`` the runner's day it was accepted as of, ``by`` who accepted it.
    ``undoes`` is the id of the set that was withdrawn with it. ``changes`` is a log for people.
    """

    id: str
    made: datetime
    day: date
    by: str
    undoes: str | None = None
    decisions: tuple[Decision, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether it holds a decision that was not withdrawn, and can so be undone."""
        return any(one.withdrawn is None for one in self.decisions)
