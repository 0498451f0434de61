"""Garmin's names of sports. Pure."""

from __future__ import annotations

from surefoot.plugin import Sport

RUNNING = 1
"""The id of running, which its kinds have as their parent."""

SPORTS = {
    "running": Sport.RUN,
    "indoor_running": Sport.RUN,
    "obstacle_run": Sport.RUN,
    "street_running": Sport.RUN,
    "track_running": Sport.RUN,
    "trail_running": Sport.RUN,
    "treadmill_running": Sport.RUN,
    "ultra_run": Sport.RUN,
    "virtual_run": Sport.RUN,
    "walking": Sport.WALK,
    "casual_walking": Sport.WALK,
    "speed_walking": Sport.WALK,
    "hiking": Sport.HIKE,
    "rucking": Sport.HIKE,
    "snow_shoe_ws": Sport.HIKE,
    "strength_training": Sport.STRENGTH,
    "e_bike_fitness": Sport.RIDE,
    "e_bike_mountain": Sport.RIDE,
    "enduro_mtb": Sport.RIDE,
}
ENDINGS = {
    "running": Sport.RUN,
    "cycling": Sport.RIDE,
    "biking": Sport.RIDE,
    "bmx": Sport.RIDE,
    "ride": Sport.RIDE,
    "cyclocross": Sport.RIDE,
    "swimming": Sport.SWIM,
    "walking": Sport.WALK,
}
"""The last word of a name that is not known above: Garmin adds kinds of each every year."""


def named(name: str) -> Sport:
    """Return the sport of a name such as ``trail_running``."""
    name = name.lower()
    return SPORTS.get(name) or ENDINGS.get(name.rpartition("_")[2], Sport.OTHER)
