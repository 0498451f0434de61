"""How long strength takes."""

from hypothesis import given
from hypothesis import strategies as st

from surefoot.model import Dose
from surefoot.strength.minutes import CHANGE, WARM_UP, fitted, seconds, whole_minutes

DOSES = st.lists(
    st.builds(
        Dose,
        exercise=st.just("x"),
        sets=st.integers(1, 5),
        reps=st.none() | st.integers(1, 20),
        seconds=st.none() | st.integers(5, 60),
        side=st.sampled_from(("both", "each")),
        rest=st.integers(0, 120),
    ),
    min_size=1,
    max_size=6,
).map(tuple)


def test_a_hold_counts_its_seconds_and_the_rests_between_its_sets():
    assert seconds((Dose(exercise="x", sets=3, seconds=45, rest=60),)) == WARM_UP + CHANGE + 3 * 45 + 2 * 60


def test_a_one_sided_dose_takes_twice_as_long_and_a_pause_makes_a_repetition_longer():
    once = Dose(exercise="x", sets=1, reps=10)

    assert seconds((once,)) == WARM_UP + CHANGE + 40
    assert seconds((Dose(exercise="x", sets=1, reps=10, side="each"),)) == WARM_UP + CHANGE + 80
    assert seconds((Dose(exercise="x", sets=1, reps=10, seconds=6),)) == WARM_UP + CHANGE + 60


@given(DOSES, st.integers(10, 90))
def test_fitting_never_adds_and_stops_as_soon_as_it_fits(doses, minutes):
    result = fitted(doses, minutes)

    assert seconds(result) <= seconds(doses)
    assert [one.exercise for one in result] == [one.exercise for one in doses[: len(result)]]
    assert len(result) >= min(4, len(doses))
    assert seconds(result) > minutes * 60 or whole_minutes(result, minutes) * 60 >= seconds(result)
    assert seconds(doses) > minutes * 60 or result == doses
