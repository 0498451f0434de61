"""The shipped data are sound: all that is referred to is there, no ladder is a circle, all has a basis."""

import re

import pytest

from surefoot.catalogue import exercise, find, load
from surefoot.model import Exercise
from surefoot.model.strength import STAGES

CATALOGUE = load()
IDS = {one.id for one in CATALOGUE.exercises}
PATTERNS = """
balance bridge calf-raise core foot hinge hip-abduction hip-adduction knee-extension knee-flexion lunge
mobility running self-massage session-part squat step stretch test
"""
EQUIPMENT = """
anchor ball band bench cable chair counter knee-extension leg-press massage-gun roller step tubing wall weight
"""
PRECAUTIONS = {"osteoporosis", "back-fracture", "in-therapy"}
DOSE = ("sets", "reps", "seconds", "rest")
SOURCE = re.compile(
    r"article 00[0-4](, article 00[0-4])*( and our (default|reading))?|our (default|reading)"
    r"|as (the [a-z -]+ of )?article 00[0-4]"
)
SCHEDULED = [one for one in CATALOGUE.exercises if not one.unscheduled]


def basis(one):
    """The parts of a basis: {"sets": "article 001", "reps": "article 001", "rest": "our default"}."""
    found = {}
    for part in one.basis.split("; "):
        names, _, source = part.partition(": ")
        assert SOURCE.fullmatch(source), (one.id, source)
        found |= dict.fromkeys(names.split(", "), source)
    return found


@pytest.mark.parametrize("one", CATALOGUE.exercises, ids=lambda one: one.id)
def test_an_exercise_is_complete_and_refers_to_others_that_exist(one):
    assert {*one.easier, *one.harder, *one.instead} <= IDS - {one.id}
    assert one.load in ("heavy", "moderate", "light")
    assert one.kind in ("isometric", "dynamic", "balance", "mobility", "self-test")
    assert one.phase in ("isometric", "dynamic", "loaded-functional", "adjunct", "assessment")
    assert one.pattern in PATTERNS.split()
    assert set(one.planes) <= {"sagittal", "frontal", "transverse"}
    assert {*one.equipment, *one.alternative} <= set(EQUIPMENT.split())
    assert set(one.precautions) <= PRECAUTIONS
    assert 1 <= len(one.cues) <= 2
    assert all(0 < len(line) <= 95 for line in (*one.cues, *one.cautions))
    assert one.muscles
    assert one.reps or one.seconds
    assert 1 <= one.sets <= 5
    assert one.sets <= (one.sets_to or 5)
    assert (one.reps or 0) <= (one.reps_to or 99)
    assert (one.seconds or 0) <= (one.seconds_to or 300)
    assert one.id == one.id.lower().replace("_", "-").replace(" ", "-")


@pytest.mark.parametrize("one", CATALOGUE.exercises, ids=lambda one: one.id)
def test_every_number_has_its_basis(one):
    wanted = {name for name in DOSE if getattr(one, name)} | {"muscles"}
    wanted |= {"side"} if one.side != "both" else set()
    wanted |= {"equipment"} if one.equipment else set()
    wanted |= {"ladder"} if one.easier or one.harder else set()
    wanted |= {"instead"} if one.instead else set()

    assert wanted - set(basis(one)) <= {"rest", "side"} if one.unscheduled else wanted <= set(basis(one))


def test_an_exercise_of_no_article_says_so_and_rests_on_our_default():
    ours = [one for one in CATALOGUE.exercises if one.completeness == "ours"]

    assert ours
    assert all("our default" in one.basis for one in ours)


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


def test_whatever_can_be_trained_needs_no_more_than_a_wall_and_a_chair_or_has_something_else_that_does():
    at_home = {"wall", "chair", "counter"}

    def can(name, seen=()):
        one = CATALOGUE[name]
        if one.unscheduled or name in seen:
            return False
        if set(one.equipment) <= at_home:
            return True
        return any(can(other, (*seen, name)) for other in (*one.instead, *one.easier))

    assert [one.id for one in SCHEDULED if one.kind != "mobility" and not can(one.id)] == []


@pytest.mark.parametrize("one", CATALOGUE.conditions, ids=lambda one: one.id)
def test_a_condition_is_complete_and_refers_to_exercises_that_exist(one):
    names = [phase.name for phase in one.phases]

    assert names == [stage for stage in STAGES if stage in names]
    for phase in one.phases:
        assert phase.exercises
        assert set(phase.exercises) <= IDS
        assert set(phase.inferred) <= set(phase.exercises)
    assert {*one.add_ons, *one.tests, *one.modified} <= IDS
    assert one.kind != "complaint" or (one.where and one.signs and one.gates and one.note)
    assert one.articles
    assert all(len(line) <= 110 for line in (one.note, *one.signs))


def test_the_twenty_one_conditions_have_names_that_mean_one_of_them_each():
    names = [name.lower() for one in CATALOGUE.conditions for name in (one.id, one.name, *one.names)]

    assert len(CATALOGUE.conditions) == 21
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_finding_a_few_reads_the_same_as_loading_all():
    assert find(["plank", "squat", "nothing", "squat"]).exercises == (CATALOGUE["plank"], CATALOGUE["squat"])
    assert find(sorted(IDS)).exercises == tuple(CATALOGUE[name] for name in sorted(IDS))


def test_what_plugins_bring_comes_after_and_replaces_nothing():
    other = Exercise(id="squat", name="Another squat", load="light", pattern="squat", cues=())
    new = Exercise(id="hop", name="Hop", load="heavy", pattern="step", cues=())
    both = load((other, new))

    assert both["squat"].name == "Squat to a chair"
    assert both["hop"] == new


def test_an_unknown_exercise_or_condition_is_a_key_error():
    with pytest.raises(KeyError, match="burpee"):
        CATALOGUE["burpee"]
    with pytest.raises(KeyError, match="boredom"):
        CATALOGUE.condition("boredom")


def test_a_table_with_an_unknown_key_is_refused():
    with pytest.raises(TypeError, match="colour"):
        exercise("hop", {"name": "Hop", "load": "heavy", "pattern": "step", "cues": [], "colour": "red"})
