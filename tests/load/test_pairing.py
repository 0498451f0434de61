"""Which run fulfilled which session."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from surefoot.load.pairing import look_back, pair
from surefoot.model import (
    Activity,
    History,
    Kind,
    Runner,
    Session,
    Settings,
    Span,
    Sport,
    Workout,
)

MONDAY = date(2027, 1, 18)
DEFAULTS = Settings()


def day(number):
    return MONDAY + timedelta(days=number)


def session(number, metres=None, kind=Kind.EASY, *, seconds=None, uid=None, upto=None):
    workout = Workout(kind=kind, title=kind.value, metres=metres, seconds=seconds, upto=upto)
    return Session(uid=uid or f"s{number}", day=day(number), workout=workout)


def run(number, metres, *, hour=9, sport=Sport.RUN, seconds=None):
    start = datetime.combine(day(number), time(hour), UTC)
    pace = metres * 2 // 5 if seconds is None else seconds
    return Activity(id=f"r{number}-{hour}", sport=sport, start=start, metres=metres, seconds=pace)


def done(pairing):
    return {uid: one.id for uid, one in pairing.done}


def test_a_run_on_its_day_fulfils_the_session_of_that_day():
    pairing = pair((session(1, 6000), session(3, 6000)), (run(1, 6000), run(3, 6000)), DEFAULTS)

    assert done(pairing) == {"s1": "r1-9", "s3": "r3-9"}
    assert pairing.extra == ()


def test_a_run_of_about_the_length_beats_one_nearer_by():
    sessions = (session(5, 5000), session(6, 11000, Kind.LONG))

    pairing = pair(sessions, (run(5, 11000),), DEFAULTS)

    assert done(pairing) == {"s6": "r5-9"}


def test_thirty_percent_is_about_the_length_and_a_metre_more_is_not():
    sessions = (session(1, 10000), session(4, 5000))

    assert done(pair(sessions, (run(3, 7000),), DEFAULTS)) == {"s1": "r3-9"}
    assert done(pair(sessions, (run(3, 6500),), DEFAULTS)) == {"s4": "r3-9"}
    assert done(pair(sessions, (run(3, 6501),), DEFAULTS)) == {"s1": "r3-9"}


def test_a_range_counts_from_its_lower_to_its_upper_end():
    assert done(pair((session(4, 8000, upto=10000),), (run(3, 13000),), DEFAULTS)) == {"s4": "r3-9"}
    assert done(pair((session(4, 8000, upto=10000),), (run(3, 13001),), DEFAULTS)) == {}


def test_a_session_by_time_is_compared_by_time():
    sessions = (session(1, seconds=2700), session(4, seconds=5400))

    assert done(pair(sessions, (run(3, 8000, seconds=5000),), DEFAULTS)) == {"s4": "r3-9"}


def test_of_two_equally_near_sessions_the_earlier_is_fulfilled():
    pairing = pair((session(1, 6000), session(3, 6000)), (run(2, 6000),), DEFAULTS)

    assert done(pairing) == {"s1": "r2-9"}


def test_a_short_run_does_not_fulfil_a_longer_session_still_to_come():
    pairing = pair((session(6, 18000, Kind.LONG),), (run(0, 3000),), DEFAULTS)

    assert done(pairing) == {}
    assert [one.id for one in pairing.extra] == ["r0-9"]


def test_a_session_is_fulfilled_on_its_own_day_whatever_the_length():
    assert done(pair((session(6, 11000, Kind.LONG),), (run(6, 19000),), DEFAULTS)) == {"s6": "r6-9"}


def test_a_run_never_fulfils_a_session_of_another_week():
    pairing = pair((session(6, 6000),), (run(7, 6000),), DEFAULTS)

    assert done(pairing) == {}


def test_the_week_begins_on_the_day_the_runner_says():
    from_sunday = Settings(runner=Runner(week_starts=6))

    assert done(pair((session(6, 6000),), (run(7, 6000),), from_sunday)) == {"s6": "r7-9"}


def test_the_race_pairs_with_the_run_of_race_day_that_is_nearest_to_it():
    sessions = (session(6, 21100, Kind.RACE, uid="race"), session(6, 3000, uid="shakeout"))
    runs = (run(6, 3000, hour=8), run(6, 21300, hour=10))

    assert done(pair(sessions, runs, DEFAULTS)) == {"race": "r6-10", "shakeout": "r6-8"}


def test_a_run_of_the_distance_on_another_day_is_not_the_race():
    assert done(pair((session(6, 10000, Kind.RACE),), (run(4, 10000),), DEFAULTS)) == {}


def test_a_ride_fulfils_no_run_and_a_run_no_strength():
    sessions = (session(1, 6000), session(2, kind=Kind.STRENGTH, seconds=1800))
    activities = (run(1, 6000, sport=Sport.RIDE), run(2, 5000, seconds=1800))

    pairing = pair(sessions, activities, DEFAULTS)

    assert done(pairing) == {"s1": "r2-9"}


def test_recordings_restarted_within_half_an_hour_are_one_run():
    first = run(6, 6000, hour=9, seconds=2400)
    second = run(6, 5000, hour=10, seconds=2000)

    pairing = pair((session(6, 11000, Kind.LONG), session(3, 5000)), (second, first), DEFAULTS)

    assert [(uid, one.id, one.metres) for uid, one in pairing.done] == [("s6", "r6-9", 11000)]
    assert pairing.extra == ()


def test_a_past_session_without_a_run_is_missed():
    history = History(since=day(-30), until=day(4), activities=(run(1, 6000),))
    sessions = (session(1, 6000), session(3, 6000), session(4, 5000))

    pairing = look_back(sessions, history=history, settings=DEFAULTS, today=day(4))

    assert pairing.missed == ("s3",)


def test_nothing_is_missed_on_a_day_that_is_not_known():
    unknown = (Span(source="watch", since=day(3), until=day(3)),)
    history = History(since=day(1), until=day(4), unknown=unknown)
    sessions = (session(0, 6000), session(1, 6000), session(3, 6000))

    assert look_back(sessions, history=history, settings=DEFAULTS, today=day(4)).missed == ("s1",)
    nothing = History(until=day(4))
    assert look_back(sessions, history=nothing, settings=DEFAULTS, today=day(4)).missed == ()


def test_without_a_source_everything_before_today_counts_as_done():
    history = History(until=day(4), assumed=True)
    sessions = (session(1, 6000), session(4, 5000))

    pairing = look_back(sessions, history=history, settings=DEFAULTS, today=day(4))

    assert pairing.presumed == ("s1",)
    assert pairing.missed == ()


sessions_in_any_week = st.lists(
    st.builds(
        lambda number, metres, kind, place: session(number, metres, kind, uid=f"u{place}"),
        st.integers(0, 20),
        st.integers(2000, 30000),
        st.sampled_from([Kind.EASY, Kind.LONG, Kind.QUALITY, Kind.RACE, Kind.STRENGTH]),
        st.integers(0, 10**6),
    ),
    unique_by=lambda one: one.uid,
    max_size=12,
)
runs_in_any_week = st.lists(
    st.builds(run, st.integers(0, 20), st.integers(0, 30000), hour=st.integers(0, 23)),
    unique_by=lambda one: one.id,
    max_size=12,
)


@given(st.data(), sessions_in_any_week, runs_in_any_week)
def test_the_order_of_sessions_and_runs_does_not_matter(data, sessions, runs):
    shuffled = data.draw(st.permutations(sessions)), data.draw(st.permutations(runs))

    assert pair(*shuffled, DEFAULTS) == pair(sessions, runs, DEFAULTS)


@given(sessions_in_any_week, runs_in_any_week)
def test_each_run_fulfils_one_session_of_its_week_or_is_extra(sessions, runs):
    pairing = pair(sessions, runs, DEFAULTS)
    used = [one.id for _, one in pairing.done] + [one.id for one in pairing.extra]
    days = {one.uid: one.day for one in sessions}

    assert len(used) == len(set(used))
    assert sum(one.metres for one in runs) == sum(one.metres for _, one in pairing.done) + sum(
        one.metres for one in pairing.extra
    )
    assert len({uid for uid, _ in pairing.done}) == len(pairing.done)
    assert all(days[uid].isocalendar()[1] == one.day.isocalendar()[1] for uid, one in pairing.done)


@given(sessions_in_any_week, runs_in_any_week)
def test_every_past_run_session_is_done_or_missed_when_all_days_are_known(sessions, runs):
    history = History(since=day(0), until=day(21), activities=tuple(runs))

    pairing = look_back(sessions, history=history, settings=DEFAULTS, today=day(21))

    answered = [uid for uid, _ in pairing.done] + list(pairing.missed)
    assert sorted(answered) == sorted(one.uid for one in sessions if one.workout.kind.is_run)
