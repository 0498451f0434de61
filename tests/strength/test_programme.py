"""What a week's strength is made of, for those with much time and those with little."""

from datetime import date, timedelta

import pytest

from surefoot.catalogue import load
from surefoot.model import ConfigError, Diary, Kind, Lifted, Pain, Settings, Strength
from surefoot.strength.programme import halved, programme

CATALOGUE = load()
TODAY = date(2027, 1, 25)


def made(*entries, today=TODAY, **given):
    diary = Diary(entries=entries)
    return programme(Settings(strength=Strength(**given)), CATALOGUE, diary=diary, today=today)


def sessions(*, days, until=TODAY):
    """Strength done every third day, the last on the day before ``until``."""
    return [Lifted(day=until - timedelta(days=1 + 3 * place)) for place in reversed(range(days))]


def names(workout):
    return [dose.exercise for dose in workout.doses]


def card(result, key="a"):
    return names(next(one.workout for one in result.slots if one.key == key))


def test_two_heavy_sessions_a_week_and_a_light_one_to_fall_back_on():
    result = made()

    assert [(one.key, one.load, one.workout.title) for one in result.slots] == [
        ("a", "heavy", "Strength 30 min"),
        ("b", "heavy", "Strength 30 min"),
    ]
    assert (result.light.focus, result.light.title) == ("light", "Strength 15 min")
    assert (result.holds, result.notes) == (None, ())


def test_a_light_session_has_nothing_heavy_in_it():
    for result in (made(), made(load="light"), made(complaints=("pfp", "itbs"))):
        assert all(CATALOGUE[name].load == "light" for name in names(result.light))


def test_twelve_minutes_are_enough_for_knee_hip_and_the_calf_pair():
    assert card(made(minutes=12)) == [
        "squat",
        "glute-bridge",
        "straight-knee-calf-raise",
        "bent-knee-calf-raise",
    ]


def test_half_the_sets_are_rounded_up_and_take_less_time():
    whole = made().slots[0].workout
    half = halved(whole)

    assert [one.sets for one in half.doses] == [-(-one.sets // 2) for one in whole.doses]
    assert half.seconds < whole.seconds
    assert half.title == "Strength 20 min"


def test_while_something_hurts_holds_come_first_and_load_waits():
    result = made(complaints=("pfp",))

    assert {one.load for one in result.slots} == {"moderate"}
    assert card(result)[0] == "wall-sit"
    assert all(
        CATALOGUE[name].phase != "loaded-functional" for one in result.slots for name in names(one.workout)
    )


def test_holds_are_a_small_session_of_their_own_for_the_other_days():
    result = made(complaints=("pfp", "achilles-tendinopathy"))

    assert result.holds.kind is Kind.MICRO
    assert names(result.holds) == ["wall-sit", "wall-calf-isometric"]
    assert [(dose.sets, dose.seconds) for dose in result.holds.doses] == [(4, 45), (4, 45)]
    assert made(complaints=("pfp",), holds=2).holds.notes == "Twice today: morning and evening."
    assert made(complaints=("pfp",), holds=0).holds is None


def test_movement_joins_after_two_calm_sessions_and_load_after_eight():
    assert "squat" in card(made(*sessions(days=2), complaints=("pfp",)))
    later = made(*sessions(days=8), complaints=("pfp",))
    assert {"pistol-box-squat", "single-leg-squat"} <= set(card(later))
    assert later.holds is None


def test_past_the_entry_phase_every_week_has_a_functional_drill():
    for complaints in ((), ("pfp",), ("itbs",), ("achilles-tendinopathy",)):
        result = made(*sessions(days=9), complaints=complaints)
        week = {name for one in result.slots for name in names(one.workout)}

        assert any(CATALOGUE[name].functional for name in week)


def test_when_pain_has_gone_one_session_a_week_keeps_its_exercises():
    past = Pain(day=TODAY - timedelta(days=60), where="knee", score=4)
    kept = made(past, *sessions(days=10), complaints=("itbs",))

    assert set(card(kept)) & set(CATALOGUE.condition("itbs").exercises("maintenance"))
    assert not set(card(kept, "b")) & {"banded-hip-bridge", "band-kick-back"}
    assert set(card(made(past, *sessions(days=10), complaints=("itbs",), upkeep=2), "b")) & {
        "banded-hip-bridge",
        "band-kick-back",
    }


def test_pain_that_comes_back_takes_the_load_out_again():
    back = Pain(day=TODAY - timedelta(days=2), where="knee", score=4)

    assert "pistol-box-squat" not in card(made(*sessions(days=9), back, complaints=("pfp",)))


def test_missing_equipment_is_replaced_by_the_same_movement():
    assert "side-lying-hip-abduction" in card(made(equipment=()))
    assert "lunge" in card(made(equipment=()), "b")
    assert "unloaded-hip-hinge" in card(made(equipment=()), "b")


def test_a_leg_extension_is_for_one_complaint_after_a_physiotherapist():
    gym = ("knee-extension", "weights", "bench", "band")
    calm = sessions(days=4)
    unseen = made(*calm, complaints=("patellar-tendinopathy",), equipment=gym)
    seen = made(*calm, complaints=("patellar-tendinopathy",), seen=("patellar-tendinopathy",), equipment=gym)

    assert "leg-extension" not in {name for one in unseen.slots for name in names(one.workout)}
    assert "leg-extension" in {name for one in seen.slots for name in names(one.workout)}
    assert "wall-sit" in card(unseen)
    assert any("looks at it first" in note for note in unseen.notes)


def test_the_inner_knee_waits_for_a_calm_week_and_holds_before_it_are_asked_for():
    sore = Pain(day=TODAY - timedelta(days=1), where="inner knee", score=3)
    waiting = made(*sessions(days=4), sore, complaints=("medial-knee-pain",))

    assert "split-squat" not in card(waiting)
    assert "split-squat" in card(made(*sessions(days=4), complaints=("medial-knee-pain",)))
    assert waiting.holds is None
    early = made(*sessions(days=4), sore, complaints=("medial-knee-pain",), holds_before_settled=True)
    assert names(early.holds) == ["wall-sit"]


def test_a_squat_that_hurts_is_done_in_another_version():
    week = made(*sessions(days=4), complaints=("squat-knee-pain",))
    used = {name for one in week.slots for name in names(one.workout)}

    assert not used & {"squat", "goblet-squat", "lunge"}
    assert used & {"split-squat", "reverse-lunge-hip-dominant", "spanish-squat"}
    tied = made(*sessions(days=4), complaints=("squat-knee-pain",), equipment=("band", "anchor"))
    assert "spanish-squat" in card(tied)


def test_the_sore_leg_alone_does_what_is_meant_for_it():
    result = made(complaints=("achilles-tendinopathy",), sore_leg="left")
    side = {dose.exercise: dose.side for dose in result.slots[0].workout.doses}

    assert side["wall-calf-isometric"] == "left"
    assert side["straight-knee-calf-raise"] == "each"


def test_a_knee_that_falls_in_gets_balance_wall_push_and_squat_in_this_order():
    order = card(made(complaints=("dynamic-knee-valgus",)))

    assert order[:3] == ["single-leg-balance", "wall-push", "single-leg-squat"]


@pytest.mark.parametrize("given", [{"complaints": ("acute-or-structural",)}, {"precautions": ("pregnancy",)}])
def test_where_a_doctor_comes_first_there_is_no_programme_and_it_says_so(given):
    result = made(**given)

    assert (result.slots, result.light, result.holds) == ((), None, None)
    assert "doctor" in result.notes[0]


def test_one_dose_for_all_replaces_the_exercises_own():
    entry = {dose.exercise: dose for dose in made(dose="entry").slots[0].workout.doses}
    circuit = {dose.exercise: dose for dose in made(dose="circuit", minutes=60).slots[0].workout.doses}

    assert (entry["lateral-band-walk"].sets, entry["lateral-band-walk"].reps) == (3, 8)
    assert (circuit["squat"].sets, circuit["squat"].reps) == (2, 15)


def test_stretching_is_added_after_the_session_where_it_is_wanted():
    assert "stretch" not in made().slots[0].workout.notes
    wanted = made(mobility="after", complaints=("itbs",), equipment=("band", "roller"))
    assert (
        wanted.slots[0].workout.notes == "At the end, while warm: outer-thigh stretch, roll the outer thigh."
    )


def test_stretching_is_not_offered_where_something_hurts_that_it_does_not_help():
    achilles = made(mobility="after", complaints=("achilles-tendinopathy",))
    sore = Pain(day=TODAY - timedelta(days=1), where="knee", score=4)

    assert achilles.slots[0].workout.notes == ""
    assert made(sore, mobility="after", complaints=("itbs",)).slots[0].workout.notes == ""


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        ({"sessions": 4}, "0 to 3"),
        ({"sessions": -1}, "0 to 3"),
        ({"minutes": 5}, "10 to 90"),
        ({"minutes": 120}, "10 to 90"),
        ({"days": ()}, "weekday"),
        ({"days": (7,)}, "weekday"),
    ],
)
def test_numbers_that_make_no_programme_are_refused_with_what_to_write(given, mend):
    with pytest.raises(ConfigError) as caught:
        made(**given)

    assert mend in caught.value.mend
    assert next(iter(given)) in caught.value.where
