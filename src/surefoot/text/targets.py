"""What follows an ``@``: a pace, a heart rate, an effort of 10, or words."""

from __future__ import annotations

import re

from surefoot.model import Effort, PlanError, Unit
from surefoot.text.units import parse_pace

_PACE = re.compile(r"(?P<lo>[0-9]+:[0-9]{2})(?:[-–](?P<hi>[0-9]+:[0-9]{2}))?(?P<per>/[a-z]+)?")
_HEART = re.compile(r"(?:hr(?P<lo>[0-9]+)(?:[-–](?P<hi>[0-9]+))?|(?P<lo2>[0-9]+)(?:[-–](?P<hi2>[0-9]+))?bpm)")
_RPE = re.compile(r"rpe(?P<lo>[0-9]+)(?:[-–](?P<hi>[0-9]+))?")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9./'-]*")


def parse_target(text: str, unit: Unit) -> Effort | str:
    """Return the effort of ``4:30``, ``5:10-4:50/km``, ``hr140-150`` or ``rpe6-7``, else the words.

    A pace without a unit is per ``unit``. Words in double quotes are kept as they are written.

    Raises:
        PlanError: a pace, heart rate or effort that no runner has.
    """
    if text.startswith('"'):
        return text[1:-1]
    spoken = text.lower()
    if match := _PACE.fullmatch(spoken):
        ends = [parse_pace(end + (match["per"] or ""), unit) for end in (match["lo"], match["hi"]) if end]
        return Effort(lo=max(ends), hi=min(ends), of="pace")
    if match := _HEART.fullmatch(spoken):
        low, high = match["lo"] or match["lo2"], match["hi"] or match["hi2"]
        return _within(low, high, "hr", (30, 250), text)
    if match := _RPE.fullmatch(spoken):
        return _within(match["lo"], match["hi"], "rpe", (1, 10), text)
    return spoken


def _within(low: str, high: str | None, of: str, bounds: tuple[int, int], text: str) -> Effort:
    ends = sorted((int(low), int(high or low)))
    if not bounds[0] <= ends[0] <= ends[1] <= bounds[1]:
        raise PlanError(f"@{text} is no effort", mend=f"write one from {bounds[0]} to {bounds[1]}")
    return Effort(lo=ends[0], hi=ends[1], of="hr" if of == "hr" else "rpe")


def write_target(aim: Effort | str) -> str:
    """Return the target with its ``@``; ``parse_target`` reads it back whatever the unit."""
    if isinstance(aim, str):
        plain = _PLAIN.fullmatch(aim) and not any(p.fullmatch(aim) for p in (_PACE, _HEART, _RPE))
        return f"@{aim}" if plain else '@"' + aim.replace('"', "'") + '"'
    lo, hi = (f"{end // 60}:{end % 60:02d}" if aim.of == "pace" else str(end) for end in (aim.lo, aim.hi))
    span = lo if lo == hi else f"{lo}-{hi}"
    return f"@{span}/km" if aim.of == "pace" else f"@{aim.of}{span}"
