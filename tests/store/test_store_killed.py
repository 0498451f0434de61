"""A command that is killed at any point leaves the old state or the new one, never a mixture."""

import os
import random
import signal
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from surefoot.model import (
    Activity,
    Change,
    Decision,
    Drop,
    Entry,
    Kind,
    Minted,
    Plan,
    Proposal,
    Reason,
    Schedule,
    Session,
    Sport,
    Workout,
)
from surefoot.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed while it writes")

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)
TODAY = date(2027, 1, 25)
FIRST = date(2026, 1, 1)


def accept(store, number):
    """Accept a proposal of which every part says the same number."""
    easy = Workout(kind=Kind.EASY, title=f"Run {number}", metres=number, notes="easy " * 200)
    reason = Reason(rule="overrun", text=f"{number}")
    decision = Decision(
        id=f"d{number}", set="", made=NOW, by="runner", effect=Drop(uid=f"{number}"), reason=reason
    )
    sessions = tuple(
        Session(uid=f"{day}", day=TODAY + timedelta(days=day), workout=easy) for day in range(60)
    )
    store.accept(
        Proposal(
            today=TODAY,
            base=store.accepted().base,
            decisions=(decision,),
            schedule=Schedule(today=TODAY, sessions=sessions),
            changes=(Change(uid=f"{number}", before=None, after=None),),
            findings=(),
        ),
        plan=Plan(id="half", name=f"{number}", entries=(Entry(key="1", day=0, workout=easy),), days=7),
        minted=[Minted(uid=f"{number}", plan_id="half", day=TODAY, kind=Kind.EASY, ordinal=1, title="Easy")],
        now=NOW,
    )


def read(store, number):
    """Store an answer of a source in which every run has the same length."""
    runs = [
        Activity(id=f"{day}", sport=Sport.RUN, start=NOW - timedelta(days=day), metres=number, seconds=60)
        for day in range(200)
    ]
    store.put_slice("runs", FIRST, TODAY, runs, NOW)


def state(folder):
    """Return the number accepted and the number read last, sure that all parts say the same."""
    with Store.open(folder, write=False) as store:
        schedule, plan = store.accepted().schedule, store.plan()
        accepted = len(store.decisions())
        metres = {one.metres for one in store.activities()}
        said = {(one.workout.metres, one.workout.title) for one in schedule.sessions} if schedule else set()

        assert store.accepted().base == f"{accepted}"
        assert said == ({(accepted, f"Run {accepted}")} if accepted else set())
        assert (plan.name if plan else "0") == f"{accepted}"
        assert [one.uid for one in store.minted()] == [f"{accepted}"] * bool(accepted)
        assert [one.changes[0].uid for one in store.sets()] == [f"{n}" for n in range(accepted, 0, -1)]
        assert len(metres) <= 1
        assert len(store.activities()) in {0, 200}
        return accepted, max(metres, default=0)


@contextmanager
def child(work):
    """Run ``work`` in a process of its own, with a pipe to tell what it has done, and wait for its end."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(ours)
            work(lambda number: os.write(theirs, b"%d\n" % number))
            status = 0
        finally:
            os._exit(status)
    os.close(theirs)
    with os.fdopen(ours) as told:
        yield told
    os.waitpid(pid, 0)


def write_and_die(folder, die):
    """Write on and on until ``die`` has its effect; return the last numbers known to be stored."""
    start, _ = state(folder)

    def work(tell):
        with Store.open(folder, write=True) as store:
            die(store)
            for number in range(start + 1, start + 10_000):
                read(store, number)
                accept(store, number)
                tell(number)

    with child(work) as told:
        return max([start, *map(int, told)])


def kill_after(seconds):
    """The system's own timer ends the process at once, wherever it is, and lets it clean up nothing."""

    def die(_):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    return die


def kill_at_step(steps):
    """SQLite itself calls for the kill, in the middle of a statement."""

    def die(store):
        kill = lambda: os.kill(os.getpid(), signal.SIGKILL)  # noqa: E731 - SQLite wants a function
        store._database._connection.set_progress_handler(kill, steps)

    return die


def kill_while_pages_are_written(steps):
    """With next to no cache SQLite writes into the file before the end, which only its journal can mend."""

    def die(store):
        store._database.run("PRAGMA cache_size = 5")
        kill_at_step(steps)(store)

    return die


def survives(folder, die):
    stored = write_and_die(folder, die)
    accepted, metres = state(folder)
    assert accepted in {stored, stored + 1}
    assert metres in {accepted, accepted + 1}


@pytest.mark.parametrize("seed", range(15))
def test_a_kill_at_a_random_moment_leaves_the_old_or_the_new_state(tmp_path, seed):
    dice = random.Random(seed)
    for _ in range(2):
        survives(tmp_path, kill_after(dice.uniform(0.001, 0.08)))


@pytest.mark.slow
def test_hundreds_of_kills_leave_the_old_or_the_new_state(tmp_path):
    dice = random.Random(0)
    for _ in range(400):
        survives(tmp_path, kill_after(dice.uniform(0.0005, 0.05)))


@pytest.mark.parametrize("steps", [1, 40, 300, 1_000, 3_000, 10_000, 40_000])
@pytest.mark.parametrize("die", [kill_at_step, kill_while_pages_are_written])
def test_a_kill_inside_a_statement_leaves_the_old_or_the_new_state(tmp_path, die, steps):
    with Store.open(tmp_path, write=True) as store:
        read(store, 1)
        accept(store, 1)

    survives(tmp_path, die(steps))
    survives(tmp_path, die(steps + 7))


def test_what_a_killed_command_left_half_written_is_mended_by_the_next_reader(tmp_path):
    with Store.open(tmp_path, write=True) as store:
        accept(store, 1)
        read(store, 1)
    file = tmp_path / ".surefoot" / "surefoot.db"
    before = file.read_bytes()

    def work(_):
        with Store.open(tmp_path, write=True) as store:
            store._database.run("PRAGMA cache_size = 5")
            store._database.run("BEGIN IMMEDIATE")
            store._database.run("UPDATE activities SET metres = 2, title = hex(zeroblob(500))")
            os.kill(os.getpid(), signal.SIGKILL)

    with child(work):
        pass
    assert file.read_bytes() != before
    assert (file.parent / "surefoot.db-journal").exists()
    assert state(tmp_path) == (1, 1)
    assert file.read_bytes() == before


def test_a_kill_while_the_memory_is_made_leaves_one_that_can_be_made(tmp_path):
    dice = random.Random(1)
    for place in range(25):
        folder = tmp_path / f"{place}"
        folder.mkdir()
        after = dice.uniform(0.00005, 0.01)

        def work(_, folder=folder, after=after):
            kill_after(after)(None)
            with Store.open(folder, write=True) as store:
                accept(store, 1)

        with child(work):
            pass
        found, _ = state(folder)
        with Store.open(folder, write=True, wait=0) as store:
            accept(store, found + 1)
        assert state(folder)[0] == found + 1


def test_a_full_disk_at_any_point_leaves_the_old_or_the_new_state(tmp_path):
    import resource

    for room in range(0, 400_000, 25_000):

        def work(tell, room=room):
            with Store.open(tmp_path, write=True) as store:
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
                number = len(store.decisions()) + 1
                read(store, number)
                accept(store, number)
                tell(number)

        with child(work):
            pass
        accepted, metres = state(tmp_path)
        assert metres in {accepted, accepted + 1}
    assert accepted >= 1
