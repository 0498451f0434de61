"""The words of the session shorthand, each with what it means. One table; the reference page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from surefoot.model import Kind
from surefoot.model.workout import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a word says of a session. ``metres`` is the distance that a race's name implies."""

    kind: Kind
    focus: str = ""
    title: str
    metres: int | None = None


def _word(kind: Kind, title: str, focus: str = "", metres: int | None = None) -> Word:
    return Word(kind=kind, focus=focus, title=title, metres=metres)


_TABLE: tuple[tuple[Word, str], ...] = (
    # The first spelling is the one that is written; ``|`` parts them.
    (_word(Kind.EASY, "Easy"), "easy|easy run|easy pace|steady|aerobic|base"),
    (_word(Kind.EASY, "Run/walk", "run-walk"), "run-walk|run/walk|run walk"),
    (_word(Kind.LONG, "Long run"), "long|long run|long easy|lsd"),
    (_word(Kind.RECOVERY, "Recovery"), "recovery|recovery run|recovery jog|jog|shakeout"),
    (_word(Kind.QUALITY, "Tempo", "tempo"), "tempo|tempo run|threshold|lt"),
    (
        _word(Kind.QUALITY, "Pace run", "tempo"),
        "pace|pace run|race pace|goal pace|marathon pace|half marathon pace|half-marathon pace|mp|hmp",
    ),
    (_word(Kind.QUALITY, "Intervals", "intervals"), "intervals|interval|reps|repeats|track|speed|speedwork"),
    (_word(Kind.QUALITY, "Hills", "hills"), "hills|hill|hill repeats|hill reps|hill sprints"),
    (_word(Kind.QUALITY, "Quality"), "quality"),
    (_word(Kind.QUALITY, "Fartlek"), "fartlek"),
    (_word(Kind.QUALITY, "Time trial"), "time trial|time-trial|tt"),
    (_word(Kind.QUALITY, "Progression run"), "progression|progression run"),
    (_word(Kind.RACE, "Race"), "race|race day"),
    (_word(Kind.RACE, "Race", "A"), "race A|a race|a-race"),
    (_word(Kind.RACE, "Race", "B"), "race B|b race|b-race"),
    (_word(Kind.RACE, "Race", "C"), "race C|c race|c-race"),
    (_word(Kind.RACE, "Race", metres=21097), "half|half marathon|half-marathon|race half|race half marathon"),
    (_word(Kind.RACE, "Race", metres=42195), "marathon|race marathon"),
    (_word(Kind.RACE, "parkrun", "parkrun", 5000), "parkrun"),
    (_word(Kind.STRENGTH, "Strength"), "strength|strength training|gym|weights|lifting"),
    (_word(Kind.STRENGTH, "Strength", "heavy"), "strength heavy|heavy strength"),
    (_word(Kind.STRENGTH, "Strength", "moderate"), "strength moderate|moderate strength"),
    (_word(Kind.STRENGTH, "Strength", "light"), "strength light|light strength"),
    (_word(Kind.MICRO, "Holds"), "micro|holds"),
    (
        _word(Kind.CROSS, "Cross-training"),
        "cross|cross-training|cross training|crosstraining|cross-train|cross train|xt",
    ),
    (_word(Kind.CROSS, "Bike"), "bike|ride|cycling|cycle|spin"),
    (_word(Kind.CROSS, "Swim"), "swim|swimming"),
    (_word(Kind.CROSS, "Row"), "row|rowing"),
    (_word(Kind.CROSS, "Elliptical"), "elliptical"),
    (_word(Kind.CROSS, "Walk"), "walk|walking"),
    (_word(Kind.CROSS, "Hike"), "hike|hiking"),
    (_word(Kind.CROSS, "Yoga"), "yoga|pilates"),
    (_word(Kind.REST, "Rest"), "rest|rest day|off|day off"),
)

WORDS: dict[tuple[str, ...], Word] = {
    tuple(spelling.lower().split()): word for word, spellings in _TABLE for spelling in spellings.split("|")
}
"""Every spelling, as a tuple of its words."""

CANONICAL: tuple[tuple[Word, str], ...] = tuple((word, spellings.split("|")[0]) for word, spellings in _TABLE)
"""Every meaning with the spelling it is written in."""

FILLERS = frozenset(
    ("run", "runs", "running", "session", "day", "training", "a", "the", "of", "with", "in", "at", "about")
)
"""Words that may stand there and say nothing."""

ROLES: dict[tuple[str, ...], Role] = {
    **dict.fromkeys((("warmup",), ("warm-up",), ("warm", "up"), ("wu",)), "warmup"),
    **dict.fromkeys((("cooldown",), ("cool-down",), ("cool", "down"), ("cd",)), "cooldown"),
    **dict.fromkeys((("jog",), ("recovery",), ("float",)), "recovery"),
    **dict.fromkeys((("rest",), ("standing",)), "rest"),
}
"""What a part of a session is for."""

AIMS = frozenset(
    (
        "run",
        "walk",
        "easy",
        "steady",
        "tempo",
        "threshold",
        "hard",
        "fast",
        "strides",
        "hill",
        "uphill",
        "race",
    )
)
"""What may follow a part's length without an ``@``."""

BETWEEN = frozenset(("r", "rec", "recovery", "recoveries", "rest", "jog"))
"""What announces the recovery between repetitions."""

VOCABULARY: tuple[str, ...] = tuple(
    sorted({part for spelling in (*WORDS, *ROLES) for part in spelling if len(part) > 1} | AIMS)
)
"""Every single word, for near matches."""
