"""How often each rule speaks of simulated seasons, and of a runner whose true load never changes.

Prints two tables; with ``--write`` they stand in docs/why/calibration.md. 10,000 seasons take about four
minutes on two cores.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import TypeAlias

from evenings import judge
from seasons import KINDS, STEADY, STEPPING, WILD, Kindred, season

PAGE = Path(__file__).parents[1] / "docs" / "why" / "calibration.md"
BEGIN, END = "<!-- written by benchmarks/calibration.py -->", "<!-- end -->"

ROWS = (
    ("run past its limit", "session-spike: a run above its limit", ("info", "warn", "stop")),
    ("session-spike", "overrun: told, above the band as well", ("info", "warn", "stop")),
    ("break-return", "overrun: told, on the way back from a break", ("info", "warn", "stop")),
    ("overrun reduction", "overrun: days made easier", ("info", "warn", "stop")),
    ("week past its limit", "weekly-increase: a week above its limit", ("info", "warn", "stop")),
    ("overrun-week", "overrun-week: told", ("warn",)),
    ("overrun-week reduction", "overrun-week: the next week held", ("warn",)),
    ("missed", "missed: told", ("info",)),
    ("missed reduction", "missed: days made easier", ("info",)),
    ("reduction", "**any automatic reduction**", ("",)),
    ("last week + 10 %", "naive: more than last week + 10 %", ("",)),
    ("coupled ratio > 1.5", "naive: coupled ratio above 1.5", ("",)),
    ("uncoupled ratio > 1.5", "naive: uncoupled ratio above 1.5", ("",)),
)

Counts: TypeAlias = dict[str, Counter[str]]


def calibrate(seasons: int, processes: int = 2) -> Counts:
    """Return the counts of each kind of runner; ``seasons`` is how many there are together."""
    with Pool(processes) as pool:
        return {
            one.name: sum(
                pool.imap_unordered(partial(_judge, one), range(max(1, seasons * one.share // 100)), 20),
                Counter(),
            )
            for one in KINDS
        }


def _judge(kindred: Kindred, number: int) -> Counter[str]:
    return judge(season(kindred, number))


def percent(counts: Counter[str], *names: str, of: str = "weeks") -> float:
    """Return how many of 100 weeks (or what ``of`` counts) had one of these."""
    return 100 * sum(counts[name] for name in names) / counts[of] if counts[of] else 100.0


def targets(counts: Counts) -> Iterator[str]:
    """The table of what was asked of the rules and what they come to."""
    steady, wild, stepping = counts[STEADY.name], counts[WILD.name], counts[STEPPING.name]
    every = sum(counts.values(), Counter())
    week = ("week past its limit warn", "week past its limit stop")
    yield "| asked | 10 % scatter | 20 % scatter |"
    yield "| --- | ---: | ---: |"
    for line, names in (
        ("a week found at warn or above: at most 1 % of flat weeks", week),
        ("an automatic reduction begins: at most 2 % of flat weeks", ("reduction",)),
    ):
        yield f"| {line} | {percent(steady, *names):.2f} % | {percent(wild, *names):.2f} % |"
    yield (
        f"| every week above 1.3 × its reference is found | {every['over and found']} of {every['over']}, "
        "all runners | |"
    )
    answered = percent(stepping, "answered", of="seasons")
    yield f"| a step of +50 % is answered within two weeks: 95 % of seasons | {answered:.1f} % | |"


def table(counts: Counts) -> Iterator[str]:
    """The table of all rules: the percent of judged weeks in which each spoke, by kind of runner."""
    yield f"| percent of weeks | level | {' | '.join(counts)} |"
    yield f"| --- | --- |{' ---: |' * len(counts)}"
    for name, label, levels in ROWS:
        for level in levels:
            cells = (percent(each, f"{name} {level}".strip()) for each in counts.values())
            yield f"| {label} | {level} | {' | '.join(f'{one:.2f}' for one in cells)} |"
    for name in ("weeks", "seasons"):
        yield f"| {name} | | {' | '.join(f'{each[name]:,}' for each in counts.values())} |"


def write(lines: list[str]) -> None:
    """Put the tables between the two marks of the page."""
    before, _, rest = PAGE.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text("\n".join((before + BEGIN, "", *lines, "", END)) + after)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seasons", type=int, default=10_000, help="how many together")
    parser.add_argument("--write", action="store_true", help="also write docs/why/calibration.md")
    asked = parser.parse_args()
    counts = calibrate(asked.seasons)
    lines = [*targets(counts), "", *table(counts)]
    print("\n".join(lines))
    if asked.write:
        write(lines)


if __name__ == "__main__":
    main()
