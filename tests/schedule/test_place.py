"""Strength between the runs: the worked week, the week that is too full, races, and the runner's word."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from surefoot.catalogue import load
from surefoot.model import (
    Allow,
    Decision,
    Drop,
    Hold,
    Kind,
    Level,
    Move,
    Off,
    Reason,
    Runner,
    Schedule,
    Session,
    Settings,
    Strength,
    Workout,
)
from surefoot.schedule.place import Placement, place
from surefoot.schedule.refuse import refusals, refused_week
from surefoot.strength.programme import programme

MONDAY = date(2027, 1, 25)
SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
QUALITY, EASY, LONG, RACE, CROSS = Kind.QUALITY, Kind.EASY, Kind.LONG, Kind.RACE, Kind.CROSS
WORKED = {"tue": QUALITY, "thu": EASY, "sat": EASY, "sun": LONG}
HELD = {**WORKED, "tue": EASY}
FULL = {"tue": QUALITY, "wed": EASY, "thu": QUALITY, "sat": EASY, "sun": LONG}


def run(day, kind, *, focus="", at=None, metres=8000):
    workout = Workout(kind=kind, title=kind.title(), metres=metres, focus=focus)
    return Session(uid=f"{day:%Y%m%d}{kind}", day=day, workout=workout, at=at)


def week(shape, monday=MONDAY):
    return tuple(run(monday + timedelta(days=SHORT.index(day)), kind) for day, kind in shape.items())


def weeks(*shapes, monday=MONDAY):
    return tuple(
        one for number, shape in enumerate(shapes) for one in week(shape, monday + timedelta(weeks=number))
    )


def decision(effect, *, by="runner", text="You said so.", number=1):
    return Decision(
        id=f"d{number}",
        set="s1",
        made=datetime(2027, 1, 25, 8, tzinfo=UTC),
        by=by,
        effect=effect,
        reason=Reason(rule=by, text=text),
    )


def hold(since, until, *, level=Level.WARN, rest=False):
    effect = Hold(rule="session-spike", since=since, until=until, light_only=not rest, rest=rest, level=level)
    return decision(effect, by="session-spike", text="Sunday's 19 km was longer than anything this month.")


def settings(*, sessions=2, days=None, load="heavy", after_long_run=False, strength_at=None, run_at=None):
    hours = {"strength_at": (strength_at,) * 7, "run_at": (run_at,) * 7}
    allowed = tuple(SHORT.index(day) for day in days.split()) if days else tuple(range(7))
    return Settings(
        runner=Runner(**hours),
        strength=Strength(sessions=sessions, days=allowed, load=load, after_long_run=after_long_run),
    )


def placed(runs, *, today=MONDAY, kept=None, decisions=(), given=None) -> Placement:
    given = given or settings()
    return place(
        runs,
        kept=kept,
        decisions=decisions,
        programme=programme(given, load()),
        settings=given,
        today=today,
    )


def shown(placement):
    return [f"{SHORT[one.day.weekday()]} {one.workout.focus}" for one in placement.sessions]


def day(name, monday=MONDAY):
    return monday + timedelta(days=SHORT.index(name))


def test_the_worked_week_has_strength_on_wednesday_and_friday_and_rest_on_monday():
    past = week({"tue": EASY, "thu": EASY, "sat": EASY, "sun": LONG}, MONDAY - timedelta(weeks=1))
    result = placed((*past, *week(HELD)), decisions=(hold(MONDAY, day("tue")),))

    assert shown(result) == ["wed heavy", "fri heavy"]
    assert [one.uid for one in result.sessions] == ["strength-2027w04a", "strength-2027w04b"]
    assert [one.reasons[-1].text for one in result.sessions] == [
        "Two days clear of Sunday's long run, 48 h before Friday's session.",
        "One day clear of Sunday's long run, 48 h after Wednesday's session.",
    ]


def test_a_session_that_a_hold_moved_names_the_hold():
    result = placed(week(HELD), decisions=(hold(MONDAY, day("tue")),))

    assert [(one.rule, one.decision) for one in result.sessions[0].reasons] == [
        ("session-spike", "d1"),
        ("strength-placement", None),
    ]
    assert [one.rule for one in result.sessions[1].reasons] == ["strength-placement"]


def test_without_the_hold_the_worked_week_has_strength_after_tuesdays_and_thursdays_run():
    result = placed(week(WORKED))

    assert shown(result) == ["tue heavy", "thu heavy"]
    assert all(one.workout.title.endswith(", after the run") for one in result.sessions)
    assert all("three at least" in one.workout.notes for one in result.sessions)
    assert not result.dropped


def test_two_quality_runs_take_both_sessions_on_their_own_days():
    assert shown(placed(week(FULL))) == ["tue heavy", "thu heavy"]


def test_with_three_days_to_choose_from_the_second_becomes_light_and_says_why():
    result = placed(week(FULL), given=settings(days="mon wed fri"))
    second, first = result.sessions

    assert shown(result) == ["wed light", "fri heavy"]
    assert first.uid.endswith("a")
    assert second.workout.title == "Strength 15 min, after the run"
    assert second.reasons[0].text == (
        "Light, as no day of this week is left for a heavy one. Mon: the day before Tuesday's quality run. "
        "Wed: the day before Thursday's quality run."
    )


def test_every_refused_day_of_a_week_has_its_strongest_reason():
    given = settings(days="mon wed fri")
    runs = week(FULL)
    schedule = Schedule(today=MONDAY, sessions=(*runs, *placed(runs, given=given).sessions))
    found = {
        SHORT[one.day.weekday()]: one.reason.text
        for one in refused_week(MONDAY, schedule, decisions=(), settings=given)
    }

    assert found == {
        "mon": "The day before Tuesday's quality run.",
        "tue": "Tuesday is none of your strength days.",
        "wed": "The day before Thursday's quality run.",
        "thu": "Thursday is none of your strength days.",
        "sat": "Saturday is none of your strength days.",
        "sun": "Sunday is none of your strength days.",
    }


def test_why_a_day_has_none_is_one_sentence_and_why_it_stands_there_is_the_week():
    runs = week(FULL)
    schedule = Schedule(today=MONDAY, sessions=(*runs, *placed(runs).sessions))

    def said(name):
        return [one.text for one in refusals(day(name), schedule, decisions=(), settings=settings())]

    assert said("wed") == ["The day before Thursday's quality run."]
    assert said("tue") == [
        "The day before Tuesday's quality run.",
        "The day before Thursday's quality run.",
        "Less than 48 h from Thursday's session.",
        "The day before Sunday's long run.",
        "The day of the long run.",
    ]


def test_forty_eight_hours_are_kept_across_sunday():
    sunday = {"sun": EASY, "tue": EASY}
    result = placed(weeks(sunday, sunday), given=settings(days="sun mon", sessions=1))

    assert shown(result) == ["sun heavy", "sun heavy"]


def test_a_choice_that_costs_the_next_week_a_session_is_not_made():
    # Sunday's easy run is worth more than Saturday's rest, and would take Monday from the second week.
    first, second = (
        {"sun": EASY},
        {"tue": QUALITY, "wed": QUALITY, "thu": LONG, "fri": LONG, "sat": LONG, "sun": LONG},
    )
    runs = weeks(
        {**first, "tue": EASY, "wed": EASY, "thu": EASY, "fri": EASY}, {"mon": EASY, **second, "tue": EASY}
    )
    result = placed(runs, given=settings(days="mon sat sun", sessions=1))

    assert shown(result)[1] == "mon heavy"
    assert result.sessions[0].day <= day("sat")


def test_a_week_without_any_day_for_a_heavy_session_asks_for_room():
    shape = {"mon": EASY, "tue": QUALITY, "wed": EASY, "thu": QUALITY, "fri": LONG, "sat": EASY, "sun": LONG}
    result = placed(week(shape), given=settings(days="mon wed fri sun", sessions=1))

    assert shown(result) == ["mon light"]
    assert result.sessions[0].reasons[0].text.endswith("Moving Tuesday's quality run would make room.")


def test_after_the_long_run_is_the_last_resort_and_needs_to_be_allowed():
    shape = {"tue": QUALITY, "wed": LONG, "sat": EASY, "sun": LONG}
    asked = settings(days="mon wed sat", sessions=1)
    allowed = settings(days="mon wed sat", sessions=1, after_long_run=True)

    assert shown(placed(week(shape), given=asked)) == ["sat light"]
    assert shown(placed(week(shape), given=allowed)) == ["wed heavy"]


def test_the_last_day_without_a_run_stays_free_of_heavy_work():
    shape = {"mon": EASY, "tue": EASY, "wed": EASY, "fri": EASY, "sat": EASY, "sun": EASY}

    assert shown(placed(week(shape), given=settings(days="thu", sessions=1))) == ["thu light"]


def test_a_week_that_runs_every_day_has_its_strength_all_the_same():
    result = placed(week(dict.fromkeys(SHORT, EASY)))

    assert [one.workout.focus for one in result.sessions] == ["heavy", "heavy"]


def test_the_taper_has_one_session_and_race_week_none():
    race = (run(MONDAY + timedelta(days=27), RACE),)
    result = placed((*weeks(WORKED, WORKED, WORKED), *race))

    assert [one.uid[-4:] for one in result.sessions] == ["w04a", "w04b", "w05a", "w05b", "w06a"]
    assert all((race[0].day - one.day).days > 7 for one in result.sessions)


@pytest.mark.parametrize(("focus", "clear"), [("B", 3), ("C", 1), ("parkrun", 1)])
def test_smaller_races_keep_fewer_days_clear(focus, clear):
    runs = (*week({"mon": EASY}), run(day("sat"), RACE, focus=focus))
    result = placed(runs, given=settings(sessions=3))

    heavy = [one.day for one in result.sessions if one.workout.focus == "heavy"]
    assert heavy
    assert all((day("sat") - one).days > clear or one >= day("sat") for one in heavy)


def test_nothing_heavy_stands_within_two_days_after_a_race():
    runs = (run(day("sun"), RACE, focus="B"), *week({"wed": EASY, "sat": EASY}, MONDAY + timedelta(weeks=1)))
    result = placed(runs)

    assert all((one.day - day("sun")).days > 2 for one in result.sessions if one.day > day("sun"))


def test_days_off_have_nothing_and_a_week_off_says_what_is_left_out():
    off = decision(Off(since=MONDAY, until=day("sun")))
    result = placed(weeks(WORKED, WORKED), decisions=(off,))

    assert [one.uid for one in result.sessions] == ["strength-2027w05a", "strength-2027w05b"]
    assert [one.uid for one in result.dropped] == ["strength-2027w04a", "strength-2027w04b"]
    assert "off" in result.dropped[0].reasons[0].text


def test_a_hold_over_the_whole_week_leaves_light_strength():
    result = placed(week(HELD), decisions=(hold(MONDAY, day("sun"), rest=True),))

    assert [one.workout.focus for one in result.sessions] == ["light", "light"]


def test_withdrawn_decisions_count_for_nothing():
    taken_back = replace(hold(MONDAY, day("tue")), withdrawn=datetime(2027, 1, 25, 9, tzinfo=UTC))

    assert placed(week(WORKED), decisions=(taken_back,)) == placed(week(WORKED))


def test_a_session_that_the_runner_moved_stays_there_and_the_other_makes_room():
    moved = decision(Move(uid="strength-2027w04b", day=day("fri")))
    result = placed(week(WORKED), decisions=(moved,))

    assert [(one.uid[-1], SHORT[one.day.weekday()]) for one in result.sessions] == [
        ("a", "tue"),
        ("b", "fri"),
    ]
    assert result.sessions[1].reasons[0].decision == "d1"


def test_a_session_moved_against_the_spacing_stays_and_says_what_speaks_against_it():
    moved = decision(Move(uid="strength-2027w04a", day=day("sat"), at=time(9)))
    session = next(one for one in placed(week(WORKED), decisions=(moved,)).sessions if one.uid.endswith("a"))

    assert (session.day, session.at, session.workout.focus) == (day("sat"), time(9), "heavy")
    assert [one.text for one in session.reasons] == ["You said so.", "The day before Sunday's long run."]


def test_a_moved_session_is_light_under_a_hold_and_put_back_by_a_stop():
    moved = decision(Move(uid="strength-2027w04a", day=day("tue")), number=2)
    held = placed(week(HELD), decisions=(moved, hold(MONDAY, day("tue"))))
    stopped = placed(week(HELD), decisions=(moved, hold(MONDAY, day("tue"), level=Level.STOP)))

    assert shown(held)[0] == "tue light"
    assert shown(stopped) == ["wed heavy", "fri heavy"]


@pytest.mark.parametrize(("rule", "days"), [("session-spike", ["tue heavy"]), ("pain", ["tue light"])])
def test_a_hold_that_the_runner_allowed_away_leaves_that_day_to_strength(rule, days):
    moved = decision(Move(uid="strength-2027w04a", day=day("tue")), number=2)
    allowed = decision(Allow(rule=rule, day=day("tue")), number=3)

    assert shown(placed(week(HELD), decisions=(moved, hold(MONDAY, day("sun")), allowed)))[:1] == days


def test_a_session_deleted_on_purpose_stays_deleted():
    result = placed(week(WORKED), decisions=(decision(Drop(uid="strength-2027w04a")),))

    assert [one.uid[-1] for one in result.sessions] == ["b"]
    assert [(one.uid[-1], one.reasons[0].decision) for one in result.dropped] == [("a", "d1")]


def test_strength_of_past_days_counts_and_missed_strength_is_not_made_up():
    first = placed(week(WORKED)).sessions
    past = (*week(WORKED), first[0])
    result = placed(past, today=day("wed"), kept=Schedule(today=MONDAY, sessions=past))

    assert result.sessions == first[1:]


def test_nothing_is_squeezed_into_the_last_days_of_a_week():
    result = placed(weeks(WORKED, WORKED), today=day("sat"))

    assert [one.uid for one in result.sessions] == ["strength-2027w05a", "strength-2027w05b"]
    assert len(result.dropped) == 2


def test_strength_of_the_plan_itself_stays_and_counts():
    own = Session(uid="p-1", day=day("wed"), workout=Workout(kind=Kind.STRENGTH, title="Gym"))
    result = placed((*week({"sat": EASY, "sun": LONG}), own))

    assert [one.uid for one in result.sessions] == ["strength-2027w04a"]
    assert abs((result.sessions[0].day - own.day).days) >= 2


def test_a_block_begins_with_two_sessions_of_half_the_sets():
    result = placed(weeks(WORKED, WORKED))
    sets = [sum(dose.sets for dose in one.workout.doses) for one in result.sessions]

    assert sets[0] < sets[2]
    assert sets[1] < sets[3]
    assert "Half the sets" in result.sessions[0].workout.notes
    assert "Half the sets" not in result.sessions[2].workout.notes


def test_after_three_weeks_without_strength_a_block_begins_again():
    break_at = decision(Off(since=MONDAY + timedelta(weeks=2), until=MONDAY + timedelta(weeks=5, days=-1)))
    result = placed(weeks(*[WORKED] * 7), decisions=(break_at,))
    halved = [one.uid[-4:] for one in result.sessions if "Half" in one.workout.notes]

    assert halved == ["w04a", "w04b", "w09a", "w09b"]


def test_moderate_sessions_keep_off_the_day_before_the_long_run():
    result = placed(week(WORKED), given=settings(load="moderate", days="mon sat sun"))

    assert "sat moderate" not in shown(result)


def test_strength_after_a_run_moves_to_six_hours_after_it():
    result = placed(week(WORKED), given=settings(strength_at=time(8), run_at=time(7)))

    assert [(SHORT[one.day.weekday()], one.at) for one in result.sessions] == [
        ("tue", time(13, 55)),
        ("thu", time(13, 55)),
    ]


def test_a_run_late_in_the_evening_leaves_no_hour_for_strength():
    result = placed(week(WORKED), given=settings(strength_at=time(18), run_at=time(20)))

    assert [SHORT[one.day.weekday()] for one in result.sessions] == ["mon", "fri"]


def test_where_hours_are_set_a_whole_day_before_quality_is_enough():
    given = settings(strength_at=time(6), run_at=time(19), days="mon fri")

    assert shown(placed(week(WORKED), given=given)) == ["mon heavy", "fri heavy"]


def test_no_sessions_or_no_programme_place_nothing():
    assert placed(()) == Placement(sessions=(), dropped=())
    assert placed(week(WORKED), given=settings(sessions=0)) == Placement(sessions=(), dropped=())
