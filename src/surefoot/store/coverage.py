"""For which days each source has answered, and so for which days nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from surefoot.model import Span
from surefoot.store.database import Database
from surefoot.store.text import moment

_DAY = timedelta(days=1)


def answered(database: Database, answers: Iterable[Span], asked: datetime) -> None:
    """Note that a source has answered for these days. The caller is in a transaction.

    ``asked`` is when the source answered last for any of a span's days.
    """
    new = list(answers)
    for source in sorted({one.source for one in new}):
        spans = merged([*load(database, source), *(one for one in new if one.source == source)])
        database.run("DELETE FROM coverage WHERE source = ?", (source,))
        database.each(
            "INSERT INTO coverage (source, since, until, asked) VALUES (?, ?, ?, ?)",
            ((source, one.since.isoformat(), one.until.isoformat(), moment(asked)) for one in spans),
        )


def without(span: Span, days: Iterable[date]) -> tuple[Span, ...]:
    """Return a span as those that are left where the ``days`` are taken out."""
    out = [Span(source=span.source, since=day, until=day) for day in sorted(set(days))]
    return tuple(gaps(out, span.source, span.since, span.until))


def load(database: Database, source: str) -> tuple[Span, ...]:
    """See ``Store.coverage``."""

    def span(since: str, until: str) -> Span:
        return Span(source=source, since=date.fromisoformat(since), until=date.fromisoformat(until))

    sql = "SELECT since, until FROM coverage WHERE source = ? ORDER BY since"
    return tuple(database.rows(sql, (source,), make=span))


def sources(database: Database) -> tuple[str, ...]:
    """Return the sources that ever answered, in order."""
    return tuple(database.rows("SELECT DISTINCT source FROM coverage ORDER BY source", make=str))


def asked(database: Database, source: str) -> datetime | None:
    """See ``Store.asked``."""
    sql = "SELECT asked FROM coverage WHERE source = ? ORDER BY asked DESC LIMIT 1"
    return database.row(sql, (source,), make=datetime.fromisoformat)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return one source's spans in order, those that overlap or touch as one."""
    result: list[Span] = []
    for one in sorted(spans, key=lambda span: (span.since, span.until)):
        if result and one.since <= result[-1].until + _DAY:
            last = result.pop()
            result.append(Span(source=one.source, since=last.since, until=max(last.until, one.until)))
        else:
            result.append(one)
    return result


def gaps(covered: Iterable[Span], source: str, since: date, until: date) -> Iterator[Span]:
    """Yield the days from ``since`` to ``until`` that are in none of the source's merged spans."""
    day = since
    for one in covered:
        if one.since > until:
            break
        if one.since > day:
            yield Span(source=source, since=day, until=one.since - _DAY)
        day = max(day, one.until + _DAY)
    if day <= until:
        yield Span(source=source, since=day, until=until)
