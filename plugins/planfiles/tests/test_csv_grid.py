from datetime import date
from pathlib import Path

import pytest

from surefoot.plugin import Kind, PlanError, Unit, parse_sessions
from surefoot_planfiles.csvfile import Csv

PLANS = Path(__file__).parent / "plans"
DAYS = "Mon,Tue,Wed,Thu,Fri,Sat,Sun"


def read(text):
    return Csv().read(text.encode() if isinstance(text, str) else text)


def days(plan):
    return [(entry.day, entry.workout.kind.value) for entry in plan.entries]


def test_a_grid_has_a_row_a_week_and_a_column_a_day():
    plan = Csv().read((PLANS / "ten_k_grid.csv").read_bytes())
    by_key = {entry.key: entry.workout for entry in plan.entries}

    assert (plan.name, plan.unit, plan.days, plan.starts_on, plan.id) == (
        "Ten kilometres, three runs a week",
        Unit.KM,
        49,
        0,
        "",
    )
    assert plan.race == "d048-race-1"
    assert by_key["d001-easy-1"].metres == 4000
    assert by_key["d010-quality-1"].notes == "two kilometres brisk, no more"
    assert [key for key in by_key if key.startswith("d029")] == ["d029-easy-1", "d029-micro-1"]
    assert by_key["d036-easy-1"].upto == 5000


def test_a_weeks_note_goes_to_its_first_session():
    plan = Csv().read((PLANS / "ten_k_grid.csv").read_bytes())

    assert plan.entries[0].workout.notes == "This week: Find a flat path."


def test_columns_may_begin_on_any_day():
    plan = read("Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday\n10k long,,5k easy,,,,race 10k\n")

    assert plan.starts_on == 6
    assert days(plan) == [(0, "long"), (2, "easy"), (6, "race")]


def test_a_sheet_that_leaves_days_out_begins_on_monday():
    plan = read("week,Tue,Thu,Sun\n1,5k,5k,10k long\n")

    assert plan.starts_on == 0
    assert days(plan) == [(1, "easy"), (3, "easy"), (6, "long")]


def test_a_sheet_that_runs_over_the_weeks_end_begins_with_its_first_column():
    plan = read("Sat,Sun,Tue\n5k,10k long,5k\n")

    assert plan.starts_on == 5
    assert days(plan) == [(0, "easy"), (1, "long"), (3, "easy")]


def test_empty_weeks_and_trailing_free_days_are_part_of_the_plan():
    plan = read(f"week,{DAYS}\n1,,5k,,,,,\n2,,,,,,,\nWeek 3,-,5k,–,,,,\n")

    assert plan.days == 21
    assert days(plan) == [(1, "easy"), (15, "easy")]


@pytest.mark.parametrize(
    "data",
    [
        "week,Tue,Sun\n1,7.5k easy,10k long\n".encode("utf-8-sig"),
        "week,Tue,Sun\n1,7.5k easy,10k long\n".encode("utf-16"),
        "week,Tue,Sun\n1,7.5k easy,10k long\n".encode("utf-16-le"),
        "week;Tue;Sun\r\n1;7,5k easy;10k long\r\n".encode("utf-8-sig"),
        b"week\tTue\tSun\r1\t7,5k easy\t10k long\r",
        b'"week","Tue","Sun"\n"1","7,5k easy","10k long"\n',
        b"sep=;\nweek;Tue;Sun\n1;7,5k easy;10k long\n",
    ],
)
def test_what_spreadsheets_save_is_read(data):
    plan = read(data)

    assert [entry.workout.metres for entry in plan.entries] == [7500, 10000]


def test_old_windows_text_is_read():
    plan = read("# name: Läufe\nTue\n5k easy (übers Feld)\n".encode("cp1252"))

    assert (plan.name, plan.entries[0].workout.notes) == ("Läufe", "übers Feld")


def test_miles_are_said_in_a_comment():
    plan = read("# unit: mi\nTue,Sun\n5 easy,8k long\n")

    assert plan.unit is Unit.MI
    assert [entry.workout.metres for entry in plan.entries] == [8047, 8000]


def test_a_start_is_said_in_a_comment():
    assert read(f"# start: 2027-01-04\n{DAYS}\n,5k,,,,,\n").start == date(2027, 1, 4)


def test_the_race_is_the_last_of_the_most_important():
    assert read(f"{DAYS}\nrace 5k,,,,,,\n,,race A 10k,,,,race B 5k\n").race == "d009-race-1"
    assert read(f"{DAYS}\nrace 5k,,,,,,\n,,race 10k,,,,parkrun\n").race == "d009-race-1"
    assert read(f"{DAYS}\n5k,,,,,,\n").race is None


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("", None, "empty"),
        ("\n \n", None, "empty"),
        ("\ufeff", None, "empty"),
        ("# name: x\n", None, "comments"),
        ("hello world\n", "the header", "no header"),
        (f"week,{DAYS}\n", None, "no weeks"),
        (f"week,{DAYS},Mon,Tue\n1,,,,,,,,5k,5k\n", "column 9", "stands twice"),
        (f"week,{DAYS}\n1,5k,5k,5k,5k,5k,5k,5k,5k,5k\n", "line 2", "10 cells"),
        (f"week,{DAYS}\n1,7,5k easy,,,,,,\n", "line 2", "9 cells"),
        (f"week,{DAYS},mood\n1,,,,,,,,\n", "column 9", "mood"),
        ("Mon,Wed,Tue\n5k,5k,5k\n", "the header", "order"),
        (f"week,{DAYS}\n1,,5k,,,,,\n3,,5k,,,,,\n", "line 3", "week 3 stands where week 2"),
        (f"week,{DAYS}\n1,,5k,,,,,\n1,,5k,,,,,\n", "line 3", "week 1 stands where week 2"),
        (f"week,{DAYS}\none,,5k,,,,,\n", "line 2", "number of a week"),
        (f"{DAYS}\n,-5k easy,,,,,\n", "line 2, Tue, “-5k easy”, character 1", "not negative"),
        (f"{DAYS}\n,nan easy,,,,,\n", "line 2, Tue, “nan easy”, character 1", "no number"),
        (f"{DAYS}\n,,5k esay,,,,\n", "line 2, Wed, “5k esay”, character 4", "esay"),
        (f'{DAYS}\n,"5k easy\n\n', "line", "quotes"),
        (f'{DAYS}\n,"5k" easy,,,,,\n', "line 2", "quotes"),
        ("# unit: yd\nTue\n5k\n", "line 1", "unit"),
        ("# start: soon\nTue\n5k\n", "line 1", "date"),
        (f"# start: 2027-01-05\n{DAYS}\n5k,,,,,,\n", "# start:", "2027-01-05"),
        (b"PK\x03\x04rest", None, "spreadsheet"),
        (b"%PDF-1.7", None, "PDF"),
        (b"\x81\x8d\xff\x9d", None, "encoding"),
        (b"week,Mon\n1,\x00\x00\x005k\n", None, "no text"),
    ],
)
def test_what_is_no_grid_is_refused_with_its_place_and_a_way_out(text, where, what):
    with pytest.raises(PlanError) as caught:
        read(text)

    assert what in caught.value.what
    assert caught.value.mend
    assert where is None or str(caught.value.where).startswith(where)


def test_a_line_is_counted_through_cells_of_several_lines():
    with pytest.raises(PlanError) as caught:
        read(f'{DAYS}\n,"5k easy\nstrength",,,,,\n,5k esay,,,,,\n')

    assert str(caught.value.where).startswith("line 4, Tue")


def test_a_grid_is_written_as_people_write_it():
    source = (
        f"# name: Two weeks\r\n# unit: mi\r\n# start: 2027-01-04\r\nweek,{DAYS}\r\n"
        "1,rest,5mi easy,,8k easy + strength 30min,,,10-12mi long\r\n2,,,,,,,race 26.2mi\r\n"
    )

    assert Csv().write(read(source)).decode() == source


def test_what_a_grid_cannot_hold_is_named():
    from dataclasses import replace

    from surefoot.plugin import Dose

    plan = read(f"{DAYS}\nstrength 30min,5k easy,,,,,race 10k\n")
    entries = (
        replace(
            plan.entries[0],
            workout=replace(plan.entries[0].workout, doses=(Dose(exercise="wall-sit", sets=3),)),
        ),
        *plan.entries[1:],
    )
    odd = replace(plan, entries=entries, starts_on=None, days=10, name='The "old" one')

    assert list(Csv().lost(odd)) == [
        "the plan's name",
        "the day that weeks begin on: they are written from Monday",
        "the length of 10 days: whole weeks are written",
        "the exercises: 1 day, first week 1, day 1",
    ]


def test_a_grids_cells_are_the_shorthand():
    text = "8k 6x600m @5k r 90s"
    plan = read(f"{DAYS}\n,{text},,,,,\n")

    assert (plan.entries[0].workout,) == parse_sessions(text, Unit.KM)
    assert plan.entries[0].workout.kind is Kind.QUALITY
