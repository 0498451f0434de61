"""What the rules that cut nothing say of a plan."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import Kind, Level, Limits, Runner, Session, Settings, Workout
from surefoot.rules.plan import plan_findings

MONDAY = date(2027, 1, 25)
DEFAULTS = Settings()


def session(number, metres=None, kind=Kind.EASY, *, focus="", seconds=None):
    workout = Workout(kind=kind, title=kind.value, metres=metres, seconds=seconds, focus=focus)
    uid = f"{kind.value}{number}"
    return Session(uid=uid, day=MONDAY + timedelta(days=number), workout=workout)


def found(*sessions, settings=DEFAULTS, **options):
    return plan_findings(sessions, settings, **options)


def only(rule, findings):
    return [one for one in findings if one.rule == rule]


def test_a_week_with_a_run_every_day_has_no_rest_day():
    (finding,) = only("rest-day", found(*(session(day, 5000) for day in range(7))))

    assert (finding.level, finding.week, finding.value, finding.limit) == (Level.INFO, 1, 0, 1)
    assert finding.mend is None


def test_a_day_with_heavy_strength_is_no_rest_day():
    runs = [session(day, 5000) for day in range(6)]
    heavy = session(6, kind=Kind.STRENGTH, focus="heavy", seconds=1800)
    light = session(6, kind=Kind.STRENGTH, focus="light", seconds=900)

    assert only("rest-day", found(*runs, heavy))
    assert not only("rest-day", found(*runs, light))


def test_a_day_of_cycling_leaves_the_rest_day_alone():
    assert not only("rest-day", found(*(session(day, 5000) for day in range(6)), session(6, kind=Kind.CROSS)))


def test_quality_the_day_after_quality_is_a_warning_on_the_second_day():
    (finding,) = only(
        "back-to-back-hard", found(session(1, 8000, Kind.QUALITY), session(2, 8000, Kind.QUALITY))
    )

    assert (finding.level, finding.uid, finding.week) == (Level.WARN, "quality2", 1)
    assert "Tuesday" in finding.message
    assert "Wednesday" in finding.message


@pytest.mark.parametrize(("first", "second"), [(Kind.QUALITY, Kind.LONG), (Kind.LONG, Kind.QUALITY)])
def test_quality_beside_a_long_run_is_information(first, second):
    (finding,) = only("back-to-back-hard", found(session(5, 8000, first), session(6, 9000, second)))

    assert finding.level is Level.INFO


def test_hard_days_side_by_side_are_seen_across_the_end_of_the_week():
    (finding,) = only(
        "back-to-back-hard", found(session(6, 8000, Kind.QUALITY), session(7, 8000, Kind.QUALITY))
    )

    assert finding.week == 2


def test_a_parkrun_counts_as_quality_and_a_race_for_its_own_sake_does_not():
    quality = session(5, 8000, Kind.QUALITY)

    assert only("back-to-back-hard", found(quality, session(6, 5000, Kind.RACE, focus="parkrun")))
    assert not only("back-to-back-hard", found(quality, session(6, 42195, Kind.RACE, focus="A")))


def test_an_easy_day_between_two_hard_ones_is_enough():
    assert not only(
        "back-to-back-hard", found(session(1, 8000, Kind.QUALITY), session(3, 8000, Kind.QUALITY))
    )


def test_the_share_of_the_long_run_is_one_line_a_plan_on_the_week_where_it_is_largest():
    weeks = [
        one
        for week in range(4)
        for one in (
            session(7 * week + 1, 5000),
            session(7 * week + 3, 5000),
            session(7 * week + 6, 12000 + 1000 * week, Kind.LONG),
        )
    ]

    (finding,) = only("long-run-share", found(*weeks))

    assert (finding.level, finding.week, finding.value, finding.limit) == (Level.INFO, 4, 15000, 12500)
    assert finding.message == (
        "The long run is a large part of the week in 4 of 4 weeks, most in week 4: 15.0 km of 25.0 km."
    )


def test_the_usual_share_grows_where_runs_are_few_and_ends_at_half_the_week():
    def share(runs, longest):
        others = [session(day, 1000) for day in range(runs - 1)]
        return only("long-run-share", found(*others, session(6, longest, Kind.LONG)))

    assert not share(3, 2000)
    assert share(3, 2001)
    assert not share(2, 30000)


def test_a_race_week_has_no_usual_share():
    taper = (session(1, 3000), session(3, 3000), session(6, 42195, Kind.RACE))

    assert not only("long-run-share", found(*taper))


def test_the_longest_run_by_time_is_one_line_a_plan():
    (finding,) = only("long-run-time", found(session(6, 25000), session(13, 32000, Kind.LONG), easy_pace=390))

    assert (finding.value, finding.limit, finding.week, finding.uid) == (12480, 9000, 2, "long13")
    assert finding.message == (
        "2 runs take more than 150 min at your easy pace of 6:30/km; "
        "the longest: 32.0 km takes about 208 min."
    )


def test_a_run_of_exactly_the_usual_longest_time_is_not_mentioned():
    at_limit = Settings(runner=Runner(easy_pace=360))

    assert not only("long-run-time", found(session(6, 25000), settings=at_limit))
    assert only("long-run-time", found(session(6, 25010), settings=at_limit))
    assert only("long-run-time", found(session(6, seconds=9001), settings=at_limit))


def test_the_numbers_are_settings():
    sparing = Settings(limits=Limits(long_run_seconds=3600), runner=Runner(easy_pace=360))

    assert only("long-run-time", found(session(6, 10010), settings=sparing))


def test_weeks_are_counted_from_the_day_the_plan_begins():
    findings = found(*(session(day, 5000) for day in range(7)), begins=MONDAY - timedelta(days=10))

    assert [one.week for one in findings] == [3]


def test_an_empty_plan_has_no_findings():
    assert found() == ()


sessions = st.lists(
    st.builds(
        session,
        st.integers(0, 40),
        st.integers(1000, 40000),
        st.sampled_from([Kind.EASY, Kind.LONG, Kind.QUALITY, Kind.RACE]),
    ),
    unique_by=lambda one: one.uid,
    max_size=40,
)


@given(st.data(), sessions)
def test_findings_do_not_depend_on_the_order_of_sessions_and_mend_nothing(data, plan):
    findings = plan_findings(tuple(plan), DEFAULTS)

    assert plan_findings(tuple(data.draw(st.permutations(plan))), DEFAULTS) == findings
    assert all(one.mend is None for one in findings)
