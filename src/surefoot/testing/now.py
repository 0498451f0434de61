"""Traces of the real moment in what a part gives: the same input must give the same output tomorrow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

FORMS = ("%Y-%m-%d", "%Y%m%d", "%d %b %Y", "%d/%m/%Y", "%m/%d/%Y")
"""How a date is usually written; the samples lie years away, so none of these is there by chance."""


def traces_of_now(text: str) -> tuple[str, ...]:
    """Return what in ``text`` can only have come from the clock: today's date, or seconds since 1970."""
    return tuple(sorted({one for one in _marks() if one in text}))


def _marks() -> Iterator[str]:
    now = datetime.now(UTC)
    for moment in (now, now.astimezone()):
        for form in FORMS:
            yield moment.strftime(form)
    # The first seven of ten digits: good for about 17 minutes.
    for seconds in (now.timestamp() - 60, now.timestamp()):
        yield str(int(seconds))[:7]
