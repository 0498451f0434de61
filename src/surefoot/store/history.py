"""What was done as the pure rooms see it: the activities of all sources, and what is not known."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo

from surefoot.model import History, Span
from surefoot.store import activities, coverage
from surefoot.store.database import Database

SILENT_DAYS = 42
"""A source that never answered is unknown for six weeks: longer than the rules look back."""


def load(database: Database, sources: tuple[str, ...], until: date, zone: tzinfo) -> History:
    """See ``Store.history``."""
    covered = {source: coverage.load(database, source) for source in sources}
    firsts = [spans[0].since for spans in covered.values() if spans and spans[0].since <= until]
    since = min(firsts, default=None)
    return History(
        since=since,
        until=until,
        activities=activities.load(database, until, zone, sources),
        unknown=tuple(span for source in sources for span in _unknown(source, covered[source], since, until)),
        assumed=not sources,
    )


def unknown(database: Database, sources: tuple[str, ...], since: date, until: date) -> tuple[Span, ...]:
    """See ``Store.unknown``."""
    return tuple(
        span
        for source in sources
        for span in coverage.gaps(coverage.load(database, source), source, since, until)
    )


def _unknown(source: str, covered: tuple[Span, ...], since: date | None, until: date) -> tuple[Span, ...]:
    if since is None or not covered:
        since = until - timedelta(days=SILENT_DAYS - 1)
    return tuple(coverage.gaps(covered, source, since, until))
