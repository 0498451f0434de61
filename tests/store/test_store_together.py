"""Several commands in one folder: writers take turns, readers wait for nobody."""

import os
import re
import threading
from datetime import UTC, date, datetime

import pytest

from surefoot.model import Note, Proposal, Schedule, Unavailable
from surefoot.store import Store
from surefoot.store.folder import Lock, make

NOW = datetime(2027, 1, 25, 7, 12, tzinfo=UTC)
TODAY = date(2027, 1, 25)


def accept(store):
    found = store.accepted()
    proposal = Proposal(
        today=TODAY,
        base=found.base,
        decisions=(),
        schedule=Schedule(today=TODAY),
        changes=(),
        findings=(),
    )
    return store.accept(proposal, plan=None, now=NOW)


def test_a_second_writer_is_told_who_writes(tmp_path):
    with Store.open(tmp_path, write=True), pytest.raises(Unavailable) as caught:
        Store.open(tmp_path, write=True, wait=0)

    assert f"another surefoot is writing here (process {os.getpid()})" in str(caught.value)
    assert "type the command again" in str(caught.value.mend)


def test_the_lock_is_free_again_once_the_writer_is_done(tmp_path):
    with Store.open(tmp_path, write=True):
        pass
    with Store.open(tmp_path, write=True, wait=0) as store:
        assert accept(store) == "s1"


def test_a_lock_that_names_nobody_is_another_process(tmp_path):
    inside = make(tmp_path)
    with Lock(inside):
        (inside / "lock").write_bytes(b"")
        with pytest.raises(Unavailable, match=re.escape("here (another process)")):
            Lock(inside, wait=0)


def test_a_second_writer_waits_for_the_first(tmp_path):
    first = Store.open(tmp_path, write=True)
    done = []

    def second():
        with Store.open(tmp_path, write=True, wait=30) as store:
            done.append(accept(store))

    thread = threading.Thread(target=second)
    thread.start()
    done.append(accept(first))
    first.close()
    thread.join()

    assert done == ["s1", "s2"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that share nothing but the folder")
def test_writers_in_many_processes_lose_nothing(tmp_path):
    children = []
    for number in range(4):
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                for _ in range(10):
                    with Store.open(tmp_path, write=True, wait=60) as store:
                        store.add_entry(Note(day=TODAY, text=f"{number}"), NOW)
                        accept(store)
                status = 0
            finally:
                os._exit(status)
        children.append(pid)
    ends = [os.waitpid(pid, 0)[1] for pid in children]

    with Store.open(tmp_path, write=False) as store:
        notes = [one.text for one in store.diary(TODAY).entries]
        sets = [one.id for one in store.sets()]
    assert ends == [0, 0, 0, 0]
    assert sorted(notes) == sorted("0123" * 10)
    assert sets == [f"s{number}" for number in range(40, 0, -1)]


def test_a_reader_does_not_wait_for_a_writer_that_thinks(tmp_path):
    with Store.open(tmp_path, write=True) as writer:
        accept(writer)
        with writer._database.transaction():
            writer._database.run("DELETE FROM sets")
            with Store.open(tmp_path, write=False) as reader:
                reader._database.run("PRAGMA busy_timeout = 0")
                assert [one.id for one in reader.sets()] == ["s1"]


def test_a_reader_sees_one_moment_until_it_is_closed(tmp_path):
    with Store.open(tmp_path, write=True) as writer:
        accept(writer)
    reader = Store.open(tmp_path, write=False)

    def write():
        with Store.open(tmp_path, write=True) as store:
            accept(store)

    thread = threading.Thread(target=write)
    thread.start()
    seen = [(reader.accepted().base, reader.next_set()) for _ in range(200)]
    reader.close()
    thread.join()

    assert set(seen) == {("1", "s2")}
    with Store.open(tmp_path, write=False) as after:
        assert (after.accepted().base, after.next_set()) == ("2", "s3")


def test_a_reader_that_never_ends_is_told_to_the_writer_and_nothing_is_lost(tmp_path):
    with Store.open(tmp_path, write=True) as writer:
        accept(writer)
        writer._database.run("PRAGMA busy_timeout = 0")
        with Store.open(tmp_path, write=False) as reader:
            with pytest.raises(Unavailable, match="in use by another program"):
                accept(writer)
            assert reader.next_set() == "s2"

        assert accept(writer) == "s2"
