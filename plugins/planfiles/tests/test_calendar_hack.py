from pathlib import Path

import pytest

from surefoot.plugin import Kind, PlanError, Unit
from surefoot_planfiles.cells import read_cell
from surefoot_planfiles.hack import CalendarHack

PLANS = Path(__file__).parent / "plans"
WEEK = "- workouts:\n" + "  - title: Rest\n" * 6


def read(text):
    return CalendarHack().read(text.encode())


def plan_with(cell, units="km", goal="10K"):
    return f"units: {units}\ntype: {goal}\nschedule:\n{WEEK}  - {cell}\n"


def test_pairs_ranges_times_and_texts_are_read():
    plan = CalendarHack().read((PLANS / "spring_half.yaml").read_bytes())
    by_key = {entry.key: entry.workout for entry in plan.entries}

    assert (plan.name, plan.unit, plan.days, plan.starts_on) == ("Spring half on a Saturday", Unit.MI, 28, 0)
    assert by_key["d001-easy-1"].metres == 4828
    assert by_key["d002-cross-1"].seconds == 1800
    assert (by_key["d004-rest-1"].title, by_key["d004-rest-1"].metres) == ("Rest or easy run", None)
    assert (by_key["d005-strength-1"].metres, by_key["d005-easy-1"].metres) == (None, 3219)
    assert by_key["d006-long-1"].notes == "Keep to the flat.\nTurn round after 2.5 mi."
    assert (by_key["d009-quality-1"].title, by_key["d009-quality-1"].metres) == ("6 x 400 5k pace", 6600)
    assert (by_key["d010-easy-1"].metres, by_key["d010-easy-1"].upto) == (4828, 6437)
    assert by_key["d015-cross-1"].title == "Stretch and relax"


def test_the_race_is_not_always_the_last_cell():
    plan = CalendarHack().read((PLANS / "spring_half.yaml").read_bytes())

    assert plan.race == "d019-race-1"
    assert max(entry.day for entry in plan.entries if entry.workout.kind.is_run) == 27


@pytest.mark.parametrize(
    ("title", "kind", "focus"),
    [
        ("Rest", "rest", ""),
        ("Rest or cross-train", "rest", ""),
        ("Travel day", "rest", ""),
        ("Something else", "rest", ""),
        ("Cross-Train or Rest", "cross", ""),
        ("45-60 min bike", "cross", ""),
        ("Walk 5km", "cross", ""),
        ("Stretch & strength", "strength", ""),
        ("Easy run with friends", "easy", ""),
        ("Med-long run", "easy", ""),
        ("General aerobic", "easy", ""),
        ("Run/walk 20 minutes", "easy", "run-walk"),
        ("Run 30 seconds, walk 30 seconds. Repeat 15 times", "easy", "run-walk"),
        ("Long run", "long", ""),
        ("Long slow distance, on trails", "long", ""),
        ("Recovery, very slow", "recovery", ""),
        ("Tempo", "quality", "tempo"),
        ("Pace run", "quality", "tempo"),
        ("Marathon-pace run", "quality", "tempo"),
        ("8 x 400 5k pace", "quality", "intervals"),
        ("Yasso 800s", "quality", "intervals"),
        ("6 x hill", "quality", "hills"),
        ("5-K Race", "race", ""),
        ("Race Day!", "race", ""),
        ("Plan Ends", "race", ""),
        ("Half Marathon", "race", ""),
        ("Marathon", "race", ""),
        ("10K", "race", ""),
        ("8K tune-up race", "race", "C"),
    ],
)
def test_a_title_says_what_a_day_is(title, kind, focus):
    plan = read(plan_with(f"title: '{title}'"))
    workout = plan.entries[-1].workout

    assert (workout.kind.value, workout.focus) == (kind, focus)


def test_a_tag_beats_a_title():
    workout = read(plan_with("{title: Along the river, tags: [Long Run], distance: 12}")).entries[-1].workout

    assert (workout.kind, workout.title, workout.metres) == (Kind.LONG, "Along the river", 12000)


def test_a_run_that_may_be_a_rest_is_a_run_where_it_has_a_distance():
    assert read(plan_with("{title: Rest or easy run, distance: 5}")).entries[-1].workout.kind is Kind.EASY


def test_repetitions_without_a_distance_are_counted_with_their_warm_up():
    (workout,) = read_cell({"title": "5 x 1,000 m at 5k pace"}, Unit.KM)

    assert (workout.metres, workout.steps[1].times, workout.steps[1].steps[0].text) == (10500, 5, "5k")


def test_a_title_with_several_lengths_is_kept_as_it_is():
    (workout,) = read_cell({"title": "LT {8:13} with {4:6} at LT pace", "distance": "8"}, Unit.MI)

    assert (workout.kind, workout.title, workout.metres) == (
        Kind.QUALITY,
        "LT 8 mi with 4 mi at LT pace",
        12875,
    )


def test_a_length_in_words_alone_is_counted():
    assert read_cell({"title": "3 m run"}, Unit.MI)[0].metres == 4828
    assert read_cell({"title": "Easy: 5 miles by the sea"}, Unit.KM)[0].metres == 8047
    assert read_cell({"title": "Easy, not at 5k pace"}, Unit.KM)[0].metres is None


def test_the_race_may_be_marked():
    first = WEEK + "  - {title: parkrun, race: true}\n"
    plan = read(f"units: km\ntype: 5K\nschedule:\n{first}{WEEK}  - title: 10K race\n")

    assert plan.race == "d006-race-1"


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nunits: km\nschedule: *c\n"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("", None, "empty"),
        ("# nothing\n", None, "no schedule"),
        ("just words", None, "no schedule"),
        ("- a\n- b\n", None, "no schedule"),
        ("units: km\nschedule: []\n", None, "no schedule"),
        ("units: km\nschedule: [1, 2]\n", "week 1", "no workouts"),
        (f"schedule:\n{WEEK}  - title: Rest\n", None, "units are missing"),
        (plan_with("title: Rest", units="yd"), None, "'yd'"),
        (f"units: km\nschedule:\n{WEEK}", "week 1", "6 days"),
        (f"units: km\nschedule:\n{WEEK}" + "  - title: Rest\n" * 3, "week 1", "9 days"),
        (plan_with("description: x"), "week 1, Sun", "no title"),
        (plan_with("just words"), "week 1, Sun", "no title"),
        (plan_with("{title: Run, distanse: 5}"), "week 1, Sun", "distanse"),
        (plan_with("{title: Run, distance: -5}"), "week 1, Sun", "no distance"),
        (plan_with("{title: Run, distance: .nan}"), "week 1, Sun", "no number"),
        (plan_with("{title: Run, distance: .inf}"), "week 1, Sun", "no number"),
        (plan_with("{title: Run, distance: 1e9}"), "week 1, Sun", "no number"),
        (plan_with("{title: Run, distance: 999}"), "week 1, Sun", "300 km"),
        (plan_with("{title: Run, distance: [9, 8]}"), "week 1, Sun", "falls"),
        (plan_with("{title: Run, distance: [1, 2, 3]}"), "week 1, Sun", "neither"),
        (plan_with("{title: Run, distance: {a: b}}"), "week 1, Sun", "neither"),
        (plan_with("{title: Run, description: [a]}"), "week 1, Sun", "description"),
        (plan_with("{title: Run, tags: easy}"), "week 1, Sun", "tags"),
        (plan_with("{title: Run, title: Walk}"), "line", "twice"),
        (plan_with("title: !!python/object/apply:os.system [ls]"), "line", "tag"),
        (plan_with("title: !!binary aGk="), "line", "tag"),
        (plan_with("{title: " + "run " * 300 + "}"), "week 1, Sun", "too long"),
        ("x" * 600_000, None, "too large"),
        (BOMB, "line 2", "alias"),
        ("[" * 5000, "line 1", "deep"),
        ("units: km\n  schedule: [\n", "line", "no YAML"),
        ("units: \x07\n", None, "no YAML"),
        ("units: 'km\n", "line", "no YAML"),
        ("units: km\nschedule: [[{}]]\n? [a]\n: b\n", "line", "no word"),
    ],
)
def test_what_is_no_plan_is_refused_with_its_place_and_a_way_out(text, where, what):
    with pytest.raises(PlanError) as caught:
        read(text)

    assert what in caught.value.what
    assert caught.value.mend
    assert where is None or str(caught.value.where).startswith(where)


def test_a_plan_is_written_as_calendar_hack_reads_it():
    import yaml

    plan = CalendarHack().read((PLANS / "spring_half.yaml").read_bytes())
    document = yaml.safe_load(CalendarHack().write(plan))

    assert {"id", "name", "description", "units", "source", "type", "schedule"} <= document.keys()
    assert (document["id"], document["type"]) == ("spring_half_on_a_saturday", "Half Marathon")
    assert document["schedule"][0]["workouts"][1] == {"title": "{3:4.8} Easy", "distance": 3.0}
    assert document["schedule"][1]["workouts"][3] == {"title": "Easy", "distance": [3.0, 4.0]}
    assert all(len(week["workouts"]) == 7 for week in document["schedule"])


def test_a_plan_of_its_own_loses_nothing():
    plan = CalendarHack().read((PLANS / "spring_half.yaml").read_bytes())

    assert list(CalendarHack().lost(plan)) == []
    assert CalendarHack().read(CalendarHack().write(plan)).entries == plan.entries


def test_what_it_cannot_hold_is_named():
    from surefoot_planfiles.csvfile import Csv

    plan = Csv().read(b"Sun,Mon,Tue,Wed,Thu,Fri,Sat\n10k long,,5k easy + 6k easy,,strength,,race 10k\n")

    assert list(CalendarHack().lost(plan)) == [
        "the day that weeks begin on: they are written from Monday",
        "the length of 7 days: whole weeks are written",
        "a free day is written as rest: 10 days, first week 0, Mon",
        "more than one session on a day: 1 day, first week 1, Tue",
    ]


def test_a_plan_that_begins_on_a_sunday_keeps_its_weekdays():
    from surefoot_planfiles.csvfile import Csv

    plan = Csv().read(b"Sun,Mon,Tue,Wed,Thu,Fri,Sat\n10k long,,5k easy,,,,race 10k\n")
    back = CalendarHack().read(CalendarHack().write(plan))

    assert [entry.day for entry in back.entries if entry.workout.kind.is_run] == [6, 8, 12]
