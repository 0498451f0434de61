"""Plugins: found by their entry points, imported when needed, called one by one under one guard."""

from surefoot.registry.faults import Fault, Faulty
from surefoot.registry.listing import PartListing, PluginListing
from surefoot.registry.registry import Registry

__all__ = ["Fault", "Faulty", "PartListing", "PluginListing", "Registry"]
