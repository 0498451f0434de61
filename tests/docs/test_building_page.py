"""The page on building says what building does."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_table_of_how_far_plans_reach_is_what_they_reach(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import reach

    page = (ROOT / "docs" / "why" / "building.md").read_text()

    assert reach.table() in page
    assert sys.modules.pop("reach")


def test_from_5_km_about_13_km_are_reached_in_12_weeks_and_16_km_reach_a_marathon(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import reach

    assert 12_500 <= reach.longest(21_097, 5, 12) <= 13_500
    assert reach.longest(42_195, 16, 16) >= 30_000
    assert sys.modules.pop("reach")
