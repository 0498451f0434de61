"""What was done of an exercise, as a person types it: ``3x10 @20kg``, ``4 x 45 s``, ``12``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from surefoot.model import PlanError

_TIMES = r"(?:(?P<sets>[0-9]{1,2})\s*[x×*]\s*)?(?P<count>[0-9]{1,3})\s*(?P<unit>s|sec|secs|seconds|reps?)?"
_LOAD = r"(?P<load>[0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*(?P<unit>kg|kgs|lb|lbs|g)"
GRAMS = {"kg": 1_000_000, "kgs": 1_000_000, "lb": 453_592, "lbs": 453_592, "g": 1_000}
"""Milligrams in a unit of weight, so that all are whole."""
HEAVIEST = 300_000
"""Grams; more is a slip of the pen [H]."""
MEND = "write it as 3x10, 3x10 @20kg or 4x45s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """Sets, repetitions or seconds of a hold, and the load in grams; None where it was not said."""

    sets: int | None = None
    reps: int | None = None
    seconds: int | None = None
    load_g: int | None = None


def parse_did(text: str) -> Did:
    """Return what ``text`` says; an empty one says nothing.

    Raises:
        PlanError: it is no such amount, or the load has no unit or one that is none of weight.
    """
    amount, _, load = text.strip().lower().partition("@")
    if not amount.strip():
        return Did(load_g=_load(load) if load else None)
    match = re.fullmatch(_TIMES, amount.strip())
    if match is None:
        raise PlanError(f"{text.strip()!r} is no amount of an exercise", mend=MEND)
    count, is_time = int(match["count"]), (match["unit"] or "").startswith("s")
    return Did(
        sets=int(match["sets"]) if match["sets"] else None,
        reps=None if is_time else count,
        seconds=count if is_time else None,
        load_g=_load(load) if load else None,
    )


def _load(text: str) -> int:
    match = re.fullmatch(_LOAD, text.strip())
    if match is None:
        raise PlanError(f"{text.strip()!r} is no weight", mend="write it as @20kg or @45lb")
    whole, _, part = match["load"].replace(",", ".").partition(".")
    thousandths = int(whole) * 1000 + int((part + "000")[:3])
    grams = thousandths * GRAMS[match["unit"]] // 1_000_000
    if grams > HEAVIEST:
        raise PlanError(f"{text.strip()!r} is more than anybody lifts here", mend="write it as @20kg")
    return grams
