"""Which sport a file means: its words, Strava's old numbers, and, last, the speed."""

from __future__ import annotations

import re

from surefoot.plugin import Sport

_WORDS = {
    Sport.RUN: "run running runs jog jogging trailrun trailrunning virtualrun treadmill ultra 9 "
    "lauf laufen joggen hardlopen course corsa carrera corrida juoksu bieganie løb løping löpning",
    Sport.RIDE: "ride riding cycling bike biking bicycle virtualride ebikeride mtb radfahren ciclismo 1",
    Sport.WALK: "walk walking gehen spazieren",
    Sport.HIKE: "hike hiking wandern",
    Sport.SWIM: "swim swimming schwimmen 16",
    Sport.STRENGTH: "strength weighttraining krafttraining",
    Sport.OTHER: "other workout training",
}
_SPORT = {word: sport for sport, words in _WORDS.items() for word in words.split()}
_SEPARATORS = re.compile(r"[\W_]+")

SLOWEST_RUN = 1.8
"""Metres a second, 9:16 min/km: below it people walk; a judgement, always told in a note."""

FASTEST_RUN = 6.5
"""Metres a second, 2:34 min/km, above the mean speed of the marathon record; beyond it people ride."""


def named(text: str) -> Sport | None:
    """Return the sport that these words (``Trail Running``, ``trail_running``, ``9``) name, if any."""
    for word in _SEPARATORS.split(text.casefold()):
        if sport := _SPORT.get(word):
            return sport
    return None


def guessed(metres: int, seconds: int) -> Sport:
    """Return the sport that people usually do at this mean speed."""
    speed = metres / seconds if seconds > 0 else 0.0
    if speed > FASTEST_RUN:
        return Sport.RIDE
    return Sport.RUN if speed >= SLOWEST_RUN else Sport.WALK


def settled(text: str, metres: int, seconds: int) -> tuple[Sport, tuple[str, ...]]:
    """Return the sport of a file that calls it ``text``, with a note where the file did not settle it."""
    text = text.strip()
    if sport := named(text):
        return sport, ()
    if text:
        return Sport.OTHER, (f'its sport "{text[:40]}" is not known, so it is not counted as a run',)
    sport = guessed(metres, seconds)
    return sport, (f"its sport is not given; taken as a {sport.value} for its speed",)
