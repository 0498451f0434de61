"""The triage asks, puts what is urgent first, and offers a programme as a template."""

import pytest

from surefoot.cli.main import run
from surefoot.rules.redflags import EMERGENCY, RED
from surefoot.rules.triage import BY_BOTH, BY_SPOT, SPOTS, WORSE, triage
from surefoot.strength.vocabulary import COMPLAINTS

SETTINGS = '[plan]\nfile = "plan.csv"\nstart = 2027-03-01\n{more}'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.csv").write_text("mon,tue\n,5k easy\n")
    (tmp_path / "surefoot.toml").write_text(SETTINGS.format(more=""))
    return tmp_path


def surefoot(folder, *words):
    return run(["-C", str(folder), "--today", "2027-03-01", *words])


@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize("worse", WORSE)
def test_every_answer_leads_to_a_programme_there_is_or_to_a_doctor(spot, worse):
    found = triage(spot, worse, ())

    assert found.condition in COMPLAINTS or (spot == "bone" and "doctor" in found.first[0])


@pytest.mark.parametrize("sign", [*EMERGENCY, *RED, "swelling"])
def test_what_is_urgent_or_needs_a_look_comes_without_a_programme(sign):
    found = triage("front-of-knee", "running", (sign,))

    assert found.condition == ""
    assert ("emergency number" in found.first[0]) is (sign in EMERGENCY)


def test_an_emergency_comes_before_everything_that_needs_a_look():
    assert triage("bone", "running", ("bone", "swelling", "fainting")).first[0].startswith("Fainting: stop.")


def test_the_template_is_offered_and_nothing_is_set(folder, capsys):
    assert surefoot(folder, "triage", "--spot", "front-of-knee", "--worse", "downhill") == 0
    said = capsys.readouterr().out

    assert 'complaints = ["pfp"]' in said
    assert "physiotherapist or doctor" in " ".join(said.split())
    assert (folder / "surefoot.toml").read_text() == SETTINGS.format(more="")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--spot"),
        (("--spot", "knee"), "--worse"),
        (("--spot", "outside-of-kne", "--worse", "running"), "did you mean outside-of-knee?"),
        (("--spot", "knee", "--worse", "runing"), "did you mean running?"),
        (("--spot", "knee", "--worse", "running", "--sign", "chest"), "did you mean chest-pain?"),
    ],
)
def test_without_a_terminal_every_answer_is_asked_for_by_its_option(folder, capsys, words, said):
    assert surefoot(folder, "triage", *words) == 2

    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize("state", ["pregnancy", "recent-birth", "heart-disease", "recent-surgery"])
def test_with_some_states_of_health_the_calendar_is_kept_and_nothing_is_built(folder, capsys, state):
    more = f'[targets.calendar]\nuse = "ical"\npath = "plan.ics"\n[strength]\nprecautions = ["{state}"]\n'
    (folder / "surefoot.toml").write_text(SETTINGS.format(more=more))

    assert (
        surefoot(folder, "build", "10k", "--race", "2027-06-06", "--weekly", "20km", "--longest", "8km") == 2
    )
    assert "doctor or midwife" in capsys.readouterr().err
    assert surefoot(folder, "sync", "--yes") == 0
    assert "strength" not in (folder / "plan.ics").read_text().lower()
    assert "BEGIN:VEVENT" in (folder / "plan.ics").read_text()


def test_every_pairing_names_a_spot_and_a_time_that_are_asked_for():
    assert set(BY_SPOT) | {"bone"} == set(SPOTS)
    assert all(spot in SPOTS and worse in WORSE for spot, worse in BY_BOTH)
