"""The runner's own exercises, and what is said where the file cannot be used."""

import pytest

from surefoot.catalogue import load
from surefoot.model import ConfigError
from surefoot.own_exercises import own

SHIPPED = {one.id: one for one in load().exercises}
HOP = """
[hop]
name = "Hop in place"
load = "moderate"
pattern = "running"
cues = ["Small and quiet."]
sets = 2
seconds = "20 s"
functional = true
easier = ["running-specific-drills"]
"""


def read(folder, text):
    (folder / "exercises.toml").write_text(text, encoding="utf-8")
    return own(folder, SHIPPED)


def test_no_file_is_no_exercise(tmp_path):
    assert own(tmp_path, SHIPPED) == ()


def test_an_own_exercise_has_the_fields_of_every_other(tmp_path):
    (one,) = read(tmp_path, HOP)

    assert (one.id, one.name, one.load, one.pattern) == ("hop", "Hop in place", "moderate", "running")
    assert (one.sets, one.seconds, one.easier) == (2, 20, ("running-specific-drills",))
    assert (one.completeness, one.basis, one.functional) == ("ours", "your own", True)


@pytest.mark.parametrize(
    ("change", "said", "mend"),
    [
        (('seconds = "20 s"', 'seconds = "20 kg"'), "seconds", ""),
        (('seconds = "20 s"', "seconds = 4000"), "seconds", ""),
        (("sets = 2", 'sets = "two"'), "sets: expected a whole number", ""),
        (("sets = 2", "stes = 2"), "'stes'", "did you mean sets?"),
        (('pattern = "running"', 'pattern = "runing"'), "pattern", "did you mean running?"),
        (('load = "moderate"', 'load = "modrate"'), "load", "moderate"),
        (('load = "moderate"\n', ""), "load is missing", "name"),
        (('seconds = "20 s"\n', ""), "no dose", "reps"),
        (('["running-specific-drills"]', '["runing-specific-drill"]'), "easier", "running-specific-drills"),
        (("[hop]", "[squat]"), "exercise of this name", "another name"),
        (('easier = ["running-specific-drills"]', 'harder = ["hop"]'), "hop → hop", "out"),
        (("functional = true", 'equipment = ["trampolin"]'), "equipment", "it takes"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_write(tmp_path, change, said, mend):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, HOP.replace(*change))

    assert said in caught.value.what
    assert mend in (caught.value.mend or "")
    assert caught.value.where.startswith("exercises.toml [")


def test_a_ladder_through_two_own_exercises_that_leads_back_is_refused(tmp_path):
    skip = HOP.replace("[hop]", "[skip]").replace('easier = ["running-specific-drills"]', 'harder = ["hop"]')
    hop = HOP.replace('easier = ["running-specific-drills"]', 'harder = ["skip"]')

    with pytest.raises(ConfigError, match="hop → skip → hop"):
        read(tmp_path, hop + skip)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, "[hop\n")

    assert caught.value.where == "exercises.toml"
