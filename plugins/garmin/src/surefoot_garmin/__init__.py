"""Surefoot reads runs from Garmin Connect and plans workouts in its calendar, for the watch."""

from collections.abc import Iterable

from surefoot.plugin import Source, Target, hookimpl
from surefoot_garmin.export import Export
from surefoot_garmin.source import Activities
from surefoot_garmin.target import Calendar

__all__ = ["Activities", "Calendar", "Export", "surefoot_sources", "surefoot_targets"]


@hookimpl
def surefoot_sources() -> Iterable[type[Source]]:
    """Offer what was done: by key or login, and as Garmin exports it."""
    yield Activities
    yield Export


@hookimpl
def surefoot_targets() -> Iterable[type[Target]]:
    """Offer the calendar of planned workouts."""
    yield Calendar
