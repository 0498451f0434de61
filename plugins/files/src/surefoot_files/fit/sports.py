"""The sports of the FIT profile."""

from __future__ import annotations

from surefoot.plugin import Sport

TRANSITION = 3

_SPORTS = {
    1: Sport.RUN,
    2: Sport.RIDE,
    5: Sport.SWIM,
    11: Sport.WALK,
    16: Sport.HIKE,  # mountaineering
    17: Sport.HIKE,
    21: Sport.RIDE,  # e-bike
}
_RUNS = frozenset({1, 2, 3, 4, 45, 59, 67})
"""Sub-sports of running: treadmill, street, trail, track, indoor, obstacle, ultra."""

_STRENGTH = 20
_GENERAL = frozenset({None, 0, 4})
"""Sports that leave it to the sub-sport: not known, generic, fitness equipment."""


def known(sport: object, sub: object) -> Sport | None:
    """Return the sport of a session, None where the file does not say any."""
    if sport in _GENERAL and sub in _RUNS:
        return Sport.RUN
    if sub == _STRENGTH:
        return Sport.STRENGTH
    if sport is None:
        return None
    return _SPORTS.get(sport, Sport.OTHER) if isinstance(sport, int) else Sport.OTHER
