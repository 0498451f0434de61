"""What ``surefoot.toml`` is read into, and how one declared field is checked against one written value."""

from surefoot.config.fields import Setting, build, settings_of
from surefoot.config.value import Config, CoreKeys, PlanSettings, Table

__all__ = ["Config", "CoreKeys", "PlanSettings", "Setting", "Table", "build", "settings_of"]
