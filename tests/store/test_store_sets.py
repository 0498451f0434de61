"""Accepting proposals, taking them back, and what is remembered of both."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from surefoot.model import (
    Change,
    ConfigError,
    Decision,
    Drop,
    Entry,
    Hold,
    Kind,
    Minted,
    Placed,
    Plan,
    Proposal,
    Reason,
    Receipt,
    Schedule,
    Session,
    SurefootError,
    Workout,
)
from surefoot.store import Accepted, Stale, Store

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)
TODAY = date(2027, 1, 25)
EASY = Workout(kind=Kind.EASY, title="Easy", metres=6500)
MONDAY = Session(uid="half-014-easy-1", day=TODAY, workout=EASY)
SUNDAY = Session(uid="half-020-long-1", day=date(2027, 1, 31), workout=EASY, revision=2, revised=NOW)
GONE = Session(uid="half-016-easy-1", day=date(2027, 1, 27), workout=EASY)
PLAN = Plan(id="half", name="Half", entries=(Entry(key="1", day=0, workout=EASY),), days=84)
UIDS = (
    Minted(uid="half-014-easy-1", plan_id="half", day=TODAY, kind=Kind.EASY, ordinal=1, title="Easy"),
    Minted(uid="half-020-long-1", plan_id="half", day=SUNDAY.day, kind=Kind.LONG, ordinal=1, title="Long"),
)


def decision(number, effect=None, **more):
    effect = effect or Drop(uid="half-016-easy-1")
    reason = Reason(rule="overrun", text="19 km", value=1.9, limit=11000)
    return Decision(id=f"d{number}", set="s1", made=NOW, by="overrun", effect=effect, reason=reason, **more)


def proposal(store, *decisions, sessions=(MONDAY, SUNDAY), dropped=(GONE,), changes=(), today=TODAY):
    return Proposal(
        today=today,
        base=store.accepted().base,
        decisions=decisions,
        schedule=Schedule(today=today, sessions=sessions, dropped=dropped),
        changes=changes,
        findings=(),
    )


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, write=True) as opened:
        yield opened


def test_before_anything_is_accepted_there_is_no_schedule(store):
    assert store.accepted() == Accepted(base="0")
    assert store.last_accepted_day() is None
    assert store.plan() is None
    assert store.minted() == ()
    assert store.sets() == ()
    assert (store.next_set(), store.next_decision()) == ("s1", 1)


def test_an_accepted_proposal_is_remembered_whole(store):
    hold = Hold(rule="overrun", since=TODAY, until=SUNDAY.day, longest=10000, easy_only=True)
    change = Change(
        uid=SUNDAY.uid,
        before=Placed(day=SUNDAY.day, workout=EASY),
        after=None,
        reasons=(Reason(rule="overrun", text="19 km"),),
    )
    proposed = proposal(store, decision(1, hold, cause="a1"), decision(2), changes=(change,))

    assert store.accept(proposed, plan=PLAN, minted=UIDS, now=NOW) == "s1"

    accepted = store.accepted()
    (kept,) = store.sets()
    assert accepted.schedule == proposed.schedule
    assert accepted.day == store.last_accepted_day() == TODAY
    assert store.decisions() == kept.decisions == proposed.decisions
    assert store.plan() == PLAN
    assert store.minted("half") == store.minted() == UIDS
    assert store.minted("other") == ()
    assert (kept.id, kept.made, kept.day, kept.by, kept.undoes) == ("s1", NOW, TODAY, "runner", None)
    assert kept.changes == (change,)
    assert kept.stands
    assert (store.next_set(), store.next_decision()) == ("s2", 3)


def test_a_proposal_made_before_something_else_was_accepted_is_refused(store):
    stale = proposal(store, decision(1), sessions=())
    store.accept(proposal(store, decision(1)), plan=None, now=NOW)

    with pytest.raises(Stale, match="another command") as caught:
        store.accept(stale, plan=PLAN, now=NOW)

    assert isinstance(caught.value, SurefootError)
    assert len(store.sets()) == 1
    assert store.plan() is None
    schedule = store.accepted().schedule
    assert schedule is not None
    assert schedule.sessions == (MONDAY, SUNDAY)


def test_a_part_of_the_schedule_can_be_read_alone(store):
    store.accept(proposal(store), plan=None, now=NOW)

    found = store.accepted(since=date(2027, 1, 26), until=date(2027, 1, 31)).schedule

    assert found == Schedule(today=TODAY, sessions=(SUNDAY,), dropped=(GONE,))


def test_a_proposal_without_a_plan_leaves_the_stored_plan_alone(store):
    store.accept(proposal(store), plan=PLAN, minted=UIDS, now=NOW)
    store.accept(proposal(store), plan=None, now=NOW)

    assert store.plan() == PLAN
    assert store.minted() == UIDS


def test_an_edited_plan_replaces_its_uids_and_keeps_another_plans(store):
    other = replace(PLAN, id="ten")
    tens = (replace(UIDS[0], plan_id="ten", uid="ten-1"),)
    store.accept(proposal(store), plan=PLAN, minted=UIDS, now=NOW)
    store.accept(proposal(store), plan=other, minted=tens, now=NOW + timedelta(days=1))

    store.accept(proposal(store), plan=replace(PLAN, days=77), minted=UIDS[:1], now=NOW + timedelta(days=2))

    assert store.minted("half") == UIDS[:1]
    assert store.minted("ten") == tens
    assert store.plan() == replace(PLAN, days=77)


def test_undo_withdraws_the_last_set_that_still_stands(store):
    store.accept(proposal(store, decision(1)), plan=None, now=NOW)
    store.accept(proposal(store, decision(2)), plan=None, now=NOW)
    store.accept(proposal(store), plan=None, now=NOW)
    before = store.accepted()

    undone = store.undo(None, NOW + timedelta(hours=1))

    assert undone.id == "s2"
    assert not undone.stands
    assert [one.withdrawn for one in store.decisions()] == [None, NOW + timedelta(hours=1)]
    assert store.accepted().schedule == before.schedule
    assert store.undo(None, NOW).id == "s1"
    with pytest.raises(ConfigError, match="nothing to take back"):
        store.undo(None, NOW)


def test_a_proposal_made_before_an_undo_is_refused(store):
    store.accept(proposal(store, decision(1)), plan=None, now=NOW)
    stale = proposal(store)
    store.undo("s1", NOW)

    with pytest.raises(Stale):
        store.accept(stale, plan=None, now=NOW)


@pytest.mark.parametrize("group", ["s9", "s2", "nonsense", "s", "s" + "9" * 30, "d9"])
def test_what_cannot_be_undone_is_refused_and_nothing_changes(store, group):
    store.accept(proposal(store, decision(1)), plan=None, now=NOW)
    store.accept(proposal(store), plan=None, now=NOW)
    before = store.accepted()

    with pytest.raises(ConfigError):
        store.undo(group, NOW)
    with pytest.raises(ConfigError):
        store.accept(proposal(store, decision(2)), plan=None, now=NOW, undoes=group)

    assert store.accepted() == before
    assert store.decisions() == (decision(1),)


def test_a_proposal_can_take_back_a_set_as_it_is_accepted(store):
    store.accept(proposal(store, decision(1)), plan=None, now=NOW)

    store.accept(proposal(store, sessions=(SUNDAY,)), plan=None, now=NOW, by="reductions", undoes="s1")

    newest, oldest = store.sets()
    assert (newest.undoes, newest.by) == ("s1", "reductions")
    assert not oldest.stands
    schedule = store.accepted().schedule
    assert schedule is not None
    assert schedule.sessions == (SUNDAY,)


def test_decisions_are_in_order_of_moment_then_number(store):
    later = replace(decision(1), made=NOW + timedelta(hours=2))
    store.accept(proposal(store, later, decision(2), decision(10)), plan=None, now=NOW)

    assert [one.id for one in store.decisions()] == ["d2", "d10", "d1"]


def test_a_decision_without_a_number_is_a_mistake_of_the_caller_and_stores_nothing(store):
    with pytest.raises(ValueError, match="'x7' is no id"):
        store.accept(proposal(store, replace(decision(1), id="x7")), plan=PLAN, now=NOW)

    assert store.accepted() == Accepted(base="0")
    assert store.plan() is None


def test_a_target_remembers_when_it_was_last_changed(store):
    store.mark_published("calendar", NOW, Receipt(where="plan.ics", created=("a",)))
    store.mark_published("calendar", NOW + timedelta(days=1), Receipt(where="plan.ics"))

    assert store.published("calendar") == NOW + timedelta(days=1)
    assert store.published("family") is None
