"""What a session is made of: the parts it has, in the order of what gives way last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KNEE = ("squat", "lunge", "step", "knee-extension")
HIP = ("bridge", "hinge", "hip-abduction", "hip-adduction", "knee-flexion")
SIDEWAYS = ("hip-abduction", "hip-adduction")
KEPT = ("squat", "hinge", "lunge")
"""One of these movements is in every week, in a version that does not hurt (article 002)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One place in a session: the patterns that a complaint may fill it with, and what stands there else.

    ``hold`` asks for holds, ``drill`` for what is like running. ``among`` are ids that a complaint may fill
    it with, the best first. ``fixed`` is the same for everybody.
    """

    name: str
    usual: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    hold: bool = False
    drill: bool = False
    among: tuple[str, ...] = ()
    fixed: bool = False


def _legs(*usual: str) -> Role:
    return Role(name="legs", usual=usual, patterns=("squat", "lunge"))


def _hip(*usual: str) -> Role:
    return Role(name="hip", usual=usual, patterns=HIP)


def _more(*usual: str) -> Role:
    return Role(name="more", usual=usual, patterns=(*KNEE, *SIDEWAYS, "balance", "foot"))


def _side(*usual: str) -> Role:
    return Role(name="side", usual=usual, patterns=SIDEWAYS)


STRAIGHT = Role(
    name="straight",
    usual=("straight-knee-calf-raise",),
    among=("heavy-heel-raise", "leg-press-heel-raise", "straight-knee-calf-raise"),
)
BENT = Role(name="bent", usual=("bent-knee-calf-raise",), fixed=True)
HOLD = Role(name="hold", usual=("wall-sit",), hold=True)
SIT = Role(name="legs", usual=("wall-sit",), fixed=True)
BALANCE = Role(name="balance", usual=("single-leg-balance",), patterns=("balance", "foot"))
DRILL = Role(name="drill", usual=("running-specific-drills", "single-leg-squat"), drill=True)


def _core(*usual: str) -> Role:
    return Role(name="core", usual=usual, patterns=("core",))


Recipes = Mapping[str, tuple[Role, ...]]

ENTRY: Recipes = {
    "a": (_legs("squat"), _hip("glute-bridge"), STRAIGHT, BENT, _side("lateral-band-walk"), HOLD),
    "b": (_legs("split-squat"), _hip("hip-hinge"), STRAIGHT, BENT, _more("step-up"), _core("side-plank")),
    "c": (_legs("step-up"), _hip("glute-bridge"), STRAIGHT, BENT, _side("cable-adductor-pull"), BALANCE),
}
"""The first weeks of heavy legs: hip and knee in each, the calf pair, and more than one plane."""

LOADED: Recipes = {
    "a": (_legs("squat"), _hip("glute-bridge"), STRAIGHT, BENT, _side("lateral-band-walk"), DRILL),
    "b": (
        _legs("single-leg-squat"),
        _hip("hip-hinge"),
        STRAIGHT,
        BENT,
        _more("split-squat"),
        _more("cable-adductor-pull"),
    ),
    "c": (_legs("step-up"), _hip("single-leg-bridge"), STRAIGHT, BENT, DRILL, _core("side-plank")),
}
"""After the first weeks something like running joins, in the shortest session too (article 001)."""

BODY_WEIGHT: Recipes = {
    "a": (_legs("squat"), _hip("glute-bridge"), STRAIGHT, BENT, _core("side-plank"), BALANCE),
    "b": (
        _legs("split-squat"),
        _hip("unloaded-hip-hinge"),
        STRAIGHT,
        BENT,
        _side("lateral-band-walk"),
        _core("dead-bug"),
    ),
    "c": (_legs("step-up"), _hip("glute-bridge"), STRAIGHT, BENT, _side("cable-adductor-pull"), BALANCE),
}

GENTLE: Recipes = {
    "a": (HOLD, SIT, _hip("glute-bridge"), STRAIGHT, BENT, _side("side-lying-hip-abduction"), BALANCE),
    "b": (HOLD, SIT, _hip("unloaded-hip-hinge"), STRAIGHT, BENT, _side("clamshell"), _core("dead-bug")),
    "c": (HOLD, SIT, _hip("glute-bridge"), STRAIGHT, BENT, _side("side-lying-adduction"), BALANCE),
}
"""While something hurts: holds first, and movement beside them that hurts nobody (article 000)."""

CHAIN: tuple[Role, ...] = (
    _legs("single-leg-squat"),
    _hip("glute-bridge"),
    STRAIGHT,
    BENT,
    Role(name="hold", usual=("wall-push",), fixed=True),
    Role(name="balance", usual=("single-leg-balance",), fixed=True),
)
"""For a knee that falls in: balance, the wall push and the squat on one leg in one session (article 002)."""

IN_ORDER = ("single-leg-balance", "wall-push", "single-leg-squat")

LIGHT: tuple[Role, ...] = (
    HOLD,
    _side("lateral-band-walk"),
    _core("side-plank"),
    _core("dead-bug"),
    BALANCE,
)
"""What a session becomes where a loaded one may not stand."""

LIGHT_ASKED: tuple[Role, ...] = (
    HOLD,
    SIT,
    _hip("clamshell"),
    Role(name="calf", usual=("wall-calf-isometric",), fixed=True),
    _core("side-plank"),
    BALANCE,
)
"""The same for a runner who asks for light sessions alone: the calves are held too."""
