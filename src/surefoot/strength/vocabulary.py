"""The words of ``[strength]`` in surefoot.toml: things to train with, states of health, complaints."""

from __future__ import annotations

AT_HOME = frozenset({"wall", "chair", "counter"})
"""What every home has, so nobody is asked for it."""

WEIGHTS = frozenset({"rucksack", "weights"})
"""Either does where an exercise asks for a ``weight``."""

EQUIPMENT = (
    "anchor",
    "ball",
    "band",
    "bench",
    "cable",
    "knee-extension",
    "leg-press",
    "massage-gun",
    "roller",
    "rucksack",
    "step",
    "tubing",
    "weights",
)
"""What can be had beside it. ``anchor`` is something firm to tie a band to."""

EXCLUDING = ("back-fracture", "in-therapy", "osteoporosis")
"""States that leave exercises out: those whose ``precautions`` name them (articles 002 and 003)."""

ASKING = ("bow-legs",)
"""States with which a visit to a physiotherapist comes first; the programme stays (article 002)."""

PAUSING = ("heart-disease", "pregnancy", "recent-birth", "recent-surgery")
"""States for which Surefoot makes no programme of its own: a doctor or midwife does."""

PRECAUTIONS = tuple(sorted((*EXCLUDING, *ASKING, *PAUSING)))

COMPLAINTS = (
    "pfp",
    "itbs",
    "achilles-tendinopathy",
    "patellar-tendinopathy",
    "medial-knee-pain",
    "knee-hip-ache-swelling",
    "knee-oa",
    "lateral-knee-pain-downhill",
    "squat-knee-pain",
    "nonspecific-knee-pain",
    "glute-weakness",
    "dynamic-knee-valgus",
    "core-weakness",
    "muscle-tightness",
    "asymmetry",
    "piriformis-discomfort",
    "acute-or-structural",
)
"""The conditions that a runner may name; the others are states, or the articles say nothing to do."""

PATTERNS = (
    "balance",
    "bridge",
    "calf-raise",
    "core",
    "foot",
    "hinge",
    "hip-abduction",
    "hip-adduction",
    "knee-extension",
    "knee-flexion",
    "lunge",
    "running",
    "squat",
    "step",
)
"""The movements that exercises are sorted by: one of a pattern may stand in for another."""


def has(thing: str, equipment: tuple[str, ...]) -> bool:
    """Return whether a runner with this equipment has what an exercise calls ``thing``."""
    return thing in AT_HOME or thing in equipment or (thing == "weight" and not WEIGHTS.isdisjoint(equipment))
