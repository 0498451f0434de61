"""What a few words suppose."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import PlanError, SurefootError, Unit
from surefoot.text.suppose import Allowed, FallenIll, Moved, Ran, Skipped, parse, told

MONDAY = date(2027, 1, 25)
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "what-if.md"


def supposed(text, today=MONDAY):
    return parse(text, today, unit=Unit.KM, week_starts=0)


def test_a_run_has_a_length_and_a_day():
    found = supposed("Run 25k easy on Saturday")

    assert isinstance(found, Ran)
    assert (found.day, found.workout.metres) == (date(2027, 1, 30), 25000)
    assert supposed("run 90min sun").workout.seconds == 5400
    assert supposed("run 12 on 2027-02-14").workout.metres == 12000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("skip next week", Skipped(since=date(2027, 2, 1), until=date(2027, 2, 7))),
        ("skip this week", Skipped(since=MONDAY, until=date(2027, 1, 31))),
        ("skip sat", Skipped(since=date(2027, 1, 30), until=date(2027, 1, 30))),
        ("skip sat..tue", Skipped(since=date(2027, 1, 30), until=date(2027, 2, 2))),
        ("move sun sat", Moved(source=date(2027, 1, 31), target=date(2027, 1, 30))),
        ("move sun to sat", Moved(source=date(2027, 1, 31), target=date(2027, 1, 30))),
        ("allow session-spike sun", Allowed(rule="session-spike", day=date(2027, 1, 31))),
        ("ill 3 days", FallenIll(days=3)),
        ("ill a week with fever", FallenIll(days=7, fever=True)),
    ],
)
def test_each_form_means_what_the_page_says(text, value):
    assert supposed(text) == value


def test_every_form_of_the_page_is_understood():
    rows = [line.split("|")[1] for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    texts = [text for row in rows for text in row.split("`")[1::2]]

    assert len(texts) > 8
    for text in texts:
        assert told(supposed(text), Unit.KM).startswith("you ")


@pytest.mark.parametrize("text", ["", "fly 3k on sat", "run", "skip", "ill", "run fast"])
def test_what_is_not_understood_is_answered_with_examples(text):
    with pytest.raises(PlanError) as caught:
        supposed(text)

    assert "run 25k on saturday" in (caught.value.mend or "")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("run 25k on smurfday", "'smurfday' is no day"),
        ("run 25k on 2027-01-01", "2027-01-01 is past"),
        ("run 25k on 2027-06-01", "2027-06-01 is more than 28 days ahead"),
        ("run strength 30min on sat", "'strength 30min' is no run"),
        ("ill 60 days", "60 days cannot be supposed"),
    ],
)
def test_what_cannot_be_is_refused_in_one_message(text, what):
    with pytest.raises(PlanError) as caught:
        supposed(text)

    assert caught.value.what == what


@given(text=st.text(max_size=40))
def test_any_text_is_understood_or_refused(text):
    with contextlib.suppress(SurefootError):
        assert told(supposed(text), Unit.KM)
