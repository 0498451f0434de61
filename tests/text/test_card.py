"""The card of a strength session: everything on a phone screen, whatever a plugin brings."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.catalogue import load
from surefoot.model import Catalogue, Dose, Exercise, Kind, Settings, Workout
from surefoot.strength.programme import halved, programme
from surefoot.text.card import LONGEST, PAIN, amount, exercise_card, strength_card

CATALOGUE = load()
PROGRAMME = programme(Settings(), CATALOGUE)
FIRST = PROGRAMME.slots[0].workout
WHY = "Two days clear of Sunday's long run, 48 h before Friday's session."
FORBIDDEN = re.compile(
    r"\brisk|%|will heal|diagnos|damage|\bfail|must not|\bjust\b|\bonly\b|should have|baseline|violation"
)

WORDS = st.text(alphabet="abc xyzäéü–·", max_size=400)
DOSES = st.builds(
    Dose,
    exercise=st.sampled_from(("one", "two", "unknown-exercise", "squat")),
    sets=st.integers(1, 99),
    reps=st.none() | st.integers(1, 999),
    seconds=st.none() | st.integers(1, 9999),
    load_g=st.none() | st.integers(1, 300_000),
    side=st.sampled_from(("both", "each", "left", "right")),
    rest=st.integers(0, 999),
)


def exercises(name):
    return st.builds(
        Exercise,
        id=st.just(name),
        name=WORDS,
        load=st.sampled_from(("heavy", "moderate", "light")),
        pattern=st.sampled_from(("squat", "core", "none of ours")),
        cues=st.lists(WORDS, max_size=3).map(tuple),
        equipment=st.lists(WORDS, max_size=5).map(tuple),
    )


def card(workout=FIRST, **given):
    return strength_card(workout, CATALOGUE, **{"why": WHY, "uid": "strength-2027w04a", **given})


def test_the_card_is_the_one_we_set_out_to_write():
    assert (
        card()
        == """\
Hips, knees and calves. 30 min. You need a wall, a chair and a band.

Warm up: 3 min of brisk walking or marching on the spot.

1  Wall sit                   4 × 45 s, rest 60 s
   Back on the wall, knees bent as far as comfortable. Push the feet down.
2  Squat to a chair           3 × 8, rest 60 s
   Down slowly, touch, up. Knees stay over the feet.
3  Glute bridge               2 × 15, hold 3 s, rest 60 s
   On your back, knees bent: lift until shoulder, hip and knee are in line.
4  Side steps with a band     2 × 15 each way
   Band above the knees, small squat, wide steps.
5  Calf raise, knee straight  3 × 8 each leg
6  Calf raise, knee bent      3 × 8 each leg
   Slow up, slower down. One hand on the wall.

Up to 4 of 10 is fine if it is gone by tomorrow morning.
More than that: stop that one, do the wall sit instead.
A swollen knee or a sharp pain: stop, and have it looked at.

Why today: two days clear of Sunday's long run, 48 h before Friday's session.
Easier next time if 3 × 8 was hard; after two sessions with reps to spare a harder one follows.
Done? surefoot log strength

surefoot · strength-2027w04a"""
    )


def test_every_built_in_card_fits_and_needs_no_forbidden_word():
    workouts = [one.workout for one in PROGRAMME.slots] + [PROGRAMME.light]
    for workout in (*workouts, *map(halved, workouts)):
        text = card(workout)

        assert len(text) <= LONGEST
        assert "\n".join(PAIN) in text
        assert not FORBIDDEN.search(text.lower())


def test_every_shipped_exercise_has_a_card_without_forbidden_words():
    for one in CATALOGUE.exercises:
        text = exercise_card(one, CATALOGUE)

        assert text.startswith(one.name)
        assert "\n".join(PAIN) in text
        assert not FORBIDDEN.search(text.lower())


def test_an_exercises_card_says_what_is_easier_harder_and_where_the_dose_comes_from():
    lines = exercise_card(CATALOGUE["squat"], CATALOGUE).splitlines()

    assert lines[0] == "Squat to a chair  3 × 8, rest 60 s"
    assert "Easier: wall sit" in lines
    assert "Harder: goblet squat" in lines
    assert "Instead of it: spanish squat, split squat and wall sit" in lines
    assert lines[-1].startswith("Source: sets, reps: article 001; rest: our default")


def test_what_does_instead_of_equipment_is_said_with_it():
    assert "You need a bench or a chair." in exercise_card(CATALOGUE["pistol-box-squat"], CATALOGUE)
    assert "You need a cable or a band with an anchor." in exercise_card(
        CATALOGUE["cable-adductor-pull"], CATALOGUE
    )


def test_a_remark_stands_above_the_exercises():
    text = card(replace(FIRST, notes="After the run: best six hours later, three at least."))

    assert text.index("After the run") < text.index("Wall sit")


def test_a_weekday_keeps_its_capital_after_the_colon():
    assert "Why today: Friday is free." in card(why="Friday is free.")


def test_a_session_that_a_plan_wrote_as_one_word_has_a_card_too():
    text = strength_card(Workout(kind=Kind.STRENGTH, title="Strength"), CATALOGUE, uid="p-1")

    assert "\n".join(PAIN) in text
    assert text.endswith("surefoot · p-1")


def test_doses_read_as_a_person_would_say_them():
    squat = CATALOGUE["squat"]
    balance = CATALOGUE["single-leg-balance"]

    assert amount(Dose(exercise="squat", sets=3, reps=8, load_g=12500), squat) == "3 × 8, 12.5 kg, rest 60 s"
    assert amount(Dose(exercise="x", sets=2, seconds=30, side="each"), balance) == "2 × 30 s each leg"
    assert amount(Dose(exercise="x", sets=2, reps=6, side="left"), squat) == "2 × 6 left"
    assert amount(Dose(exercise="x", sets=1, seconds=45), squat) == "1 × 45 s"


def test_cues_are_what_gives_way_first():
    long = Exercise(id="long", name="Long", load="heavy", pattern="squat", cues=("word " * 60, "more " * 60))
    workout = replace(FIRST, doses=tuple(Dose(exercise="long", sets=3, reps=8 + n) for n in range(6)))
    text = strength_card(workout, Catalogue(exercises=(long,)), why=WHY, uid="u")

    assert len(text) <= LONGEST
    assert "3 × 13" in text
    assert "Easier next time" in text


@settings(max_examples=100, deadline=None)
@given(
    one=exercises("one"),
    two=exercises("two"),
    doses=st.lists(DOSES, max_size=9),
    why=WORDS,
    uid=WORDS,
    notes=WORDS,
    seconds=st.none() | st.integers(1, 86_400),
)
def test_no_card_is_ever_longer_than_a_phone_shows(*, one, two, doses, why, uid, notes, seconds):
    workout = Workout(kind=Kind.STRENGTH, title="S", seconds=seconds, doses=tuple(doses), notes=notes)
    text = strength_card(workout, Catalogue(exercises=(one, two)), why=why, uid=uid)

    assert len(text) <= LONGEST
    assert all(line in text for line in PAIN)
    assert len(re.findall(r"^[0-9]  ", text, flags=re.MULTILINE)) == min(6, len(doses))
