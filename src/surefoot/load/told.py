"""Days of which one source keeps silent, and another one tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from surefoot.model import Activity, Span
from surefoot.model.activity import BY_HAND

DAY = timedelta(days=1)


def untold(unknown: Iterable[Span], activities: Iterable[Activity]) -> tuple[Span, ...]:
    """Return the spans without the days on which another source has an activity.

    What a platform may not hand on, or cannot today, stands in the watch's own file as well. Where the
    others have nothing either, nobody knows whether it was rest: such a day stays unknown.

    Args:
        unknown: the days that sources did not answer for.
        activities: what all sources gave, before it was merged.
    """
    told: dict[date, set[str]] = {}
    for one in activities:
        if one.source != BY_HAND:  # who types in one run has not said that it was the only one
            told.setdefault(one.day, set()).add(one.source)
    return tuple(part for span in unknown for part in _without(span, told))


def _without(span: Span, told: dict[date, set[str]]) -> Iterator[Span]:
    since = day = span.since
    while day <= span.until:
        if told.get(day, set()) - {span.source}:
            if since < day:
                yield Span(source=span.source, since=since, until=day - DAY)
            since = day + DAY
        day += DAY
    if since <= span.until:
        yield Span(source=span.source, since=since, until=span.until)
