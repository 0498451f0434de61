"""What an illness and being well again ask for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import Diary, History, Ill, Schedule
from surefoot.rules.illness import IllnessPolicy, spells

MONDAY = date(2027, 1, 25)
NOTHING = History(until=MONDAY)


def day(number):
    return MONDAY + timedelta(days=number)


def advised(*entries, today=0):
    diary = Diary(entries=entries)
    return tuple(IllnessPolicy().review(Schedule(today=day(today)), NOTHING, diary))


def span(advice):
    return (advice.since - MONDAY).days, (advice.since - MONDAY).days + advice.days - 1


def test_nothing_reported_asks_for_nothing():
    assert advised() == ()
    assert advised(Ill(day=day(0), well=True)) == ()


def test_who_is_ill_does_not_run_for_three_days_and_is_then_asked_again():
    (first,) = advised(Ill(day=day(0)))
    (again,) = advised(Ill(day=day(0)), today=3)

    assert (span(first), first.rest, first.light_only) == ((0, 2), True, True)
    assert span(again) == (3, 5)
    assert first.cause != again.cause


def test_two_weeks_without_a_word_end_it():
    assert advised(Ill(day=day(0)), today=14)
    assert advised(Ill(day=day(0)), today=15) == ()


def test_after_a_short_cold_three_easy_days_have_three_quarters():
    (back,) = advised(Ill(day=day(0)), Ill(day=day(2), well=True), today=2)

    assert (span(back), back.keep, back.easy_only, back.rest) == ((2, 4), 0.75, True, False)


def test_after_a_longer_illness_half_comes_before_three_quarters_for_as_many_days():
    half, more = advised(Ill(day=day(0)), Ill(day=day(8), well=True), today=8)

    assert (span(half), half.keep) == ((8, 11), 0.5)
    assert (span(more), more.keep) == ((12, 15), 0.75)


def test_after_a_fever_the_day_of_being_well_is_without_a_run():
    rest, half, more = advised(Ill(day=day(0), fever=True), Ill(day=day(4), well=True), today=4)

    assert (span(rest), rest.rest) == ((4, 4), True)
    assert (span(half), span(more)) == ((5, 6), (7, 8))


def test_a_fever_reported_later_belongs_to_the_same_illness():
    (one,) = spells(Diary(entries=(Ill(day=day(0)), Ill(day=day(1), fever=True))), day(1))

    assert (one.since, one.fever, one.well) == (day(0), True, None)


def test_what_is_over_is_not_advised():
    assert advised(Ill(day=day(0)), Ill(day=day(2), well=True), today=5) == ()


@given(ill=st.integers(1, 60), fever=st.booleans())
def test_the_way_back_is_as_long_as_the_illness_and_never_longer_than_two_weeks(ill, fever):
    found = advised(Ill(day=day(0), fever=fever), Ill(day=day(ill), well=True), today=ill)
    back = [one for one in found if not one.rest]

    assert sum(one.days for one in back) == min(max(ill, 3), 14)
    assert all(one.easy_only and one.light_only and one.keep < 1 for one in back)


@pytest.mark.parametrize("today", range(3))
def test_the_same_illness_is_one_cause_on_each_of_its_days(today):
    assert advised(Ill(day=day(0)), today=today)[0].cause == "illness:2027-01-25:rest:0"
