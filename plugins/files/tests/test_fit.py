from datetime import datetime, timedelta, timezone

import pytest
from recording_writers import ACTIVITY, EVENT, FILE_ID, RECORD, SESSION, Fit, Run, fit, tick

from surefoot_files.fit import read
from surefoot_files.recording import UnreadableError

START = datetime(2027, 1, 24, 7, 36, tzinfo=timezone(timedelta(hours=1)))
RUN = Run(start=START, metres=19_000, seconds=6_840)
BEGIN = tick(START)
UNIX = int(START.timestamp())


def sessions(*several, kind=4, big=False, developer=()):
    file = Fit(big=big)
    file.define(0, 0, FILE_ID)
    file.add(0, f0=kind)
    file.define(1, 18, SESSION, developer)
    for values in several:
        file.add(1, tail=bytes(sum(developer)), **{f"f{key}": value for key, value in values.items()})
    return file


def leg(sport, start, metres, seconds, **more):
    values = {2: start, 253: start + seconds, 5: sport, 7: seconds * 1000, 8: seconds * 1000, 9: metres * 100}
    return {**values, **more}


@pytest.mark.parametrize("big", [False, True])
def test_a_run_is_read_from_its_summary_in_either_byte_order(big):
    (run,) = read(fit(RUN, big=big))

    assert (run.start, run.sport, run.metres, run.seconds, run.offset) == (UNIX, "run", 19_000, 6_840, 3600)
    assert (run.ascent, run.descent, run.notes, run.doubt) == (20, 20, (), False)


def test_a_run_without_summary_is_rebuilt_from_its_points_and_says_so():
    (run,) = read(fit(RUN, summary=False))

    assert (run.start, run.metres, run.seconds, run.elapsed) == (UNIX, 19_000, 6_840, 6_840)
    assert (run.sport, run.doubt) == ("run", True)
    assert run.notes[0] == "rebuilt from its records: it has no summary"
    assert "taken as a run" in run.notes[1]


def test_a_pause_without_summary_counts_as_elapsed_only():
    file = Fit()
    file.define(0, 0, FILE_ID)
    file.add(0, f0=4)
    file.define(1, 20, RECORD)
    for second in [*range(0, 601, 10), *range(1200, 1801, 10)]:
        running = second if second <= 600 else second - 600
        file.add(1, f253=BEGIN + second, f5=running * 300)

    (run,) = read(file.data())
    assert (run.metres, run.seconds, run.elapsed) == (3_600, 1_200, 1_800)


def test_points_with_compressed_times_are_counted_on_from_the_last_full_time():
    file = Fit()
    file.define(0, 0, FILE_ID)
    file.add(0, f0=4)
    file.define(1, 21, EVENT)
    file.add(1, f253=BEGIN)
    file.define(2, 20, {5: 0x86})
    for second in range(0, 201, 10):
        file.add(2, tick=(BEGIN + second) & 31, f5=second * 300)

    (run,) = read(file.data())
    assert (run.start, run.metres, run.seconds) == (UNIX, 600, 200)


def test_each_leg_of_a_triathlon_is_an_activity_of_its_sport_and_transitions_are_none():
    legs = [leg(5, BEGIN, 1500, 1800), leg(3, BEGIN + 1800, 200, 60), leg(2, BEGIN + 1860, 40_000, 4000)]
    found = read(sessions(*legs, leg(1, BEGIN + 5860, 10_000, 3000)).data())

    assert [(one.sport, one.metres) for one in found] == [("swim", 1500), ("ride", 40_000), ("run", 10_000)]
    assert sum(one.metres for one in found if one.sport == "run") == 10_000


def test_a_wrong_checksum_is_no_reason_to_refuse_a_file():
    assert read(sessions(leg(1, BEGIN, 5000, 1800)).data(crc=1))[0].metres == 5000


@pytest.mark.parametrize("size", [0, 10_000_000])
def test_a_header_that_lies_about_the_size_is_not_believed(size):
    assert read(sessions(leg(1, BEGIN, 5000, 1800)).data(size=size))[0].metres == 5000


def test_junk_behind_the_end_is_ignored():
    assert len(read(fit(RUN) + b"junk" * 50)) == 1


def test_two_chained_copies_are_one_activity_and_two_chained_runs_are_two():
    later = sessions(leg(1, BEGIN + 86_400, 5000, 1800)).data()

    assert len(read(fit(RUN) + fit(RUN))) == 1
    assert [one.metres for one in read(fit(RUN) + later)] == [19_000, 5_000]


def test_an_empty_file_chained_behind_a_run_does_not_spoil_it():
    assert len(read(fit(RUN) + Fit().data())) == 1


def test_a_clock_that_was_never_set_is_refused_with_the_reason():
    with pytest.raises(UnreadableError, match="clock was not set"):
        read(sessions(leg(1, 16_441_241, 5000, 1800)).data())


def test_a_rebuilt_run_needs_a_set_clock_too():
    file = Fit()
    file.define(1, 20, RECORD)
    for second in range(0, 100, 10):
        file.add(1, f253=1000 + second, f5=second * 300)

    with pytest.raises(UnreadableError, match="clock was not set"):
        read(file.data())


@pytest.mark.parametrize("kind", [2, 5, 6, 9, 15, 32])
def test_files_of_settings_workouts_courses_and_weights_hold_no_activity(kind):
    assert read(fit(RUN, summary=False, kind=kind)) == []


def test_without_timer_time_the_elapsed_time_counts():
    values = leg(1, BEGIN, 5000, 1800)
    del values[8]

    assert read(sessions(values).data())[0].seconds == 1800


def test_timer_and_elapsed_time_are_kept_apart():
    (run,) = read(sessions(leg(1, BEGIN, 5000, 1800) | {7: 2_400_000}).data())

    assert (run.seconds, run.elapsed) == (1800, 2400)


def test_without_start_the_end_less_the_elapsed_time_counts():
    values = leg(1, BEGIN, 5000, 1800)
    del values[2]

    assert read(sessions(values).data())[0].start == UNIX


def test_a_distance_that_is_not_known_is_zero_and_says_so():
    values = leg(1, BEGIN, 0, 1800)
    del values[9]
    (run,) = read(sessions(values).data())

    assert (run.metres, run.notes) == (0, ("its distance is not known",))


def test_a_local_type_may_be_said_anew_again_and_again():
    file = sessions(leg(1, BEGIN, 5000, 1800))
    for second in range(0, 400, 2):
        file.define(0, 23, {253: 0x86}, (5,) if second % 4 else ())
        file.add(0, f253=BEGIN + second, tail=bytes(5 if second % 4 else 0))
    file.define(1, 18, SESSION)
    file.add(1, **{f"f{key}": value for key, value in leg(1, BEGIN + 9000, 7000, 1800).items()})

    assert [one.metres for one in read(file.data())] == [5000, 7000]


def test_developer_fields_are_stepped_over():
    found = read(sessions(leg(1, BEGIN, 5000, 1800), leg(2, BEGIN + 9000, 9, 9), developer=(4, 7)).data())

    assert [one.metres for one in found] == [5000, 9]


@pytest.mark.parametrize(("sport", "sub", "name"), [
    (1, 3, "run"), (4, 1, "run"), (0, 45, "run"), (11, 0, "walk"), (17, 0, "hike"), (2, 58, "ride"),
    (10, 20, "strength"), (4, 0, "other"), (213, 0, "other"),
])  # fmt: skip
def test_sports_and_sub_sports_have_their_meaning(sport, sub, name):
    assert read(sessions(leg(sport, BEGIN, 5000, 1800) | {6: sub}).data())[0].sport == name


def test_a_session_without_sport_is_told_by_its_speed_and_says_so():
    values = leg(1, BEGIN, 5000, 1800)
    del values[5]
    (run,) = read(sessions(values).data())

    assert (run.sport, run.notes) == ("run", ("its sport is not given; taken as a run for its speed",))


@pytest.mark.parametrize(
    ("away", "offset"), [(3600, 3600), (-25_200, -25_200), (20_700, 20_700), (90_000, None), (-631_000, None)]
)
def test_an_offset_that_no_place_on_earth_has_is_not_believed(away, offset):
    file = sessions(leg(1, BEGIN, 5000, 1800))
    file.define(2, 34, ACTIVITY)
    file.add(2, f253=BEGIN + 1800, f5=BEGIN + 1800 + away)

    assert read(file.data())[0].offset == offset


def test_fields_narrower_than_their_type_are_read_as_wide_as_they_are():
    file = sessions(leg(1, BEGIN, 5000, 1800))
    wide = bytes((22, 2, 0x84))
    narrow = bytes((22, 1, 0x86))

    assert wide in file.body
    body = file.body.replace(wide, narrow)
    # ascent has one byte now: take out its second one, which stands before descent, the last field
    file.body = body[:-4] + bytes((37,)) + body[-2:]
    assert read(file.data())[0].ascent == 37


def test_what_stands_before_a_cut_is_read():
    whole = fit(RUN)
    (run,) = read(whole[: len(whole) // 2])

    assert 9_000 < run.metres < 10_000
    assert run.doubt


def test_a_file_without_the_mark_is_refused():
    with pytest.raises(UnreadableError, match="no FIT file"):
        read(b"\0" * 200)


def test_numbers_that_cannot_be_true_are_refused():
    with pytest.raises(UnreadableError, match="km, which cannot be true"):
        read(sessions(leg(1, BEGIN, 40_000_000, 1800)).data())


def test_a_day_in_the_far_future_is_refused():
    with pytest.raises(UnreadableError, match="clock"):
        read(sessions(leg(1, 4_200_000_000, 5000, 1800)).data())
