"""What was done as the pure rooms see it: the activities of all sources, and what is not known."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo

from surefoot.model import History, Span
from surefoot.model.activity import BY_HAND
from surefoot.store import activities, coverage
from surefoot.store.database import Database

SILENT_DAYS = 42
"""A source that never answered is unknown for six weeks: longer than the rules look back."""


def load(
    database: Database, sources: tuple[str, ...] | None, until: date, zone: tzinfo, since: date | None
) -> History:
    """See ``Store.history``."""
    labels = coverage.sources(database) if sources is None else sources
    covered = {label: coverage.load(database, label) for label in labels}
    firsts = [spans[0].since for spans in covered.values() if spans and spans[0].since <= until]
    known = max(min(firsts), since or date.min) if firsts else None
    found = activities.load(database, zone, since=since, until=until)
    return History(
        since=known,
        until=until,
        activities=tuple(one for one in found if one.source in covered or one.source == BY_HAND),
        unknown=tuple(span for label in labels for span in _unknown(label, covered[label], known, until)),
        assumed=not labels,
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
