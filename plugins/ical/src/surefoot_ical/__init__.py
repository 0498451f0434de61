"""Surefoot in your calendar: an iCalendar file."""

from collections.abc import Iterable

from surefoot.plugin import Target, hookimpl
from surefoot_ical.target import Ical

__all__ = ["Ical", "surefoot_targets"]


@hookimpl
def surefoot_targets() -> Iterable[type[Target]]:
    """Offer the calendar file."""
    yield Ical
