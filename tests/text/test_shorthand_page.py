"""The reference page of the shorthand says what is so."""

import re
from pathlib import Path

import pytest

from surefoot.model import PlanError, Unit
from surefoot.text.shorthand import parse, write
from surefoot.text.words import AIMS, CANONICAL, FILLERS, WORDS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "shorthand.md").read_text(encoding="utf-8")
EXAMPLES = [
    [cell.strip().strip("`") for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Examples")[2].splitlines()
    if line.startswith("| `")
]


@pytest.mark.parametrize(("written", "canonical", "title", "counts"), EXAMPLES)
def test_an_example_of_the_page_is_so(written, canonical, title, counts):
    if canonical == "refused":
        with pytest.raises(PlanError):
            parse(written, Unit.KM)
        return
    (workout,) = parse(written, Unit.KM)
    metres = workout.upto or workout.metres

    assert write(workout, Unit.KM) == canonical
    assert workout.title == title
    assert counts == (f"{metres} m" if metres else f"{workout.seconds} s" if workout.seconds else "–")


def test_the_page_has_examples():
    assert len(EXAMPLES) > 30


def test_every_word_that_is_written_is_on_the_page():
    kinds = PAGE.partition("## Kinds")[2].partition("## Parts")[0]

    for word, spelling in CANONICAL:
        assert spelling.split()[-1] in kinds, word


def test_every_word_of_the_kinds_table_is_understood():
    kinds = PAGE.partition("## Kinds")[2].partition("`run`, `session`")[0]
    adjectives = {"heavy", "moderate", "light"}

    for spelling in re.findall(r"`([^`]+)`", kinds):
        assert tuple(spelling.lower().split()) in WORDS or spelling in adjectives


def test_every_filler_and_every_aim_is_on_the_page():
    assert all(f"`{word}`" in PAGE for word in FILLERS - {"runs", "running"})
    assert all(f'"{word}"' in PAGE for word in AIMS - {"uphill"})
