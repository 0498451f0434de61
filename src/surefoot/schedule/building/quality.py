"""Quality sessions in the words of the field, as long as the week allows.

Each says how hard it is in three ways: by the pace range, where a recent result gives one; by what can
still be said out loud; and by points of ten.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from surefoot.model import Effort, Kind, Unit, Workout
from surefoot.schedule.building.measure import Measure
from surefoot.schedule.building.order import Goal
from surefoot.schedule.building.paces import Paces, around
from surefoot.schedule.building.phases import Phase
from surefoot.text.shorthand import parse
from surefoot.text.units import pace as say_pace

ENDS = 3000  # metres of warm-up and cool-down (rule 12)
ENDS_MINUTES = 20
MINUTES_REST = 120  # seconds between repetitions where a plan is in minutes
JOG = 375  # seconds per km: what an easy jog between repetitions counts (the shorthand's own)

TALK = {
    "easy": "In whole sentences: 2-3 of 10.",
    "long": "In whole sentences from start to finish: 3 of 10.",
    "hills": "Strong and upright, not a sprint: 8 of 10. Jog or walk down.",
    "tempo": "A few words at a time: 6-7 of 10. It ends before it gets hard.",
    "intervals": "A word or two at a time: 8 of 10. The last one as even as the first.",
    "race": "At the pace you want to race at, no faster.",
    "sharpen": "Quick and relaxed, well within yourself: 6 of 10.",
    "marathon": "Short sentences are possible: 5-6 of 10. Practise drinking.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """One kind of session: repetitions of ``metres`` or ``seconds`` with ``rest`` seconds between, at a pace.

    ``few`` and ``many`` bound how often, ``begin`` is how often in the first week of a phase; ``share`` is
    the most percent of the week that is hard.
    """

    talk: str
    metres: int = 0
    seconds: int
    rest: int = 120
    few: int
    begin: int
    many: int
    share: int
    at: str = ""


HILLS = Menu(talk="hills", seconds=60, few=4, begin=5, many=10, share=12)
TEMPO = Menu(
    talk="tempo", metres=1500, seconds=480, rest=90, few=2, begin=3, many=5, share=20, at="threshold"
)
TEMPO_SHORT = replace(TEMPO, metres=1000, seconds=300)
SHORT = Menu(talk="intervals", metres=600, seconds=120, rest=90, few=3, begin=4, many=8, share=14, at="5k")
MIDDLE = replace(SHORT, metres=800, seconds=180, rest=120, many=7)
LONGER = replace(SHORT, metres=1000, seconds=240, rest=120, begin=3, many=6, share=16, at="10k")
SHARPEN = Menu(talk="sharpen", metres=400, seconds=120, rest=90, few=3, begin=4, many=6, share=16)
RACES = (
    (7_500, Menu(talk="race", metres=1000, seconds=240, few=3, begin=4, many=5, share=18, at="5k")),
    (15_000, Menu(talk="race", metres=1500, seconds=420, few=2, begin=3, many=5, share=20, at="10k")),
    (30_000, Menu(talk="race", metres=2000, seconds=600, few=2, begin=3, many=5, share=25, at="hm")),
    (99_999, Menu(talk="marathon", metres=3000, seconds=900, few=2, begin=2, many=4, share=25, at="mp")),
)
FASTER = {"5k": "5k", "10k": "10k", "hm": "10k", "mp": "hm"}
RACE_METRES = {"5k": 5_000, "10k": 10_000, "hm": 21_097, "mp": 42_195}


def menu(phase: Phase, goal: Goal, *, place: int, alone: bool, novice: bool) -> Menu | None:
    """Return what the week's quality is; None where there is none.

    ``place`` is 0 for its first session and 1 for its second, ``alone`` where it has but one.
    """
    race = next(one for upto, one in RACES if (goal.metres or 10_000) <= upto)
    if phase.name == "taper" and phase.number == 1 and phase.of > 2:
        return None if place else race
    if phase.name == "taper":
        return None if place else replace(SHARPEN, at=FASTER[race.at])
    if phase.name == "peak":
        return TEMPO if place else race
    if phase.name == "build":
        return _of_build(phase.number, place=place, alone=alone, novice=novice)
    if phase.name == "base" and not novice:
        return TEMPO_SHORT if place else HILLS
    return None


def _of_build(number: int, *, place: int, alone: bool, novice: bool) -> Menu:
    """Tempo and intervals take turns, or share the week."""
    if place or (alone and number % 2):
        return TEMPO_SHORT if novice else TEMPO
    return SHORT if novice else MIDDLE if number % 4 < 2 + alone else LONGER


@dataclass(frozen=True, slots=True, kw_only=True)
class Hard:
    """A quality session and the steps that it counts."""

    workout: Workout
    steps: int


def session(
    found: Menu, phase: Phase, *, measure: Measure, most: int, week: int, paces: Paces | None, goal: Goal
) -> Hard | None:
    """Return the session with as many repetitions as fit; None where not even the fewest do.

    Args:
        found: what to do.
        phase: its week; there are more repetitions as the phase goes on, and fewer in a lighter week.
        measure: the plan's steps.
        most: steps that it may have at most.
        week: metres of the whole week.
        paces: what a recent result says.
        goal: its target is the pace of its own race.
    """
    begin = max(found.few, found.begin + phase.number // 2 - phase.lighter)
    for times in range(min(found.many, begin), found.few - 1, -1):
        steps = measure.up(_counted(found, times, measure))
        work = times * (found.metres or _metres(found.seconds, measure))
        if steps <= most and (times == found.few or work * 100 <= found.share * week):
            text = _text(found, times, steps, measure, _target(found, paces, goal))
            return Hard(workout=replace(parse(text, measure.unit)[0], notes=TALK[found.talk]), steps=steps)
    return None


def _metres(seconds: int, measure: Measure) -> int:
    return seconds * 1000 // (measure.pace if measure.minutes else JOG)


def _counted(found: Menu, times: int, measure: Measure) -> int:
    """Metres with warm-up, recoveries and cool-down."""
    if measure.minutes:
        seconds = ENDS_MINUTES * 60 + times * (found.seconds + MINUTES_REST)
        return -(-seconds * 1000 // measure.pace)
    once = found.metres or _metres(found.seconds, measure)
    return ENDS + times * (once + _metres(found.rest, measure))


def _text(found: Menu, times: int, steps: int, measure: Measure, target: str) -> str:
    """The session in the shorthand; what is over in its length is added to the cool-down."""
    kind = "hills" if found.talk == "hills" else "tempo" if found.talk == "tempo" else "intervals"
    if not measure.minutes:
        once = f"{found.metres}m" if found.metres else f"{found.seconds // 60}min"
        return f"{measure.say(steps)} {kind} {times}x{once}{target} r {found.rest}s"
    spare = steps * 5 - ENDS_MINUTES - times * (found.seconds + MINUTES_REST) // 60
    repeats = f"{times}x{found.seconds // 60}min{target} r {MINUTES_REST // 60}min"
    return f"{kind}: 10min warmup, {repeats}, {10 + spare}min cooldown"


def _target(found: Menu, paces: Paces | None, goal: Goal) -> str:
    effort = _effort(found, paces, goal)
    named = f" @{found.at}" if found.at else ""
    return f"{named} @{_clock(effort.lo)}-{_clock(effort.hi)}/km" if effort else named


def _effort(found: Menu, paces: Paces | None, goal: Goal) -> Effort | None:
    if found.talk in ("race", "marathon") and goal.target and goal.metres:
        return around(goal.target * 1000 / goal.metres)
    if paces is None or not found.at:
        return None
    return paces.of("tempo") if found.at == "threshold" else paces.race(RACE_METRES[found.at])


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def of_easy(workout: Workout, paces: Paces | None, unit: Unit) -> str:
    """Return how an easy or long run is run: what can be said, and the pace where a result gives one."""
    talk = TALK["long" if workout.kind is Kind.LONG else "easy"]
    if paces is None:
        return talk
    effort = paces.of("easy")
    slow = say_pace(effort.lo, unit).partition("/")[0]
    return f"{talk} About {slow} to {say_pace(effort.hi, unit)}."
