"""What ``surefoot.toml`` is read into, and how one declared field is checked against one written value.

The values alone are here: ``fields`` brings in the parts, which not every command needs.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from surefoot.config.value import Config, CoreKeys, PlanSettings, Table

__all__ = ["Config", "CoreKeys", "PlanSettings", "Table"]


def __getattr__(name: str) -> Any:
    """Import the values when one is named: `surefoot today` reads the core's own settings alone."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from surefoot.config import value

    return getattr(value, name)
