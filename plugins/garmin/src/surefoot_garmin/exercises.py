"""Exercises that Garmin's watches know, by category and name. Pure.

Such as are another movement there, or none, are planned by their name in words.
"""

from __future__ import annotations

KNOWN = {
    "squat": ("SQUAT", "SQUAT"),
    "goblet-squat": ("SQUAT", "GOBLET_SQUAT"),
    "loaded-split-squat": ("SQUAT", "DUMBBELL_SPLIT_SQUAT"),
    "step-up": ("SQUAT", "STEP_UP"),
    "lunge": ("LUNGE", "LUNGE"),
    "forward-lunge": ("LUNGE", "LUNGE"),
    "hip-hinge": ("DEADLIFT", "ROMANIAN_DEADLIFT"),
    "unloaded-hip-hinge": ("LEG_CURL", "GOOD_MORNING"),
    "glute-bridge": ("HIP_RAISE", "HIP_RAISE"),
    "single-leg-bridge": ("HIP_RAISE", "SINGLE_LEG_HIP_RAISE"),
    "banded-hip-bridge": ("BANDED_EXERCISES", "GLUTE_BRIDGE"),
    "banded-clamshell": ("BANDED_EXERCISES", "CLAM_SHELLS"),
    "lateral-band-walk": ("BANDED_EXERCISES", "LATERAL_BAND_WALKS"),
    "side-hip-abduction": ("HIP_STABILITY", "STANDING_HIP_ABDUCTION"),
    "side-lying-hip-abduction": ("HIP_STABILITY", "SIDE_LYING_LEG_RAISE"),
    "dead-bug": ("HIP_STABILITY", "DEAD_BUG"),
    "straight-leg-raise": ("LEG_RAISE", "LYING_STRAIGHT_LEG_RAISE"),
    "straight-knee-calf-raise": ("CALF_RAISE", "SINGLE_LEG_STANDING_CALF_RAISE"),
    "bent-knee-calf-raise": ("CALF_RAISE", "SINGLE_LEG_BENT_KNEE_CALF_RAISE"),
    "heavy-heel-raise": ("CALF_RAISE", "SINGLE_LEG_STANDING_DUMBBELL_CALF_RAISE"),
    "heavy-bent-heel-raise": ("CALF_RAISE", "WEIGHTED_SINGLE_LEG_BENT_KNEE_CALF_RAISE"),
    "plank": ("PLANK", "PLANK"),
    "side-plank": ("PLANK", "SIDE_PLANK"),
    "calf-stretch": ("WARM_UP", "STRETCH_CALF"),
    "hamstring-stretch": ("WARM_UP", "STANDING_HAMSTRING_STRETCH"),
    "hip-flexor-stretch": ("WARM_UP", "STRETCH_LUNGING_HIP_FLEXOR"),
    "quadriceps-stretch": ("WARM_UP", "STRETCH_QUAD"),
}


def words(exercise: str) -> str:
    """Return the name of an exercise as people write it."""
    return exercise.replace("-", " ").capitalize()
