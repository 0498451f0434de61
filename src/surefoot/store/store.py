"""The one door to the memory: opened, asked, closed."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Self

from surefoot.store.connect import to_read, to_write
from surefoot.store.folder import WAIT, Lock, make

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, tzinfo
    from pathlib import Path
    from types import TracebackType

    from surefoot.model import (
        Activity,
        Correction,
        Decision,
        Diary,
        DiaryEntry,
        History,
        Minted,
        Plan,
        Proposal,
        Receipt,
        Span,
    )
    from surefoot.store.activities import Slice
    from surefoot.store.database import Database
    from surefoot.store.schedule import Accepted
    from surefoot.store.sets import Set


class Store:
    """The memory of one training folder. Every method raises ``Unavailable`` when it cannot do its work.

    Opened to read, it shows one moment until it is closed. Opened to write, it keeps other writing
    commands waiting, but nobody from reading: each method that writes is one transaction of finished
    values, so none is open while a network or a person is waited for. Use it as a context manager.
    """

    # Methods import what they need: `surefoot today` reads one table, and no command all of them.

    def __init__(self, database: Database, lock: Lock | None = None) -> None:
        self._database = database
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, *, write: bool, wait: float = WAIT) -> Store:
        """Open the memory of a training folder.

        To read, nothing is made: where there is no memory yet it is empty. To write, it is made, private
        to the runner, and brought up to date.

        Args:
            folder: the training folder, which holds ``.surefoot``.
            write: whether the methods that store may be called.
            wait: seconds to wait for another command that writes.

        Raises:
            Unavailable: it cannot be opened, another command writes, or a newer Surefoot wrote it.
        """
        if not write:
            return cls(to_read(folder))
        lock = Lock(make(folder), wait=wait)
        try:
            return cls(to_write(folder), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def supposed(cls, folder: Path) -> Store:
        """Open a copy of the memory that may be written to, and that is gone when it is closed.

        Raises:
            Unavailable: the memory cannot be opened or read, or a newer Surefoot wrote it.
        """
        from surefoot.store.connect import to_suppose

        return cls(to_suppose(folder))

    def close(self) -> None:
        """Give the files back. What was stored is stored already."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def put_slice(
        self,
        source: str,
        since: date,
        until: date,
        found: Iterable[Activity],
        asked: datetime,
        *,
        gaps: Iterable[date] = (),
    ) -> Slice:
        """Replace all that ``source`` holds from ``since`` to ``until``, and note that it answered.

        All or nothing: an error, also a late one of the iterable, leaves everything as it was. What it
        held in these days and does not give now was deleted there. ``asked`` is an aware moment. Of the
        days in ``gaps`` it could not say all: nothing of them is deleted, and they are not answered.

        Raises:
            ValueError: an activity is not as the model wants it: a start without offset, half metres.
        """
        from surefoot.model import Span
        from surefoot.store import activities

        return activities.put_slice(
            self._database, Span(source=source, since=since, until=until), found, asked, frozenset(gaps)
        )

    def activities(
        self, until: date | None = None, *, zone: tzinfo = UTC, since: date | None = None
    ) -> tuple[Activity, ...]:
        """Return what all sources gave, also those no longer configured, in order of start, then id.

        Starts are in the offset they were recorded with, else in ``zone``. ``source`` is the label it was
        stored under. ``until`` hides what came after that day, ``since`` what was before.
        """
        from surefoot.store import activities

        return activities.load(self._database, zone, since=since, until=until)

    def coverage(self, source: str) -> tuple[Span, ...]:
        """Return the days the source has answered for, in order, as few spans as there can be."""
        from surefoot.store import coverage

        return coverage.load(self._database, source)

    def asked(self, source: str) -> datetime | None:
        """Return when the source last answered; None: never."""
        from surefoot.store import coverage

        return coverage.asked(self._database, source)

    def unknown(self, sources: tuple[str, ...], since: date, until: date) -> tuple[Span, ...]:
        """Return the days in this time that each source has not answered for, in order of source and day."""
        from surefoot.store import history

        return history.unknown(self._database, sources, since, until)

    def history(
        self, sources: tuple[str, ...] | None, until: date, zone: tzinfo, *, since: date | None = None
    ) -> History:
        """Return what is known of the past up to ``until`` from these sources (None: all that ever answered).

        A start without a recorded offset is told in ``zone``. A source that never answered is unknown
        for the last 42 days; without any source, all is assumed to be done as planned. ``since``
        leaves out, and does not read, what was before that day.
        """
        from surefoot.store import history

        return history.load(self._database, sources, until, zone, since)

    def add_activity(self, activity: Activity) -> None:
        """Store one activity that the runner typed in; no source holds it, and no day is known by it."""
        from surefoot.store import activities

        activities.add(self._database, activity)

    def corrections(self) -> tuple[Correction, ...]:
        """Return what the runner said of the records, in the order it was said."""
        from surefoot.store import corrections

        return corrections.load(self._database)

    def correct(self, correction: Correction, made: datetime) -> None:
        """Store what the runner says of records; what was said before of the same no longer stands."""
        from surefoot.store import corrections

        corrections.add(self._database, correction, made)

    def uncorrect(self, correction: Correction) -> None:
        """Take one correction back; nothing happens where it does not stand."""
        from surefoot.store import corrections

        corrections.remove(self._database, correction)

    def add_entry(self, entry: DiaryEntry, noted: datetime) -> int:
        """Store one diary entry and return the number that it is removed by."""
        from surefoot.store import diary

        return diary.add(self._database, entry, noted)

    def remove_entry(self, number: int) -> None:
        """Remove one diary entry; nothing happens where there is none."""
        from surefoot.store import diary

        diary.remove(self._database, number)

    def put_entries(
        self, source: str, since: date, until: date, entries: Iterable[DiaryEntry], noted: datetime
    ) -> int:
        """Replace what ``source`` told of these days, and return how much is new; the runner's own stays.

        The entries lie between ``since`` and ``until``, both included.
        """
        from surefoot.model import Span
        from surefoot.store import diary

        return diary.put_slice(self._database, Span(source=source, since=since, until=until), entries, noted)

    def keep_entries_of(self, sources: tuple[str, ...]) -> None:
        """Forget the diary entries of every other source; the runner's own stay."""
        from surefoot.store import diary

        diary.keep_only(self._database, sources)

    def diary(self, until: date) -> Diary:
        """Return what was reported of all days up to ``until``, by day, the runner's own word last."""
        from surefoot.store import diary

        return diary.load(self._database, until)

    def hurts(self, since: date) -> bool:
        """Return whether pain was reported of any day from ``since`` on; no entry is read for it."""
        from surefoot.store import painful

        return painful.hurts(self._database, since)

    def decisions(self) -> tuple[Decision, ...]:
        """Return everything that was ever decided, the withdrawn too, in order of moment, then of number."""
        from surefoot.store import decisions

        return decisions.load(self._database)

    def next_decision(self) -> int:
        """Return the number n of the next decision, whose id is ``dn``."""
        from surefoot.store import decisions

        return decisions.following(self._database)

    def next_set(self) -> str:
        """Return the id that the next accepted set will have."""
        from surefoot.store import sets

        return sets.following(self._database)

    def accepted(self, since: date | None = None, until: date | None = None) -> Accepted:
        """Return the schedule as it was last agreed, or its sessions from ``since`` to ``until``."""
        from surefoot.store import schedule

        return schedule.load(self._database, since, until)

    def last_accepted_day(self) -> date | None:
        """Return the day that the last accepted schedule was seen from, without reading the schedule."""
        from surefoot.store import schedule

        return schedule.state(self._database)[1]

    def accept(
        self,
        proposal: Proposal,
        *,
        plan: Plan | None,
        now: datetime,
        minted: Iterable[Minted] = (),
        by: str = "runner",
        undoes: str | None = None,
    ) -> str:
        """Store a proposal as one set, whole or not at all, and return the set's id.

        Args:
            proposal: with its schedule as it is to stand.
            plan: as it was read for it, stored with all its uids; None leaves the stored plan alone.
            now: the aware moment it is accepted at.
            minted: the uids of all of the plan's sessions.
            by: who accepted it.
            undoes: a set whose decisions are withdrawn with it, or one decision by its id, where the
                proposal takes one back.

        Raises:
            Stale: something else was accepted or withdrawn since the proposal was made.
            ConfigError: ``undoes`` is no set that can be undone.
        """
        from surefoot.store import sets

        return sets.accept(self._database, proposal, plan=plan, minted=minted, now=now, by=by, undoes=undoes)

    def undo(self, group: str | None, now: datetime) -> Set:
        """Withdraw what still stands of one set, else of the last that has any, and return it.

        The schedule stays as it is until a proposal made without these decisions is accepted.

        Raises:
            ConfigError: there is no such set, or nothing in it stands.
        """
        from surefoot.store import sets

        return sets.undo(self._database, group, now)

    def sets(self) -> tuple[Set, ...]:
        """Return all accepted sets, the newest first."""
        from surefoot.store import sets

        return sets.load(self._database)

    def plan(self) -> Plan | None:
        """Return the plan as it was last read for an accepted proposal."""
        from surefoot.store import plans

        return plans.load(self._database)

    def minted(self, plan: str | None = None) -> tuple[Minted, ...]:
        """Return the uids of one plan's sessions, or of all plans', in the order they were stored."""
        from surefoot.store import plans

        return plans.minted(self._database, plan)

    def published(self, target: str) -> datetime | None:
        """Return when the target was last marked as published; None: never."""
        from surefoot.store import published

        return published.load(self._database, target)

    def mark_published(self, target: str, when: datetime, receipt: Receipt) -> None:
        """Note what a target was made to hold."""
        from surefoot.store import published

        published.mark(self._database, target, when, receipt)
