"""Surefoot reads FIT, TCX and GPX recordings from a folder."""

from __future__ import annotations

from collections.abc import Iterable

from surefoot.plugin import Source, hookimpl


@hookimpl
def surefoot_sources() -> Iterable[type[Source]]:
    """Yield the folder of recordings."""
    from surefoot_files.source import Files

    yield Files
