"""Self-tests: what they find, and when they are due again."""

from datetime import date, timedelta

from surefoot.model import Diary, SelfTest
from surefoot.strength.findings import AGAIN, TESTS, due, findings

TODAY = date(2027, 1, 25)


def outcome(test, result="", *, ago=0, **given):
    return SelfTest(day=TODAY - timedelta(days=ago), test=test, result=result, **given)


def found(*entries):
    return findings(Diary(entries=entries), TODAY)


def test_a_plank_under_45_seconds_asks_for_the_core():
    assert found(outcome("plank", seconds=44)).conditions == ("core-weakness",)
    assert found(outcome("plank", seconds=45)).conditions == ()


def test_a_knee_that_falls_in_on_either_leg_asks_for_the_hips_and_for_control():
    wanted = ("glute-weakness", "dynamic-knee-valgus")

    assert (
        found(outcome("squat", "inward", side="left"), outcome("squat", "steady", side="right")).conditions
        == wanted
    )
    assert found(outcome("squat", "steady", side="left")).conditions == ()


def test_the_other_leg_of_the_easier_one_begins():
    assert found(outcome("sides", "left")).weaker == "right"
    assert found(outcome("sides", "same")).weaker is None
    assert found(outcome("sides", "right")).conditions == ("asymmetry",)


def test_tight_hip_flexors_ask_for_the_hips_too():
    result = found(outcome("tight", "hip-flexors", side="left"))

    assert (result.tight, result.conditions) == (("hip-flexors",), ("glute-weakness",))
    assert found(outcome("tight", "calves")).conditions == ()


def test_a_later_test_replaces_an_earlier_one():
    assert found(outcome("plank", seconds=30, ago=30), outcome("plank", seconds=50)).conditions == ()


def test_every_test_is_due_at_first_and_again_after_four_weeks():
    assert due(Diary(), TODAY) == TESTS
    assert due(Diary(entries=(outcome("plank", seconds=40),)), TODAY) == TESTS[1:]
    assert due(Diary(entries=(outcome("plank", seconds=40, ago=AGAIN.days),)), TODAY) == TESTS
