"""What is known of the past, and what is not."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surefoot.model import Activity, History, Span, Sport
from surefoot.store import Store
from surefoot.store.coverage import gaps, merged

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)
TODAY = date(2027, 1, 25)


def jan(day):
    return date(2027, 1, day)


def span(since, until, source="runs"):
    return Span(source=source, since=since, until=until)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, write=True) as opened:
        yield opened


def answer(store, since, until, *, source="runs", runs=(), asked=NOW):
    found = [
        Activity(
            id=f"{day}",
            sport=Sport.RUN,
            start=datetime(day.year, day.month, day.day, 8, tzinfo=UTC),
            metres=8000,
            seconds=2400,
        )
        for day in runs
    ]
    store.put_slice(source, since, until, found, asked)


def test_without_a_source_all_is_assumed_to_be_done(store):
    assert store.history((), TODAY, UTC) == History(until=TODAY, assumed=True)


def test_a_source_that_never_answered_is_unknown_for_six_weeks(store):
    found = store.history(("garmin",), TODAY, UTC)

    assert found.since is None
    assert found.unknown == (span(date(2026, 12, 15), TODAY, "garmin"),)
    assert not found.assumed


def test_what_lies_between_answers_is_unknown(store):
    answer(store, jan(1), jan(10), runs=[jan(3)])
    answer(store, jan(15), jan(20), runs=[jan(18)])

    found = store.history(("runs",), TODAY, UTC)

    assert found.since == jan(1)
    assert found.unknown == (span(jan(11), jan(14)), span(jan(21), jan(25)))
    assert [one.day for one in found.activities] == [jan(3), jan(18)]


def test_unknown_days_are_told_source_by_source(store):
    answer(store, jan(1), TODAY)
    answer(store, jan(10), jan(20), source="garmin")

    found = store.history(("runs", "garmin", "strava"), TODAY, UTC)

    assert found.unknown == (
        span(jan(1), jan(9), "garmin"),
        span(jan(21), TODAY, "garmin"),
        span(date(2026, 12, 15), TODAY, "strava"),
    )
    assert store.unknown(("garmin",), jan(20), jan(22)) == (span(jan(21), jan(22), "garmin"),)


def test_a_source_that_is_no_longer_configured_is_left_out(store):
    answer(store, jan(1), TODAY, runs=[jan(3)])
    answer(store, jan(1), TODAY, source="garmin", runs=[jan(4)])

    assert [one.source for one in store.history(("garmin",), TODAY, UTC).activities] == ["garmin"]
    assert [one.source for one in store.history(None, TODAY, UTC).activities] == ["runs", "garmin"]


def test_an_earlier_today_hides_later_runs_and_later_answers(store):
    answer(store, jan(1), TODAY, runs=[jan(3), jan(20)])

    found = store.history(("runs",), jan(19), UTC)

    assert [one.day for one in found.activities] == [jan(3)]
    assert (found.until, found.unknown) == (jan(19), ())
    assert store.history(("runs",), date(2026, 12, 31), UTC).since is None


def test_a_part_of_the_past_leaves_out_what_was_before(store):
    answer(store, jan(1), jan(22), runs=[jan(3), jan(20)])

    found = store.history(("runs",), TODAY, UTC, since=jan(18))

    assert [one.day for one in found.activities] == [jan(20)]
    assert found.since == jan(18)
    assert found.unknown == (span(jan(23), TODAY),)


def test_a_source_tells_when_it_last_answered(store):
    answer(store, jan(1), jan(10))
    answer(store, jan(5), TODAY, asked=NOW + timedelta(hours=1))

    assert store.asked("runs") == NOW + timedelta(hours=1)
    assert store.asked("garmin") is None
    assert store.coverage("runs") == (span(jan(1), TODAY),)


DAYS = st.integers(1, 30).map(jan)
SPANS = st.lists(st.tuples(DAYS, DAYS).map(sorted).map(lambda pair: span(*pair)), max_size=6)


def days(spans):
    return {one.since + timedelta(days=n) for one in spans for n in range((one.until - one.since).days + 1)}


@settings(max_examples=100)
@given(spans=SPANS, since=DAYS, until=DAYS)
def test_every_day_is_either_covered_or_in_a_gap(spans, since, until):
    covered = merged(spans)
    found = list(gaps(covered, "runs", since, until))

    assert days(covered) == days(spans)
    assert all((later.since - one.until).days > 1 for one, later in pairwise(covered))
    assert days(found) == days([span(since, until)]) - days(spans)
    assert all(one.since <= one.until for one in found)
