"""Reading ``surefoot.toml``: where it is, what it says, and what is wrong with it in words."""

from surefoot.config import Config, CoreKeys, PlanSettings, Table
from surefoot.settings.find import find
from surefoot.settings.load import load, parse

__all__ = ["Config", "CoreKeys", "PlanSettings", "Table", "find", "load", "parse"]
