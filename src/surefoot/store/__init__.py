"""The memory of a training folder: what was read, reported, decided, accepted. All SQL is in here."""

from typing import TYPE_CHECKING, Any

from surefoot.store.store import Store

if TYPE_CHECKING:
    from surefoot.store.activities import Slice
    from surefoot.store.schedule import Accepted
    from surefoot.store.sets import Set, Stale

__all__ = ["Accepted", "Set", "Slice", "Stale", "Store"]

_HOMES = {"Accepted": "schedule", "Set": "sets", "Slice": "activities", "Stale": "sets"}


def __getattr__(name: str) -> Any:
    """Import what a command names when it names it: `surefoot today` needs a fraction of this room."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
