"""Week numbers as files write them."""

from __future__ import annotations

import re

from surefoot.plugin import PlanError
from surefoot_planfiles.build import MOST_WEEKS

_NUMBER = re.compile(r"(?:week|wk|w)?\s*(?P<number>[0-9]{1,3})\.?", re.IGNORECASE)


def week_number(text: str, line: int) -> int:
    """Return 3 for ``3``, ``Week 3`` or ``W3``.

    Raises:
        PlanError: no number of a week.
    """
    match = _NUMBER.fullmatch(text)
    if match is None or not 1 <= int(match["number"]) <= MOST_WEEKS:
        mend = f"number the weeks 1, 2, 3 …, at most {MOST_WEEKS}"
        raise PlanError(f"{text!r} is no number of a week", where=f"line {line}", mend=mend)
    return int(match["number"])


def check_number(number: int, expected: int, line: int) -> None:
    """Refuse a week that is missing, or that stands twice.

    Raises:
        PlanError: another number than the one that follows.
    """
    if number != expected:
        what = f"week {number} stands where week {expected} is expected"
        mend = (
            f"add a row for week {expected}, empty if nothing is planned"
            if number > expected
            else "number the weeks in order"
        )
        raise PlanError(what, where=f"line {line}", mend=mend)
