"""Surefoot reads runs from a Strava export, or from Strava itself."""

from collections.abc import Iterable

from surefoot.plugin import Source, hookimpl
from surefoot_strava.api import Api
from surefoot_strava.export import Export

__all__ = ["Api", "Export", "surefoot_sources"]


@hookimpl
def surefoot_sources() -> Iterable[type[Source]]:
    """Offer the export, which costs nothing, and the API."""
    yield Export
    yield Api
