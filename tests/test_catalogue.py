"""The shipped exercises are sound: nothing refers to what is not there, no ladder runs in a circle."""

import pytest

from surefoot.catalogue import exercise, load
from surefoot.model import Exercise
from surefoot.strength.programme import CARDS

CATALOGUE = load()
IDS = {one.id for one in CATALOGUE.exercises}
PATTERNS = {
    "balance",
    "bridge",
    "calf-raise",
    "core",
    "hinge",
    "hip-abduction",
    "lunge",
    "squat",
    "step",
}
EQUIPMENT = {"band", "chair", "step", "wall", "weight"}


@pytest.mark.parametrize("one", CATALOGUE.exercises, ids=lambda one: one.id)
def test_an_exercise_is_complete_and_refers_to_others_that_exist(one):
    assert {*one.easier, *one.harder, *one.instead} <= IDS - {one.id}
    assert one.load in ("heavy", "moderate", "light")
    assert one.pattern in PATTERNS
    assert set(one.equipment) <= EQUIPMENT
    assert 1 <= len(one.cues) <= 2
    assert all(0 < len(line) <= 90 for line in (*one.cues, *one.cautions))
    assert one.muscles
    assert one.basis
    assert one.reps or one.seconds
    assert 1 <= one.sets <= 5
    assert one.id == one.id.lower().replace("_", "-").replace(" ", "-")


def test_ids_are_unique():
    assert len(IDS) == len(CATALOGUE.exercises)


@pytest.mark.parametrize("direction", ["easier", "harder"])
def test_no_ladder_runs_in_a_circle(direction):
    def climb(name, above):
        assert name not in above
        for following in getattr(CATALOGUE[name], direction):
            climb(following, {*above, name})

    for name in IDS:
        climb(name, set())


def test_every_card_is_made_of_shipped_exercises():
    assert {name for cards in CARDS.values() for card in cards for name in card} <= IDS


def test_what_plugins_bring_comes_after_and_replaces_nothing():
    other = Exercise(id="squat", name="Another squat", load="light", pattern="squat", cues=())
    new = Exercise(id="hop", name="Hop", load="heavy", pattern="step", cues=())
    both = load((other, new))

    assert both["squat"].name == "Squat to a chair"
    assert both["hop"] == new


def test_an_unknown_exercise_is_a_key_error():
    with pytest.raises(KeyError, match="burpee"):
        CATALOGUE["burpee"]


def test_a_table_with_an_unknown_key_is_refused():
    with pytest.raises(TypeError, match="colour"):
        exercise("hop", {"name": "Hop", "load": "heavy", "pattern": "step", "cues": [], "colour": "red"})
