"""The words of ``[strength]``: complaints by any of their names, equipment, states of health."""

from pathlib import Path

import pytest

from surefoot.catalogue import conditions
from surefoot.model import ConfigError
from surefoot.settings import parse
from surefoot.strength.vocabulary import COMPLAINTS


def strength(line):
    return parse(f"[strength]\n{line}", Path("/home/runner/training")).settings.strength


@pytest.mark.parametrize("one", [one for one in conditions() if one.id in COMPLAINTS], ids=lambda one: one.id)
def test_a_complaint_is_known_by_its_id_its_name_and_what_runners_call_it(one):
    for name in (one.id, one.name, *one.names):
        assert strength(f'complaints = ["{name.upper()}"]').complaints == (one.id,)


def test_every_complaint_is_a_condition_that_has_exercises_tests_aids_or_a_doctor():
    known = {one.id: one for one in conditions()}

    for name in COMPLAINTS:
        one = known[name]
        assert one.phases or one.add_ons or "refer" in one.gates


def test_words_keep_their_order_and_are_kept_once():
    found = strength('equipment = ["step", "Band", "step", "leg press"]\nseen = ["achilles"]')

    assert found.equipment == ("step", "band", "leg-press")
    assert found.seen == ("achilles-tendinopathy",)


@pytest.mark.parametrize(
    ("line", "what", "mend"),
    [
        ('complaints = ["runners nee"]', "complaint", "runner's knee"),
        ('complaints = ["xyzzy"]', "complaint", "it takes"),
        ('complaints = "pfp"', "list of words", ""),
        ("equipment = [1]", "list of words", ""),
        ('equipment = ["dumbell bar"]', "equipment", "it takes"),
        ('precautions = ["pregnant"]', "precaution", "did you mean pregnancy?"),
        ('sore_leg = "lft"', "sore_leg", "left"),
        ("holds = 3", "0 to 2", ""),
        ("upkeep = 0", "1 to 3", ""),
    ],
)
def test_a_word_that_is_not_known_says_what_is(line, what, mend):
    with pytest.raises(ConfigError) as caught:
        strength(line)

    assert what in caught.value.what
    assert mend in (caught.value.mend or "")
    assert "line 2" in caught.value.where
