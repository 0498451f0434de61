"""What is installed, seen from a training folder or from none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from surefoot.registry import Registry

if TYPE_CHECKING:
    from surefoot.config import Table
    from surefoot.registry.faults import Fault
    from surefoot.registry.listing import PluginListing


def installed(
    tables: Iterable[Table], blocked: frozenset[str]
) -> tuple[tuple[PluginListing, ...], tuple[Fault, ...]]:
    """Import every plugin; return what each brings, and all that broke on the way."""
    registry = Registry(blocked)
    return registry.listing(tables), registry.faults
