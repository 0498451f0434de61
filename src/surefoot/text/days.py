"""Days as a person types and reads them, seen from a given today."""

from __future__ import annotations

from datetime import date, timedelta

from surefoot.model import PlanError

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}


def weekday(word: str) -> int | None:
    """Return 0 for ``mon``, ``Monday`` or ``mo`` … 6 for Sunday, None for any other word."""
    spoken = word.strip().rstrip(".").lower()
    if spoken in ("tues", "thur", "thurs", "weds"):
        spoken = spoken[:3]
    if len(spoken) not in (2, 3) and spoken not in WEEKDAYS:
        return None
    return next((number for number, name in enumerate(WEEKDAYS) if name.startswith(spoken)), None)


def parse_day(text: str, today: date, *, past: bool = False) -> date:
    """Return the day of ``2027-01-30``, ``sat`` (the next one, today included), ``today`` or ``tomorrow``.

    With ``past``, for what has already happened, ``sat`` is the latest one and ``yesterday`` is
    understood as well.

    Raises:
        PlanError: no day, or one that the calendar does not have.
    """
    spoken = text.strip().lower()
    if spoken in _NEAR and (past or _NEAR[spoken] >= 0):
        return today + timedelta(days=_NEAR[spoken])
    number = weekday(spoken)
    if number is not None:
        ahead = (number - today.weekday()) % 7
        return today + timedelta(days=ahead - 7 if past and ahead else ahead)
    return _dated(text, spoken)


def _dated(text: str, spoken: str) -> date:
    try:
        if len(spoken) == len("2027-01-30"):
            return date.fromisoformat(spoken)
    except ValueError:
        pass
    from difflib import get_close_matches

    near = get_close_matches(spoken, (*_NEAR, *WEEKDAYS), n=1)
    mend = f"did you mean {near[0]}?" if near else "write it as 2027-01-30, sat, today or tomorrow"
    raise PlanError(f"{text.strip()!r} is no day", mend=mend)


def parse_span(text: str, today: date) -> tuple[date, date]:
    """Return the first and last day of ``sat..mon``, ``2027-01-30..2027-02-02`` or one day alone.

    A weekday after the dots is the next one from the first day on.

    Raises:
        PlanError: no span, or one that ends before it begins.
    """
    first_word, dots, last_word = text.partition("..")
    first = parse_day(first_word, today)
    if not dots:
        return first, first
    last = parse_day(last_word, first if weekday(last_word) is not None else today)
    if last < first:
        raise PlanError(
            f"{text.strip()!r} ends before it begins", mend="write the earlier day first, as sat..mon"
        )
    return first, last


def day_name(day: date) -> str:
    """Return ``Sun 24 Jan``, in English whatever the machine's language."""
    return f"{SHORT[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
