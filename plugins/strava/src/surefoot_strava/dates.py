"""The date of an activity in an export, which is UTC and in the runner's language. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_MONTHS = (
    "jan ene gen jän janv januari",
    "feb fév fev févr febbr",
    "mar mär maa mrt mars märz maart",
    "apr abr avr avril april",
    "may mai maj mei mag",
    "jun juin juni giu",
    "jul juil juli lug",
    "aug ago aoû août",
    "sep set sept",
    "oct okt ott out",
    "nov",
    "dec dez dic déc",
)
"""How months begin in English, German, French, Spanish, Italian, Portuguese, Dutch and Nordic languages."""

_BY_NAME = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_WORD = re.compile(r"\d+|[^\W\d_]+|/")


def moment(text: str) -> datetime | None:
    """Return the moment; None where the text can be read in two ways, or in none.

    ``05/04/2022`` is April in one country and May in another: such a date is not guessed at.
    """
    words = _WORD.findall(text.casefold())
    numbers = [int(word) for word in words if word.isdecimal()]
    if "/" in words or len(numbers) < 4:
        return None
    named = next((_month(word) for word in words if _month(word)), None)
    date = _named(named, numbers) if named else _numbered(numbers)
    hours = numbers[2 if named else 3 :]
    if date is None or not 2 <= len(hours) <= 3:
        return None
    hour, minute, second = (*_half_day(hours, words), 0)[:3]
    year, month, day = date
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    return _BY_NAME.get(word) or (_BY_NAME.get(word[:3]) if len(word) > 3 else None)


def _named(month: int, numbers: list[int]) -> tuple[int, int, int] | None:
    """Either order is clear beside a month's name: a year has four digits."""
    first, second = numbers[:2]
    if first > 1000:
        return first, month, second
    return (second, month, first) if second > 1000 else None


def _numbered(numbers: list[int]) -> tuple[int, int, int] | None:
    """With dots or hyphens, the year first means year, month, day; last it means day, month, year."""
    first, second, third = numbers[:3]
    if first > 1000:
        return first, second, third
    return (third, second, first) if third > 1000 else None


def _half_day(hours: list[int], words: list[str]) -> list[int]:
    hour, *rest = hours
    if "pm" in words:
        return [hour % 12 + 12, *rest]
    return [hour % 12, *rest] if "am" in words else [hour, *rest]
