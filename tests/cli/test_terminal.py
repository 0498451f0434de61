"""What a person sees: the prompt, the progress and the width, on a terminal of its own."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "half-marathon"
ASKED = b"Apply and publish? [Y/n]"
PAGES = (["plan"], ["why", "tue"], ["check"])
LONGEST = 20
"""Seconds without a word, after which it is taken to hang."""
MAIN = "from surefoot.cli.main import main; main()"


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "half"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(".surefoot", "plan.ics"))
    return copy


def call(folder, *words):
    return [sys.executable, "-c", MAIN, "-C", str(folder), "--today", "2027-01-25", *words]


def on_terminal(folder, *words, answer=b"", columns=80):
    """Run the command on a terminal of this width, answer its prompt; return its status and all it showed."""
    child, screen = pty.fork()
    if child == 0:
        os.execve(sys.executable, call(folder, *words), {**os.environ, "NO_COLOR": "1", "TERM": "xterm"})
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    shown, quiet = b"", 0
    while quiet < LONGEST:
        if not select.select([screen], [], [], 1)[0]:
            # What is typed while the prompt takes the terminal over is lost, so it is typed again.
            quiet += 1
            if answer and ASKED in shown:
                os.write(screen, answer)
            continue
        try:
            some = os.read(screen, 4096)
        except OSError:  # Linux says that the other end is closed
            break
        if not some:
            break
        shown += some
        if answer and some.rstrip().endswith(ASKED + b":"):
            os.write(screen, answer)
    else:
        os.kill(child, signal.SIGKILL)
    os.close(screen)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


def lines(shown):
    """What stands on the screen when all is printed: what a carriage return wrote over is gone."""
    return [line.rstrip("\r").rpartition("\r")[2] for line in shown.split("\n")]


def test_yes_publishes_and_no_leaves_everything_as_it_was(folder):
    status, shown = on_terminal(folder, "sync", answer=b"n\n")

    assert status == 0
    assert "Nothing was changed." in shown
    assert not (folder / "plan.ics").exists()

    status, shown = on_terminal(folder, "sync", answer=b"\n")

    assert status == 0
    assert "plan.ics   0 updated · 81 new" in shown
    assert (folder / "plan.ics").exists()


def test_control_c_at_the_prompt_ends_with_130_and_changes_nothing(folder):
    status, shown = on_terminal(folder, "sync", answer=b"\x03")

    assert status == 130
    assert "Traceback" not in shown
    assert shown.endswith("Nothing was changed.\r\n")
    assert not (folder / "plan.ics").exists()


def test_long_reading_shows_how_far_it_is_and_leaves_no_trace(folder):
    recording = (folder / "runs" / "2026-12-26.gpx").read_text()
    for number in range(30):
        other = recording.replace("2026-12-26", f"2025-{number // 28 + 1:02}-{number % 28 + 1:02}")
        (folder / "runs" / f"more-{number}.gpx").write_text(other)

    _, shown = on_terminal(folder, "pull")

    assert "Reading   runs · 50 activities" in shown
    assert [one for one in lines(shown) if "activities" in one] == []
    assert lines(shown)[0].endswith("Reading   runs · 50 new runs, the last Sun 24 Jan 19.0 km")


def test_nothing_of_the_progress_reaches_a_pipe(folder):
    done = subprocess.run(call(folder, "pull"), capture_output=True, text=True, check=True)

    assert done.stderr == ""
    assert done.stdout == "Reading   runs · 20 new runs, the last Sun 24 Jan 19.0 km\n"


@pytest.mark.parametrize("columns", [80, 60])
def test_no_line_is_wider_than_the_terminal_or_than_78_columns(folder, columns):
    shown = [on_terminal(folder, "sync", "--yes", columns=columns)[1]]
    shown += [
        on_terminal(folder, *words, columns=columns)[1] for words in (["plan"], ["why", "tue"], ["check"])
    ]
    wide = [line for one in shown for line in lines(one) if len(line) > min(78, columns)]

    assert wide == []
    assert [one for one in shown if re.search(r"\x1b\[\d*m", one)] == []


def test_the_weeks_are_bars_on_a_terminal_and_figures_in_a_pipe(folder):
    on_terminal(folder, "sync", "--yes")
    _, shown = on_terminal(folder, "plan")
    piped = subprocess.run(call(folder, "plan"), capture_output=True, text=True, check=True).stdout

    assert "36.0 km  ███████████████▓▓▓▓▓  9.0 km over" in shown
    assert not set("█▓░") & set(piped)
    assert "36.0 km  9.0 km over" in piped
