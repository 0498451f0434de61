"""The strength commands, in a copy of the example folder."""

import json
import re
import shutil
from pathlib import Path

import pytest

from surefoot.cli.main import run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "half-marathon"


@pytest.fixture
def go(tmp_path, capsys):
    copy = tmp_path / "half"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))

    def go(*words, today="2027-01-25"):
        status = run(["-C", str(copy), "--today", today, *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    go.folder = copy
    return go


def setting(go, line):
    path = go.folder / "surefoot.toml"
    text = path.read_text()
    path.write_text(
        text.replace("[strength]", f"[strength]\n{line}")
        if "[strength]" in text
        else f"{text}\n[strength]\n{line}\n"
    )


def test_the_week_is_shown_with_its_doses_and_the_tests_that_are_due(go):
    status, out, _ = go("strength")

    assert status == 0
    assert "Squat to a chair           3 × 8, rest 60 s" in out
    assert "surefoot log test plank 40s" in out


@pytest.mark.parametrize("name", [("squat",), ("Squat", "to", "a", "chair"), ("wall_sit",)])
def test_an_exercise_is_found_by_id_or_name(go, name):
    status, out, _ = go("strength", *name)

    assert status == 0
    assert "Up to 4 of 10 is fine" in out


def test_an_unknown_exercise_is_answered_with_the_nearest(go):
    status, _, err = go("strength", "squt")

    assert status == 2
    assert "did you mean squat?" in err


def test_what_is_information_only_says_why(go):
    assert "surefoot log test plank" in go("strength", "elbow-plank-test")[1]


def test_every_exercise_is_listed(go):
    out = go("strength", "--all")[1]

    assert "wall-sit" in out
    assert len(out.splitlines()) >= 65


def test_the_week_and_one_exercise_are_json(go):
    week = json.loads(go("strength", "--json")[1])
    one = json.loads(go("strength", "squat", "--json")[1])

    assert [each["key"] for each in week["sessions"]] == ["a", "b"]
    assert (one["id"], one["reps_to"]) == ("squat", 10)


def test_the_card_and_its_doses_are_in_the_json_of_today(go):
    setting(go, 'complaints = ["runner\'s knee"]')
    go("sync", "--yes")
    (one,) = json.loads(go("today", "--json")[1])["sessions"]

    assert (one["kind"], one["doses"][0]["exercise"], one["doses"][0]["seconds"]) == ("micro", "wall-sit", 45)
    assert "Back on the wall" in one["card"]


def test_a_complaint_changes_the_week_and_the_calendar(go):
    setting(go, 'complaints = ["runner\'s knee"]')
    status, out, _ = go("strength")

    assert status == 0
    assert "Now: holds first" in out
    go("sync", "--yes")
    assert "Holds 10 min" in (go.folder / "plan.ics").read_text()
    assert "Nothing new" in go("sync", "--yes")[1]


def test_where_a_doctor_comes_first_strength_goes_out_of_the_plan_and_it_is_said_once(go):
    go("sync", "--yes")
    setting(go, 'precautions = ["pregnancy"]')

    said = go("sync", "--yes")[1]
    assert re.search(r"Tue 20 Apr   25 strength  →  dropped\n\nAsk your doctor or midwife", said)
    assert "Ask your doctor or midwife" in go("plan")[1]
    assert "Ask your doctor or midwife" in go("why", "wed")[1]
    assert "Nothing new" in go("sync", "--yes")[1]
    assert "Strength" not in (go.folder / "plan.ics").read_text()
    assert "doctor or midwife" in go("strength")[1]


def test_what_a_precaution_leaves_out_is_named_where_it_changes_the_programme_and_in_why(go):
    setting(go, 'complaints = ["pfp"]\nprecautions = ["osteoporosis"]')

    assert "Left out for osteoporosis: standing hamstring curl" in go("sync", "--yes")[1]
    assert "Left out for osteoporosis" in go("why", "2027-02-02")[1]


def test_that_somebody_qualified_comes_first_is_said_by_the_sync_that_brings_it_and_no_other(go):
    setting(go, 'complaints = ["patellar-tendinopathy"]')

    assert "Somebody qualified looks at it first." in go("sync", "--yes")[1]
    go("log", "strength", "wall-sit", "4x60s", today="2027-01-28")
    later = go("sync", "--yes", today="2027-01-29")[1]
    assert "strength  →  next doses" in later
    assert "Somebody qualified" not in later
    assert "Somebody qualified looks at it first." in " ".join(go("plan", today="2027-01-29")[1].split())


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ('complaints = ["runers knee"]', "runner's knee"),
        ('equipment = ["bnd"]', "did you mean band?"),
        ('precautions = ["osteoporsis"]', "did you mean osteoporosis?"),
        ('favourites = ["burpee"]', "surefoot strength --all"),
        ('pain = "stric"', "strict"),
    ],
)
def test_a_word_that_is_not_known_is_answered_with_the_nearest(go, line, mend):
    setting(go, line)
    status, _, err = go("strength")

    assert status == 2
    assert mend in err


def test_a_whole_session_is_kept_exercise_by_exercise_as_it_stood(go):
    go("sync", "--yes")
    status, out, _ = go("log", "strength", today="2027-01-27")

    assert status == 0
    assert out.startswith("Noted.")
    for _ in range(3):
        go("log", "strength", "squat", "3x10", "--on", "2027-01-27", today="2027-01-27")
    assert "Goblet squat" in go("strength", today="2027-01-27")[1]


def test_twelve_minutes_a_session_are_enough_to_get_further(go):
    path = go.folder / "surefoot.toml"
    path.write_text(re.sub(r"(?m)^minutes = .*$", "", path.read_text()))
    setting(go, "minutes = 12")
    go("sync", "--yes")
    for day in range(26, 32):
        go("log", "strength", today=f"2027-01-{day}")

    out = go("strength", today="2027-01-31")[1]
    assert "1 × 10 each leg" in out or "1 × 9 each leg" in out


def test_strength_on_another_day_moves_its_exercises_and_says_which_session_it_was_counted_for(go):
    go("sync", "--yes")

    early = go("log", "strength", today="2027-01-26")[1]
    assert "Taken for the session of Wed 27 Jan, done early; that one still stands." in early
    assert "9 each leg" in go("strength", today="2027-01-26")[1]
    late = go("log", "strength", "squat", "3x8", today="2027-01-30")[1]
    assert late.startswith("Counted for the session of Fri 29 Jan.\n")
    extra = go("log", "strength", "squat", "3x9", today="2027-01-31")[1]
    assert extra.startswith("Extra: no strength session of this week is open.")
    assert "3 × 10" in go("strength", today="2027-01-31")[1]


def test_a_ten_minute_session_with_fewer_repetitions_done_whole_gets_further(go):
    setting(go, 'minutes = 10\ndose = "circuit"')
    go("sync", "--yes")
    assert re.search(r"Split squat +1 × 12 each leg", go("strength")[1])

    go("log", "strength", today="2027-01-29")

    path = go.folder / "surefoot.toml"
    path.write_text(path.read_text().replace("minutes = 10", "minutes = 60"))
    assert re.search(r"Split squat +2 × 16 each leg", go("strength", today="2027-01-29")[1])


def test_pain_above_its_ceiling_takes_the_exercise_out_for_a_week(go):
    go("log", "strength", "squat", "3x8", "--pain", "5")

    assert "Squat to a chair" not in go("strength")[1]
    assert "Squat to a chair" in go("strength", today="2027-02-02")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("strength", "squt", "3x10"), "did you mean squat?"),
        (("strength", "wall-sit", "3x10"), "4x10s"),
        (("strength", "squat", "4x45s"), "3x10"),
        (("strength", "squat", "3x10", "@20"), "@20kg"),
        (("strength", "squat", "3x10", "--pain", "11"), "0<=x<=10"),
        (("strength", "squat", "3x10", "--on", "2028-01-01"), "future"),
        (("test", "squat", "inwrd"), "did you mean inward?"),
        (("test", "plank", "long"), "duration"),
    ],
)
def test_what_cannot_be_logged_is_refused_and_nothing_is_kept(go, words, said):
    status, _, err = go("log", *words)

    assert status == 2
    assert said in err
    assert "surefoot log test plank" in go("strength")[1]


def test_a_test_steers_the_week_and_is_asked_for_again_after_four_weeks(go):
    go("log", "test", "plank", "40s")

    assert "Plank  " in go("strength")[1]
    assert "log test plank" not in go("strength")[1]
    assert "log test plank" in go("strength", today="2027-02-22")[1]


def test_an_own_exercise_is_shown_and_chosen(go):
    (go.folder / "exercises.toml").write_text(
        '[stair-lunge]\nname = "Lunge on the stairs"\nload = "heavy"\npattern = "squat"\nreps = 8\n'
        'side = "each"\ncues = ["Two steps up, slowly down."]\n'
    )
    setting(go, 'favourites = ["stair-lunge"]')

    assert "Lunge on the stairs" in go("strength")[1]
    assert go("sync", "--yes")[0] == 0
    days = [go("today", today=f"2027-01-{day}")[1] for day in (25, 26, 27, 28, 29, 30, 31)]
    assert any("Lunge on the stairs" in said for said in days)
    assert "Lunge on the stairs" in (go.folder / "plan.ics").read_text().replace("\n ", "")
