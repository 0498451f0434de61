"""What the rules do over simulated seasons holds in kind, on a hundred of the ten thousand."""

import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def evenings():
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import evenings

        yield evenings
    finally:
        sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def counts(evenings):
    """Each kind's counts, by its name."""
    import seasons

    return {
        one.name: sum((evenings.judge(seasons.season(one, number)) for number in range(one.share)), Counter())
        for one in seasons.KINDS
    }


def share(counted, *names, of="weeks"):
    return sum(counted[name] for name in names) / counted[of]


def test_a_steady_runner_is_seldom_told_that_a_week_was_over(counts):
    assert share(counts["steady"], "week past its limit warn", "week past its limit stop") < 0.02


def test_a_steady_runner_is_seldom_slowed_down(counts):
    assert share(counts["steady"], "reduction") < 0.04


def test_the_rules_are_quieter_than_last_week_and_a_tenth_by_far(counts):
    assert 10 * share(counts["steady"], "overrun-week warn") < share(counts["steady"], "last week + 10 %")


def test_every_week_above_its_limit_and_above_1_3_times_its_reference_is_found(counts):
    every = sum(counts.values(), Counter())

    assert every["over"] > 50
    assert every["over and found"] == every["over"]


def test_a_step_of_half_as_much_again_is_answered_within_two_weeks_in_nearly_every_season(counts):
    assert share(counts["a step of 50 %"], "answered", of="seasons") >= 0.9


def test_who_builds_within_the_limits_is_hardly_ever_told_that_a_week_was_over(counts):
    within = counts["the same within its limits"]

    assert within["week past its limit stop"] == 0
    assert share(within, "reduction") < 0.1


def test_an_evening_that_is_not_asked_would_have_had_nothing_to_say(evenings):
    import seasons

    for kindred in seasons.KINDS:
        one = seasons.season(kindred, 1)
        assert evenings.judge(one) == evenings.judge(one, every=True)


def test_the_same_seed_is_the_same_season(evenings):
    import seasons

    assert seasons.season(seasons.STEADY, 7) == seasons.season(seasons.STEADY, 7)
    assert seasons.season(seasons.STEADY, 7) != seasons.season(seasons.STEADY, 8)


def test_the_page_has_the_tables_of_ten_thousand_seasons():
    page = (ROOT / "docs" / "why" / "calibration.md").read_text()

    assert "| seasons | | 4,000 | 1,000 | 400 | 300 | 300 | 1,000 | 1,000 | 1,000 | 1,000 |" in page
