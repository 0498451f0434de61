"""One cell of a calendar-hack week, as it is read."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from typing import Any

from surefoot.plugin import Kind, PlanError, Unit, Workout, parse_distance, parse_sessions
from surefoot_planfiles.infer import TAGS, Guess, guess
from surefoot_planfiles.measures import PAIR, bare, given_range, pair_range, spoken

MOST_TITLE, MOST_TEXT = 1000, 10_000
"""Characters of a cell; generous, and small enough that a hostile title costs nothing [H]."""
KEYS = ("title", "description", "distance", "tags", "race")
_TIMED = re.compile(r"\b(?:\d+\s*-\s*)?(\d+)\s*-?\s*(min(?:ute)?s?|h(?:our|r)?s?)\b", re.IGNORECASE)
_REPEATS = re.compile(
    r"(?P<n>\d+)\s*[x×]\s*(?P<length>\d+(?:,\d{3})?)\s*(?P<unit>mi(?:les?)?|km|k|m|min|sec|s)?\b"
    r"(?:\s*(?:@|at)?\s*(?P<pace>\d+-?k|hm|half|marathon|mile|tempo)\b)?",
    re.IGNORECASE,
)
_FEW_M = re.compile(r"(?<![x×] )(?<![x×\d.])\b([1-3]?\d(?:\.\d+)?)\s*m\b", re.IGNORECASE)
_DISTANCE = re.compile(
    r"(?<![-\d.])([1-9]\d?(?:\.\d+)?\s*(?:miles?|mi|km|k))\b(?![- ]*(?:\d|pace|effort|speed))", re.IGNORECASE
)
_RUN_WALK = re.compile(r"run (\d+ \w+), walk (\d+ \w+)\W+repeat (\d+) times", re.IGNORECASE)


def read_cell(cell: Any, unit: Unit) -> tuple[Workout, ...]:
    """Return the cell's sessions, mostly one.

    Raises:
        PlanError: it has no title, a key that is a slip of the pen, or a distance that is none.
    """
    _check(cell)
    title = " ".join(cell["title"].replace("\\_", " ").replace("\u00a0", " ").replace("_", " ").split())
    low, high = given_range(cell["distance"], unit) if "distance" in cell else pair_range(title, unit)
    notes = spoken_lines(cell.get("description", ""), unit)
    tags = cell.get("tags", [])
    workouts = _understood(title, unit, low, high, _tag(tags))
    return (
        replace(workouts[0], notes="\n".join(part for part in (workouts[0].notes, notes) if part)),
        *workouts[1:],
    )


def spoken_lines(text: str, unit: Unit) -> str:
    """Return a description line by line, its pairs in the plan's unit."""
    return "\n".join(spoken(line, unit) for line in text.strip().splitlines())


def _check(cell: Any) -> None:
    if not isinstance(cell, dict) or not isinstance(cell.get("title"), str):
        raise PlanError("a workout has no title", mend="write - title: Rest")
    for key in cell:
        near = difflib.get_close_matches(str(key), KEYS, n=1, cutoff=0.75)
        if key not in KEYS and near:
            raise PlanError(f"{key!r} is no key of a workout", mend=f"did you mean {near[0]}?")
    if not isinstance(cell.get("description", ""), str):
        raise PlanError("a description is text", mend="write description: Flat and slow")
    if len(cell["title"]) > MOST_TITLE or len(cell.get("description", "")) > MOST_TEXT:
        raise PlanError(
            "a title or description is too long", mend=f"at most {MOST_TITLE} and {MOST_TEXT} characters"
        )
    if not isinstance(cell.get("tags", []), list):
        raise PlanError("tags are a list", mend="write tags: [Long Run]")


def _tag(tags: list[Any]) -> Guess | None:
    return next((TAGS[str(tag).lower()] for tag in tags if str(tag).lower() in TAGS), None)


def _understood(
    title: str, unit: Unit, low: int | None, high: int | None, tag: Guess | None
) -> tuple[Workout, ...]:
    # A title with several lengths says more than a kind: it is kept as it is.
    sessions = _shorthand(_miles(bare(title)), unit) if len(PAIR.findall(title)) < 2 else ()
    if sessions and (tag is None or sessions[0].kind is tag.kind):
        if low is None:
            return sessions
        runs = [n for n, one in enumerate(sessions) if one.kind.is_run or one.kind is Kind.CROSS]
        if len(runs) == 1:
            measured = replace(sessions[runs[0]], metres=low, upto=high)
            return (*sessions[: runs[0]], measured, *sessions[runs[0] + 1 :])
    return (_inferred(title, unit, low, high, tag),)


def _miles(title: str) -> str:
    """Return the title with ``3 m``, which no session is long, as the 3 miles that are meant."""
    return _FEW_M.sub(r"\1 mi", title)


def _shorthand(text: str, unit: Unit) -> tuple[Workout, ...]:
    """Return the sessions where the title is the shorthand; a bracket in it may hold what they depend on."""
    if not text:
        return parse_sessions("easy", unit)
    try:
        sessions = parse_sessions(text, unit)
    except PlanError:
        return ()
    safe = not any(one.steps and one.notes for one in sessions) and len(
        {one.kind for one in sessions}
    ) == len(sessions)
    return sessions if safe else ()


def _inferred(title: str, unit: Unit, low: int | None, high: int | None, tag: Guess | None) -> Workout:
    """Return what the table says of the title, with the title as it is."""
    shown = spoken(title, unit)
    found = guess(shown, measured=low is not None)
    if tag is not None and tag.kind is not found.kind:
        found = tag
    seconds = _seconds(shown) if low is None else None
    if low is None and found.kind.is_run:
        low = _metres(shown, unit)
    workout = Workout(kind=found.kind, title=shown, metres=low, upto=high, seconds=seconds, focus=found.focus)
    parts = _parts(shown, found, unit) if low is None else None
    if parts is not None:
        return replace(workout, metres=parts.metres, seconds=parts.seconds, steps=parts.steps)
    return workout


def _metres(title: str, unit: Unit) -> int | None:
    """Return the only distance in a title that is no pace."""
    found = _DISTANCE.findall(_miles(title))
    return parse_distance(found[0], unit) if len(found) == 1 else None


def _seconds(title: str) -> int | None:
    """Return the only duration in a title; of a range its upper end."""
    found = list(_TIMED.finditer(title))
    if len(found) != 1:
        return None
    size = 3600 if found[0][2].lower().startswith("h") else 60
    return int(found[0][1]) * size if 0 < int(found[0][1]) * size <= 86_400 else None


def _parts(title: str, found: Guess, unit: Unit) -> Workout | None:
    """Return the repetitions that a title without a distance tells of, so that its metres are counted."""
    if match := _RUN_WALK.search(title):
        text = f"{match[1]} run {match[2]} walk x {match[3]}"
    elif found.kind is Kind.QUALITY and (match := _REPEATS.search(title)):
        pace = f" @{match['pace'].replace('-', '').lower()}" if match["pace"] else ""
        text = f"{match['n']}x{match['length']}{match['unit'] or ''}{pace}"
    else:
        return None
    try:
        return parse_sessions(text, unit)[0]
    except PlanError:
        return None
