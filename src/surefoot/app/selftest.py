"""A self-test as it was typed, made an entry of the diary."""

from __future__ import annotations

from datetime import date

from surefoot.config.near import choices, did_you_mean
from surefoot.model import ConfigError, SelfTest
from surefoot.model.workout import Side
from surefoot.strength.findings import HOW, MUSCLES
from surefoot.text.units import parse_duration

RESULTS = {"squat": ("inward", "steady"), "sides": ("left", "right", "same"), "tight": (*MUSCLES, "none")}
"""What each test can come out as; the plank is a time."""


def tested(name: str, result: str, side: Side | None, day: date) -> SelfTest:
    """Return the entry of a self-test.

    Raises:
        ConfigError: it cannot come out so; says how it is written.
        PlanError: a plank that is no time.
    """
    if name == "plank":
        plain = f"{result}s" if result.isdecimal() else result
        return SelfTest(day=day, test=name, seconds=parse_duration(plain))
    word = result.strip().casefold().replace(" ", "-")
    if word not in RESULTS[name]:
        mend = did_you_mean(word, RESULTS[name], f"it takes: {choices(RESULTS[name])}, as {HOW[name]}")
        raise ConfigError(f"the test cannot come out as {result!r}", mend=mend)
    return SelfTest(day=day, test=name, result=word, side=side)
