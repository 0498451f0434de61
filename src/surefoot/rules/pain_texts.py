"""What a runner reads after a report of pain: what was reported, what changes, until when, what goes on.

No text names a cause, promises anything or frightens (``schedule.md`` 33); a test holds every one of
them against a list of words.
"""

from __future__ import annotations

from datetime import date

from surefoot.model import Pain
from surefoot.rules.pain_reading import Episode
from surefoot.rules.redflags import EMERGENCY, RED, emergencies, emergency_text
from surefoot.text.days import day_name

PHYSIO = "a physiotherapist can find what a plan cannot"

_TALK = "It is a template to talk about with a physiotherapist."
TEMPLATES = {
    "achilles": f'Strength for it: complaints = ["achilles"] under [strength] in surefoot.toml. {_TALK}',
    "it band": f'Strength for it: complaints = ["it band"] under [strength] in surefoot.toml. {_TALK}',
    "knee": f"Strength for it: surefoot triage asks where, and says what to write. {_TALK}",
}
"""What is said once, with the first report of a place, where nothing is named under complaints."""


def place(entry: Pain) -> str:
    """Return where it hurts, as a sentence begins: ``Left knee``."""
    words = spot(entry)
    return words[:1].upper() + words[1:]


def spot(entry: Pain) -> str:
    """Return where it hurts, inside a sentence: ``left knee``."""
    where = entry.where.replace("it band", "IT band")
    return f"{entry.side} {where}" if entry.side in ("left", "right") else where


def hold(entry: Pain, until: date, *, settled: int | None = None) -> str:
    """Say what 3 to 5 of 10 changes; ``settled`` is the score of the next morning, where it was calm."""
    morning = f" The next morning {settled}: it settled." if settled is not None else ""
    return (
        f"{_report(entry)}.{morning} Running goes on, easier, until {day_name(until)} and until two clean "
        "runs: flat, no new longest run, and quality becomes easy. Strength stays."
    )


def hold_week(entry: Pain, until: date) -> str:
    """Say what 3 to 5 of 10 does to the seven days after it."""
    return f"{_report(entry)}. Until {day_name(until)} you run no more than in your last full week."


def still_held(entry: Pain, until: date) -> str:
    """Say why a hold goes on."""
    return (
        f"{_report(entry)}, and two clean runs are not in yet: easy and flat until {day_name(until)}. "
        "Clean is up to 2 of 10, and a usual morning after it. Strength stays."
    )


def again(entry: Pain, until: date) -> str:
    """Say what a second 3 to 5 within a week changes."""
    return (
        f"{_report(entry)}, for the second time in a week. "
        f"Running goes on, a quarter less, until {day_name(until)}. Strength stays."
    )


def rest_first(entry: Pain, until: date) -> str:
    """Say what a third 3 to 5 within two weeks changes first."""
    return (
        f"{_report(entry)}, for the third time in two weeks. No running until {day_name(until)}, then a "
        f"quarter less. Strength stays. Three times is a good moment to ask: {PHYSIO}."
    )


def hills(entry: Pain, until: date) -> str:
    """Say why hills wait."""
    return (
        f"{_report(entry)}. Going downhill counts as load for what you have named, so routes are flat and "
        f"hill sessions easy until {day_name(until)}."
    )


def morning(entry: Pain) -> str:
    """Say what a morning worse than usual changes."""
    return (
        f"{place(entry)} {entry.score} of 10 on the morning of {day_name(entry.day)}: worse than your usual "
        "morning, so no run that day. Strength stays: wall sit and calf raises."
    )


def stopped(episode: Episode, until: date) -> str:
    """Say what a stop changes, and how running comes back."""
    entry = episode.entry
    if episode.kind == "emergency":
        return emergency(entry, until)
    if episode.kind == "red":
        return red(entry, until)
    if episode.kind == "bone":
        return bone(entry, until)
    return swelling(entry, until) if episode.kind == "swelling" else stop(entry, until)


def stop(entry: Pain, until: date) -> str:
    """Say what above 5, sharp pain or a limp changes, and how running comes back."""
    return (
        f"{_report(entry)}{_signs(entry)}. No running until {day_name(until)}. Walking and light "
        "strength can go on where they feel fine. Running comes back after a usual morning and 30 min of "
        f"walking without a limp. Still there after a week: {PHYSIO}."
    )


def still_stopped(episode: Episode, until: date) -> str:
    """Say why a stop goes on, and what would end it."""
    entry = episode.entry
    if episode.kind != "stop":
        return (
            f"{place(entry)} on {day_name(entry.day)}: no running until {day_name(until)}, and until a "
            "doctor or physiotherapist has looked at it. Light strength that feels fine can go on."
        )
    late = f" After a week of it, {PHYSIO}." if (until - entry.day).days >= 7 else ""
    return (
        f"{_report(entry)}{_signs(entry)}. A usual morning and 30 min of walking without a limp are still to "
        f"come: no running until {day_name(until)}. Light strength that feels fine can go on.{late}"
    )


def easy_week(entry: Pain, until: date) -> str:
    """Say what follows a stop."""
    return (
        f"After {spot(entry)} pain on {day_name(entry.day)} the way back is half the distance, "
        f"all easy and flat, until {day_name(until)}. Strength stays."
    )


def stage(entry: Pain, number: int, turns: tuple[int, int, int], until: date) -> str:
    """Say which stage of the way back it is, and how the next one is reached."""
    run, walk, times = turns
    what = (
        f"{run // 60} min running and {walk // 60} min walking, {times} times"
        if walk
        else f"{run // 60} min running on end"
    )
    return (
        f"After {spot(entry)} pain on {day_name(entry.day)} running comes back in stages. Stage {number} of "
        f"10 until {day_name(until)}: {what}, flat. Two clean runs lead to the next. Strength stays."
    )


def swelling(entry: Pain, until: date) -> str:
    """Say what a swollen joint changes."""
    return (
        f"{place(entry)} swollen on {day_name(entry.day)}. Please have a doctor or physiotherapist "
        f"look at it before the next run. Surefoot has taken the runs out until {day_name(until)}."
    )


def bone(entry: Pain, until: date) -> str:
    """Say what pain that may be in a bone changes."""
    return (
        f"{_report(entry)}. There, pain in one spot on the bone needs a doctor before any running, so "
        f"Surefoot has taken the runs out until {day_name(until)}. Light strength that feels fine can go on."
    )


def red(entry: Pain, until: date) -> str:
    """Say what a sign that somebody has to look at changes."""
    where = f"{place(entry)} on {day_name(entry.day)}"
    taken = f"Surefoot has taken the runs out until {day_name(until)}."
    if "bone" in entry.signs:
        return f"{where}: pain in one spot on the bone needs a doctor before any running. {taken}"
    named = ", ".join(text for sign, text in RED.items() if sign in entry.signs)
    look = "Please have a doctor or physiotherapist look at it before the next run."
    return f"{where}: {named}. {look} {taken}"


def emergency(entry: Pain, until: date) -> str:
    """Say what to do at once, before anything about the plan."""
    signs = [one for one in emergencies((entry,)) if one in EMERGENCY]
    return (
        f"{emergency_text(signs)} Surefoot has taken the runs out until {day_name(until)}, and until a "
        "doctor has looked at it."
    )


def sore(day: date) -> str:
    """Say what sore muscles change."""
    return (
        f"Sore on {day_name(day)}: no quality and no heavy legs that day, easy running goes on. "
        "Sore on both sides a day after new exercises is usual and passes in two or three days."
    )


def _report(entry: Pain) -> str:
    return f"{place(entry)} {entry.score} of 10 on {day_name(entry.day)}"


def _signs(entry: Pain) -> str:
    named = {"sharp": "sharp", "limp": "with a limp"}
    return "".join(f", {named[sign]}" for sign in sorted(set(entry.signs)) if sign in named)
