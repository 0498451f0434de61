"""What was done, as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import PlanError
from surefoot.text.did import Did, parse_did


@pytest.mark.parametrize(
    ("text", "did"),
    [
        ("", Did()),
        ("3x10", Did(sets=3, reps=10)),
        ("3 × 10 reps", Did(sets=3, reps=10)),
        ("12", Did(reps=12)),
        ("4x45s", Did(sets=4, seconds=45)),
        ("4 x 45 s", Did(sets=4, seconds=45)),
        ("3x10 @20kg", Did(sets=3, reps=10, load_g=20000)),
        ("3x10 @ 12,5 kg", Did(sets=3, reps=10, load_g=12500)),
        ("@45lb", Did(load_g=20411)),
    ],
)
def test_sets_repetitions_seconds_and_load_are_understood(text, did):
    assert parse_did(text) == did


@pytest.mark.parametrize("text", ["3xx", "3x10 @20", "3x10 @20 km", "3x10 @900kg", "ten", "-3x10"])
def test_what_is_no_amount_says_how_one_is_written(text):
    with pytest.raises(PlanError) as caught:
        parse_did(text)

    assert "write it as" in caught.value.mend


@given(st.text(max_size=20))
def test_whatever_is_typed_is_understood_or_refused(text):
    try:
        did = parse_did(text)
    except PlanError:
        return
    assert did.reps is None or did.seconds is None
    assert (did.load_g or 0) <= 300_000
