from hypothesis import given
from hypothesis import strategies as st

from surefoot_files.copies import distinct
from surefoot_files.recording import Recording

T = 1_800_000_000


def one(start, seconds, sport="run", metres=10_000, **more):
    return Recording(start=start, sport=sport, metres=metres, seconds=seconds, elapsed=seconds, **more)


recordings = st.lists(
    st.builds(
        one,
        start=st.integers(T, T + 200_000),
        seconds=st.integers(0, 90_000),
        sport=st.sampled_from(["run", "ride"]),
        doubt=st.booleans(),
    ),
    max_size=12,
)


def test_two_recordings_of_the_same_hour_are_one_run():
    assert list(distinct([one(T, 3600), one(T + 20, 3590)])) == [one(T, 3600)]


def test_two_runs_of_one_day_are_two():
    assert len(list(distinct([one(T, 3600), one(T + 7200, 3600)]))) == 2


def test_a_ride_that_was_never_stopped_does_not_swallow_the_run_after_it():
    assert len(list(distinct([one(T, 18_000, "ride"), one(T + 9000, 3600)]))) == 2


def test_a_whole_recording_is_preferred_to_a_rebuilt_one():
    cut, whole = one(T, 1800, metres=5_000, doubt=True), one(T, 3600)

    assert list(distinct([cut, whole])) == [whole]


def test_of_two_rebuilt_ones_the_longer_is_taken():
    short, long = one(T, 1800, metres=5_000, doubt=True), one(T, 3600, doubt=True)

    assert list(distinct([short, long])) == [long]


@given(recordings)
def test_what_is_left_has_ids_of_its_own_and_nothing_more_to_drop(several):
    left = list(distinct(several))
    ids = [recording.id for recording in left]

    assert sorted(set(ids)) == sorted(ids)
    assert sorted(distinct(left)) == sorted(left)


@given(recordings)
def test_a_second_copy_of_everything_changes_nothing(several):
    assert list(distinct(several + several)) == list(distinct(several))
