"""Surefoot reads runs from Garmin Connect and plans workouts in its calendar, for the watch."""

from collections.abc import Iterable

from surefoot.plugin import Source, hookimpl
from surefoot_garmin.source import Activities

__all__ = ["Activities", "surefoot_sources"]


@hookimpl
def surefoot_sources() -> Iterable[type[Source]]:
    """Offer what was done."""
    yield Activities
