"""Which complaint's programme fits what somebody tells: a template to discuss, never a finding.

What is urgent or needs a look comes before any programme (articles 002 and 003, ``evidence.md`` 3).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from surefoot.rules.redflags import EMERGENCY, RED, emergency_text

SPOTS = {
    "front-of-knee": "the front of the knee, around or behind the kneecap",
    "below-kneecap": "the lower edge of the kneecap",
    "outside-of-knee": "the outside of the knee",
    "inside-of-knee": "the inside of the knee",
    "knee": "the knee, elsewhere or all over",
    "achilles": "the Achilles tendon",
    "buttock": "the buttock",
    "bone": "one spot on a bone, or shin, foot, groin or hip",
}
"""Where it hurts, and how the question says it."""

WORSE = {
    "running": "during runs",
    "downhill": "going downhill, also when walking",
    "squats": "in squats and on stairs, hardly on runs",
    "morning": "in the morning",
    "afterwards": "after training, as an ache",
}
"""When it is worst."""

SIGNS = (*EMERGENCY, *RED, "swelling", "sharp", "limp")

BY_SPOT = {
    "front-of-knee": "pfp",
    "below-kneecap": "patellar-tendinopathy",
    "outside-of-knee": "itbs",
    "inside-of-knee": "medial-knee-pain",
    "knee": "nonspecific-knee-pain",
    "achilles": "achilles-tendinopathy",
    "buttock": "piriformis-discomfort",
}
BY_BOTH = {
    ("front-of-knee", "squats"): "squat-knee-pain",
    ("knee", "squats"): "squat-knee-pain",
    ("outside-of-knee", "downhill"): "lateral-knee-pain-downhill",
    ("knee", "afterwards"): "knee-hip-ache-swelling",
}

LOOK = "Please have a doctor or physiotherapist look at it before the next run."
BONE = "Pain in one spot on the bone needs a doctor before any running."
SHARP = (
    "Sharp, or with a limp: no running for 48 hours. "
    "Tell the plan: surefoot log pain 3 --where knee --sign sharp"
)
TEMPLATE = (
    "This is a template for what you describe, to go through with a physiotherapist or doctor. "
    "It cannot tell what you have, and nothing is promised."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is said first, and the id of the condition whose programme fits; "" for none."""

    first: tuple[str, ...] = ()
    condition: str = ""


def triage(spot: str, worse: str, signs: Iterable[str]) -> Answer:
    """Return what follows from the answers: an emergency, a visit, or a programme as a template."""
    named = set(signs)
    urgent = emergency_text(one for one in EMERGENCY if one in named)
    if urgent:
        return Answer(first=(urgent,))
    if spot == "bone" or "bone" in named:
        return Answer(first=(BONE,))
    red = [text for sign, text in RED.items() if sign in named]
    if red:
        return Answer(first=(f"You name {', '.join(red)}.", LOOK))
    if "swelling" in named:
        return Answer(first=("It is swollen.", LOOK))
    condition = BY_BOTH.get((spot, worse), BY_SPOT[spot])
    return Answer(first=(SHARP,) if named else (), condition=condition)
