"""Descents, walks and rides count as load for somebody whom they aggravate."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from surefoot.catalogue import conditions
from surefoot.model import Activity, Diary, History, Schedule, Settings, Sport, Strength
from surefoot.rules.aggravators import DOWNHILL, RIDING, WALKING, AggravatorsPolicy, past

TODAY = date(2027, 3, 8)


def outing(back, sport=Sport.RUN, *, descent=None, metres=8000, seconds=3600):
    return Activity(
        id=f"{sport}{back:03d}",
        sport=sport,
        start=datetime.combine(TODAY - timedelta(days=back), time(8), UTC),
        metres=metres,
        seconds=seconds,
        descent=descent,
    )


def history(*outings, known=60):
    activities = tuple(sorted(outings, key=lambda one: one.start))
    return History(since=TODAY - timedelta(days=known), until=TODAY, activities=activities)


def usual(sport=Sport.RUN, **size):
    return [outing(back, sport, **size) for back in (9, 16, 23, 30)]


def settings(*complaints):
    return Settings(strength=Strength(complaints=complaints))


def flat(past_, *complaints):
    policy = AggravatorsPolicy()
    policy.settings = settings(*complaints)
    return list(policy.review(Schedule(today=TODAY), past_, Diary()))


def test_the_complaints_are_those_the_catalogue_says_are_worse_downhill():
    named = {one.id: one for one in conditions()}

    assert {one.id for one in named.values() if one.descent} == DOWNHILL
    assert all("long-walking" in named[one].aggravators for one in WALKING)
    assert all("cycling" in named[one].aggravators for one in RIDING)


@pytest.mark.parametrize("complaint", sorted(DOWNHILL))
@pytest.mark.parametrize("sport", [Sport.RUN, Sport.WALK, Sport.HIKE])
def test_far_more_metres_downhill_than_in_the_weeks_before_make_routes_flat_for_a_week(complaint, sport):
    (advice,) = flat(history(*usual(descent=100), outing(1, sport, descent=400)), complaint)

    assert advice.flat
    assert (advice.since, advice.days) == (TODAY, 7)
    assert (advice.rest, advice.easy_only, advice.keep) == (False, False, 1)
    assert advice.reason == (
        "400 m downhill in the seven days to Sun 7 Mar, 100 m downhill at most in a week of the four before: "
        "it counts as load for what you have named. Flat routes until Sun 14 Mar. Strength stays."
    )


@pytest.mark.parametrize(
    ("runs", "complaints"),
    [
        ([*usual(descent=100), outing(1, descent=400)], ()),
        ([*usual(descent=100), outing(1, descent=400)], ("achilles-tendinopathy",)),
        ([*usual(descent=100), outing(1, descent=190)], ("itbs",)),
        ([*usual(descent=2000), outing(1, descent=2150)], ("itbs",)),
        ([*usual(descent=100), outing(1, Sport.RIDE, descent=900)], ("itbs",)),
    ],
)
def test_without_a_complaint_or_with_little_more_nothing_is_asked(runs, complaints):
    assert flat(history(*runs), *complaints) == []


def test_without_four_weeks_known_nothing_is_said():
    assert flat(history(outing(1, descent=400), known=20), "itbs") == []


def test_long_walks_and_rides_are_told_and_nothing_is_cut():
    walks = history(*usual(Sport.WALK, metres=3000), outing(1, Sport.WALK, metres=14000))
    rides = history(*usual(Sport.RIDE, seconds=3600), outing(0, Sport.RIDE, seconds=4 * 3600))

    assert flat(walks, "lateral-knee-pain-downhill") == []
    assert [one.value for one in past(walks, settings("lateral-knee-pain-downhill"), TODAY)] == [14000]
    assert past(walks, settings("itbs"), TODAY) == ()
    assert [one.message.split(" in the")[0] for one in past(rides, settings("pfp"), TODAY)] == [
        "4.0 h of riding"
    ]
