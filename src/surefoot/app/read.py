"""The first step of sync: ask every source what was done, and keep each answer whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo

from surefoot.app import reports
from surefoot.app.work import Work
from surefoot.model import Activity, SurefootError
from surefoot.parts import Source
from surefoot.settings import Table
from surefoot.store import Store

DAY = timedelta(days=1)
"""How far a source's day may lie from the runner's, where a recording does not say its offset from UTC."""

BEGINNING = date(1990, 1, 1)
"""No watch recorded a run before this day, so the first reading asks from here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that could not be read, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one source answered: how much it holds, what is new, and what it could not read.

    ``fault`` is why the source did not answer at all; its days stay unknown. ``known`` says how many of the
    new runs another source, by its label, had told of before. ``marks`` are new in the diary.
    """

    source: str
    activities: int = 0
    new: tuple[Activity, ...] = ()
    problems: tuple[Problem, ...] = ()
    fault: str | None = None
    known: tuple[tuple[str, int], ...] = ()
    marks: int = 0


Progress = Callable[[str, int], None]
"""Told the source's label and how many activities it has given so far."""


def pull(work: Work, store: Store, progress: Progress) -> tuple[Read, ...]:
    """Read all sources in the order of the settings. One that does not answer costs the others nothing.

    Each is asked for a day more on either side: near midnight the runner's own zone says which day it was.

    Raises:
        ConfigError: a source's table cannot be used.
    """
    parts = [(table, work.registry.source(table)) for table in work.config.sources]
    store.keep_entries_of(tuple(table.label for table, _ in parts))
    only = len(parts) == 1
    reads = [_read(work, store, table, part, progress, only=only) for table, part in parts]
    if only or not any(one.new for one in reads):
        return tuple(reads)
    from surefoot.app.known import known  # the daily reading finds nothing new, mostly

    return known(work, store, reads)


def _read(work: Work, store: Store, table: Table, part: Source, progress: Progress, *, only: bool) -> Read:
    label, since = table.label, _since(work, store, table.label, part)
    try:
        with work.registry.guard(label, "reading"):
            found = list(_counted(part.activities(since - DAY, work.today + DAY), label, progress))
            problems = tuple(Problem(what=what, why=why) for what, why in part.problems())
            gaps = frozenset(part.gaps()) | (
                _since_its_end(found, work.today) if only and part.archive else set()
            )
            strays = sum(1 for one in found if not since - DAY <= one.day <= work.today + DAY)
    except SurefootError as problem:
        return Read(source=label, fault=str(problem))
    try:
        kept = _keep(work, store, label, since, found, gaps=gaps)
    except work.registry.Faulty as problem:
        return Read(source=label, fault=str(problem))
    marks, why = reports.keep(work, store, label, part)
    unread = (Problem(what="your diary there", why=why),) if why else ()
    return replace(kept, problems=problems + _strays(strays) + unread, marks=marks)


def _keep(
    work: Work, store: Store, label: str, since: date, found: list[Activity], *, gaps: frozenset[date]
) -> Read:
    """Keep one answer whole; the days in ``gaps`` stay unknown.

    Raises:
        Faulty: something in it is no activity; nothing of it was stored.
        Unavailable: the memory cannot be written.
    """
    with work.registry.guard(label, "reading"):
        placed = [_placed(one, work.config.zone) for one in found]
        inside = [one for one in placed if since <= one.day <= work.today]
        written = store.put_slice(label, since, work.today, inside, work.now, gaps=gaps)
    new = (one for one in inside if one.id in set(written.new))
    return Read(
        source=label,
        activities=len(inside),
        new=tuple(sorted(new, key=lambda one: (one.start, one.id))),
    )


def _placed(one: Activity, zone: tzinfo) -> Activity:
    """The activity on its day in the runner's life; a start that is not aware is for the store to refuse."""
    if one.offset is not None or one.start.tzinfo is None:
        return one
    return replace(one, start=one.start.astimezone(zone))


def _since(work: Work, store: Store, label: str, part: Source) -> date:
    """Everything at first; later only as far back as the source says its answers still change."""
    answered = store.coverage(label)
    if part.revisit_days is None or not answered:
        return BEGINNING
    return min(answered[-1].until, work.today) - timedelta(days=part.revisit_days)


def _since_its_end(found: list[Activity], today: date) -> set[date]:
    """The days up to today of which an archive, asked alone, can say nothing."""
    last = max((one.day for one in found), default=today)
    return {last + n * DAY for n in range(1, (today - last).days + 1)}


def _counted(activities: Iterable[Activity], label: str, progress: Progress) -> Iterator[Activity]:
    for number, activity in enumerate(activities, start=1):
        progress(label, number)
        yield activity


def _strays(number: int) -> tuple[Problem, ...]:
    if number == 0:
        return ()
    return (Problem(what=f"{number} activities", why="lie outside the days that were asked for"),)
