"""Reading ``surefoot.toml``: where it is, what it says, and what is wrong with it in words."""

from typing import TYPE_CHECKING, Any

from surefoot.settings.find import find
from surefoot.settings.load import load, own, parse

if TYPE_CHECKING:
    from surefoot.config import Config, CoreKeys, PlanSettings, Table

__all__ = ["Config", "CoreKeys", "PlanSettings", "Table", "find", "load", "own", "parse"]


def __getattr__(name: str) -> Any:
    """Import what is read into when it is named, as ``surefoot.config`` does."""
    from surefoot import config

    return getattr(config, name)
