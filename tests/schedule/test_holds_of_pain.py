"""A later report never lifts what an earlier one still holds."""

from datetime import UTC, date, datetime

from surefoot.model import Decision, Hold, Reason
from surefoot.schedule.holds import holds


def decision(number, rule, since, until, *, pain=None):
    return Decision(
        id=f"d{number}",
        set=f"s{number}",
        made=datetime(2027, 1, 20 + number, 12, tzinfo=UTC),
        by=rule,
        effect=Hold(rule=rule, since=day(since), until=day(until), easy_only=True, pain=pain),
        reason=Reason(rule=rule, text=""),
    )


def day(number):
    return date(2027, 1, number)


def standing(on, *decisions):
    return [one.decision for one in holds(decisions).on(day(on))]


def test_sore_muscles_of_the_next_day_leave_a_hold_for_pain_in_force():
    hurt = decision(1, "pain", 21, 28, pain=day(21))
    sore = decision(2, "pain", 22, 22)

    assert standing(22, hurt, sore) == ["d1", "d2"]
    assert standing(23, hurt, sore) == ["d1"]


def test_of_two_other_holds_of_one_rule_the_later_stands_where_both_would():
    first = decision(1, "overrun", 21, 28)
    later = decision(2, "overrun", 22, 23)

    assert standing(21, first, later) == ["d1"]
    assert standing(22, first, later) == ["d2"]
    assert standing(24, first, later) == ["d1"]
