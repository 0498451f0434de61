"""The plan of examples/half-marathon: what the worked week and the pictures in the documents lean on."""

from pathlib import Path

from surefoot.plugin import Kind
from surefoot_planfiles.csvfile import Csv

PLAN = Csv().read((Path(__file__).parents[3] / "examples" / "half-marathon" / "plan.csv").read_bytes())
RUNS = [entry for entry in PLAN.entries if entry.workout.kind.is_run and entry.workout.kind is not Kind.RACE]


def week(number):
    return [(entry.day % 7, entry.workout.metres) for entry in RUNS if entry.day // 7 == number - 1]


def test_it_has_the_worked_weeks():
    assert week(3) == [(1, 6000), (3, 6000), (5, 5000), (6, 10000)]
    assert week(4) == [(1, 8000), (3, 5500), (5, 5000), (6, 11000)]
    assert sum(metres for _, metres in week(5)) == 32_000
    assert week(5)[-1] == (6, 12000)
    assert sum(metres for _, metres in week(6)) == 35_000


def test_it_ends_with_the_race_after_seventeen_weeks():
    assert PLAN.days == 17 * 7
    assert PLAN.race == "d118-race-1"
    assert max(entry.workout.metres for entry in RUNS) == 18_000


def test_no_week_is_more_than_a_tenth_above_the_four_before_it():
    weeks = [27_000] * 4 + [sum(metres for _, metres in week(number)) for number in range(1, 18)]

    assert all(100 * now <= 110 * max(weeks[at - 4 : at]) for at, now in enumerate(weeks) if at >= 4)


def test_no_run_is_more_than_a_tenth_above_the_longest_of_thirty_days():
    for entry in RUNS:
        before = [one.workout.metres for one in RUNS if entry.day - 30 <= one.day < entry.day]

        assert 100 * entry.workout.metres <= 110 * max([10_000, *before])
