"""Races, days off and what a weekday is for, as ``surefoot.toml`` says them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from surefoot.model import Away, ConfigError, Most, RaceDay, Unit
from surefoot.settings import parse
from surefoot.settings.calendar import off, races

HOME = Path("/home/ada/training")
PAGE = Path(__file__).parents[1] / "docs" / "reference" / "settings.md"


def test_races_stand_in_order_of_day_with_b_as_the_usual_priority():
    found = parse(
        """
        [[races]]
        date = 2027-03-27
        priority = "parkrun"
        [[races]]
        date = 2027-03-14
        distance = "half"
        name = "Harbour"
        """,
        HOME,
    )

    assert found.settings.races == (
        RaceDay(day=date(2027, 3, 14), metres=21097, priority="B", name="Harbour"),
        RaceDay(day=date(2027, 3, 27), metres=5000, priority="parkrun"),
    )


def test_days_off_without_an_end_are_one_day():
    found = parse("[[off]]\nsince = 2027-04-02\n[[off]]\nsince = 2027-03-01\nuntil = 2027-03-03", HOME)

    assert found.settings.off == (
        Away(since=date(2027, 3, 1), until=date(2027, 3, 3)),
        Away(since=date(2027, 4, 2), until=date(2027, 4, 2)),
    )


def test_a_weekday_is_for_one_kind_and_takes_so_much():
    runner = parse(
        '[runner]\nonly = { tue = "quality", friday = "rest" }\nmost = { tue = "45 min", sat = "12 km" }',
        HOME,
    ).settings.runner

    assert runner.only == ("", "quality", "", "", "rest", "", "")
    assert runner.most[1] == Most(seconds=2700)
    assert runner.most[5] == Most(metres=12000)
    assert runner.most[0] is None


def test_one_most_is_for_every_day():
    assert parse('[runner]\nmost = "1 h"', HOME).settings.runner.most == (Most(seconds=3600),) * 7


@pytest.mark.parametrize(
    ("text", "what", "mend"),
    [
        ("[[races]]\ndistance = '10 km'", "date is missing", "add a line  date = 2027-03-14"),
        ("[[races]]\ndate = 2027-03-14", "distance is missing", 'add a line  distance = "10 km"'),
        (
            "[[races]]\ndate = 2027-03-14\npriority = 'D'\ndistance = '10 km'",
            "priority: expected 'A' or 'B' or 'C' or 'parkrun', found text, 'D'",
            None,
        ),
        ("[races]\ndate = 2027-03-14", "expected a list of tables, found a table", None),
        (
            "[[off]]\nsince = 2027-03-14\nuntil = 2027-03-13",
            "it ends on 2027-03-13, before it begins on 2027-03-14",
            "write the earlier day first",
        ),
        ("[[off]]\nuntil = 2027-03-14", "since is missing", "add a line  since = 2027-03-20"),
        ("[[off]]\nfrom = 2027-03-14", "there is no setting 'from'", None),
        ("[runner]\nonly = { tue = 'qality' }", "only: a day is not for 'qality'", "did you mean quality?"),
        ("[runner]\nonly = 'rest'", "only: expected a table by day of the week, found text, 'rest'", None),
        ("[runner]\nmost = { tue = '45m' }", "most: 45m is too short for a run", "for minutes write 45 min"),
        ("[runner]\nmost = 45", None, None),
    ],
)
def test_a_mistake_is_one_message_that_says_where(text, what, mend):
    with pytest.raises(ConfigError) as caught:
        parse(text, HOME)

    assert caught.value.where is not None
    assert what in (caught.value.what, None)
    assert mend in (caught.value.mend, None)


def test_two_races_on_one_day_are_refused():
    one = "[[races]]\ndate = 2027-03-14\ndistance = '10 km'\n"

    with pytest.raises(ConfigError, match="two races are on 2027-03-14"):
        parse(one + one, HOME)


def test_every_key_of_races_and_days_off_is_on_the_page():
    text = PAGE.read_text()

    assert [name for name in (*races(Unit.KM), *off()) if f"{name} = " not in text] == []
