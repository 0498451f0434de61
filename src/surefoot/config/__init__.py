"""What ``surefoot.toml`` is read into, and how one declared field is checked against one written value.

The values alone are here: ``fields`` brings in the parts, which not every command needs.
"""

from surefoot.config.value import Config, CoreKeys, PlanSettings, Table

__all__ = ["Config", "CoreKeys", "PlanSettings", "Table"]
