from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import PlanError
from surefoot.text.days import WEEKDAYS, day_name, parse_day, parse_span, weekday

MONDAY = date(2027, 1, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-30", date(2027, 1, 30)),
        ("sat", date(2027, 1, 30)),
        ("Saturday", date(2027, 1, 30)),
        ("mon", MONDAY),
        ("today", MONDAY),
        ("tomorrow", date(2027, 1, 26)),
    ],
)
def test_a_day_is_read_as_a_person_types_it(text, day):
    assert parse_day(text, MONDAY) == day


def test_of_what_has_happened_a_weekday_is_the_latest_one():
    assert parse_day("sat", MONDAY, past=True) == date(2027, 1, 23)
    assert parse_day("mon", MONDAY, past=True) == MONDAY
    assert parse_day("yesterday", MONDAY, past=True) == date(2027, 1, 24)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_is_never_more_than_six_days_away(today, number, past):
    day = parse_day(WEEKDAYS[number], today, past=past)

    assert day.weekday() == number
    assert timedelta(0) <= (today - day if past else day - today) < timedelta(7)


@pytest.mark.parametrize("text", ["", "yesterday", "2027-02-30", "20270130", "2027-W04", "someday", "30.1."])
def test_what_is_no_day_is_refused_with_a_way_out(text):
    with pytest.raises(PlanError) as caught:
        parse_day(text, MONDAY)

    assert caught.value.mend


def test_a_misspelt_day_is_recognised():
    with pytest.raises(PlanError, match="saturday"):
        parse_day("saterday", MONDAY)


def test_a_span_has_a_first_and_a_last_day():
    assert parse_span("sat..mon", MONDAY) == (date(2027, 1, 30), date(2027, 2, 1))
    assert parse_span("2027-01-30..2027-02-02", MONDAY) == (date(2027, 1, 30), date(2027, 2, 2))
    assert parse_span("today..sun", MONDAY) == (MONDAY, date(2027, 1, 31))
    assert parse_span("sat", MONDAY) == (date(2027, 1, 30), date(2027, 1, 30))


@pytest.mark.parametrize("text", ["2027-02-02..2027-01-30", "sat..", "..mon", "tomorrow..today"])
def test_a_span_that_is_none_is_refused(text):
    with pytest.raises(PlanError):
        parse_span(text, MONDAY)


def test_a_day_is_named_in_english():
    assert day_name(date(2027, 1, 24)) == "Sun 24 Jan"


def test_weekdays_have_short_and_long_names():
    assert [weekday(word) for word in ("mo", "Tues", "Wed.", "thursday", "fr", "x", "m", "monda")] == [
        0, 1, 2, 3, 4, None, None, None,
    ]  # fmt: skip
