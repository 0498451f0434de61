"""What the runner reports. It never leaves the training folder unless the runner says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from surefoot.model.workout import Side

When: TypeAlias = Literal["before", "during", "after", "morning", "walking"]
Sign: TypeAlias = Literal[
    "sharp",
    "limp",
    "swelling",
    "bone",
    "night",
    "locking",
    "pop",
    "bruise",
    "numb",
    "no-weight",
    "blow",
    "chest-pain",
    "fainting",
    "warm-calf",
    "bladder",
    "leg-weakness",
    "seen",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """Pain of 0–10 somewhere, at some time of the day it is dated.

    ``when`` is ``walking`` for half an hour of it. ``signs`` are what else was noticed; ``seen`` says that a
    doctor or physiotherapist has looked at it and running may begin again.
    """

    day: date
    where: str
    score: int
    side: Side | None = None
    when: When = "during"
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sore:
    """Muscle soreness after strength or a hard run; never pain."""

    day: date
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """How hard the day's run felt, 0–10 (Foster's session RPE)."""

    day: date
    effort: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ill:
    """Ill from this day on, or well again from this day on."""

    day: date
    well: bool = False
    fever: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """Strength that was done; an empty ``exercise`` means the session as such. ``seconds`` are of a hold."""

    day: date
    exercise: str = ""
    sets: int | None = None
    reps: int | None = None
    seconds: int | None = None
    load_g: int | None = None
    pain: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTest:
    """A self-test: ``plank`` (``seconds``), ``squat``, ``sides`` or ``tight`` (``result`` is the finding).

    ``result`` is ``steady`` or ``inward`` for the squat on one leg, the easier leg or ``same`` for sides,
    and the muscle or ``none`` for tightness. ``side`` is the leg that was tested, where it matters.
    """

    day: date
    test: str
    seconds: int | None = None
    result: str = ""
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Anything else, in the runner's own words."""

    day: date
    text: str


DiaryEntry: TypeAlias = Pain | Sore | Felt | Ill | Lifted | SelfTest | Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """All entries in order of day, then of entry."""

    entries: tuple[DiaryEntry, ...] = ()
