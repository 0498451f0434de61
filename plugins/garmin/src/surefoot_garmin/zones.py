"""The runner's zone, for what does not say its own."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from surefoot.plugin import ConfigError


def zone(name: str, label: str) -> ZoneInfo:
    """Return the zone of a setting.

    Raises:
        ConfigError: it is not known.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ConfigError(
            f"there is no time zone {name!r}",
            where=f"[sources.{label}] zone",
            mend='write it as Area/City, as in zone = "Europe/Berlin"',
        ) from None
