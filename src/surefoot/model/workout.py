"""What to do, without a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from surefoot import model
from surefoot.model.kinds import Kind

Role: TypeAlias = Literal["warmup", "work", "recovery", "cooldown", "rest"]
Side: TypeAlias = Literal["both", "each", "left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """What to do, without a day.

    ``metres`` and ``seconds`` are the whole session's, warm-up and cool-down included; ``upto`` is a
    range's upper end in metres, which limits and volumes use. ``focus`` narrows the kind: ``tempo``,
    ``intervals`` or ``hills`` for quality; ``heavy``, ``moderate`` or ``light`` for strength;
    ``A``, ``B``, ``C`` or ``parkrun`` for a race; ``run-walk`` for an easy run with walking breaks.
    """

    kind: Kind
    title: str
    metres: int | None = None
    upto: int | None = None
    seconds: int | None = None
    focus: str = ""
    # Most workouts have neither; named in this way, their types are imported where one is met.
    steps: tuple[model.Step | model.Repeat, ...] = ()
    doses: tuple[model.Dose, ...] = ()
    notes: str = ""
