from datetime import date
from pathlib import Path

import pytest

from surefoot.plugin import Kind, PlanError, Unit
from surefoot_planfiles.csvfile import Csv

PLANS = Path(__file__).parent / "plans"
HEAD = "week,day,distance,type,details,duration\n"


def read(text):
    return Csv().read(text.encode())


def test_a_list_has_a_row_a_session():
    plan = Csv().read((PLANS / "half_list.csv").read_bytes())
    by_key = {entry.key: entry.workout for entry in plan.entries}

    assert (plan.name, plan.unit, plan.days, plan.starts_on) == ("First half marathon", Unit.MI, 35, 0)
    assert plan.race == "d034-race-1"
    assert by_key["d001-easy-1"].metres == 4828
    assert by_key["d002-strength-1"].seconds == 1800
    assert by_key["d005-rest-1"].kind is Kind.REST
    assert by_key["d008-easy-1"].notes == "talk all the way"
    assert by_key["d015-easy-1"].seconds == 2400
    assert (by_key["d020-long-1"].metres, by_key["d020-long-1"].upto) == (8047, 9656)


def test_the_same_day_twice_is_two_sessions():
    plan = Csv().read((PLANS / "half_list.csv").read_bytes())

    assert [entry.key for entry in plan.entries if entry.day == 10] == ["d010-quality-1", "d010-strength-1"]


def test_details_in_the_shorthand_are_parts_and_others_are_notes():
    plan = Csv().read((PLANS / "half_list.csv").read_bytes())
    quality = next(entry.workout for entry in plan.entries if entry.workout.kind is Kind.QUALITY)

    assert (quality.title, quality.metres, len(quality.steps)) == ("6 × 400 m", 6437, 3)


def test_a_week_that_holds_nothing_is_a_row_with_its_number():
    plan = Csv().read((PLANS / "half_list.csv").read_bytes())

    assert not [entry for entry in plan.entries if 21 <= entry.day < 28]


def test_numbered_days_leave_open_what_day_weeks_begin_on():
    plan = read(f"# start: 2027-01-06\n{HEAD}1,1,5,easy,,\n1,7,10,long,,\n")

    assert (plan.starts_on, plan.start) == (None, date(2027, 1, 6))
    assert [entry.day for entry in plan.entries] == [0, 6]


def test_a_header_may_say_miles():
    plan = read("Week,Day,Distance (mi),Type\n1,Tue,5,easy\n")

    assert plan.unit is Unit.MI
    assert plan.entries[0].workout.metres == 8047


def test_semicolons_and_decimal_commas_are_read():
    plan = read("week;day;distance;type\n1;Tue;7,5;easy\n")

    assert plan.entries[0].workout.metres == 7500


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (HEAD, None, "no rows"),
        (f"{HEAD}1,Tue,-5,easy,,\n", "line 2", "not negative"),
        (f"{HEAD}1,Tue,nan,easy,,\n", "line 2", "no number"),
        (f"{HEAD}1,Tue,5,esay,,\n", "line 2", "esay"),
        (f"{HEAD}1,Tu3,5,easy,,\n", "line 2", "no day"),
        (f"{HEAD}1,8,5,easy,,\n", "line 2", "no day"),
        (f"{HEAD}1,Tue,5,easy,,\n1,3,5,easy,,\n", None, "both as weekdays and as numbers"),
        (f"{HEAD}1,Tue,5,easy,,\n40,Tue,5,easy,,\n", "line 3", "week 40"),
        (f"{HEAD}2,Tue,5,easy,,\n1,Tue,5,easy,,\n", "line 2", "week 2"),
        (f"{HEAD}1,Tue,5,easy,,,,x\n", "line 2", "8 cells"),
        (f"{HEAD}1,Tue,,,,\n", "line 2", "nothing is written"),
        ("week,day,distanse\n1,Tue,5\n", "column 3", "distanse"),
        ("week,day,day\n1,Tue,5\n", "column 3", "stands twice"),
        (f"# start: 2027-01-06\n{HEAD}1,Tue,5,easy,,\n", "# start:", "Monday"),
    ],
)
def test_what_is_no_list_is_refused_with_its_place_and_a_way_out(text, where, what):
    with pytest.raises(PlanError) as caught:
        read(text)

    assert what in caught.value.what
    assert caught.value.mend
    assert where is None or str(caught.value.where).startswith(where)
