"""The advisory averages against their published constants."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.load.averages import averages, by_day, decaying_average, weighted_average
from surefoot.load.runs import Run

rows = st.lists(st.integers(0, 40000), min_size=1, max_size=120)


def step(function, days):
    """How much of one day's load enters the average at once."""
    return function([0] * 200 + [1_000_000], days) / 1_000_000


def test_the_weighted_average_takes_a_quarter_of_the_day_over_seven_days():
    assert step(weighted_average, 7) == pytest.approx(0.25)
    assert step(weighted_average, 28) == pytest.approx(0.0690, abs=5e-5)


def test_fitness_and_fatigue_take_the_shares_that_intervals_icu_publishes():
    assert step(decaying_average, 42) == pytest.approx(0.023528, abs=5e-7)
    assert step(decaying_average, 7) == pytest.approx(0.133122, abs=5e-7)


def test_form_is_yesterdays_fitness_less_yesterdays_fatigue():
    daily = [5000, 0, 8000, 0, 0, 12000, 0, 30000]

    yesterday = decaying_average(daily[:-1], 42) - decaying_average(daily[:-1], 7)
    assert averages(daily).form == pytest.approx(yesterday)


def test_the_coupled_and_the_uncoupled_ratio_agree_with_their_algebra():
    both = averages([4000] * 21 + [6000] * 7)

    assert both.uncoupled == pytest.approx(1.5)
    assert both.coupled == pytest.approx(4 * 1.5 / (3 + 1.5))


def test_monotony_divides_by_the_population_deviation():
    week = [10000, 0, 8000, 0, 6000, 5000, 16000]

    mean = sum(week) / 7
    deviation = math.sqrt(sum((one - mean) ** 2 for one in week) / 7)
    assert averages(week).monotony == pytest.approx(mean / deviation)
    assert averages(week).strain == pytest.approx(45000 * mean / deviation)


def test_what_needs_more_days_than_are_known_is_left_out():
    nothing, some = averages([]), averages([5000] * 27)

    assert (nothing.acute, nothing.fitness, nothing.form) == (None, None, None)
    assert some.acute == 5000
    assert (some.chronic, some.coupled, some.uncoupled, some.weighted) == (None, None, None, None)


def test_a_row_without_any_load_has_no_ratio():
    nothing = averages([0] * 60)

    assert (nothing.coupled, nothing.uncoupled, nothing.weighted, nothing.monotony) == (None,) * 4


def test_the_metres_of_one_day_are_summed_and_rest_is_zero():
    runs = [
        Run(day=date(2027, 1, day), metres=metres, seconds=1)
        for day, metres in ((2, 3000), (2, 4000), (9, 1))
    ]

    assert by_day(runs, date(2027, 1, 1), date(2027, 1, 3)) == (0, 7000, 0)


@given(st.integers(1, 40000), st.integers(28, 120))
def test_a_load_that_never_changes_is_its_own_average(load, days):
    same = averages([load] * days)

    for one in (same.acute, same.chronic, same.before, same.fitness, same.fatigue):
        assert one == pytest.approx(load)
    assert (same.coupled, same.uncoupled, same.weighted) == pytest.approx((1, 1, 1))
    assert same.form == pytest.approx(0, abs=1e-6)


@given(rows)
def test_an_average_lies_between_the_least_and_the_greatest_day(daily):
    for one in (weighted_average(daily, 7), decaying_average(daily, 42)):
        assert min(daily) - 1e-6 <= one <= max(daily) + 1e-6


@given(rows.filter(lambda row: len(row) >= 28))
def test_the_coupled_ratio_never_exceeds_four(daily):
    coupled = averages(daily).coupled

    assert coupled is None or coupled <= 4 + 1e-9
