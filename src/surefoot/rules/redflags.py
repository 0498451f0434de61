"""What stops running at once and is for somebody to look at, and the few things that are an emergency.

The list is that of ``evidence.md`` 3; what it is called here is what a person would type. No text says what
it might be.
"""

from __future__ import annotations

from collections.abc import Iterable

from surefoot.model import Pain

EMERGENCY = {
    "chest-pain": "Chest pain or short of breath",
    "fainting": "Fainting",
    "warm-calf": "A calf that is swollen and warm",
    "bladder": "Bladder or bowel out of control, or numb between the legs",
    "leg-weakness": "A leg that is suddenly weak",
}
"""Signs for which a number is called before anything else."""

RED = {
    "bone": "pain in one spot on the bone",
    "night": "pain at rest or at night",
    "locking": "a joint that locks, catches or gives way",
    "pop": "a pop or snap when it began",
    "bruise": "a bruise, or a changed shape",
    "numb": "numbness",
    "no-weight": "no weight can be put on it",
    "blow": "a fall, a twist or a blow",
}
"""Signs that a doctor or physiotherapist looks at before the next run."""

BONES = frozenset({"shin", "shins", "foot", "feet", "groin", "hip", "hips"})
"""Places where any pain above 0 is treated as the bone's, until somebody has looked (rule 27)."""

SEEN = "seen"


def emergencies(entries: Iterable[Pain]) -> tuple[str, ...]:
    """Return the emergency signs that were reported, in the order of the list."""
    signs = {sign for one in entries for sign in one.signs}
    return tuple(one for one in EMERGENCY if one in signs)


def severity(entry: Pain) -> str:
    """Return ``emergency``, ``red``, ``bone``, ``swelling``, ``stop``, ``hold`` or ``go``, by one report."""
    signs = set(entry.signs)
    if not signs.isdisjoint(EMERGENCY):
        return "emergency"
    if not signs.isdisjoint(RED):
        return "red"
    if entry.score > 0 and SEEN not in signs and entry.where.casefold() in BONES:
        return "bone"
    if "swelling" in signs:
        return "swelling"
    if entry.score > 5 or "sharp" in signs or "limp" in signs:
        return "stop"
    return "hold" if entry.score > 2 else "go"


def emergency_text(signs: Iterable[str]) -> str:
    """Return what stands before anything else; "" where no sign is one."""
    named = [EMERGENCY[one] for one in signs if one in EMERGENCY]
    if not named:
        return ""
    return f"{'. '.join(named)}: stop. Call your emergency number now."
