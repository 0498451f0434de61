from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from surefoot.plugin import Unavailable
from surefoot_ical import Ical

PUBLISH = """
import os, signal, sys
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo
from surefoot.plugin import Kind, Schedule, Session, SurefootError, Workout
from surefoot_ical import Ical

folder, many = Path(sys.argv[1]), int(sys.argv[2])
part = Ical(path=folder / "plan.ics", zone=ZoneInfo("UTC"))
part.bind(label="calendar", folder=Path(sys.argv[3]))
work = Workout(kind=Kind.EASY, title="Long" if many > 1 else "Easy", notes="word " * 100)
wanted = Schedule(
    today=date(2027, 1, 25),
    sessions=tuple(Session(uid=f"s{n}", day=date(2027, 1, 25), workout=work) for n in range(many)),
)
exec(sys.argv[4])
try:
    part.publish(wanted)
except SurefootError as error:
    print(type(error).__name__, error)
"""


def publish(folder, many, code="", memory=None):
    arguments = [str(folder), str(many), str(memory or folder / "memory"), code]
    return subprocess.run(
        [sys.executable, "-c", PUBLISH, *arguments], capture_output=True, text=True, check=False, timeout=60
    )


def files(folder):
    return {path.name for path in folder.iterdir()}


def test_a_disk_that_takes_no_more_leaves_the_old_file(tmp_path):
    publish(tmp_path, 1)
    before = (tmp_path / "plan.ics").read_bytes()
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))"
    answer = publish(tmp_path, 40, full)

    assert answer.stdout.startswith(f"Unavailable {tmp_path / 'plan.ics'}: cannot be written: File too large")
    assert "surefoot push" in answer.stdout
    assert answer.stderr == ""
    assert (tmp_path / "plan.ics").read_bytes() == before
    assert files(tmp_path) == {"plan.ics", "memory"}
    assert publish(tmp_path, 40).stdout == ""
    assert (tmp_path / "plan.ics").read_bytes().count(b"SUMMARY:Long") == 40


def test_a_folder_that_cannot_be_written_is_said_so_and_nothing_in_it_changes():
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    memory = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    try:
        publish(folder, 1, memory=memory)
        before = (folder / "plan.ics").read_bytes()
        for path in (folder, memory, memory / "published.json"):
            path.chmod(0o777)
        folder.chmod(0o555)
        # Root may write anywhere, so the program becomes nobody, after loading what nobody cannot read.
        nobody = "part.publish(wanted, dry_run=True)\nif os.geteuid() == 0: os.setuid(65534)"
        answer = publish(folder, 2, nobody, memory)

        assert answer.stdout.startswith(f"Unavailable {folder / 'plan.ics'}: cannot be written: Permission")
        assert (folder / "plan.ics").read_bytes() == before
        assert files(folder) == {"plan.ics"}
    finally:
        folder.chmod(0o755)
        for path in (folder / "plan.ics", memory / "published.json"):
            path.unlink(missing_ok=True)
        folder.rmdir()
        memory.rmdir()


def test_killed_while_the_new_file_waits_beside_the_old_one_leaves_the_old_one(tmp_path):
    publish(tmp_path, 1)
    before = (tmp_path / "plan.ics").read_bytes()
    die = """
def die(old, new):
    if new.name == "plan.ics":
        os.kill(os.getpid(), signal.SIGKILL)
    os.replace(old, new)
Path.replace = die
"""
    answer = publish(tmp_path, 3, die)

    assert answer.returncode == -signal.SIGKILL
    assert (tmp_path / "plan.ics").read_bytes() == before
    assert files(tmp_path) == {"plan.ics", ".plan.ics.surefoot", "memory"}
    assert publish(tmp_path, 3).stdout == ""
    assert files(tmp_path) == {"plan.ics", "memory"}
    assert (tmp_path / "plan.ics").read_bytes().count(b"SUMMARY:Long") == 3


class Killed(BaseException):
    """As a signal that nothing can catch."""


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("write", [1, 2, 3])
def test_killed_at_any_write_the_next_publish_mends_it_and_takes_nothing_for_the_runners(  # noqa: PLR0917 - fixtures
    target, session, schedule, events, monkeypatch, write, after
):
    part = target()
    first = schedule(session("a", 1), session("b", 2), session("c", 3))
    second = schedule(session("a", 1, title="Long", revision=1), session("c", 4, revision=1), session("d", 5))
    third = schedule(session("a", 1, title="Short", revision=2), session("c", 5, revision=2), session("d", 6))
    part.publish(first)
    done, replace = [], Path.replace

    def die(old, new):
        done.append(new)
        if len(done) == write and not after:
            raise Killed
        replace(old, new)
        if len(done) == write:
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", die)
        with pytest.raises(Killed):
            part.publish(second)

    assert list(part.wishes()) == []
    receipt = part.publish(third)
    assert receipt.skipped == ()
    assert sorted((str(one["SUMMARY"]), one.start.day) for one in events().values()) == [
        ("Easy 6.5 km", 30),
        ("Easy 6.5 km", 31),
        ("Short", 26),
    ]
    assert part.publish(third).unchanged == ("a", "c", "d")


def test_what_another_program_writes_at_the_same_moment_is_not_written_over(
    target, session, schedule, monkeypatch, tmp_path
):
    part = target()
    part.publish(schedule(session("a")))
    theirs = (tmp_path / "plan.ics").read_bytes().replace(b"Easy", b"Kim's")
    noted = Ical._note

    def meanwhile(*arguments):
        noted(*arguments)
        (tmp_path / "plan.ics").write_bytes(theirs)

    with monkeypatch.context() as patch:
        patch.setattr(Ical, "_note", meanwhile)
        with pytest.raises(Unavailable, match="Another program"):
            part.publish(schedule(session("a"), session("b", 1)))

    assert (tmp_path / "plan.ics").read_bytes() == theirs
    assert part.publish(schedule(session("a"), session("b", 1))).skipped == ("a",)


def test_a_path_that_is_a_folder_is_refused(target, session, schedule, tmp_path):
    (tmp_path / "plan.ics").mkdir()

    with pytest.raises(Unavailable, match="not a file") as caught:
        target().publish(schedule(session("a")))
    assert "surefoot.toml" in str(caught.value)


def test_a_path_that_is_a_pipe_is_refused_and_not_waited_for(target, session, schedule, tmp_path):
    os.mkfifo(tmp_path / "plan.ics")

    with pytest.raises(Unavailable, match="not a file"):
        target().publish(schedule(session("a")))


def test_a_missing_folder_is_named_with_the_command_that_makes_it(target, session, schedule, tmp_path):
    with pytest.raises(Unavailable, match="No such file") as caught:
        target(path=tmp_path / "cloud" / "plan.ics").publish(schedule(session("a")))
    assert f"mkdir -p '{tmp_path / 'cloud'}'" in str(caught.value)
    assert not (tmp_path / "cloud").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"week,mon,tue\n1,5k,rest\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n",
        b"\x0e\x10\xd9\x07.FIT\x00\x01",
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
    ],
)
@pytest.mark.parametrize("dry_run", [False, True])
def test_a_file_that_is_no_whole_calendar_is_never_written_over(  # noqa: PLR0917 - fixtures
    target, session, schedule, tmp_path, data, dry_run
):
    (tmp_path / "plan.ics").write_bytes(data)

    with pytest.raises(Unavailable, match="Nothing in it was touched") as caught:
        target().publish(schedule(session("a")), dry_run=dry_run)
    assert str(tmp_path / "plan.ics") in str(caught.value)
    assert (tmp_path / "plan.ics").read_bytes() == data
    assert files(tmp_path) == {"plan.ics"}


def test_a_calendar_that_was_cut_short_since_is_no_wish_to_drop_what_it_lost(
    target, session, schedule, tmp_path
):
    part = target()
    part.publish(schedule(session("a"), session("b", 1)))
    path = tmp_path / "plan.ics"
    path.write_bytes(path.read_bytes()[:-100])

    with pytest.raises(Unavailable, match="breaks off before its end"):
        list(part.wishes())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"today": 3, "events": {}}', b'{"today": "2027-01-01", "events": {"a": {}}}']
)
def test_a_memory_that_cannot_be_read_is_said_so_and_the_calendar_stays(
    target, session, schedule, tmp_path, data
):
    part = target()
    part.publish(schedule(session("a")))
    before = (tmp_path / "plan.ics").read_bytes()
    (tmp_path / "memory" / "published.json").write_bytes(data)

    with pytest.raises(Unavailable, match="cannot be read") as caught:
        part.publish(schedule(session("a", title="Long")))
    assert "Remove it" in str(caught.value)
    assert (tmp_path / "plan.ics").read_bytes() == before


def test_the_memory_is_the_runners_alone(target, session, schedule, tmp_path):
    target().publish(schedule(session("a")))

    assert (tmp_path / "memory").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "memory" / "published.json").stat().st_mode & 0o777 == 0o600


def test_the_library_is_not_loaded_before_it_is_needed():
    code = "import sys, surefoot_ical; print('icalendar' in sys.modules)"

    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"
