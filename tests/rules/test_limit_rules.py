from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model.settings import Limits
from surefoot.rules import session_spike, weekly_increase
from surefoot.rules.after_race import Raced
from surefoot.rules.break_return import Return

LIMITS = Limits()
BACK = date(2027, 2, 1)  # a Monday
distances = st.integers(0, 60_000)


@pytest.mark.parametrize(
    ("longest", "clean", "limit"),
    [
        (0, True, 1600),
        (3000, True, 4600),
        (5000, True, 6000),
        (5000, False, 5500),
        (8000, True, 9000),
        (8000, False, 8800),
        (10_000, True, 11_000),
        (19_000, True, 20_900),
    ],
)
def test_a_run_may_be_a_tenth_longer_and_a_short_one_a_little_more(
    longest: int, clean: bool, limit: int
) -> None:
    assert session_spike.limit(longest, LIMITS, clean=clean) == limit


@pytest.mark.parametrize(
    ("reference", "runs", "limit"),
    [(0, 0, 1600), (10_000, 3, 12_400), (10_000, 1, 11_600), (24_000, 4, 27_500), (29_700, 4, 32_670)],
)
def test_a_week_may_be_a_tenth_longer_and_a_small_one_a_little_more(
    reference: int, runs: int, limit: int
) -> None:
    assert weekly_increase.limit(reference, runs, LIMITS) == limit


@given(distances, distances, st.booleans())
def test_the_limit_of_a_run_never_falls_when_the_longest_run_rises(one: int, other: int, clean: bool) -> None:
    low, high = sorted((one, other))

    limits = [session_spike.limit(longest, LIMITS, clean=clean) for longest in (low, high)]
    assert limits[0] <= limits[1]


@given(distances, distances, st.integers(0, 8), st.integers(0, 8))
def test_the_limit_of_a_week_never_falls_when_the_reference_rises(
    one: int, other: int, few: int, more: int
) -> None:
    low, high = sorted((one, other))

    lower, higher = weekly_increase.limit(low, few, LIMITS), weekly_increase.limit(high, few + more, LIMITS)
    assert lower <= higher


@pytest.mark.parametrize(
    ("days", "shares"),
    [
        (14, [50, 75, None]),
        (28, [50, 50, 75, 75, None]),
        (42, [33, 33, 50, 50, 75, 75, None]),
        (120, [33, 33, 33, 50, 50, 50, 70, 70, 70, 85, 85, 85, None]),
    ],
)
def test_a_return_goes_up_in_stages_and_lasts_as_long_as_the_break(
    days: int, shares: list[int | None]
) -> None:
    back = Return(back=BACK, days=days, reference=40_000, longest=15_000)

    assert [back.share(BACK + timedelta(weeks=n)) for n in range(len(shares))] == shares


def test_quality_comes_back_half_way_through_the_first_stage_above_one_half() -> None:
    fortnight = Return(back=BACK, days=28, reference=40_000, longest=15_000)
    quarter = Return(back=BACK, days=100, reference=40_000, longest=15_000)

    assert fortnight.quality_from == BACK + timedelta(days=21)
    assert quarter.quality_from == BACK + timedelta(days=53)


@pytest.mark.parametrize(
    ("metres", "easy", "off"), [(5000, 3, 0), (10_000, 5, 0), (21_097, 10, 2), (42_195, 21, 5)]
)
def test_the_longer_the_race_the_longer_the_rest(metres: int, easy: int, off: int) -> None:
    race = Raced(day=BACK, metres=metres, peak=40_000)
    after = [BACK + timedelta(days=n) for n in range(1, 30)]

    assert sum(race.easy(day) for day in after) == easy
    assert sum(race.off(day) for day in after) == off


def test_the_two_weeks_after_a_half_marathon_are_half_and_three_quarters_of_the_peak() -> None:
    race = Raced(day=BACK + timedelta(days=6), metres=21_097, peak=40_000)

    limits = [race.limit(BACK + timedelta(weeks=n), 0, 1600) for n in range(4)]
    assert limits == [None, 20_000, 30_000, None]
