"""What a runner reads after a report of pain: what was reported, what changes, until when, what goes on.

No text names a cause, promises anything or frightens (``schedule.md`` 33); a test holds every one of
them against a list of words.
"""

from __future__ import annotations

from datetime import date

from surefoot.model import Pain
from surefoot.text.days import day_name


def place(entry: Pain) -> str:
    """Return where it hurts, as a sentence begins: ``Left knee``."""
    words = f"{entry.side} {entry.where}" if entry.side in ("left", "right") else entry.where
    return words[:1].upper() + words[1:]


def hold(entry: Pain, until: date) -> str:
    """Say what 3 to 5 of 10 changes."""
    return (
        f"{_report(entry)}. Running goes on, easier, until {day_name(until)}: "
        "no new longest run, and quality becomes easy. Strength stays."
    )


def hold_week(entry: Pain, until: date) -> str:
    """Say what 3 to 5 of 10 does to the seven days after it."""
    return f"{_report(entry)}. Until {day_name(until)} you run no more than in your last full week."


def again(entry: Pain, until: date) -> str:
    """Say what a second 3 to 5 within a week changes."""
    return (
        f"{_report(entry)}, for the second time in a week. "
        f"Running goes on, a quarter less, until {day_name(until)}. Strength stays."
    )


def morning(entry: Pain) -> str:
    """Say what a morning worse than usual changes."""
    return (
        f"{place(entry)} {entry.score} of 10 on the morning of {day_name(entry.day)}: worse than your usual "
        "morning, so no run that day. Strength stays: wall sit and calf raises."
    )


def stop(entry: Pain, until: date) -> str:
    """Say what above 5, sharp pain or a limp changes, and how running comes back."""
    return (
        f"{_report(entry)}{_signs(entry)}. No running until {day_name(until)}. Walking and light "
        "strength can go on where they feel fine. Running comes back after a usual morning and 30 min of "
        "walking without a limp. Still there after a week: a physiotherapist can find what a plan cannot."
    )


def easy_week(entry: Pain, until: date) -> str:
    """Say what follows a stop."""
    return (
        f"After {place(entry).lower()} pain on {day_name(entry.day)} the way back is half the distance, "
        f"all easy, until {day_name(until)}. Strength stays."
    )


def swelling(entry: Pain, until: date) -> str:
    """Say what a swollen joint changes."""
    return (
        f"{place(entry)} swollen on {day_name(entry.day)}. Please have a doctor or physiotherapist "
        f"look at it before the next run. Surefoot has taken the runs out until {day_name(until)}."
    )


def sore(day: date) -> str:
    """Say what sore muscles change."""
    return (
        f"Sore on {day_name(day)}: no quality that day, easy running goes on. "
        "Sore on both sides a day after new exercises is usual and passes in two or three days."
    )


def _report(entry: Pain) -> str:
    return f"{place(entry)} {entry.score} of 10 on {day_name(entry.day)}"


def _signs(entry: Pain) -> str:
    named = {"sharp": "sharp", "limp": "with a limp"}
    return "".join(f", {named[sign]}" for sign in sorted(set(entry.signs)) if sign in named)
