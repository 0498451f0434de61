"""The memory of a training folder: what was read, reported, decided, accepted. All SQL is in here."""

from surefoot.store.store import Store
from surefoot.store.values import Accepted, Set, Slice, Stale

__all__ = ["Accepted", "Set", "Slice", "Stale", "Store"]
