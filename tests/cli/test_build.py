"""What ``surefoot build`` answers."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from surefoot.cli.main import run

TODAY = "2027-01-11"
SETTINGS = '[runner]\nzone = "Europe/Berlin"\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "surefoot.toml").write_text(SETTINGS)
    return tmp_path


def surefoot(folder, *words, today=TODAY):
    return run(["-C", str(folder), "--today", today, *words])


@pytest.mark.parametrize(
    ("words", "what", "mend"),
    [
        (["haf", "--race", "2027-05-02"], "'haf' is no goal", "did you mean half?"),
        (["half"], "on which day is the Half marathon?", "--race 2027-05-02"),
        (["half", "--race", "2026-05-02"], "is over", "--race"),
        (["half", "--race", "2027-01-16"], "too near to build for", "your usual runs"),
        (["half", "--race", "2029-05-02"], "more than a year away", "30km a week"),
        (["5k", "--race", "2027-02-14"], "nothing is known of earlier runs", "seven weeks"),
        (["1k", "--race", "2027-05-02"], "no race that plans are built for", "3 to 60 km"),
        (["40km a week", "--race", "2027-05-02"], "has no race day", "leave --race out"),
        (["half", "--race", "2027-05-02", "--days", "tue,thu", "--long", "sun"], "not among the days", "sun"),
        (["half", "--race", "2027-05-02", "--days", "tue,someday"], "no day of the week", "--days"),
        (["half", "--race", "2027-05-02", "--result", "52:30"], "is no result", "10k 52:30"),
        (["half", "--race", "2027-05-02", "--result", "10k 9:30"], "is no time for 10 km", "1:55:00"),
        (["half", "--race", "2027-05-02", "--weekly", "a lot"], "is no distance", "8k"),
        (["half", "--race", "2027-05-02", "--max-day", "moo=1h"], "no day of the week", "sun=2h30"),
        (["half", "--race", "2027-05-02", "--also", "10k soon B"], "is no day", "2027-04-11"),
        (["half", "--race", "2027-05-02", "--also", "10k 2027-05-09 B"], "too near", "a week earlier"),
        (
            ["marathon", "--race", "2027-04-04", "--weekly", "15km", "--longest", "5km"],
            "too far",
            "10k on Sun",
        ),
    ],
)
def test_what_cannot_be_meant_gets_one_message_and_writes_nothing(folder, capsys, words, what, mend):
    assert surefoot(folder, "build", *words) == 2
    said = capsys.readouterr().err

    assert what in said
    assert mend in said
    assert "Traceback" not in said
    assert [one.name for one in folder.iterdir() if one.suffix == ".csv"] == []


def test_what_is_out_of_reach_is_said_with_the_longest_run_the_first_day_and_a_shorter_race(folder, capsys):
    words = ["--weekly", "15km", "--longest", "5km", "--days", "tue,thu,sat,sun"]
    surefoot(folder, "build", "half", "--race", "2027-03-21", *words)
    said = " ".join(capsys.readouterr().err.split())

    assert "the longest run before it would be" in said
    assert "the same race on Sun" in said
    assert "10k on Sun 21 Mar" in said


def test_a_second_plan_gets_a_name_of_its_own_and_a_named_file_is_kept(folder, capsys):
    words = ["build", "10k", "--race", "2027-05-02", "--weekly", "20km", "--longest", "8km"]
    assert surefoot(folder, *words) == 0
    assert surefoot(folder, *words) == 0
    names = sorted(one.name for one in folder.glob("*.csv"))

    assert names == ["10-km-2027-05-02-2.csv", "10-km-2027-05-02.csv"]
    assert surefoot(folder, *words, "--out", str(folder / names[0])) == 2
    assert "is there already" in capsys.readouterr().err


def test_a_named_file_is_written_into_the_folder_that_was_named(folder, monkeypatch, tmp_path_factory):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    assert surefoot(folder, "build", "10k", "--race", "2027-05-02", "--out", "my.csv") == 0
    assert (folder / "my.csv").exists()


def test_yes_names_the_plan_in_the_settings_and_a_sync_follows_it(folder, capsys):
    words = ["build", "10k", "--race", "2027-05-02", "--weekly", "20km", "--longest", "8km", "--yes"]
    assert surefoot(folder, *words) == 0
    text = (folder / "surefoot.toml").read_text()

    assert 'file = "10-km-2027-05-02.csv"' in text
    assert "race = 2027-05-02" in text
    assert 'weekly = "20 km"' in text
    assert surefoot(folder, "sync", "--yes") == 0


def test_building_again_keeps_the_accepted_past_and_starts_from_it(folder, capsys):
    surefoot(
        folder, "build", "half", "--race", "2027-05-02", "--weekly", "30km", "--longest", "12km", "--yes"
    )
    surefoot(folder, "sync", "--yes")
    capsys.readouterr()
    surefoot(folder, "sync", "--yes", today="2027-03-01")
    capsys.readouterr()
    surefoot(folder, "plan", "--json", today="2027-03-01")
    before = json.loads(capsys.readouterr().out)

    assert surefoot(folder, "build", "half", "--race", "2027-05-16", "--json", today="2027-03-01") == 0
    built = json.loads(capsys.readouterr().out)
    toml = (folder / "surefoot.toml").read_text().replace("2027-05-02", "2027-05-16")
    toml = toml.replace('-16.csv"', '-16.csv"\nname = "half-marathon-2027-05-02"')
    (folder / "surefoot.toml").write_text(toml)
    assert surefoot(folder, "sync", "--yes", today="2027-03-01") == 0
    capsys.readouterr()
    surefoot(folder, "plan", "--json", today="2027-03-02")
    after = json.loads(capsys.readouterr().out)

    def sessions(plan):
        return {
            (one["day"], one["title"], one["metres"])
            for week in plan["weeks"]
            for one in week["sessions"]
            if one["day"] < "2027-03-01"
        }

    assert built["start"] == "2027-03-01"
    assert sessions(after) <= sessions(before)
    assert built["weeks"][0]["metres"] >= 36_000


def test_building_in_the_middle_of_a_week_leaves_the_rest_of_it_as_it_stands(folder, capsys):
    words = ["build", "half", "--race", "2027-05-02", "--weekly", "30km", "--longest", "12km", "--yes"]
    surefoot(folder, *words)
    surefoot(folder, "sync", "--yes")
    capsys.readouterr()
    surefoot(folder, "plan", "--json", today="2027-02-03")
    before = json.loads(capsys.readouterr().out)
    assert surefoot(folder, "build", "half", "--race", "2027-05-16", "--json", today="2027-02-03") == 0
    built = json.loads(capsys.readouterr().out)

    standing = next(one for one in before["weeks"] if one["start"] == "2027-02-01")
    ahead = [
        (one["day"], one["metres"])
        for one in standing["sessions"]
        if one["day"] >= "2027-02-03" and one["kind"] in ("easy", "quality", "long")
    ]
    assert built["start"] == "2027-02-01"
    assert [(one["day"], one["metres"]) for one in built["weeks"][0]["sessions"]] == ahead
    assert built["weeks"][1]["start"] == "2027-02-08"


def test_a_plan_by_time_and_one_for_no_race_are_written(folder, capsys):
    words = ["--weekly", "25km", "--longest", "9km"]
    assert surefoot(folder, "build", "40km", "a", "week", *words, "--json") == 0
    steady = json.loads(capsys.readouterr().out)
    assert surefoot(folder, "build", "10k", "--race", "2027-05-02", "--in", "minutes", *words, "--json") == 0
    timed = json.loads(capsys.readouterr().out)

    assert max(week["metres"] for week in steady["weeks"]) >= 38_500
    assert steady["reach"] is None
    runs = [one for week in timed["weeks"] for one in week["sessions"] if one["kind"] != "race"]
    assert all(one["seconds"] and one["metres"] is None for one in runs)


def test_the_report_fits_a_terminal_and_says_how_far_the_plan_reaches(folder, capsys):
    surefoot(folder, "build", "half", "--race", "2027-05-02", "--weekly", "30km", "--longest", "12km")
    said = capsys.readouterr().out

    assert "Longest run before the race: 20 km." in said
    assert [one for one in said.splitlines() if len(one) > 78 and "surefoot check" not in one] == []


def test_without_days_a_plan_keeps_those_that_the_recordings_show(tmp_path, capsys):
    example = Path(__file__).parents[2] / "examples" / "half-marathon"
    folder = tmp_path / "half"
    shutil.copytree(example, folder, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))
    surefoot(folder, "pull", today="2027-01-25")
    capsys.readouterr()
    assert surefoot(folder, "build", "half", "--race", "2027-05-30", "--json", today="2027-01-25") == 0
    built = json.loads(capsys.readouterr().out)
    days = {
        (date.fromisoformat(one["day"]).weekday(), one["kind"] == "long")
        for week in built["weeks"]
        for one in week["sessions"]
        if one["kind"] != "race"
    }
    assert {day for day, _ in days} == {1, 3, 5, 6}
    assert {day for day, long in days if long} == {6}
    assert "It starts from" in built["notes"][0]
