"""Distances, durations and paces as a person writes and reads them.

Arithmetic is exact (ratios of whole numbers, then whole metres or seconds, halves up): no float ever
decides. Patterns are compiled when they are first used, and ``fractions`` is imported for durations alone:
starting took longer than all that is done here.
"""

from __future__ import annotations

import re

from surefoot.model import PlanError, Unit

KILOMETRE = 1_000_000
MILE = 1_609_344
"""Millimetres, so that both are whole."""
FARTHEST = 300_000
"""Metres. A longer session is a slip of the pen [H]."""
LONGEST = 86_400
"""Seconds. The same for a duration."""

_SCALES: dict[str, int] = {
    **dict.fromkeys(("k", "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), KILOMETRE),
    **dict.fromkeys(("mi", "mile", "miles"), MILE),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), 1000),
}
_DISTANCE = r"(?P<number>[+-]?[0-9]+(?:[.,][0-9]+)?)\s*(?P<suffix>[a-z]*)"
_THOUSANDS = r"[+-]?[0-9]{1,3}[.,][0-9]{3}"
_CLOCK = r"(?:(?P<h>[0-9]{1,3}):)?(?P<m>[0-9]{1,3}):(?P<s>[0-5][0-9])"
_HOURS = r"(?:(?P<h>[0-9]+(?:[.,][0-9]+)?)\s*(?:hours|hour|hrs|hr|h))"
_MINUTES = r"(?:(?P<m>[0-9]+(?:[.,][0-9]+)?)\s*(?:minutes|minute|mins|min|'))"
_SECONDS = r"(?:(?P<s>[0-9]+)\s*(?:seconds|second|secs|sec|s))"
_SPELT = rf"{_HOURS}?\s*{_MINUTES}?\s*{_SECONDS}?"
_HOURS_AND_MINUTES = r"(?P<h>[0-9]{1,2})\s*h\s*(?P<m>[0-5]?[0-9])(?:min|m)?"
_PACE = r"(?P<m>[0-9]{1,2}):(?P<s>[0-5][0-9])(?:\s*(?:min)?\s*/\s*(?P<unit>km|k|mi|mile))?"


def rounded(numerator: int, denominator: int) -> int:
    """Return the whole number nearest to the ratio, halves up; ``denominator`` is above 0."""
    return (2 * numerator + denominator) // (2 * denominator)


def seconds_as_metres(seconds: int) -> int:
    """Return the whole metres of an easy jog in so many seconds: 400 m in 150 s, 6:15 a kilometre [H]."""
    return rounded(400 * seconds, 150)


def scale(unit: Unit) -> int:
    """Return the millimetres in one unit."""
    return KILOMETRE if unit is Unit.KM else MILE


def parse_distance(text: str, unit: Unit) -> int:
    """Return whole metres for ``27 km``, ``5mi``, ``800m``, ``7,5k``; a bare number takes ``unit``.

    Raises:
        PlanError: no distance, not more than 0 m, or more than 300 km.
    """
    match = re.fullmatch(_DISTANCE, text.strip().lower())
    if match is None or (match["suffix"] and match["suffix"] not in _SCALES):
        raise PlanError(f"{text.strip()!r} is no distance", mend="write it as 8k, 5mi or 800m")
    numerator, denominator = _number(match["number"], match["suffix"])
    millimetres = _SCALES[match["suffix"]] if match["suffix"] else scale(unit)
    metres = rounded(numerator * millimetres, denominator * 1000)
    if metres <= 0:
        raise PlanError(f"{text.strip()!r} is no distance to run", mend="write one above 0, as 8k")
    if metres > FARTHEST:
        raise PlanError(
            f"{text.strip()!r} is more than {FARTHEST // 1000} km", mend="check the number and its unit"
        )
    return metres


def _number(text: str, suffix: str) -> tuple[int, int]:
    """Return the number as a ratio; nobody writes fractions of a metre, so ``1,600m`` is 1600."""
    whole, _, decimals = text.replace(",", ".").partition(".")
    is_thousands = _SCALES.get(suffix) == 1000 and re.fullmatch(_THOUSANDS, text)
    return int(whole + decimals), 1 if is_thousands else 10 ** len(decimals)


def distance(metres: int, unit: Unit) -> str:
    """Return ``6.5 km``: one decimal, two where one would hide ten metres or more."""
    millimetres = scale(unit)
    hundredths = rounded(metres * 1000 * 100, millimetres)
    tenths = rounded(metres * 1000 * 10, millimetres)
    if abs(tenths * millimetres - metres * 1000 * 10) < 10 * 1000 * 10:
        return f"{tenths // 10}.{tenths % 10} {unit.value}"
    return f"{hundredths // 100}.{hundredths % 100:02d} {unit.value}"


def brief(metres: int, unit: Unit) -> str:
    """Return the same without a decimal that is 0: ``10 km``, ``6.5 km``."""
    return distance(metres, unit).replace(".0 ", " ")


def parse_duration(text: str) -> int:
    """Return whole seconds for ``45min``, ``1h30``, ``90s``, ``2min30s``, ``1:30:00`` or ``45:00``.

    Two numbers with a colon are minutes and seconds.

    Raises:
        PlanError: no duration, not more than 0 s, or more than 24 hours.
    """
    from fractions import Fraction

    spoken = text.strip().lower()
    spellings = (_HOURS_AND_MINUTES, _CLOCK, _SPELT)
    match = next((found for one in spellings if (found := re.fullmatch(one, spoken))), None)
    if match is None or not spoken:
        raise PlanError(f"{text.strip()!r} is no duration", mend="write it as 45min, 1h30 or 90s")
    parts = {name: Fraction((value or "0").replace(",", ".")) for name, value in match.groupdict().items()}
    exact = 3600 * parts.get("h", Fraction(0)) + 60 * parts["m"] + parts.get("s", Fraction(0))
    seconds = rounded(exact.numerator, exact.denominator)
    if not 0 < seconds <= LONGEST:
        raise PlanError(f"{text.strip()!r} is no duration of a session", mend="write one up to 24h, as 45min")
    return seconds


def duration(seconds: int) -> str:
    """Return ``30 min``, ``1 h 30 min`` or ``90 s``; ``parse_duration`` reads it back."""
    if seconds < 120 and seconds % 60:
        return f"{seconds} s"
    hours, rest = divmod(seconds, 3600)
    parts = ((hours, "h"), (rest // 60, "min"), (rest % 60, "s"))
    return " ".join(f"{number} {name}" for number, name in parts if number) or "0 s"


def parse_pace(text: str, unit: Unit = Unit.KM) -> int:
    """Return whole seconds per kilometre for ``6:30/km``, ``10:30/mi``; a bare ``6:30`` is per ``unit``.

    Raises:
        PlanError: no pace, or none of a person on foot (2:00 to 30:00 per km).
    """
    match = re.fullmatch(_PACE, text.strip().lower())
    if match is None:
        raise PlanError(f"{text.strip()!r} is no pace", mend="write it as 6:30/km")
    named = match["unit"] or unit.value
    seconds = int(match["m"]) * 60 + int(match["s"])
    pace_km = rounded(seconds * KILOMETRE, MILE) if named.startswith("mi") else seconds
    if not 120 <= pace_km <= 1800:
        raise PlanError(f"{text.strip()!r} is no pace of a runner", mend="write it as 6:30/km or 10:30/mi")
    return pace_km


def pace(s_per_km: int, unit: Unit) -> str:
    """Return ``6:30/km``, or the same per mile."""
    seconds = rounded(s_per_km * scale(unit), KILOMETRE)
    return f"{seconds // 60}:{seconds % 60:02d}/{unit.value}"
