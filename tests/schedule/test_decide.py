"""What becomes of advice: when it is due, and when it is not asked for again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from surefoot.model import Advice, Decision, Decline, Hold, Level, Reason
from surefoot.schedule.decide import Numbering, decide

TODAY = date(2027, 1, 25)
NOW = datetime(2027, 1, 25, 7, tzinfo=UTC)


def advice(cause="overrun:2027-01-24", **more):
    return Advice(cause=cause, reason="Long.", evidence="x", **{"days": 7, "easy_only": True, **more})


def made(days_ago=0, *, by="overrun", cause="before", level=Level.WARN, withdrawn=None, effect=None):
    day = TODAY - timedelta(days=days_ago)
    return Decision(
        id="d1",
        set="s1",
        made=datetime(day.year, day.month, day.day, 7, tzinfo=UTC),
        by=by,
        effect=effect or Hold(rule=by, since=day, until=day, level=level),
        reason=Reason(rule=by, text="x"),
        cause=cause,
        withdrawn=withdrawn,
    )


def due(*found, decisions=(), today=TODAY, now=NOW):
    return decide(found, decisions, today=today, now=now, numbering=Numbering(next=5, set="s9"))


def test_advice_becomes_a_hold_from_today_on_that_carries_its_reason_and_its_number():
    (only,) = due(("overrun", advice()))

    assert (only.id, only.set, only.by, only.made) == ("d5", "s9", "overrun", NOW)
    assert (only.effect.since, only.effect.until) == (TODAY, TODAY + timedelta(days=6))
    assert only.reason.decision == "d5"


@pytest.mark.parametrize(("days_ago", "number"), [(0, 0), (13, 0), (14, 1)])
def test_fourteen_days_pass_between_two_reductions(days_ago, number):
    assert len(due(("overrun", advice()), decisions=(made(days_ago),))) == number


@pytest.mark.parametrize("policy", ["pain", "illness", "after-race", "break-return"])
def test_what_the_body_asks_for_waits_for_nothing_and_keeps_nothing_else_waiting(policy):
    assert due((policy, advice()), decisions=(made(3),))
    assert due(("overrun", advice()), decisions=(made(3, by=policy),))


def test_stop_level_waits_for_nothing_and_keeps_nothing_else_waiting():
    assert due(("overrun", advice(level=Level.STOP)), decisions=(made(3),))
    assert due(("overrun", advice()), decisions=(made(3, level=Level.STOP),))


def test_a_reduction_that_was_taken_back_keeps_nothing_waiting():
    assert due(("overrun", advice()), decisions=(made(3, withdrawn=NOW),))


def test_all_that_is_due_on_one_day_is_one_reduction():
    assert len(due(("overrun", advice("a")), ("overrun-week", advice("b")))) == 2


@pytest.mark.parametrize(
    "answer",
    [
        made(20, cause="overrun:2027-01-24"),
        made(20, cause="overrun:2027-01-24", withdrawn=NOW),
        made(20, effect=Decline(cause="overrun:2027-01-24")),
    ],
)
def test_what_was_accepted_undone_or_declined_is_not_proposed_again(answer):
    assert due(("overrun", advice()), decisions=(answer,)) == ()


def test_advice_for_days_that_are_over_is_not_due():
    assert due(("overrun", advice(since=TODAY - timedelta(days=7)))) == ()
    assert due(("overrun", advice(since=TODAY - timedelta(days=6))))


def test_the_order_of_advice_does_not_matter():
    found = [("pain", advice("b")), ("overrun", advice("a")), ("mine", advice("a"))]

    assert due(*found) == due(*reversed(found))


def test_the_fourteen_days_are_the_runners_own():
    west = timezone(timedelta(hours=-8))
    # Eight in the evening of the 11th, which is the 12th in UTC.
    evening = replace(made(), made=datetime(2027, 1, 12, 4, tzinfo=UTC))

    assert due(("overrun", advice()), decisions=(evening,), now=NOW.astimezone(west))
