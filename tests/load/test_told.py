"""A day that one source cannot tell of is known where another one tells."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from surefoot.load.told import untold
from surefoot.model import Activity, Span, Sport
from surefoot.model.activity import BY_HAND

FIRST = date(2027, 1, 1)


def day(number):
    return FIRST + timedelta(days=number)


def run(number, source="watch"):
    start = datetime(2027, 1, 1, 8, tzinfo=UTC) + timedelta(days=number)
    return Activity(id=f"{number}", sport=Sport.RUN, start=start, metres=8000, seconds=2700, source=source)


def span(since, until, source="icu"):
    return Span(source=source, since=day(since), until=day(until))


def test_a_run_that_another_source_has_makes_its_day_known():
    assert untold([span(0, 6)], [run(0), run(3)]) == (span(1, 2), span(4, 6))


def test_what_the_same_source_has_says_nothing_of_the_rest_of_the_day():
    assert untold([span(3, 3)], [run(3, "icu")]) == (span(3, 3),)


def test_what_was_typed_in_does_not_make_its_day_known():
    assert untold([span(0, 2)], [run(1, BY_HAND)]) == (span(0, 2),)


def test_days_without_anything_anywhere_stay_unknown():
    assert untold([span(0, 6), span(2, 3, "other")], []) == (span(0, 6), span(2, 3, "other"))


@given(st.sets(st.integers(0, 20)), st.integers(0, 20), st.integers(0, 20))
def test_a_day_is_unknown_exactly_when_it_was_and_nobody_else_tells(ran, since, length):
    left = untold([span(since, since + length)], [run(number) for number in ran])

    days = {
        number for one in left for number in range((one.since - FIRST).days, (one.until - FIRST).days + 1)
    }
    assert days == set(range(since, since + length + 1)) - ran
