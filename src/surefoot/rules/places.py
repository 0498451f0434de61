"""Where something can hurt, as it is typed: one name each, and the other words that mean it."""

from __future__ import annotations

PLACES = (
    "achilles",
    "ankle",
    "back",
    "calf",
    "chest",
    "foot",
    "glute",
    "groin",
    "hamstring",
    "heel",
    "hip",
    "injury",
    "it band",
    "knee",
    "quad",
    "shin",
    "sole",
    "thigh",
    "toe",
)

MEANT = {
    "achilles tendon": "achilles",
    "behind the knee": "knee",
    "buttock": "glute",
    "buttocks": "glute",
    "calves": "calf",
    "feet": "foot",
    "glutes": "glute",
    "hamstrings": "hamstring",
    "heels": "heel",
    "hips": "hip",
    "inner knee": "knee",
    "itb": "it band",
    "knee cap": "knee",
    "kneecap": "knee",
    "knees": "knee",
    "lower back": "back",
    "outer knee": "knee",
    "plantar fascia": "sole",
    "quads": "quad",
    "shins": "shin",
    "thighs": "thigh",
    "toes": "toe",
}
"""Other words; the side of a joint is for the triage to ask."""


def place_of(words: str) -> str | None:
    """Return the place that is meant; None for an unknown one."""
    spoken = " ".join(words.casefold().replace("-", " ").split())
    return spoken if spoken in PLACES else MEANT.get(spoken)
