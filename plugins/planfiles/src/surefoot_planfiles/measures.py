"""Distances in calendar-hack files: ``{mi:km}`` pairs in titles, and the ``distance`` key."""

from __future__ import annotations

import re
from typing import Any

from surefoot.plugin import PlanError, Unit, parse_distance

_SIDE = r"[^{}:]+"
PAIR = re.compile(rf"\{{\s*(?P<mi>{_SIDE})\s*(?::\s*(?P<km>{_SIDE})\s*)?\}}")
_NUMBER = r"\d+(?:\.\d+)?"
_LENGTH = re.compile(rf"(?P<lo>{_NUMBER})(?:\s*-\s*(?P<hi>{_NUMBER}))?")
Range = tuple[int | None, int | None]


def spoken(title: str, unit: Unit) -> str:
    """Return the title with each pair as the plan's own unit: ``{3:4.8} run`` is ``3 mi run``."""

    def side(match: re.Match[str]) -> str:
        text = match["km"] if unit is Unit.KM and match["km"] else match["mi"]
        return f"{text.strip()} {unit.value}"

    return " ".join(PAIR.sub(side, title).split())


def bare(title: str) -> str:
    """Return the title without its pairs."""
    return " ".join(re.sub(r"\s-\s*$|^\s*-\s", "", PAIR.sub(" ", title)).split()).strip(" ,;:-")


def pair_range(title: str, unit: Unit) -> Range:
    """Return the metres of a title's only pair, which may be a range; None where it has none or several."""
    pairs = list(PAIR.finditer(title))
    if len(pairs) != 1:
        return None, None
    text = pairs[0]["km"] if unit is Unit.KM and pairs[0]["km"] else pairs[0]["mi"]
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        return None, None
    return _range([end for end in (match["lo"], match["hi"]) if end], unit)


def given_range(value: Any, unit: Unit) -> Range:
    """Return the metres of ``distance: 3.0`` or ``distance: [8, 9]``; 0 is none.

    Raises:
        PlanError: no number, a negative one, or a range that falls.
    """
    ends = value if isinstance(value, list) else [value]
    if not 1 <= len(ends) <= 2 or not all(isinstance(end, str) for end in ends):
        raise PlanError(
            f"distance {value!r} is neither a number nor [low, high]", mend="write distance: 8 or [8, 9]"
        )
    if all(re.fullmatch(r"0+(?:\.0*)?", end) for end in ends):
        return None, None
    return _range(ends, unit)


def _range(ends: list[str], unit: Unit) -> Range:
    for end in ends:
        if not re.fullmatch(r"[+-]?\d+(?:\.\d*)?", end):
            raise PlanError(f"distance {end!r} is no number", mend="write it as 8 or 8.5")
    metres = [parse_distance(end.rstrip("."), unit) for end in ends]
    if len(metres) == 1 or metres[0] == metres[1]:
        return metres[0], None
    if metres[0] > metres[1]:
        raise PlanError(f"distance [{', '.join(ends)}] falls", mend="write the smaller number first")
    return metres[0], metres[1]


def number(metres: int, unit: Unit) -> float:
    """Return the shortest number of units that is read back as exactly these metres."""
    return next(
        value
        for digits in range(6)
        if (value := round(metres / unit.metres, digits)) and parse_distance(f"{value:.6f}", unit) == metres
    )


def pair(metres: int) -> str:
    """Return ``{5:8}``: miles and kilometres, to one decimal."""
    miles, km = (f"{metres / unit.metres:.1f}".removesuffix(".0") for unit in (Unit.MI, Unit.KM))
    return f"{{{miles}:{km}}}"
