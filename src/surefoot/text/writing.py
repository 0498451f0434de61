"""A workout to its canonical text."""

from __future__ import annotations

from dataclasses import replace

from surefoot.model import Kind, Repeat, Step, Unit, Workout
from surefoot.text.naming import decimal, named
from surefoot.text.structure import COOLDOWN, MOST_TIMES, WARMUP, extent, implied
from surefoot.text.targets import write_target
from surefoot.text.units import FARTHEST, LONGEST, MILE, rounded
from surefoot.text.words import CANONICAL

_WORD_FIRST = frozenset((Kind.RACE, Kind.STRENGTH, Kind.MICRO, Kind.REST))
_ROLES = {"work": "", "warmup": "warmup", "recovery": "jog", "cooldown": "cooldown", "rest": "rest"}
MOST_TITLE, MOST_NOTES = 200, 2000
"""Characters that are written; a day's text may hold 10,000 [H]."""


def written(workout: Workout, unit: Unit) -> str:
    """Return the canonical text; what the shorthand cannot hold (doses, say) is left out.

    The text can always be read, whatever numbers the workout holds.
    """
    workout = _sayable(workout)
    word, title = _word(workout)
    text = _structured(workout, unit, word, title) if workout.steps else _plain(workout, unit, word)
    named_text = f' "{_unquoted(workout.title)}"' if workout.title != title else ""
    notes = f" ({_balanced(workout.notes)})" if workout.notes else ""
    return f"{text}{named_text}{notes}"


def _sayable(workout: Workout) -> Workout:
    """Return the workout without lengths that its kind does not have, or that no session has."""
    runs = workout.kind.is_run
    measured = runs or workout.kind is Kind.CROSS
    metres = workout.metres if measured and _within(workout.metres, FARTHEST) else None
    upto = workout.upto if metres is not None and _within(workout.upto, FARTHEST) else None
    timed = workout.kind is not Kind.REST and _within(workout.seconds, LONGEST)
    return replace(
        workout,
        title=workout.title[:MOST_TITLE],
        notes=workout.notes[:MOST_NOTES],
        metres=metres,
        upto=upto if upto is not None and metres is not None and upto > metres else None,
        seconds=workout.seconds if timed else None,
        steps=tuple(step for step in workout.steps if _is_sayable(step)) if runs else (),
    )


def _within(value: int | None, most: int) -> bool:
    return value is not None and 0 < value <= most


def _is_sayable(step: Step | Repeat) -> bool:
    if isinstance(step, Repeat):
        return (
            bool(step.steps) and 1 <= step.times <= MOST_TIMES and all(_is_sayable(one) for one in step.steps)
        )
    if step.metres is not None:
        return _within(step.metres, FARTHEST)
    return step.seconds is None or _within(step.seconds, LONGEST)


def _word(workout: Workout) -> tuple[str, str]:
    """Return the spelling for the workout's kind, focus and title, and the title that it stands for."""
    found = [
        one for one in CANONICAL if one[0].kind is workout.kind and (one[0].metres is None or one[0].focus)
    ]
    focused = [one for one in found if one[0].focus == workout.focus] or found[:1]
    titles = [
        (spelling, named(workout.kind, word.focus, word.title, workout.steps)) for word, spelling in focused
    ]
    return next((one for one in titles if one[1] == workout.title), titles[0])


def _unquoted(text: str) -> str:
    return text.replace('"', "'")


def _balanced(notes: str) -> str:
    depth = 0
    for letter in notes:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            break
    return notes if depth == 0 else notes.replace("(", "[").replace(")", "]")


def _plain(workout: Workout, unit: Unit, word: str) -> str:
    total = _total(workout, unit)
    parts = (word, total) if workout.kind in _WORD_FIRST else (total, word)
    return " ".join(part for part in parts if part)


def _structured(workout: Workout, unit: Unit, word: str, title: str) -> str:
    steps = workout.steps
    same = (workout.metres, workout.seconds) == extent(steps) and workout.upto is None
    total = "" if same else _total(workout, unit)
    guess = implied(steps)
    guess_title = named(guess.kind, guess.focus, guess.title, steps)
    guessed = (guess.kind, guess.focus, guess_title) == (workout.kind, workout.focus, title)
    if _is_run_walk(workout):
        parts = [_run_walk(step, unit) for step in steps if isinstance(step, Repeat)]
        return " ".join(part for part in (total, *parts) if part)
    if workout.kind is Kind.QUALITY and len(steps) == 3 and (steps[0], steps[2]) == (WARMUP, COOLDOWN):
        middle = _part(steps[1], unit)
        if isinstance(steps[1], Repeat):
            return " ".join(part for part in (total, "" if guessed else word, middle) if part)
    parts = [_part(step, unit) for step in steps]
    if guessed and not total and len(parts) > 1:
        return ", ".join(parts)
    return f"{total} {word}: ".lstrip() + ", ".join(parts)


def _is_run_walk(workout: Workout) -> bool:
    if (workout.kind, workout.focus, len(workout.steps)) != (Kind.EASY, "run-walk", 1):
        return False
    only = workout.steps[0]
    if not isinstance(only, Repeat) or [(s.role, s.text, s.effort) for s in only.steps] != [
        ("work", "run", None),
        ("recovery", "walk", None),
    ]:
        return False
    return all(step.metres is not None or step.seconds is not None for step in only.steps)


def _run_walk(repeat: Repeat, unit: Unit) -> str:
    return f"{' '.join(_step(step, unit) for step in repeat.steps)} x {repeat.times}"


def _part(part: Step | Repeat, unit: Unit) -> str:
    if isinstance(part, Step):
        return _step(part, unit)
    if len(part.steps) == 2 and part.steps[0].role == "work" and part.steps[1].role in ("recovery", "rest"):
        return f"{part.times}x{_step(part.steps[0], unit)} {_between(part.steps[1], unit)}"
    return f"{part.times}x({', '.join(_step(step, unit) for step in part.steps)})"


def _step(step: Step, unit: Unit) -> str:
    walking = step.role == "recovery" and step.text == "walk"
    running = step.role == "work" and step.text == "run"
    role = "walk" if walking else "run" if running else _ROLES[step.role]
    aims = _aims(step, text="" if walking or running else step.text)
    return " ".join(part for part in (_length(step, unit), role, *aims) if part)


def _between(step: Step, unit: Unit) -> str:
    role = "rest" if step.role == "rest" else "walk" if step.text == "walk" else ""
    aims = _aims(step, text="" if role == "walk" else step.text)
    return " ".join(part for part in ("r", _length(step, unit), role, *aims) if part)


def _aims(step: Step, *, text: str) -> list[str]:
    return [write_target(aim) for aim in (step.effort, text) if aim]


def _length(step: Step, unit: Unit) -> str:
    if step.metres is None:
        return "lap" if step.seconds is None else _time(step.seconds)
    if step.metres % 10 and (miles := _miles(step.metres)) and (unit is Unit.MI or len(miles) <= 4):
        return f"{miles}mi"
    if step.metres % 1000 == 0 or step.metres > 2000:
        return f"{decimal(step.metres)}k"
    return f"{step.metres}m"


def _total(workout: Workout, unit: Unit) -> str:
    parts = []
    if workout.metres is not None:
        parts.append(_distance(workout.metres, workout.upto, unit))
    if workout.seconds is not None:
        parts.append(_time(workout.seconds))
    return " ".join(parts)


def _distance(metres: int, upto: int | None, unit: Unit) -> str:
    ends = [metres] if upto is None else [metres, upto]
    miles = [_miles(end) for end in ends]
    if unit is Unit.MI and all(miles):
        return "-".join(miles) + "mi"
    return "-".join(decimal(end) for end in ends) + "k"


def _miles(metres: int) -> str:
    """Return the miles in at most two decimals that are exactly these whole metres, else nothing."""
    hundredths = rounded(metres * 1000 * 100, MILE)
    for step in (100, 10, 1):
        value = (2 * hundredths + step) // (2 * step) * step
        if rounded(value * MILE, 100 * 1000) == metres:
            return decimal(value * 10)
    return ""


def _time(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    if hours and rest and rest % 60 == 0:
        return f"{hours}h{rest // 60:02d}"
    if seconds < 120 and seconds % 60:
        return f"{seconds}s"
    named_parts = ((hours, "h"), (rest // 60, "min"), (rest % 60, "s"))
    return "".join(f"{number}{name}" for number, name in named_parts if number)
