"""What was read and typed in, record by record, and the runner's word on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from surefoot.app.work import Work
from surefoot.load.merge import merged
from surefoot.load.outings import outings
from surefoot.model import Activity, ConfigError, Correction, Sport
from surefoot.model.activity import BY_HAND
from surefoot.store import Store

Standing: TypeAlias = Literal["counts", "same", "ignored"]


class Record(NamedTuple):
    """One record, the ``number`` it has on its day, and what becomes of it.

    ``same_as`` is the key of the record that tells its outing, where that is another one.
    """

    number: int
    activity: Activity
    standing: Standing
    same_as: str | None = None


def records(work: Work, store: Store) -> tuple[Record, ...]:
    """Return all records of the configured sources and all that was typed in, by start."""
    labels = tuple(one.label for one in work.config.sources)
    found = store.history(labels, work.today, work.config.zone).activities
    corrections = store.corrections()
    told = merged(found, corrections)
    teller = {key: one.key for one in told for key in (*one.also, one.key)}
    return tuple(_record(one, number, teller.get(one.key)) for one, number in _numbered(found))


def _record(one: Activity, number: int, teller: str | None) -> Record:
    if teller is None:
        return Record(number, one, "ignored")
    if teller == one.key:
        return Record(number, one, "counts")
    return Record(number, one, "same", teller)


def _numbered(found: Iterable[Activity]) -> list[tuple[Activity, int]]:
    """Each with its number on its day: the second of a day is 2 whatever becomes of the first."""
    seen: Counter[date] = Counter()
    numbered = []
    for one in found:
        seen[one.day] += 1
        numbered.append((one, seen[one.day]))
    return numbered


def ignore(work: Work, handle: str) -> None:
    """Let one record count nothing. ``handle`` is a day, and which of its records: ``2027-01-24#2``.

    Raises:
        ConfigError: there is no such record, or the day has several and none is named.
    """
    with work.store(write=True) as store:
        one = _find(work, store, handle)
        store.correct(Correction(kind="ignore", activities=(one.key,)), work.now)


def merge(work: Work, handles: tuple[str, ...]) -> None:
    """Say that these records tell of one outing, which counts once.

    Raises:
        ConfigError: there is no such record, or fewer than two are meant.
    """
    with work.store(write=True) as store:
        keys = sorted({_find(work, store, handle).key for handle in handles})
        if len(keys) < 2:
            raise ConfigError("one record cannot be merged", mend="surefoot activities merge sun#1 sun#2")
        store.correct(Correction(kind="merge", activities=tuple(keys)), work.now)


def split(work: Work, handle: str) -> None:
    """Say that the records that count as one outing with this one are outings of their own.

    Raises:
        ConfigError: there is no such record, or it stands alone.
    """
    with work.store(write=True) as store:
        one = _find(work, store, handle)
        found = [each.activity for each in records(work, store) if each.standing != "ignored"]
        outing = next(group for group in outings(found, store.corrections()) if one in group)
        if len(outing) < 2:
            raise ConfigError(f"{handle} is one record already", mend="surefoot activities")
        keys = tuple(sorted(each.key for each in outing))
        store.correct(Correction(kind="split", activities=keys), work.now)


def restore(work: Work, handle: str) -> None:
    """Take back what was said of this record.

    Raises:
        ConfigError: there is no such record, or nothing was said of it.
    """
    with work.store(write=True) as store:
        one = _find(work, store, handle)
        said = [each for each in store.corrections() if one.key in each.activities]
        if not said:
            raise ConfigError(f"nothing was corrected about {handle}", mend="surefoot activities")
        for each in said:
            store.uncorrect(each)


def type_in(work: Work, activity: Activity) -> None:
    """Store a run that nothing recorded; its id is the next number.

    Raises:
        ConfigError: it is dated in the future, or has no length.
    """
    if activity.metres <= 0:
        raise ConfigError("a run has a length", mend="surefoot log run 8k")
    if activity.day > work.today:
        raise ConfigError(f"{activity.day} is in the future", where="--on", mend="log it when it was run")
    with work.store(write=True) as store:
        typed = [int(one.id) for one in store.activities(zone=work.config.zone) if one.source == BY_HAND]
        number = max(typed, default=0) + 1
        store.add_activity(replace(activity, id=str(number), source=BY_HAND))


def typed_run(work: Work, day: date, metres: int, seconds: int) -> Activity:
    """Return a run of that day; it stands at noon, since nobody said when it was."""
    start = work.now.replace(hour=12, minute=0, second=0, microsecond=0) + (day - work.now.date())
    return Activity(id="", sport=Sport.RUN, start=start, metres=metres, seconds=seconds, notes=("typed in",))


def usual_seconds(work: Work, metres: int) -> int:
    """Return how long that takes at the runner's easy pace."""
    from surefoot.load.size import easy_pace

    with work.store() as store:
        return metres * easy_pace(work.history(store), work.config.settings) // 1000


def _find(work: Work, store: Store, handle: str) -> Activity:
    from surefoot.text.days import parse_day

    spoken, mark, number = handle.partition("#")
    day = parse_day(spoken, work.today, past=True)
    there = [one for one in records(work, store) if one.activity.day == day]
    meant = [one for one in there if not mark or str(one.number) == number]
    if len(meant) == 1:
        return meant[0].activity
    if not there:
        raise ConfigError(f"nothing was recorded on {day}", mend="surefoot activities")
    names = ", ".join(f"{day}#{one.number}" for one in there)
    raise ConfigError(f"{handle!r} does not say which record of {day}", mend=f"one of: {names}")
