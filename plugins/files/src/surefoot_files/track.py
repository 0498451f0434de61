"""Points with times: distance on the ground and the time without pauses."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

RADIUS = 6_371_008.8
"""Mean radius of the earth in metres (IUGG)."""

PAUSE = 30
"""Seconds between two points from which on a standstill counts as a pause; watches that save memory
write a point at least every 10 to 20 s."""

STANDSTILL = 0.5
"""Metres a second; slower than a stroll."""

JUMP = 40
"""Metres a second; faster is a satellite error, not a person."""


def ground(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Return the great-circle distance in metres between two points in degrees (haversine)."""
    phi, to_phi = radians(lat), radians(to_lat)
    half = sin((to_phi - phi) / 2) ** 2 + cos(phi) * cos(to_phi) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(half)))


def paused(seconds: float, metres: float) -> bool:
    """Whether nothing was run between two points so far apart."""
    return seconds >= PAUSE and metres < STANDSTILL * seconds
