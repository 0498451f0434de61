"""The worked week of the schedule's description, and single examples of every limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from surefoot.model import (
    Activity,
    Allow,
    Decision,
    Effect,
    History,
    Hold,
    Kind,
    Level,
    Reason,
    Repeat,
    Runner,
    Schedule,
    Session,
    Settings,
    Span,
    Sport,
    Step,
    Unit,
    Workout,
)
from surefoot.schedule.limit import Capped, cap

TODAY = date(2027, 1, 25)
SETTINGS = Settings()
TITLES = {Kind.EASY: "Easy", Kind.LONG: "Long run", Kind.QUALITY: "Tempo", Kind.RACE: "Race"}


def ran(day: date, km: float) -> Activity:
    return Activity(
        id=f"a-{day}",
        sport=Sport.RUN,
        start=datetime.combine(day, time(7), UTC),
        metres=round(km * 1000),
        seconds=round(km * 390),
    )


def history(*activities: Activity, since: date | None = None, until: date = TODAY, **more: object) -> History:
    ordered = tuple(sorted(activities, key=lambda one: one.start))
    return History(
        since=since or (ordered[0].day if ordered else None), until=until, activities=ordered, **more
    )


def session(day: date, km: float, kind: Kind = Kind.EASY, **more: object) -> Session:
    workout = Workout(kind=kind, title=TITLES.get(kind, "Run"), metres=round(km * 1000), **more)
    return Session(uid=f"s-{day}", day=day, plan_day=day, workout=workout)


def decision(effect: Effect, *, name: str = "d1", group: str = "set1", made: date = TODAY) -> Decision:
    return Decision(
        id=name,
        set=group,
        made=datetime.combine(made, time(7), UTC),
        by="overrun",
        effect=effect,
        reason=Reason(
            rule="overrun", text="Sunday's 19.0 km was long.", value=19000, limit=11000, decision=name
        ),
    )


def capped(sessions: list[Session], past: History, *decisions: Decision, **more: object) -> Capped:
    given = {"kept": None, "settings": SETTINGS, "today": TODAY, **more}
    return cap(tuple(sessions), history=past, decisions=decisions, **given)


def week(start: date, *kms: float) -> list[Activity]:
    """Tuesday, Thursday, Saturday, Sunday."""
    return [ran(start + timedelta(days=day), km) for day, km in zip((1, 3, 5, 6), kms, strict=True)]


def worked_past() -> History:
    weeks = [week(date(2026, 12, 21) + timedelta(weeks=n), 6, 6, 5, 10) for n in range(4)]
    weeks.append(week(date(2027, 1, 18), 6, 6, 5, 19))
    return history(*(run for runs in weeks for run in runs))


def worked_plan() -> list[Session]:
    intervals = Repeat(times=6, steps=(Step(metres=600), Step(role="recovery", seconds=90)))
    return [
        session(date(2027, 1, 26), 8, Kind.QUALITY, focus="intervals", steps=(intervals,)),
        session(date(2027, 1, 28), 5.5),
        session(date(2027, 1, 30), 5),
        session(date(2027, 1, 31), 11, Kind.LONG),
        session(date(2027, 2, 2), 8),
        session(date(2027, 2, 4), 6.5),
        session(date(2027, 2, 6), 5.5),
        session(date(2027, 2, 7), 12, Kind.LONG),
    ]


def held(**more: object) -> Decision:
    hold = Hold(
        rule="overrun",
        since=date(2027, 1, 25),
        until=date(2027, 1, 31),
        easy_only=True,
        longest=10_000,
        total=27_000,
        **more,
    )
    return decision(hold)


def lengths(found: Capped) -> dict[str, int | None]:
    return {f"{one.day:%a %d}": one.workout.metres for one in found.sessions}


def test_the_worked_week_comes_out_as_it_is_written() -> None:
    found = capped(worked_plan(), worked_past(), held())

    assert lengths(found) == {
        "Tue 26": 6500,
        "Thu 28": 5500,
        "Sat 30": 5000,
        "Sun 31": 10_000,
        "Tue 02": 8000,
        "Thu 04": 6500,
        "Sat 06": 5500,
        "Sun 07": 12_000,
    }
    assert found.sessions[0].workout.kind is Kind.EASY
    assert found.sessions[0].workout.title == "Easy"
    assert found.sessions[0].workout.steps == ()
    assert found.sessions[4:] == tuple(worked_plan()[4:])
    assert found.dropped == ()
    this, following = found.weeks[-2:]
    assert (this.planned, this.allowed, this.limit, this.reference) == (29_500, 27_000, 32_670, 29_700)
    assert (following.planned, following.allowed, following.limit, following.reference) == (
        32_000,
        32_000,
        32_670,
        29_700,
    )


def test_each_session_that_a_hold_changed_names_its_decision_and_the_others_nothing() -> None:
    found = capped(worked_plan(), worked_past(), held())

    assert [[why.decision for why in one.reasons] for one in found.sessions[:4]] == [["d1"], [], [], ["d1"]]


def test_after_a_painful_spike_the_next_long_run_is_measured_by_the_one_before_it() -> None:
    found = capped(worked_plan(), worked_past(), held(pain=date(2027, 1, 25)))

    assert lengths(found)["Sun 07"] == 11_000
    assert found.sessions[-1].reasons[0].rule == "session-spike"
    assert found.sessions[-1].reasons[0].limit == 11_000


def test_a_withdrawn_hold_holds_nothing() -> None:
    withdrawn = replace(held(), withdrawn=datetime(2027, 1, 25, 8, tzinfo=UTC))

    assert capped(worked_plan(), worked_past(), withdrawn) == capped(worked_plan(), worked_past())


STEADY = [week(date(2026, 12, 21) + timedelta(weeks=n), 6, 6, 5, 10) for n in range(5)]
"""Five weeks of 27 km, the last one up to the day before the plan."""


def steady(*more: Activity, **fields: object) -> History:
    return history(*(run for runs in STEADY for run in runs), *more, **fields)


def test_a_run_is_cut_to_its_limit_and_says_so() -> None:
    found = capped([session(date(2027, 1, 31), 14, Kind.LONG)], steady())

    assert found.sessions[0].workout.metres == 11_000
    reason = found.sessions[0].reasons[0]
    assert (reason.rule, reason.value, reason.limit) == ("session-spike", 14_000, 11_000)
    assert reason.text == "At most 11.0 km: one step up from your longest run of the 30 days before."
    finding = found.findings[0]
    assert (finding.rule, finding.level, finding.value) == ("session-spike", Level.WARN, 1.4)
    assert (finding.limit, finding.mend, finding.week) == (11_000, "at most 11.0 km", 1)


def test_a_run_that_the_runner_allowed_keeps_its_length_and_its_finding() -> None:
    sunday = date(2027, 1, 31)
    allowed = decision(Allow(rule="session-spike", day=sunday))

    found = capped([session(sunday, 14, Kind.LONG)], steady(), allowed)

    assert found.sessions[0].workout.metres == 14_000
    assert [(one.rule, one.level, one.mend) for one in found.findings] == [
        ("session-spike", Level.WARN, None)
    ]


@pytest.mark.parametrize(("rule", "runs"), [("pain", 1), ("overrun", 0), ("session-spike", 0)])
def test_a_hold_at_stop_level_is_lifted_for_a_day_by_its_own_name_alone(rule: str, runs: int) -> None:
    saturday, sunday = date(2027, 1, 30), date(2027, 1, 31)
    hold = Hold(rule="pain", since=TODAY, until=sunday, rest=True, level=Level.STOP)
    allowed = decision(Allow(rule=rule, day=sunday), name="d2", group="set2")

    found = capped([session(saturday, 5), session(sunday, 5)], steady(), decision(hold), allowed)

    assert len(found.sessions) == runs
    assert all(one.day == sunday for one in found.sessions)
    assert all(one.reasons[0].decision == "d1" for one in found.dropped)


def test_of_two_holds_by_one_rule_the_later_set_stands_on_the_days_it_covers() -> None:
    first = decision(Hold(rule="pain", since=TODAY, until=date(2027, 1, 31), longest=2000))
    wednesday = date(2027, 1, 27)
    second = decision(
        Hold(rule="pain", since=wednesday, until=wednesday, longest=4000),
        name="d2",
        group="set2",
        made=wednesday,
    )
    plan = [session(date(2027, 1, day), 6) for day in (26, 27, 29)]

    found = capped(plan, steady(), first, second)

    assert [one.workout.metres for one in found.sessions] == [2000, 4000, 2000]


def test_a_share_that_is_kept_is_of_what_would_stand_otherwise() -> None:
    hold = decision(Hold(rule="pain", since=TODAY, until=date(2027, 1, 31), keep=50))

    found = capped([session(date(2027, 1, 31), 14, Kind.LONG)], steady(), hold)

    assert found.sessions[0].workout.metres == 5500


def test_of_two_holds_by_two_rules_the_one_that_leaves_less_wins() -> None:
    until = date(2027, 1, 31)
    half = decision(Hold(rule="pain", since=TODAY, until=until, keep=50))
    most = decision(Hold(rule="overrun", since=TODAY, until=until, keep=75), name="d2", group="set2")

    for decisions in ((half, most), (most, half)):
        found = capped([session(until, 10, Kind.LONG)], steady(), *decisions)
        assert found.sessions[0].workout.metres == 5000


def test_the_easy_runs_come_down_before_the_long_run_does() -> None:
    plan = [session(date(2027, 1, day), 8) for day in (26, 28, 30)]
    plan.append(session(date(2027, 1, 31), 11, Kind.LONG))

    found = capped(plan, steady())

    assert [one.workout.metres for one in found.sessions] == [6500, 6000, 6000, 11_000]
    assert found.weeks[-1].limit == 29_700
    assert {one.reasons[0].rule for one in found.sessions[:3]} == {"weekly-increase"}


def test_what_was_run_in_the_week_in_progress_comes_off_first_and_nothing_standing_is_left_out() -> None:
    today = date(2027, 1, 28)
    done = [session(date(2027, 1, 26), 6)]
    plan = [session(date(2027, 1, day), 6) for day in (28, 30, 31)]

    past = steady(ran(date(2027, 1, 26), 10), ran(date(2027, 1, 27), 18), until=today)
    found = capped(done + plan, past, today=today)

    assert found.dropped == ()
    assert [one.workout.metres for one in found.sessions] == [6000, 3000, 3000, 3000]


def test_todays_session_is_open_until_a_run_fulfils_it() -> None:
    plan = [session(TODAY, 14, Kind.LONG)]

    assert capped(plan, steady()).sessions[0].workout.metres == 11_000
    assert capped(plan, steady(ran(TODAY, 13.8))).sessions == tuple(plan)


def test_intervals_lose_whole_repetitions_from_the_end_and_keep_their_warm_up() -> None:
    steps = (
        Step(role="warmup", metres=2000),
        Repeat(times=8, steps=(Step(metres=800), Step(role="recovery", metres=400))),
        Step(role="cooldown", metres=1000),
    )
    plan = [session(date(2027, 1, 26), 12.6, Kind.QUALITY, focus="intervals", steps=steps)]

    cut = capped(plan, steady()).sessions[0].workout

    assert cut.kind is Kind.QUALITY
    assert cut.metres == 11_000
    assert cut.steps == (steps[0], replace(steps[1], times=7), Step(role="cooldown", metres=600))


def test_a_run_by_time_is_cut_in_whole_minutes() -> None:
    long = Workout(kind=Kind.LONG, title="Long run", seconds=7200)
    plan = [replace(session(date(2027, 1, 31), 1), workout=long)]

    found = capped(plan, steady())

    assert found.sessions[0].workout.seconds == 71 * 60  # 11.0 km at 6:30/km is 71:30
    assert found.weeks[-1].estimated


def test_a_range_is_cut_at_its_upper_end_first() -> None:
    plan = [session(date(2027, 1, 31), 10, Kind.LONG, upto=13_000)]

    cut = capped(plan, steady()).sessions[0].workout

    assert (cut.metres, cut.upto) == (10_000, 11_000)


def test_a_difference_of_less_than_half_a_kilometre_is_not_worth_touching_an_event() -> None:
    plan = [session(date(2027, 1, 31), 11.4, Kind.LONG)]

    found = capped(plan, steady())

    assert found.sessions == tuple(plan)
    assert [(one.level, one.mend) for one in found.findings] == [(Level.INFO, None)]


def test_after_two_weeks_without_a_run_half_comes_back_first_and_no_quality() -> None:
    past = history(*(run for runs in STEADY[:3] for run in runs), since=date(2026, 12, 21))
    plan = [session(date(2027, 1, 26), 6, Kind.QUALITY), session(date(2027, 1, 31), 10, Kind.LONG)]

    found = capped(plan, past)

    assert [(one.workout.kind, one.workout.metres) for one in found.sessions] == [
        (Kind.EASY, 5000),
        (Kind.LONG, 5000),
    ]
    assert {why.rule for one in found.sessions for why in one.reasons} == {"break-return"}
    assert found.weeks[0].limit == 13_500


def test_after_a_half_marathon_come_two_days_off_ten_days_without_quality_and_half_a_week() -> None:
    race = session(date(2027, 1, 31), 21.097, Kind.RACE)
    plan = [
        race,
        session(date(2027, 2, 1), 4),
        session(date(2027, 2, 3), 9, Kind.QUALITY),
        session(date(2027, 2, 6), 8),
    ]

    found = capped(plan, steady())

    assert found.sessions[0] == race
    assert [one.uid for one in found.dropped] == ["s-2027-02-01"]
    assert [one.workout.kind for one in found.sessions[1:]] == [Kind.EASY, Kind.EASY]
    assert found.weeks[-1].limit == 13_500
    assert found.weeks[-1].allowed == 13_500


def test_without_any_past_the_plan_is_its_own_measure_and_is_told_so() -> None:
    plan = [session(TODAY + timedelta(days=7 * n + day), 5 + 3 * n) for n in range(2) for day in (1, 3, 5)]

    found = capped(plan, history())

    assert found.sessions[:3] == tuple(plan[:3])
    assert found.findings[0].rule == "no-baseline"
    assert found.weeks[1].reference == 15_000
    assert [one.workout.metres for one in found.sessions[3:]] == [6000, 6500, 6000]


def test_what_the_runner_says_stands_in_for_an_unknown_past() -> None:
    plan = [session(TODAY + timedelta(days=day), 10) for day in (1, 3, 5)]
    settings = Settings(runner=Runner(weekly=20_000, longest=8000))

    found = capped(plan, history(), settings=settings)

    assert found.weeks[0].limit == 24_800
    assert [one.workout.metres for one in found.sessions] == [8500, 8000, 8000]
    assert all(one.rule != "no-baseline" for one in found.findings)


def test_five_silent_weeks_hold_what_there_was_and_are_no_break() -> None:
    silent = Span(source="garmin", since=date(2027, 1, 25), until=date(2027, 2, 28))
    today = date(2027, 3, 1)
    plan = [session(today + timedelta(days=day), 8) for day in (1, 3, 5)]
    plan.append(session(today + timedelta(days=6), 12, Kind.LONG))

    found = capped(plan, steady(until=today, unknown=(silent,)), today=today)

    assert found.weeks[-1].limit == 27_000
    assert sum(one.workout.metres or 0 for one in found.sessions) == 27_000
    assert max(one.workout.metres or 0 for one in found.sessions) == 10_000
    assert found.findings[0].rule == "unknown"


def test_without_a_source_what_was_scheduled_counts_as_done() -> None:
    kept = Schedule(
        today=TODAY - timedelta(days=35),
        sessions=tuple(session(run.day, run.metres / 1000) for runs in STEADY for run in runs),
    )
    plan = [session(date(2027, 1, 31), 14, Kind.LONG)]

    found = capped([*kept.sessions, *plan], history(assumed=True), kept=kept)

    assert found.sessions[-1].workout.metres == 11_000


def test_a_race_is_told_at_info_and_weighs_where_nothing_long_came_before_it() -> None:
    race = session(date(2027, 1, 31), 21.097, Kind.RACE)

    found = capped([race], steady())

    assert found.sessions == (race,)
    assert [(one.level, one.mend) for one in found.findings if one.uid] == [(Level.WARN, None)]
    assert {one.level for one in found.findings if not one.uid} <= {Level.INFO}


@pytest.mark.parametrize("unit", ["km", "mi"])
def test_strength_and_rest_pass_through_untouched(unit: str) -> None:
    plan = [
        replace(
            session(TODAY, 0), uid="a", workout=Workout(kind=Kind.STRENGTH, title="Strength", seconds=1800)
        ),
        replace(session(TODAY, 0), uid="b", workout=Workout(kind=Kind.REST, title="Rest")),
    ]

    found = capped(plan, steady(), settings=Settings(runner=Runner(unit=Unit(unit))))

    assert found.sessions == tuple(plan)


def test_of_a_total_that_two_weeks_share_the_later_days_keep_their_number_of_days() -> None:
    past = history(
        *(run for n in range(5) for run in week(date(2026, 12, 21) + timedelta(weeks=n), 6, 6, 6, 10))
    )
    effect = Hold(rule="overrun", since=date(2027, 1, 28), until=date(2027, 2, 3), total=14_000)
    plan = [session(date(2027, 1, 28) + timedelta(days=n), 6) for n in (0, 2, 4, 6)]

    found = capped(plan, past, decision(effect))

    # Four of the seven days have 8 km, the three after Sunday keep 6.
    assert [one.workout.metres for one in found.sessions] == [4000, 4000, 3000, 3000]


def test_what_the_later_days_do_not_need_is_the_earlier_weeks() -> None:
    past = history(
        *(run for n in range(5) for run in week(date(2026, 12, 21) + timedelta(weeks=n), 6, 6, 6, 10))
    )
    effect = Hold(rule="overrun", since=date(2027, 1, 28), until=date(2027, 2, 3), total=14_000)
    plan = [session(date(2027, 1, 28), 6), session(date(2027, 1, 30), 6), session(date(2027, 2, 1), 3)]

    found = capped(plan, past, decision(effect))

    assert [one.workout.metres for one in found.sessions] == [5500, 5500, 3000]


def test_a_race_at_the_end_of_a_total_is_kept_back_whole_and_capping_twice_changes_nothing() -> None:
    past = history(
        *(run for n in range(5) for run in week(date(2026, 12, 21) + timedelta(weeks=n), 6, 6, 6, 10))
    )
    effect = Hold(rule="overrun", since=TODAY, until=date(2027, 2, 1), total=8000)
    runs = [session(TODAY + timedelta(days=n), 1) for n in range(7)]
    race = session(date(2027, 2, 1), 5, Kind.RACE)

    once = capped([*runs, race], past, decision(effect))

    assert sum(one.workout.metres for one in once.sessions) == 8000
    assert race in once.sessions
    assert capped(list(once.sessions), past, decision(effect)).sessions == once.sessions
