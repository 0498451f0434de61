"""How long a report lasts, what ends it, and how running comes back."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from surefoot.model import Activity, Diary, History, Level, Pain, Schedule, Settings, Sport
from surefoot.rules.pain import PainPolicy
from surefoot.rules.pain_after import STAGES
from surefoot.rules.pain_ask import questions, told, visit

MONDAY = date(2027, 1, 4)


def day(number):
    return MONDAY + timedelta(days=number)


def report(number, score, when="during", *signs, where="knee"):
    return Pain(day=day(number), where=where, score=score, when=when, signs=signs)


def history(runs, today):
    days = [*range(-28, 0, 2), *runs]
    activities = tuple(
        Activity(
            id=f"r{number:+03d}",
            sport=Sport.RUN,
            start=datetime.combine(day(number), time(9), UTC),
            metres=6000,
            seconds=2400,
        )
        for number in days
        if number <= today
    )
    return History(since=day(-28), until=day(today), activities=activities)


def review(*entries, today, runs=()):
    heard = tuple(one for one in entries if one.day <= day(today))
    advice = PainPolicy().review(Schedule(today=day(today)), history(runs, today), Diary(entries=heard))
    return {one.cause.split(":", 2)[2]: one for one in advice}


def asked(*entries, today, runs=()):
    heard = Diary(entries=tuple(one for one in entries if one.day <= day(today)))
    return questions(told(Schedule(today=day(today)), history(runs, today), heard, Settings()))


def on(*parts, number):
    """What covers a day, of the parts given."""
    return sorted(
        name
        for one in parts
        for name, advice in one.items()
        if advice.since <= day(number) < advice.since + timedelta(days=advice.days)
    )


def test_a_third_time_within_two_weeks_begins_with_two_days_without_a_run():
    held = review(report(-12, 4), report(-5, 3), report(0, 4), today=0)

    assert (held["rest"].since, held["rest"].days, held["rest"].rest) == (day(1), 2, True)
    assert held["again"].keep == 0.75


def test_one_clean_run_is_not_enough_and_two_are():
    first, second = report(2, 1), report(4, 2, "after")

    assert f"hold:{day(7)}" in review(report(0, 4), first, today=6, runs=(0, 2, 4))
    assert f"hold:{day(7)}" not in review(report(0, 4), first, second, today=6, runs=(0, 2, 4))


def test_a_run_with_a_worse_morning_after_it_is_not_clean():
    entries = (report(0, 4), report(2, 1), report(4, 1), report(5, 3, "morning"))

    assert review(*entries, today=6, runs=(0, 2, 4)) != {}
    assert f"hold:{day(12)}" in review(*entries, today=11, runs=(0, 2, 4))


def test_with_silence_and_one_run_a_hold_ends_after_a_fortnight():
    assert f"hold:{day(13)}" in review(report(0, 4), today=13, runs=(0, 3))
    assert review(report(0, 4), today=14, runs=(0, 3)) == {}


def test_a_later_report_of_the_same_place_carries_the_hold_on_by_itself():
    held = review(report(0, 4), report(6, 3), today=6, runs=(0, 6))

    assert not any(name.startswith("hold:") for name in held)


def test_a_stop_goes_on_two_days_at_a_time_and_ends_after_a_fortnight_without_a_word():
    lasting = [review(report(0, 7), today=number) for number in range(30)]

    assert all(one.rest for one in lasting[4].values() if one.level is Level.STOP)
    assert all(any("stop" in name for name in on(*lasting, number=n)) for n in range(14))
    assert lasting[2][f"stop:{day(3)}"].days == 2


def test_after_a_fortnight_off_running_begins_at_the_first_stage():
    stages = review(report(0, 7), today=14)

    assert stages[f"stop:stage:{day(14)}"].run_walk == STAGES[0]


def test_a_morning_without_the_walk_does_not_end_a_stop():
    calm = (report(1, 0, "morning"), report(2, 0, "morning"))

    assert f"stop:{day(3)}" in review(report(0, 7), *calm, today=2)
    assert f"stop:{day(3)}" not in review(report(0, 7), *calm, report(2, 0, "walking"), today=2)


def test_a_walk_with_a_limp_does_not_end_a_stop_and_begins_one():
    assert review(report(0, 7), report(2, 1, "walking", "limp"), today=2)["stop"].level is Level.STOP
    assert "30 min of walking without a limp?" in " ".join(
        asked(report(0, 7), report(2, 1, "walking", "limp"), today=3)
    )


def test_a_second_stop_within_a_fortnight_rests_a_day_more_and_begins_a_stage_earlier():
    held = review(report(0, 4, "after", "limp"), report(9, 7), today=9)

    assert held["stop"].days == 4
    assert held[f"stop:stage:{day(13)}"].run_walk == STAGES[2]


def test_two_clean_runs_lead_to_the_next_stage_and_a_sore_one_repeats_it():
    limp = (report(0, 4, "after", "limp"), report(1, 0, "morning"), report(2, 0, "walking"))
    clean = (report(3, 1), report(5, 2))
    sore = (report(3, 1), report(5, 4))

    assert review(*limp, *clean, today=6, runs=(3, 5))[f"stop:stage:{day(7)}"].run_walk == STAGES[4]
    assert review(*limp, *sore, today=6, runs=(3, 5))[f"stop:stage:{day(7)}"].run_walk == STAGES[3]


def test_what_was_looked_at_comes_back_from_the_first_stage():
    entries = (report(0, 2, "after", "night"), report(4, 0, "morning", "seen"))

    assert review(*entries, today=7)[f"stop:stage:{day(7)}"].run_walk == STAGES[0]
    assert not any(one.rest for name, one in review(*entries, today=7).items())


def test_after_a_swelling_that_was_looked_at_running_and_walking_take_turns():
    entries = (report(0, 2, "after", "swelling"), report(4, 0, "morning", "seen"))

    assert review(*entries, today=7)[f"stop:stage:{day(7)}"].run_walk == STAGES[3]


def test_shin_pain_of_one_stops_and_asks_for_a_doctor_until_somebody_has_looked():
    held = [review(report(0, 1, where="shin"), today=number) for number in range(30)]

    assert all(any("stop" in name for name in on(*held, number=n)) for n in range(28))
    assert "doctor" in held[0]["stop"].reason
    assert asked(report(0, 1, where="shin"), today=1)[0].startswith("Has somebody looked at the shin?")


def test_a_place_of_which_nothing_was_heard_for_a_week_is_not_asked_about():
    assert asked(report(0, 4), today=7) != ()
    assert asked(report(0, 4), today=8) == ()


def test_who_has_answered_today_is_not_asked_again():
    assert asked(report(0, 4), report(1, 1, "morning"), today=1) == ()


@pytest.mark.parametrize("number", [21, 22])
def test_three_weeks_and_not_better_is_said_with_a_report_and_the_day_after(number):
    entries = tuple(report(one, 3) for one in (0, 6, 12, 18, 21))

    assert visit(entries, day(number)) == (
        "Knee: three weeks and not better. A physiotherapist can find what a plan cannot.",
    )
    assert visit(entries, day(23)) == ()


def test_a_calm_week_between_begins_the_three_weeks_anew():
    assert visit(tuple(report(one, 3) for one in (0, 6, 14, 18, 22)), day(22)) == ()


def test_more_with_each_of_three_runs_is_worth_a_visit():
    assert visit((report(0, 1), report(2, 2), report(4, 3)), day(4)) == (
        "Knee: more with each of three runs. A physiotherapist can find what a plan cannot.",
    )
    assert visit((report(0, 1), report(2, 1), report(4, 3)), day(4)) == ()
