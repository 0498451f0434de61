"""What the self-tests say: findings that steer the programme, and which test is due again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from surefoot.model import Diary, SelfTest

PLANK = 45
"""Seconds of a plank that are enough (article 004)."""

AGAIN = timedelta(days=28)
"""A test is asked for again after four weeks [H]."""

TESTS = ("plank", "squat", "sides", "tight")
"""In the order they are asked for: core, hips, left against right, and what is tight (article 004)."""

HOW = {
    "plank": "surefoot log test plank 40s",
    "squat": "surefoot log test squat inward --side left (or steady)",
    "sides": "surefoot log test sides left (the easier leg, or same)",
    "tight": "surefoot log test tight hip-flexors --side left (or none)",
}
"""How each is reported."""

MUSCLES = ("hip-flexors", "quadriceps", "hamstrings", "calves", "it-band")
"""What can be tighter on one side."""

STRETCHES = {
    "hip-flexors": ("hip-flexor-stretch", "foam-roll-hip-flexors"),
    "quadriceps": ("quadriceps-stretch", "foam-roll-quadriceps"),
    "hamstrings": ("hamstring-stretch", "foam-roll-hamstrings"),
    "calves": ("calf-stretch", "foam-roll-calves"),
    "it-band": ("standing-it-band-stretch", "foam-roll-it-band"),
}
"""What is stretched or rolled for each, where the runner wants that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Conditions that tests ask for, the leg to begin with, and what is tight."""

    conditions: tuple[str, ...] = ()
    weaker: Literal["left", "right"] | None = None
    tight: tuple[str, ...] = ()


def findings(diary: Diary, today: date) -> Findings:
    """Return what the latest tests up to ``today`` found; a later test of the same kind replaces it."""
    latest = _latest(diary, today)
    conditions: list[str] = []
    plank = latest.get(("plank", None))
    if plank is not None and (plank.seconds or 0) < PLANK:
        conditions.append("core-weakness")
    if any(one.test == "squat" and one.result == "inward" for one in latest.values()):
        conditions += ["glute-weakness", "dynamic-knee-valgus"]
    weaker = _weaker(latest.get(("sides", None)))
    conditions += ["asymmetry"] if weaker else []
    tight = [one.result for one in latest.values() if one.test == "tight" and one.result != "none"]
    if "hip-flexors" in tight and "glute-weakness" not in conditions:
        conditions.append("glute-weakness")
    return Findings(conditions=tuple(conditions), weaker=weaker, tight=tuple(dict.fromkeys(tight)))


def due(diary: Diary, today: date) -> tuple[str, ...]:
    """Return the tests that were never done, or longer ago than four weeks."""
    last = {one.test: one.day for one in _done(diary, today)}
    return tuple(test for test in TESTS if test not in last or today - last[test] >= AGAIN)


def _done(diary: Diary, today: date) -> list[SelfTest]:
    done = (one for one in diary.entries if isinstance(one, SelfTest) and one.day <= today)
    return sorted(done, key=lambda one: one.day)


def _latest(diary: Diary, today: date) -> dict[tuple[str, str | None], SelfTest]:
    """The last of each test; the squat and tightness are kept by leg."""
    sided = {"squat", "tight"}
    return {(one.test, one.side if one.test in sided else None): one for one in _done(diary, today)}


def _weaker(sides: SelfTest | None) -> Literal["left", "right"] | None:
    if sides is None or sides.result not in ("left", "right"):
        return None
    return "right" if sides.result == "left" else "left"
