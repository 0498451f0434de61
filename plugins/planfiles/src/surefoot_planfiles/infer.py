"""What a title of a published plan means, where it is not the shorthand: one small table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from surefoot.plugin import Kind


@dataclass(frozen=True, slots=True)
class Guess:
    """What a title says: a kind and its focus."""

    kind: Kind
    focus: str = ""


_TABLE: tuple[tuple[str, Guess], ...] = (
    # The first that is found in the title decides; the order is the meaning.
    (r"^\W*(?:rest|off|no running|travel)\b", Guess(Kind.REST)),
    (r"\btune[- ]?up\b.*\b(?:race|trial)\b", Guess(Kind.RACE, "C")),
    (r"\bparkrun\b", Guess(Kind.RACE, "parkrun")),
    (r"\brace\b(?![- ]*(?:pace|effort|speed))|^\W*plan ends\W*$", Guess(Kind.RACE)),
    (r"\b(?:half[- ]?)?marathon\W*$", Guess(Kind.RACE)),
    (r"^(?!.*\brun).*\b(?:strength|weights?|gym|core|lifting)\b", Guess(Kind.STRENGTH)),
    (
        r"^(?!.*\brun).*\b(?:cross|x-?t(?:rain\w*)?\b|bik|cycl|spin|swim|row|ellip|yoga|pilates|hik|walk|stretch)",
        Guess(Kind.CROSS),
    ),
    (r"\brun\s*/\s*walk|\bwalk\s*/\s*run|\brun\b.*\bwalk\b", Guess(Kind.EASY, "run-walk")),
    (r"\bmed(?:ium)?[- ]?long\b", Guess(Kind.EASY)),
    (r"\blong\b", Guess(Kind.LONG)),
    (r"^\W*(?:recovery|shake-?out|jog)\b", Guess(Kind.RECOVERY)),
    (r"\baerobic\b", Guess(Kind.EASY)),
    (r"\bhills?\b", Guess(Kind.QUALITY, "hills")),
    (
        r"\b(?:interval|repeat|speed|track|yasso|vo.{0,2}max|\d+\s*[x×]\s*\d)",
        Guess(Kind.QUALITY, "intervals"),
    ),
    (r"\bfartlek\b|\bprogress", Guess(Kind.QUALITY)),
    (r"\b(?:tempo|threshold|lt|pace|mp|hmp|gmp|time trial|dress rehearsal)\b", Guess(Kind.QUALITY, "tempo")),
    (r"\b(?:easy|runs?|running|jog|endurance|base)\b|\d\s*(?:mi|miles?|km|k)\b", Guess(Kind.EASY)),
    (r"\b(?:strength|weights|gym|core)\b", Guess(Kind.STRENGTH)),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), guess) for pattern, guess in _TABLE)

TAGS: dict[str, Guess] = {
    "rest": Guess(Kind.REST),
    "easy run": Guess(Kind.EASY),
    "long run": Guess(Kind.LONG),
    "cross train": Guess(Kind.CROSS),
    "race": Guess(Kind.RACE),
    "speedwork": Guess(Kind.QUALITY),
    "hills": Guess(Kind.QUALITY, "hills"),
}
"""calendar-hack's own tags; ``Run`` says nothing of the kind."""


def guess(title: str, *, measured: bool) -> Guess:
    """Return what a title means; ``measured`` says that it has a distance, so that it is a run.

    What nothing is known of is a run where it has a distance, else a free day.
    """
    for pattern, found in _PATTERNS:
        if pattern.search(title) and not (measured and found.kind in (Kind.REST, Kind.STRENGTH)):
            return found
    return Guess(Kind.EASY if measured else Kind.REST)
