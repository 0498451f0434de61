"""A no to a proposal is remembered until its cause changes, and can be taken back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from surefoot.app.accept import accept
from surefoot.app.decline import decline
from surefoot.app.read import pull
from surefoot.app.review import review
from surefoot.app.undo import standing, take_back, without
from surefoot.app.work import Work
from surefoot.cli.main import run
from surefoot.model import Hold, Ill, Pain
from surefoot.settings import load

LONG = "5.5k easy,12k long"
TOO_LONG = "5.5k easy,14k long"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "half-marathon"


def quiet(_label, _count):
    """Nobody watches."""


@pytest.fixture
def work(tmp_path):
    """The example as of the day after the long run, read; a first schedule was accepted a day before it."""
    home = shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    config = load(home)
    now = datetime(2027, 1, 23, 12, tzinfo=config.zone)
    first = Work(config=config, today=now.date(), now=now)
    with first.store(write=True) as store:
        pull(first, store, quiet)
        accept(first, store, review(first, store))
    later = Work(config=config, today=now.date() + timedelta(days=2), now=now + timedelta(days=2))
    with later.store(write=True) as store:
        pull(later, store, quiet)
    return later


def proposed(work):
    with work.store() as store:
        return review(work, store)


def holds(work):
    return [one.effect.rule for one in proposed(work).proposal.decisions if isinstance(one.effect, Hold)]


def say_no(work):
    found = proposed(work)
    with work.store(write=True) as store:
        return decline(work, store, found)


def test_what_was_declined_is_not_proposed_again_nor_tomorrow(work):
    assert holds(work)
    assert say_no(work)
    assert holds(work) == []
    assert holds(work.on(work.today + timedelta(days=1))) == []


def test_a_no_changes_nothing_that_stands(work):
    with work.store() as store:
        before = store.accepted().schedule
    say_no(work)
    with work.store() as store:
        assert store.accepted().schedule == before


def test_a_new_cause_is_proposed_all_the_same(work):
    say_no(work)
    with work.store(write=True) as store:
        store.add_entry(Ill(day=work.today), work.now)

    assert holds(work) == ["illness"]


def test_a_no_that_is_taken_back_is_asked_anew(work):
    before = holds(work)
    say_no(work)
    with work.store() as store:
        group = standing(store, None).id
    found = without(work, group)
    with work.store(write=True) as store:
        take_back(work, store, replace(found, proposal=replace(found.proposal, decisions=())), group)

    assert holds(work) == before


def test_a_stop_is_asked_about_again(work):
    with work.store(write=True) as store:
        store.add_entry(Pain(day=work.today, where="knee", score=8), work.now)
    say_no(work)

    assert holds(work) == ["pain"]


def test_before_the_first_acceptance_nothing_is_remembered(tmp_path):
    home = shutil.copytree(EXAMPLE, tmp_path / "half", ignore=shutil.ignore_patterns(".surefoot", "*.ics"))
    config = load(home)
    now = datetime(2027, 1, 25, 12, tzinfo=config.zone)
    fresh = Work(config=config, today=now.date(), now=now)
    with fresh.store(write=True) as store:
        pull(fresh, store, quiet)

    assert not say_no(fresh)
    assert holds(fresh)


def rewrite(work, old, new):
    plan = work.config.folder / "plan.csv"
    plan.write_text(plan.read_text().replace(old, new, 1))


def accepted(work):
    found = proposed(work)
    with work.store(write=True) as store:
        accept(work, store, found)


@pytest.fixture
def limited(work):
    """All was accepted; then the plan's next long run was made far too long: limits alone change it."""
    accepted(work)
    rewrite(work, LONG, TOO_LONG)
    return work


def test_a_no_to_what_limits_alone_change_is_remembered_and_kept_quiet(limited):
    found = proposed(limited)
    assert found.is_news
    assert not found.proposal.decisions
    assert say_no(limited)

    assert not proposed(limited).is_news
    assert not proposed(limited.on(limited.today + timedelta(days=1))).is_news


def test_a_change_of_what_was_declined_is_asked_about_again(limited):
    say_no(limited)
    rewrite(limited, TOO_LONG, TOO_LONG.replace("14k", "15k"))

    assert proposed(limited).is_news


def test_a_no_to_changes_that_is_taken_back_is_asked_anew(limited):
    say_no(limited)
    with limited.store() as store:
        group = standing(store, None).id

    assert without(limited, group).is_news
    assert without(limited, group).proposal.changes == proposed(limited).proposal.changes


def test_a_limit_at_stop_level_is_asked_about_again(limited):
    rewrite(limited, TOO_LONG, TOO_LONG.replace("14k", "45k"))

    assert not say_no(limited)
    assert proposed(limited).is_news


def test_a_declined_change_is_said_in_one_line(limited, capsys):
    say_no(limited)
    assert run(["-C", str(limited.config.folder), "--today", str(limited.today), "sync"]) == 0

    said = capsys.readouterr().out
    assert "surefoot undo s3" in said
    assert "Proposed changes" not in said
