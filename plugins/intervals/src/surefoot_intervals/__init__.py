"""Surefoot reads runs from intervals.icu and plans workouts there, on the way to the watch."""

from collections.abc import Iterable

from surefoot.plugin import Source, Target, hookimpl
from surefoot_intervals.source import Activities
from surefoot_intervals.target import Calendar

__all__ = ["Activities", "Calendar", "surefoot_sources", "surefoot_targets"]


@hookimpl
def surefoot_sources() -> Iterable[type[Source]]:
    """Offer what was done."""
    yield Activities


@hookimpl
def surefoot_targets() -> Iterable[type[Target]]:
    """Offer the calendar of planned workouts."""
    yield Calendar
